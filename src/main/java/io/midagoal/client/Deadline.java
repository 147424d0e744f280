package io.midagoal.client;

import java.time.Duration;

/**
 * The time limit of a call with all its attempts.
 *
 * @param begin start of the call ({@link System#nanoTime()})
 * @param end end of the time limit ({@link System#nanoTime()})
 */
record Deadline(long begin, long end) {
  static Deadline in(Duration time) {
    long now = System.nanoTime();
    return new Deadline(now, now + time.toNanos());
  }

  /** The remaining time, or zero. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
