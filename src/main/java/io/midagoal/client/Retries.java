package io.midagoal.client;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedPredicate;
import dev.failsafe.function.CheckedSupplier;
import io.midagoal.client.MidaApiException.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

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
    // Where there is little time in all, pauses are short enough for some attempts.
    Duration longest = total.dividedBy(2L * GROWTH);
    this.firstPause = firstPause.compareTo(longest) < 0 ? firstPause : longest;
    this.total = total;
  }

  /** Makes attempts until one succeeds or there is no sense in another one. */
  <T> T run(Call call, Failures failures, Attempt<T> attempt) {
    Deadline deadline = Deadline.in(total);
    Attempts<T> attempts = new Attempts<>(attempt, deadline);
    try {
      return Failsafe.with(breaker, politely(deadline), patiently(deadline)).get(attempts);
    } catch (CircuitBreakerOpenException e) {
      throw failures.notTried(call, breaker.getRemainingDelay());
    } catch (FailsafeException e) {
      if (e.getCause() instanceof CallFailedException failed) {
        throw failures.of(failed, attempts.made, attempts.elapsed(), total);
      }
      if (e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        throw failures.of(attempts.interrupted(call), attempts.made, attempts.elapsed(), total);
      }
      throw e;
    }
  }

  /** The attempts of one call, counted. */
  static final class Attempts<T> implements CheckedSupplier<T> {
    private final long start = System.nanoTime();
    private final Attempt<T> attempt;
    private final Deadline deadline;
    private @Nullable CallFailedException last;
    private int made;

    Attempts(Attempt<T> attempt, Deadline deadline) {
      this.attempt = attempt;
      this.deadline = deadline;
    }

    @Override
    public T get() throws CallFailedException {
      // The pause has taken what was left of the time: the last failure tells more than "too late".
      if (last != null && deadline.left().isZero()) {
        throw last;
      }
      made++;
      try {
        return attempt.make(deadline);
      } catch (CallFailedException e) {
        last = e;
        throw e;
      }
    }

    Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What is known of a call whose pause was interrupted. */
    CallFailedException interrupted(Call call) {
      boolean mayHaveWorked = last != null && last.mayHaveWorked();
      return CallFailedException.interruptedBetween(call, mayHaveWorked);
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

  /** To be told to come back at once is no reason to do so: then the usual pauses count. */
  private static boolean asksToWait(CallFailedException failed) {
    return failed.isTransient() && !wait(failed).isZero();
  }

  private static Duration wait(CallFailedException failed) {
    return failed.retryAfter().orElse(Duration.ZERO);
  }

  /** Never sooner than asked; not all clients at the same moment. */
  private static Duration jittered(Duration wait) {
    return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 4 + 1));
  }

  RetryPolicy<Object> patiently(Deadline deadline) {
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
