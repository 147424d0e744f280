package io.midagoal.client;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedPredicate;
import io.midagoal.client.MidaApiException.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends calls again that may succeed a moment later: after growing pauses that differ between
 * clients, or when the server asks to come back; and no longer than a total time.
 *
 * <p>Where Mida does not answer a call in all its attempts, the next calls fail at once for a
 * while: else a hundred tests would wait for the same nothing, one after the other.
 */
final class Retries {
  private static final int MOST_ATTEMPTS = 6;
  private static final int GROWTH = 16;
  private static final double JITTER = 0.5;
  private static final Duration OUTAGE = Duration.ofSeconds(30);
  private static final Set<Kind> OUTAGES =
      EnumSet.of(Kind.UNREACHABLE, Kind.TIMEOUT, Kind.SERVER_ERROR);

  private final Duration firstPause;
  private final Duration total;
  private final CircuitBreaker<Object> breaker =
      CircuitBreaker.builder()
          .handleIf((CheckedPredicate<Throwable>) Retries::isOutage)
          .withFailureThreshold(1)
          .withDelay(OUTAGE)
          .build();

  /** One attempt of a call. */
  interface Attempt<T> {
    T make(Deadline deadline) throws CallFailedException;
  }

  /** The end of the time that all attempts of a call have together. */
  record Deadline(long nanoTime) {
    static Deadline in(Duration time) {
      return new Deadline(System.nanoTime() + time.toNanos());
    }

    Duration left() {
      return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
  }

  Retries(Duration firstPause, Duration total) {
    this.firstPause = firstPause;
    this.total = total;
  }

  /** Makes attempts until one succeeds or there is no sense in another one. */
  <T> T run(Call call, Failures failures, Attempt<T> attempt) {
    Deadline deadline = Deadline.in(total);
    AtomicInteger attempts = new AtomicInteger();
    long start = System.nanoTime();
    try {
      return Failsafe.with(breaker, politely(deadline), patiently(deadline))
          .get(
              () -> {
                attempts.incrementAndGet();
                return attempt.make(deadline);
              });
    } catch (CircuitBreakerOpenException e) {
      throw failures.notTried(call, breaker.getRemainingDelay());
    } catch (FailsafeException e) {
      if (e.getCause() instanceof CallFailedException failed) {
        throw failures.of(
            failed, attempts.get(), Duration.ofNanos(System.nanoTime() - start), total);
      }
      if (e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        throw failures.of(
            CallFailedException.interrupted(call, "the thread was interrupted between attempts"),
            attempts.get(),
            Duration.ofNanos(System.nanoTime() - start),
            total);
      }
      throw e;
    }
  }

  /** Comes back when the server asks to, as often as it does. */
  private RetryPolicy<Object> politely(Deadline deadline) {
    return RetryPolicy.builder()
        .handleIf(
            (CheckedPredicate<Throwable>)
                e ->
                    e instanceof CallFailedException failed
                        && asksToWait(failed)
                        && wait(failed).compareTo(deadline.left()) < 0)
        .withMaxAttempts(-1)
        .withDelayFn(
            context ->
                context.getLastException() instanceof CallFailedException failed
                    ? jittered(wait(failed))
                    : firstPause)
        .build();
  }

  private static boolean asksToWait(CallFailedException failed) {
    return failed.isTransient() && failed.retryAfter().isPresent();
  }

  private static Duration wait(CallFailedException failed) {
    return failed.retryAfter().orElse(Duration.ZERO);
  }

  /** Never sooner than asked; not all clients at the same moment. */
  private Duration jittered(Duration wait) {
    long most = Math.max(firstPause.toMillis(), wait.toMillis() / 4);
    return wait.plusMillis(ThreadLocalRandom.current().nextLong(most + 1));
  }

  private RetryPolicy<Object> patiently(Deadline deadline) {
    return RetryPolicy.builder()
        .handleIf(
            (CheckedPredicate<Throwable>)
                e ->
                    e instanceof CallFailedException failed
                        && failed.isTransient()
                        && !asksToWait(failed)
                        && !deadline.left().isZero())
        .withMaxAttempts(MOST_ATTEMPTS)
        .withBackoff(firstPause, firstPause.multipliedBy(GROWTH))
        .withJitter(JITTER)
        .withMaxDuration(total)
        .build();
  }

  private static boolean isOutage(Throwable failure) {
    return failure instanceof CallFailedException failed
        && failed.isTransient()
        && OUTAGES.contains(failed.kind());
  }
}
