package io.midagoal.internal.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param location where a redirect points to
 * @param retryAfter how long the server asks to wait
 */
public record ApiResponse(
    int status, Body body, Optional<String> location, Optional<Duration> retryAfter) {

  /**
   * A body, or its beginning when it is longer than the client reads.
   *
   * @param whole whether the text is all of it
   */
  public record Body(String text, boolean whole) {}

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Whether the server does not know the method, for this address or at all. */
  public boolean isNotOffered() {
    return status == 405 || status == 501;
  }

  public boolean isRedirect() {
    return status >= 300 && status < 400;
  }
}
