package io.midagoal.internal.judging;

import io.midagoal.goal.ConvertedBy;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.findings.Catalogue;
import io.midagoal.internal.page.PageScriptException;
import io.midagoal.internal.page.PageSession;
import io.midagoal.internal.page.Probe;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import java.util.HashMap;
import java.util.Map;

/** Tries goals that match with real input, and reports the result. */
public final class ProbeFindings {

  private ProbeFindings() {}

  public static boolean isWanted(Expectation expectation) {
    return expectation.isProbed() && expectation.goal().type().convertedBy().isInput();
  }

  /** Tries a goal that matches on the page that the browser shows. */
  static Finding of(PageSession session, GoalInProgress one) {
    try {
      return ofOutcome(one.goal().type(), Probe.of(session, one.query()));
    } catch (PageScriptException e) {
      return Catalogue.PROBE_UNAVAILABLE.finding(Map.of("reason", String.valueOf(e.getMessage())));
    }
  }

  private static Finding ofOutcome(GoalType type, Probe.Outcome outcome) {
    if (!outcome.isGuarded()) {
      return Catalogue.PROBE_UNAVAILABLE_UNGUARDED.finding(Map.of());
    }
    if (outcome.element().isEmpty()) {
      return Catalogue.PROBE_UNAVAILABLE_GONE.finding(Map.of());
    }
    boolean isSubmit = type.convertedBy() == ConvertedBy.SUBMIT;
    Map<String, Object> data = new HashMap<>();
    data.put(outcome.isEnter() ? "field" : "element", outcome.element());
    data.put(
        isSubmit ? "submitted" : "clicked", isSubmit ? outcome.submitted() : outcome.clicked());
    data.put("asked", outcome.asked().stream().map(ProbeFindings::inWords).toList());
    return entry(isSubmit, outcome).finding(data);
  }

  private static String inWords(Probe.Asked field) {
    return field.element() + " (\"" + field.says() + "\")";
  }

  private static Catalogue entry(boolean isSubmit, Probe.Outcome outcome) {
    if (outcome.counts()) {
      return Catalogue.PROBED;
    }
    if (!isSubmit) {
      return Catalogue.PROBE_FAILED;
    }
    return outcome.asked().isEmpty() ? Catalogue.PROBE_FAILED_SUBMIT : Catalogue.PROBE_INCOMPLETE;
  }
}
