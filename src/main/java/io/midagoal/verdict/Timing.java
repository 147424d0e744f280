package io.midagoal.verdict;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How long checking a page took; all goals of the page share it.
 *
 * @param waitEndedBy what ended the wait; empty if there was no page
 * @param waited the time from the end of the navigation to the check
 * @param total the total time for the page, including navigation
 */
public record Timing(Optional<WaitEnd> waitEndedBy, Duration waited, Duration total) {

  /** What ended the wait for a page. */
  public enum WaitEnd {
    /** All goals were met on a loaded page with no known pending changes. */
    MET,
    /** The page settled: no changes were pending. */
    SETTLED,
    /** The time-out was reached. */
    CAP;

    /**
     * Returns the word used in reports.
     *
     * @return {@code met}, {@code settled} or {@code cap}
     */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Returns the timing when no page was opened.
   *
   * @return zero durations
   */
  public static Timing none() {
    return new Timing(Optional.empty(), Duration.ZERO, Duration.ZERO);
  }
}
