package io.midagoal.internal.lifecycle;

import io.midagoal.client.MidaApiException;
import io.midagoal.client.MidaClient;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The goals that a project had when it was last looked: listed once for a run, and again when a
 * goal must have come since. Where Mida does not offer to list them, none are found. Thread-safe;
 * of many that ask for a new look at once, one looks.
 */
final class ExistingGoals {
  /** The statuses of a call that Mida does not offer, or not to this API key. */
  private static final Set<Integer> NOT_OFFERED = Set.of(403, 404, 405, 501);

  private final MidaClient mida;
  private @Nullable List<GoalProfile> listed;
  private @Nullable MidaApiException refusal;
  private final AtomicLong looksBegun = new AtomicLong();

  ExistingGoals(MidaClient mida) {
    this.mida = mida;
  }

  /** The goal that a definition means: that with its key; without a key, else one that is equal. */
  synchronized Optional<GoalProfile> find(Goal goal) {
    List<GoalProfile> goals = listed;
    if (goals == null) {
      goals = look();
    }
    Optional<GoalProfile> withKey =
        goals.stream().filter(found -> found.key().equals(goal.keyInMida())).findFirst();
    if (goal.key().isPresent() || withKey.filter(found -> isEqual(found, goal)).isPresent()) {
      return withKey;
    }
    return goals.stream()
        .filter(found -> isEqual(found, goal))
        .min(Comparator.comparingLong(GoalProfile::id))
        .or(() -> withKey);
  }

  private static boolean isEqual(GoalProfile found, Goal goal) {
    return found.differencesFrom(goal).isEmpty();
  }

  /**
   * Looks again, because a goal has come since the last look, unless another thread begins to look
   * meanwhile: what was there before is seen by that look, too.
   */
  void lookAgain() {
    long begunBefore = looksBegun.get();
    synchronized (this) {
      if (looksBegun.get() == begunBefore) {
        look();
      }
    }
  }

  private synchronized List<GoalProfile> look() {
    looksBegun.incrementAndGet();
    List<GoalProfile> goals = list();
    listed = goals;
    return goals;
  }

  private List<GoalProfile> list() {
    try {
      List<GoalProfile> goals = mida.list().toList();
      refusal = null;
      return goals;
    } catch (MidaApiException e) {
      if (!isNotOffered(e)) {
        throw e;
      }
      refusal = e;
      return listed == null ? List.of() : listed;
    }
  }

  static boolean isNotOffered(MidaApiException refusal) {
    return refusal.status().isPresent() && NOT_OFFERED.contains(refusal.status().getAsInt());
  }

  /** Why the goals cannot be seen; empty when they can. */
  synchronized Optional<MidaApiException> refusal() {
    return Optional.ofNullable(refusal);
  }
}
