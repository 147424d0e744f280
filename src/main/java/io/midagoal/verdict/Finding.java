package io.midagoal.verdict;

import io.midagoal.internal.text.UrlCredentials;
import java.util.Optional;

/**
 * One thing that was found out about a goal.
 *
 * @param code public and stable, for example {@code no-match}; the guide lists them all
 * @param severity how much it matters
 * @param message what was expected and what was found
 * @param hint what to do about it
 * @param suggestion a value for the goal that works, tried on the same page before it is offered
 */
public record Finding(
    String code, Severity severity, String message, String hint, Optional<String> suggestion) {

  /** The same without user and password in URLs. */
  Finding withoutCredentials() {
    return new Finding(
        code,
        severity,
        UrlCredentials.hideIn(message),
        UrlCredentials.hideIn(hint),
        suggestion.map(UrlCredentials::hideIn));
  }
}
