package io.midagoal.journey;

import io.midagoal.goal.Goal;
import io.midagoal.internal.page.Recorder;
import io.midagoal.internal.text.Quotes;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Severity;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be said of a journey on which the goal did not convert. */
final class JourneyFindings {

  private static final String CODE = "not-triggered";

  private JourneyFindings() {}

  static Finding notTriggered(Goal goal, JourneyRecording log) {
    if (log.endsElsewhere()) {
      return endedElsewhere(goal, log);
    }
    if (log.before().stream().anyMatch(trigger -> Conversion.counts(trigger, goal))) {
      return triggeredBefore(goal);
    }
    return switch (goal.type().convertedBy()) {
      case CLICK -> noClick(goal, log);
      case SUBMIT -> noSubmit(goal, log);
      case TRACKING, URL, OTHER -> notTracked(goal, log);
    };
  }

  private static Finding endedElsewhere(Goal goal, JourneyRecording log) {
    return new Finding(
        CODE,
        Severity.UNDECIDED,
        "The journey ended on "
            + log.endOrigin()
            + ", another site than it began on: what happened before that cannot be read there,"
            + " and nothing on the last pages triggered "
            + Quotes.quoted(goal.value())
            + ".",
        "End the acts before they leave the site on which the goal converts.",
        Optional.empty());
  }

  private static Finding triggeredBefore(Goal goal) {
    return error(
        Quotes.quoted(goal.value())
            + " was triggered while the page loaded, before the acts began, and not by them.",
        "If opening the page is the conversion, set elementUrl to a page before it, and open this"
            + " one in the acts.");
  }

  private static Finding notTracked(Goal goal, JourneyRecording log) {
    String others = names(log, "track", "\"");
    return error(
        "The journey did not trigger "
            + Quotes.quoted(goal.value())
            + ". "
            + (others.isEmpty()
                ? "Nothing was tracked at all."
                : "Tracked instead: " + others + "."),
        others.isEmpty()
            ? "Look whether the acts reach the step that calls mdq.push([\"track\", NAME]), and"
                + " whether the page still does so."
            : "Names are compared exactly, case included: correct the value, or the page.");
  }

  private static Finding noClick(Goal goal, JourneyRecording log) {
    String others = names(log, "click", "");
    return error(
        "No click of the journey counts for "
            + goal.type().wireName()
            + " "
            + Quotes.quoted(goal.value())
            + ". "
            + (others.isEmpty()
                ? "No click reached the page at all."
                : "Clicks landed on " + others + "."),
        "Look whether the acts click the element. goal.shouldMatch() tells whether it is on the"
            + " page and can be clicked.");
  }

  private static Finding noSubmit(Goal goal, JourneyRecording log) {
    String others = names(log, "submit", "");
    return error(
        "No form that matches "
            + Quotes.quoted(goal.value())
            + " was submitted. "
            + (others.isEmpty()
                ? "No submit event came at all."
                : "Submitted instead: " + others + "."),
        others.isEmpty()
            ? "A required field that is empty, or a script that prevents the submit or sends the"
                + " data itself, keeps the event from coming. Fill in the fields; for such a"
                + " script use the type clickOnElement for the button, or script."
            : "Correct the value, or submit the form that it means.");
  }

  private static String names(JourneyRecording log, String kind, String quote) {
    return log.triggers().stream()
        .filter(trigger -> trigger.kind().equals(kind))
        .map(Recorder.Trigger::name)
        .distinct()
        .map(name -> quote + name + quote)
        .collect(Collectors.joining(", "));
  }

  private static Finding error(String message, String hint) {
    return new Finding(CODE, Severity.ERROR, message, hint, Optional.empty());
  }
}
