package io.midagoal.internal.judging;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.findings.Findings;
import io.midagoal.internal.findings.PageFindings;
import io.midagoal.internal.text.Quotes;
import io.midagoal.internal.text.WebAddress;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import java.util.List;
import java.util.Optional;

/** Which pages a goal is judged on, or why on none. */
public record PagesToOpen(List<String> urls, Optional<Finding> obstacle) {

  public static PagesToOpen of(Expectation expectation) {
    Goal goal = expectation.goal();
    Optional<Finding> unjudgeable = unjudgeable(goal);
    if (unjudgeable.isPresent()) {
      return new PagesToOpen(List.of(), unjudgeable);
    }
    List<String> urls = expectation.pages();
    Optional<String> relative = urls.stream().filter(url -> !isAbsolute(url)).findFirst();
    if (relative.isPresent()) {
      return obstructed(
          PageFindings.noPage(Quotes.quoted(relative.get()) + " is not an absolute http URL"));
    }
    return urls.isEmpty()
        ? obstructed(PageFindings.noPage("the definition names none"))
        : new PagesToOpen(urls, Optional.empty());
  }

  private static PagesToOpen obstructed(Finding finding) {
    return new PagesToOpen(List.of(), Optional.of(finding));
  }

  /** What no page can decide, whatever it looks like. */
  public static Optional<Finding> unjudgeable(Goal goal) {
    return switch (goal.type().convertedBy()) {
      case CLICK, SUBMIT, URL -> Optional.empty();
      case TRACKING ->
          Optional.of(
              needsJourney(
                  goal,
                  "Act as a visitor does: goal.during(browser -> ...).shouldConvert(). Without"
                      + " JUnit: Journey.on(driver).during(...)."));
      case OTHER ->
          Optional.of(
              goal.type() == GoalType.UNKNOWN
                  ? Findings.undecided(
                      "unknown-type",
                      "This version of midagoal does not know the goal's type.",
                      "Look for a newer version of midagoal, or take the goal out of the test.")
                  : needsJourney(
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

  private static boolean isAbsolute(String url) {
    return WebAddress.of(url).isPresent();
  }
}
