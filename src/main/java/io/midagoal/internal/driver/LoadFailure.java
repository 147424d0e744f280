package io.midagoal.internal.driver;

/**
 * A page that did not load.
 *
 * @param timedOut whether loading timed out; part of the page may be there
 * @param reason the browser's message, without the driver's noise
 */
public record LoadFailure(boolean timedOut, String reason) {

  /** Puts error names into words. */
  public LoadFailure {
    reason = DriverMessages.inWords(reason);
  }
}
