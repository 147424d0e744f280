package io.midagoal.verdict;

import io.midagoal.internal.text.UrlCredentials;
import java.util.Optional;

/**
 * One result of checking a goal, such as {@code no-match}.
 *
 * @param code a stable code, for example {@code no-match}; the guide lists all codes
 * @param severity how serious it is
 * @param message what was expected and what was found
 * @param hint what to do about it
 * @param suggestion a value that would work, already tried on the same page
 */
public record Finding(
    String code, Severity severity, String message, String hint, Optional<String> suggestion) {

  /** Returns a copy without the credentials in URLs. */
  Finding withoutCredentials() {
    return new Finding(
        code,
        severity,
        UrlCredentials.hideIn(message),
        UrlCredentials.hideIn(hint),
        suggestion.map(UrlCredentials::hideIn));
  }
}
