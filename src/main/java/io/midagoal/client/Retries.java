package io.midagoal.client;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedPredicate;
import dev.failsafe.function.CheckedSupplier;
import io.midagoal.client.MidaApiException.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Retries calls: with exponential backoff and jitter, or when the server asks ({@code
 * Retry-After}), within a total time limit. During an {@link Outage}, calls fail without being
 * sent.
 */
final class Retries {
  private static final int MAX_ATTEMPTS = 6;
  private static final int MAX_BACKOFF_FACTOR = 16;
  private static final double JITTER = 0.5;
  private static final Set<Kind> OUTAGE_KINDS =
      EnumSet.of(Kind.UNREACHABLE, Kind.TIMEOUT, Kind.SERVER_ERROR);

  private final Failures failures;
  private final Duration firstPause;
  private final Duration total;
  private final Outage outage = new Outage();

  /** One attempt of a call. */
  interface Attempt<T> {
    T make(Deadline deadline) throws CallFailedException;
  }

  Retries(Failures failures, Duration firstPause, Duration total) {
    this.failures = failures;
    // With a short time limit, pauses stay short enough for several attempts.
    Duration longest = total.dividedBy(2L * MAX_BACKOFF_FACTOR);
    this.firstPause = firstPause.compareTo(longest) < 0 ? firstPause : longest;
    this.total = total;
  }

  /**
   * Begins a call.
   *
   * @return the time limit for all its attempts
   * @throws MidaApiException during an outage
   */
  Deadline begin(Call call) {
    Optional<Duration> pause = outage.remaining();
    if (pause.isPresent()) {
      throw failures.duringOutage(call, pause.get());
    }
    return Deadline.in(total);
  }

  /** Makes attempts until one succeeds or retrying is pointless. */
  <T> T run(Call call, Attempt<T> attempt) {
    return run(call, begin(call), attempt);
  }

  /** Like {@link #run(Call, Attempt)}, for a call that has begun. */
  <T> T run(Call call, Deadline deadline, Attempt<T> attempt) {
    Attempts<T> attempts = new Attempts<>(attempt, deadline, outage);
    try {
      return Failsafe.with(retryAfterPolicy(deadline), backoffPolicy(deadline)).get(attempts);
    } catch (FailsafeException e) {
      if (e.getCause() instanceof CallFailedException failed) {
        if (isOutage(failed)) {
          outage.failedSince(deadline.begin());
        }
        throw failures.of(failed, attempts.made, attempts.elapsed(), total);
      }
      if (e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        throw failures.of(attempts.interrupted(call), attempts.made, attempts.elapsed(), total);
      }
      throw e;
    }
  }

  /** Makes a single attempt, for a call that has begun. */
  <T> T once(Call call, Deadline deadline, Attempt<T> attempt) {
    Attempts<T> attempts = new Attempts<>(attempt, deadline, outage);
    try {
      return attempts.get();
    } catch (CallFailedException e) {
      throw failures.of(e, attempts.made, attempts.elapsed(), total);
    }
  }

  /** Makes and counts the attempts of one call. */
  static final class Attempts<T> implements CheckedSupplier<T> {
    private final long start = System.nanoTime();
    private final Attempt<T> attempt;
    private final Deadline deadline;
    private final Outage outage;
    private @Nullable CallFailedException last;
    private int made;

    Attempts(Attempt<T> attempt, Deadline deadline, Outage outage) {
      this.attempt = attempt;
      this.deadline = deadline;
      this.outage = outage;
    }

    @Override
    public T get() throws CallFailedException {
      // The pause used up the time. The last failure says more than a time-out would.
      if (last != null && deadline.remaining().isZero()) {
        throw last;
      }
      made++;
      try {
        T result = attempt.make(deadline);
        outage.answered();
        return result;
      } catch (CallFailedException e) {
        last = e;
        if (e.answer().isPresent() && !isOutage(e)) {
          outage.answered();
        }
        throw e;
      }
    }

    Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The failure of a call that was interrupted between attempts. */
    CallFailedException interrupted(Call call) {
      boolean mayHaveWorked = last != null && last.mayHaveWorked();
      return CallFailedException.interruptedBetween(call, mayHaveWorked);
    }
  }

  /** Retries when the server asks, as often as it does. */
  private RetryPolicy<Object> retryAfterPolicy(Deadline deadline) {
    return RetryPolicy.builder()
        .handleIf(
            (CheckedPredicate<Throwable>)
                e ->
                    e instanceof CallFailedException failed
                        && asksToWait(failed)
                        && requestedWait(failed).compareTo(deadline.remaining()) < 0)
        .withMaxAttempts(-1)
        .withDelayFn(
            context ->
                context.getLastException() instanceof CallFailedException failed
                    ? jittered(requestedWait(failed))
                    : firstPause)
        .build();
  }

  /** {@code Retry-After: 0} does not count: the usual backoff applies. */
  private static boolean asksToWait(CallFailedException failed) {
    return failed.isTransient() && !requestedWait(failed).isZero();
  }

  private static Duration requestedWait(CallFailedException failed) {
    return failed.retryAfter().orElse(Duration.ZERO);
  }

  /** Never sooner than asked; not all clients at the same time. */
  private static Duration jittered(Duration wait) {
    return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 4 + 1));
  }

  RetryPolicy<Object> backoffPolicy(Deadline deadline) {
    return RetryPolicy.builder()
        .handleIf(
            (CheckedPredicate<Throwable>)
                e ->
                    e instanceof CallFailedException failed
                        && failed.isTransient()
                        && !asksToWait(failed)
                        && !deadline.remaining().isZero())
        .withMaxAttempts(MAX_ATTEMPTS)
        .withBackoff(firstPause, firstPause.multipliedBy(MAX_BACKOFF_FACTOR))
        .withJitter(JITTER)
        .withMaxDuration(total)
        .build();
  }

  private static boolean isOutage(CallFailedException failed) {
    return failed.isTransient() && OUTAGE_KINDS.contains(failed.kind());
  }
}
