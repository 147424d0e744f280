package io.midagoal.page;

import java.util.Map;
import java.util.Optional;

/**
 * One regular expression to try on one URL.
 *
 * @param value the expression
 * @param url the full URL, on the origin for which the goal is defined
 */
public record PatternTrial(String value, String url) {

  /**
   * The outcome of a trial.
   *
   * @param matches whether the expression matches
   * @param timedOut whether it did not end in time
   * @param syntaxError the browser's words about an invalid expression
   */
  public record Answer(boolean matches, boolean timedOut, Optional<String> syntaxError) {}

  Map<String, String> asArgument() {
    return Map.of("value", value, "url", url);
  }
}
