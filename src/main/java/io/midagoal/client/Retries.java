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
 * Sends calls again that may succeed a moment later: after growing pauses that differ between
 * clients, or when the server asks to come back; and no longer than a total time. During an {@link
 * Outage} calls fail without being sent.
 */
final class Retries {
  private static final int MOST_ATTEMPTS = 6;
  private static final int GROWTH = 16;
  private static final double JITTER = 0.5;
  private static final Set<Kind> OUTAGES =
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
    // Where there is little time in all, pauses are short enough for some attempts.
    Duration longest = total.dividedBy(2L * GROWTH);
    this.firstPause = firstPause.compareTo(longest) < 0 ? firstPause : longest;
    this.total = total;
  }

  /**
   * Begins a call.
   *
   * @return the end of the time that all its attempts have together
   * @throws MidaApiException when Mida is down
   */
  Deadline begin(Call call) {
    Optional<Duration> pause = outage.left();
    if (pause.isPresent()) {
      throw failures.notTried(call, pause.get());
    }
    return Deadline.in(total);
  }

  /** Makes attempts until one succeeds or there is no sense in another one. */
  <T> T run(Call call, Attempt<T> attempt) {
    return run(call, begin(call), attempt);
  }

  /** Makes attempts like {@link #run(Call, Attempt)}, for a call that has begun. */
  <T> T run(Call call, Deadline deadline, Attempt<T> attempt) {
    Attempts<T> attempts = new Attempts<>(attempt, deadline, outage);
    try {
      return Failsafe.with(politely(deadline), patiently(deadline)).get(attempts);
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

  /** The attempts of one call, counted. */
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
      // The pause has taken what was left of the time: the last failure tells more than "too late".
      if (last != null && deadline.left().isZero()) {
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

  private static boolean isOutage(CallFailedException failed) {
    return failed.isTransient() && OUTAGES.contains(failed.kind());
  }
}
