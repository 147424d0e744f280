package io.midagoal.client;

import java.time.Duration;

/**
 * The end of a time.
 *
 * @param nanoTime when it ends ({@link System#nanoTime()})
 */
record Deadline(long nanoTime) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** What is left of the time, or zero. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }
}
