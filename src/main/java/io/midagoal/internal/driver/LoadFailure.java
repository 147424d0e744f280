package io.midagoal.internal.driver;

/**
 * A page that did not load.
 *
 * @param timedOut whether the time-out came first; the page may be there in part
 * @param reason the browser's words, without the driver's noise
 */
public record LoadFailure(boolean timedOut, String reason) {

  /**
   * Puts names of errors into words.
   *
   * @param timedOut whether the time-out came first
   * @param reason the browser's words
   */
  public LoadFailure {
    reason = DriverMessages.inWords(reason);
  }
}
