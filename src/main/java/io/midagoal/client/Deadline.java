package io.midagoal.client;

import java.time.Duration;

/**
 * The time that a call has, with all its attempts.
 *
 * @param begin when it began ({@link System#nanoTime()})
 * @param end when it ends
 */
record Deadline(long begin, long end) {
  static Deadline in(Duration time) {
    long now = System.nanoTime();
    return new Deadline(now, now + time.toNanos());
  }

  /** What is left of the time, or zero. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
