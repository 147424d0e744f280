package io.midagoal.verdict;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a goal's page took.
 *
 * @param waitEndedBy what ended the wait; empty when there was no page to wait for
 * @param waited the time from the end of the navigation to the judgement
 * @param total the time for the whole page, navigation included; all goals of a page share it
 */
public record Timing(Optional<WaitEnd> waitEndedBy, Duration waited, Duration total) {

  /** What ended the wait for a page. */
  public enum WaitEnd {
    /**
     * The page had loaded, nothing that could change it was pending, and all its goals were met.
     */
    MET,
    /** Nothing that could change the page was pending any more. */
    SETTLED,
    /** The time-out came first. */
    CAP;

    /**
     * The word that the report uses.
     *
     * @return {@code met}, {@code settled} or {@code cap}
     */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * No page was opened.
   *
   * @return a timing of zero
   */
  public static Timing none() {
    return new Timing(Optional.empty(), Duration.ZERO, Duration.ZERO);
  }
}
