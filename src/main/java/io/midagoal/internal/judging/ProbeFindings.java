package io.midagoal.internal.judging;

import io.midagoal.goal.ConvertedBy;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.findings.Findings;
import io.midagoal.internal.page.PageScriptException;
import io.midagoal.internal.page.PageSession;
import io.midagoal.internal.page.Probe;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries goals that match with real input, and words what comes of it. */
public final class ProbeFindings {

  private static final Set<ConvertedBy> PROBED = Set.of(ConvertedBy.CLICK, ConvertedBy.SUBMIT);

  private static final String BEYOND =
      "What the page's own handlers do with it is not part of a probe: to let them run, act in the"
          + " test: goal.during(browser -> ...).shouldConvert().";

  private ProbeFindings() {}

  public static boolean isWanted(Expectation expectation) {
    return expectation.isProbed() && PROBED.contains(expectation.goal().type().convertedBy());
  }

  /** Tries a goal that matches on the page that the browser shows. */
  public static Finding of(PageSession session, GoalInProgress one) {
    try {
      return ofOutcome(one.goal().type(), Probe.of(session, one.query()));
    } catch (PageScriptException e) {
      return unavailable(String.valueOf(e.getMessage()));
    }
  }

  private static Finding ofOutcome(GoalType type, Probe.Outcome outcome) {
    if (!outcome.isGuarded()) {
      return unavailable(
          "nothing would keep the page's scripts from seeing it. That needs a browser that speaks"
              + " CDP, and a page that was opened by midagoal and has not written itself anew");
    }
    Optional<String> element = outcome.element();
    if (element.isEmpty()) {
      return unavailable("there was no place for it any more");
    }
    String act = (outcome.isEnter() ? "Enter in " : "a click on ") + element.get();
    if (outcome.counts()) {
      return probed(type, act, outcome);
    }
    return type.convertedBy() == ConvertedBy.SUBMIT
        ? notSubmitted(act, outcome)
        : notClicked(act, outcome);
  }

  /**
   * The goal matches, but was not tried.
   *
   * @param why to stand after a colon
   */
  public static Finding unavailable(String why) {
    return Findings.undecided(
        "probe-unavailable",
        "The goal matches, but it was not tried with real input: " + why + ".",
        "Let midagoal open the page in a Chromium browser, or leave probe out.");
  }

  private static Finding probed(GoalType type, String act, Probe.Outcome outcome) {
    String event =
        type.convertedBy() == ConvertedBy.SUBMIT
            ? "a submit event of " + list(outcome.submitted())
            : "a click event at " + list(outcome.clicked());
    return Findings.info(
        "probed",
        "Tried with real input, " + act + " leads to " + event + ", which counts.",
        BEYOND);
  }

  private static Finding notClicked(String act, Probe.Outcome outcome) {
    String landed =
        outcome.clicked().isEmpty()
            ? " leads to no click event at all."
            : " lands on " + list(outcome.clicked()) + ", which does not count.";
    return Findings.error(
        "probe-failed",
        "Tried with real input, " + act + landed,
        "Look at the page with the pointer there: something may come up, or move, under it.");
  }

  private static Finding notSubmitted(String act, Probe.Outcome outcome) {
    if (!outcome.asked().isEmpty()) {
      return Findings.info(
          "probe-incomplete",
          "Tried with real input, "
              + act
              + " makes the browser ask first for "
              + outcome.asked().stream()
                  .map(field -> field.element() + " (\"" + field.says() + "\")")
                  .collect(Collectors.joining(", "))
              + ". A probe fills in nothing, so no submit event came.",
          "Visitors can do that, so it is no fault. To see the submit, fill the form in:"
              + " goal.during(browser -> ...).shouldConvert().");
    }
    String other =
        outcome.submitted().isEmpty()
            ? " leads to no submit event."
            : " submits " + list(outcome.submitted()) + ", which does not count.";
    return Findings.error("probe-failed", "Tried with real input, " + act + other, BEYOND);
  }

  private static String list(List<String> elements) {
    return String.join(", ", elements);
  }
}
