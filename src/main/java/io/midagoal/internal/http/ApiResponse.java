package io.midagoal.internal.http;

import java.time.Duration;
import java.util.Optional;

/**
 * An answer of the API.
 *
 * @param location the target of a redirect
 * @param retryAfter how long the server asks to wait
 */
public record ApiResponse(
    int status, Body body, Optional<String> location, Optional<Duration> retryAfter) {

  /**
   * A body, cut off at the request's limit.
   *
   * @param whole whether the text is the complete body
   */
  public record Body(String text, boolean whole) {}

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Whether the server does not support the method. */
  public boolean isNotOffered() {
    return status == 405 || status == 501;
  }

  public boolean isRedirect() {
    return status >= 300 && status < 400;
  }
}
