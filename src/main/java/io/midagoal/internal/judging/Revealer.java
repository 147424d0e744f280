package io.midagoal.internal.judging;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.facts.Diagnosis;
import io.midagoal.internal.facts.GoalFacts;
import io.midagoal.internal.facts.GoalQuery;
import io.midagoal.internal.facts.PageFacts;
import io.midagoal.internal.findings.Catalogue;
import io.midagoal.internal.findings.ElementFindings;
import io.midagoal.internal.findings.PageFindings;
import io.midagoal.internal.page.ClickPoint;
import io.midagoal.internal.page.Mouse;
import io.midagoal.internal.page.PageScriptException;
import io.midagoal.internal.page.PageSession;
import io.midagoal.internal.text.WebAddress;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clicks the control that a visitor clicks first, and reports what went wrong.
 *
 * @param before the page before the click
 * @param control what was clicked, as an HTML tag
 */
record Revealer(PageFacts before, String control) {

  /** The click, or why there was none. */
  record Attempt(PageFacts page, Optional<Revealer> clicked, Optional<Finding> failure) {}

  /**
   * Waits until the control can be clicked, and clicks it.
   *
   * @throws PageScriptException when the page does not let the scripts finish
   */
  static Attempt click(PageSession session, String selector, Optional<String> pageName) {
    GoalQuery query = GoalQuery.click(selector);
    PageFacts page = session.judge(List.of(query));
    Optional<Finding> noPage = PageFindings.ofStatus(pageName.orElse(page.url()), page);
    if (noPage.isPresent()) {
      return failed(page, noPage.get());
    }
    GoalFacts found = page.goals().get(0);
    Mouse mouse = Mouse.on(session);
    Optional<ClickPoint> point = found.met() ? mouse.aim(query) : Optional.empty();
    if (point.isEmpty()) {
      return failed(page, unusable(selector, whyNot(session, query, found)));
    }
    String control = point.get().element();
    if (mouse.click(point.get())) {
      return failed(
          page, Catalogue.REVEALER_UNUSABLE_OPENS_WINDOW.finding(Map.of("control", control)));
    }
    return new Attempt(page, Optional.of(new Revealer(page, control)), Optional.empty());
  }

  private static Attempt failed(PageFacts page, Finding finding) {
    return new Attempt(page, Optional.empty(), Optional.of(finding));
  }

  private static Finding whyNot(PageSession session, GoalQuery query, GoalFacts found) {
    Goal asGoal =
        Goal.builder()
            .name("revealedBy")
            .type(GoalType.CLICK_ON_ELEMENT)
            .value(query.value())
            .build();
    if (found.syntaxError().isPresent()) {
      return ElementFindings.ofSyntax(asGoal, found.syntaxError().get());
    }
    Diagnosis diagnosis = session.diagnose(List.of(query)).get(0);
    return ElementFindings.ofDiagnosis(asGoal, found, diagnosis);
  }

  private static Finding unusable(String selector, Finding why) {
    return Catalogue.REVEALER_UNUSABLE.finding(
        Map.of("selector", selector, "why", why.message(), "instead", why.suggestion()));
  }

  /** The finding when the click opened another page. */
  Optional<Finding> departure(PageFacts after) {
    if (WebAddress.withoutFragment(after.definedUrl())
        .equals(WebAddress.withoutFragment(before.definedUrl()))) {
      return Optional.empty();
    }
    return Optional.of(
        Catalogue.REVEALER_LEAVES.finding(
            Map.of("control", control, "from", before.definedUrl(), "to", after.definedUrl())));
  }

  /** An error, worded for the page after the click. */
  Finding afterwards(Finding finding, boolean isStillHidden) {
    return finding.severity() == Severity.ERROR
        ? Catalogue.afterClick(finding, control, isStillHidden)
        : finding;
  }
}
