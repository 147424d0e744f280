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
 * Cache of the goals in a project: listed once per run, and again when a goal must have been added.
 * Empty if Mida does not offer to list goals. Thread-safe; concurrent refreshes list the goals
 * once.
 */
final class ExistingGoals {
  /** Statuses of a call that Mida does not offer, or not for this API key. */
  private static final Set<Integer> NOT_OFFERED = Set.of(403, 404, 405, 501);

  private final MidaClient mida;
  private @Nullable List<GoalProfile> listed;
  private @Nullable MidaApiException refusal;
  private final AtomicLong refreshesBegun = new AtomicLong();

  ExistingGoals(MidaClient mida) {
    this.mida = mida;
  }

  /** Finds the goal with the definition's key; without a key, an equal goal will do. */
  synchronized Optional<GoalProfile> find(Goal goal) {
    List<GoalProfile> goals = listed;
    if (goals == null) {
      goals = list();
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

  /** Lists the goals again, unless another thread starts to meanwhile: its list is just as new. */
  void refresh() {
    long begunBefore = refreshesBegun.get();
    synchronized (this) {
      if (refreshesBegun.get() == begunBefore) {
        list();
      }
    }
  }

  private synchronized List<GoalProfile> list() {
    refreshesBegun.incrementAndGet();
    List<GoalProfile> goals = listed == null ? List.of() : listed;
    try {
      goals = mida.list().toList();
      refusal = null;
    } catch (MidaApiException e) {
      if (!isNotOffered(e)) {
        throw e;
      }
      refusal = e;
    }
    listed = goals;
    return goals;
  }

  static boolean isNotOffered(MidaApiException refusal) {
    return refusal.status().isPresent() && NOT_OFFERED.contains(refusal.status().getAsInt());
  }

  /** Why the goals could not be listed; empty if they were. */
  synchronized Optional<MidaApiException> refusal() {
    return Optional.ofNullable(refusal);
  }
}
