package io.midagoal.client;

import java.util.Optional;

/**
 * What a server answered.
 *
 * @param location where a redirect points to
 */
record Answer(int status, Body body, Optional<String> location) {

  /**
   * A body, or its beginning when it is longer than the client reads.
   *
   * @param whole whether the text is all of it
   */
  record Body(String text, boolean whole) {}

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  boolean isRedirect() {
    return status >= 300 && status < 400;
  }
}
