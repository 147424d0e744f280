package io.midagoal.journey;

import io.midagoal.goal.ConvertedBy;
import io.midagoal.goal.Goal;
import io.midagoal.internal.page.Recorder;

/**
 * One conversion that Mida would count.
 *
 * @param name the tracked name; for a click or a submit, the goal's value
 * @param url the page on which it happened
 */
public record Conversion(String name, String url) {

  static boolean isTracked(Goal goal) {
    return goal.type().convertedBy() == ConvertedBy.TRACKING;
  }

  /** Whether a recorded trigger is a conversion of the goal. */
  static boolean counts(Recorder.Trigger trigger, Goal goal) {
    String kind = isTracked(goal) ? "track" : goal.type().wireName();
    return trigger.kind().equals(kind) && trigger.name().equals(goal.value());
  }
}
