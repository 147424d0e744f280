package io.midagoal.verify;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.page.WebAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which pages a goal is judged on, or why on none. */
record PagesToOpen(List<String> urls, Optional<Finding> obstacle) {

  static PagesToOpen of(Expectation expectation) {
    Goal goal = expectation.goal();
    Optional<Finding> unjudgeable = unjudgeable(goal);
    if (unjudgeable.isPresent()) {
      return new PagesToOpen(List.of(), unjudgeable);
    }
    Set<String> urls = new LinkedHashSet<>();
    goal.elementUrl().or(() -> valueAsPage(goal)).ifPresent(urls::add);
    urls.addAll(expectation.visits());
    Optional<String> relative = urls.stream().filter(url -> !isAbsolute(url)).findFirst();
    if (relative.isPresent()) {
      return obstructed(
          PageFindings.noPage(Findings.quoted(relative.get()) + " is not an absolute http URL"));
    }
    return urls.isEmpty()
        ? obstructed(PageFindings.noPage("the definition names none"))
        : new PagesToOpen(new ArrayList<>(urls), Optional.empty());
  }

  private static PagesToOpen obstructed(Finding finding) {
    return new PagesToOpen(List.of(), Optional.of(finding));
  }

  /** What no page can decide, whatever it looks like. */
  static Optional<Finding> unjudgeable(Goal goal) {
    return switch (goal.type()) {
      case CLICK_ON_ELEMENT,
          CLICK_ON_TEXT,
          FORM_SUBMIT,
          PAGEVIEW,
          PAGEVIEW_EXACT,
          PAGEVIEW_WILDCARD,
          PAGEVIEW_REGEX ->
          Optional.empty();
      case UNKNOWN ->
          Optional.of(
              Findings.undecided(
                  "unknown-type",
                  "This version of midagoal does not know the goal's type.",
                  "Look for a newer version of midagoal, or take the goal out of the test."));
      case SCRIPT, EVENT, REVENUE ->
          Optional.of(
              needsJourney(
                  goal,
                  "Act as a visitor does: goal.during(browser -> ...).shouldConvert(). Without"
                      + " JUnit: Journey.on(driver).during(...)."));
      default ->
          Optional.of(
              needsJourney(
                  goal,
                  "This version of midagoal cannot judge the type "
                      + goal.type().wireName()
                      + ": check it by hand in Mida's preview."));
    };
  }

  private static Finding needsJourney(Goal goal, String hint) {
    return Findings.undecided(
        "needs-journey",
        "A goal of type " + goal.type().wireName() + " cannot be judged by looking at a page.",
        hint);
  }

  /** A URL goal whose value is a plain absolute URL says itself where its page is. */
  private static Optional<String> valueAsPage(Goal goal) {
    boolean isPlain =
        switch (goal.type()) {
          case PAGEVIEW, PAGEVIEW_EXACT, PAGEVIEW_WILDCARD -> !goal.value().contains("*");
          default -> false;
        };
    return isPlain && isAbsolute(goal.value()) ? Optional.of(goal.value()) : Optional.empty();
  }

  private static boolean isAbsolute(String url) {
    return WebAddress.of(url).isPresent();
  }

  /** Whether the goal is met by a page's URL. */
  static boolean isOfUrl(Goal goal) {
    return switch (goal.type()) {
      case PAGEVIEW, PAGEVIEW_EXACT, PAGEVIEW_WILDCARD, PAGEVIEW_REGEX -> true;
      default -> false;
    };
  }

  static boolean isRegex(Goal goal) {
    return goal.type() == GoalType.PAGEVIEW_REGEX;
  }
}
