package io.midagoal.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Circuit breaker: opens for a while when all attempts of a call failed and no other call was
 * answered meanwhile, so that a hundred tests do not each wait for the same outage. Any answer
 * closes it. Thread-safe.
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
   * Records that all attempts of a call failed.
   *
   * @param start when the first attempt began ({@link System#nanoTime()})
   */
  synchronized void failedSince(long start) {
    if (lastAnswer == null || lastAnswer - start < 0) {
      end = Deadline.in(LENGTH);
    }
  }

  /** The time until calls are sent again; empty if they are sent now. */
  synchronized Optional<Duration> remaining() {
    return Optional.ofNullable(end)
        .map(Deadline::remaining)
        .filter(remaining -> !remaining.isZero());
  }
}
