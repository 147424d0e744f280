package io.midagoal.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether Mida is down: a call failed in all its attempts, and no other call was answered
 * meanwhile. Calls then fail at once for a while, as a hundred tests need not wait one after the
 * other for the same silence. Any answer ends it. Thread-safe.
 */
final class Outage {
  private static final Duration LENGTH = Duration.ofSeconds(30);

  private @Nullable Long lastAnswer;
  private @Nullable Deadline end;

  synchronized void answered() {
    lastAnswer = System.nanoTime();
    end = null;
  }

  /**
   * Notes that a call failed in all its attempts.
   *
   * @param start when its first attempt began ({@link System#nanoTime()})
   */
  synchronized void failedSince(long start) {
    if (lastAnswer == null || lastAnswer - start < 0) {
      end = Deadline.in(LENGTH);
    }
  }

  /** How long calls are not sent; empty when they are. */
  synchronized Optional<Duration> left() {
    return Optional.ofNullable(end).map(Deadline::left).filter(left -> !left.isZero());
  }
}
