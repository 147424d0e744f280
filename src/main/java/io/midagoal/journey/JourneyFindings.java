package io.midagoal.journey;

import io.midagoal.goal.Goal;
import io.midagoal.internal.findings.Catalogue;
import io.midagoal.internal.page.Recorder;
import io.midagoal.verdict.Finding;
import java.util.List;
import java.util.Map;

/** Why the goal did not convert on a journey. */
final class JourneyFindings {

  private JourneyFindings() {}

  static Finding notTriggered(Goal goal, JourneyRecording log) {
    if (log.endsElsewhere()) {
      return Catalogue.NOT_TRIGGERED_ELSEWHERE.finding(
          Map.of("origin", log.endOrigin(), "value", goal.value()));
    }
    if (log.before().stream().anyMatch(trigger -> Conversion.counts(trigger, goal))) {
      return Catalogue.NOT_TRIGGERED_ON_LOAD.finding(Map.of("value", goal.value()));
    }
    List<String> others = others(goal, log);
    return entry(goal, others)
        .finding(Map.of("value", goal.value(), "type", goal.type().wireName(), "others", others));
  }

  private static Catalogue entry(Goal goal, List<String> others) {
    return switch (goal.type().convertedBy()) {
      case CLICK -> Catalogue.NOT_TRIGGERED_CLICK;
      case SUBMIT ->
          others.isEmpty() ? Catalogue.NOT_TRIGGERED_SUBMIT : Catalogue.NOT_TRIGGERED_OTHER_FORMS;
      case TRACKING, URL, OTHER ->
          others.isEmpty() ? Catalogue.NOT_TRIGGERED : Catalogue.NOT_TRIGGERED_OTHER_NAMES;
    };
  }

  /** What was clicked, submitted or tracked instead. */
  private static List<String> others(Goal goal, JourneyRecording log) {
    return switch (goal.type().convertedBy()) {
      case CLICK -> names(log, "click");
      case SUBMIT -> names(log, "submit");
      case TRACKING, URL, OTHER ->
          names(log, "track").stream().map(name -> '"' + name + '"').toList();
    };
  }

  private static List<String> names(JourneyRecording log, String kind) {
    return log.triggers().stream()
        .filter(trigger -> trigger.kind().equals(kind))
        .map(Recorder.Trigger::name)
        .distinct()
        .toList();
  }
}
