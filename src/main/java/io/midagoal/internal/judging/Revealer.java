package io.midagoal.internal.judging;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.findings.ElementFindings;
import io.midagoal.internal.findings.Findings;
import io.midagoal.internal.findings.PageFindings;
import io.midagoal.internal.page.ClickPoint;
import io.midagoal.internal.page.Diagnosis;
import io.midagoal.internal.page.GoalFacts;
import io.midagoal.internal.page.GoalQuery;
import io.midagoal.internal.page.Mouse;
import io.midagoal.internal.page.PageFacts;
import io.midagoal.internal.page.PageScriptException;
import io.midagoal.internal.page.PageSession;
import io.midagoal.internal.text.Quotes;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Clicks the control that a visitor clicks first, and words what can go wrong with that.
 *
 * @param before the page as it stood before the click
 * @param control what was clicked, as an HTML tag
 */
public record Revealer(PageFacts before, String control) {

  private static final String CODE = "revealer-unusable";

  /** What became of the attempt: either the click, or why there was none. */
  public record Attempt(PageFacts page, Optional<Revealer> clicked, Optional<Finding> failure) {}

  /**
   * Waits until the control can be clicked, and clicks it.
   *
   * @throws PageScriptException when the page does not let itself be asked
   */
  public static Attempt click(PageSession session, String selector, Optional<String> pageName) {
    GoalQuery query = GoalQuery.click(selector);
    PageFacts page = session.judge(List.of(query));
    Optional<Finding> noPage = PageFindings.ofStatus(pageName.orElse(page.url()), page);
    if (noPage.isPresent()) {
      return failed(page, noPage.get());
    }
    GoalFacts found = page.goals().get(0);
    Mouse hand = Mouse.on(session);
    Optional<ClickPoint> aim = found.met() ? hand.aim(query) : Optional.empty();
    if (aim.isEmpty()) {
      return failed(page, unusable(selector, whyNot(session, query, found)));
    }
    String control = aim.get().element();
    if (hand.click(aim.get())) {
      return failed(
          page,
          Findings.error(
              CODE,
              "The click on " + control + ", named by revealedBy, opened a new window.",
              "Name a control that opens something on the page itself, or set elementUrl to the"
                  + " page of that window."));
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
    return Findings.error(
        CODE,
        "The control to be clicked first, revealedBy = "
            + Quotes.quoted(selector)
            + ", cannot be: "
            + why.message(),
        why.suggestion()
            .map(
                other ->
                    "Write revealedBy = "
                        + Quotes.java(other)
                        + "; on this page it can be clicked.")
            .orElse(
                "Correct revealedBy until it names a control that visitors can click on this page;"
                    + " for more than one step, use goal.after(browser -> ...)."));
  }

  /** What is to be said when the click has led to another page. */
  public Optional<Finding> departure(PageFacts after) {
    if (withoutFragment(after.definedUrl()).equals(withoutFragment(before.definedUrl()))) {
      return Optional.empty();
    }
    return Optional.of(
        Findings.warning(
            "revealer-leaves",
            "The click on "
                + control
                + ", named by revealedBy, led from "
                + before.definedUrl()
                + " to "
                + after.definedUrl()
                + "; the goal was judged there.",
            "If visitors convert on that page, set elementUrl to it and leave revealedBy out."));
  }

  private static String withoutFragment(String url) {
    int at = url.indexOf('#');
    return at < 0 ? url : url.substring(0, at);
  }

  /** The same finding, told of the page after the click. */
  public Finding afterwards(Finding finding) {
    if (finding.severity() != Severity.ERROR) {
      return finding;
    }
    return new Finding(
        finding.code(),
        finding.severity(),
        finding.message() + " This is how the page stands after a click on " + control + ".",
        isUnseen(finding.code())
            ? "That click does not bring it out. Name in revealedBy the control that does, or take"
                + " all the steps in the test: goal.after(browser -> ...)."
            : finding.hint(),
        finding.suggestion());
  }

  private static boolean isUnseen(String code) {
    return code.equals("hidden") || code.equals("no-submit");
  }
}
