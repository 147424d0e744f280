package io.midagoal.client;

import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.client.Retries.Deadline;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalPurpose;
import io.midagoal.goal.GoalType;
import java.util.List;
import java.util.Optional;

/**
 * The attempts to create one goal. When an answer is lost, the goal is looked for before the call
 * is sent again: it may have arrived.
 */
final class Creating {
  private final MidaClient mida;
  private final GoalJson json;
  private final Call call;
  private final Goal goal;
  private boolean answerLost;

  Creating(MidaClient mida, GoalJson json, Call call, Goal goal) {
    this.mida = mida;
    this.json = json;
    this.call = call;
    this.goal = goal;
  }

  Creation attempt(Deadline deadline) throws CallFailedException {
    requireKnown();
    if (answerLost) {
      Optional<GoalProfile> found = lookAgain(deadline);
      if (found.isPresent()) {
        return new Creation(found.get(), false);
      }
    }
    try {
      return new Creation(
          mida.exchange(call, deadline, answer -> json.readCreated(answer, goal)), true);
    } catch (CallFailedException e) {
      answerLost |= e.mayHaveWorked();
      return resolve(e, deadline);
    }
  }

  /** Where there will be no further attempt, the goal may exist all the same. */
  private Creation resolve(CallFailedException failure, Deadline deadline)
      throws CallFailedException {
    boolean lost = answerLost && (failure.mayHaveWorked() || failure.kind() == Kind.KEY_TAKEN);
    if (failure.isTransient() || !lost || Thread.currentThread().isInterrupted()) {
      throw failure;
    }
    Optional<GoalProfile> found;
    try {
      found = look(deadline);
    } catch (CallFailedException cannotLook) {
      throw failure;
    }
    return new Creation(found.orElseThrow(() -> failure), false);
  }

  private void requireKnown() throws CallFailedException {
    if (goal.type() == GoalType.UNKNOWN) {
      throw CallFailedException.notSent(
          call, Kind.INVALID_GOAL, "its type is UNKNOWN, which Mida does not have");
    }
    if (goal.purpose() == GoalPurpose.UNKNOWN) {
      throw CallFailedException.notSent(
          call, Kind.INVALID_GOAL, "its purpose is UNKNOWN, which Mida does not have");
    }
  }

  private Optional<GoalProfile> lookAgain(Deadline deadline) throws CallFailedException {
    try {
      return look(deadline);
    } catch (CallFailedException e) {
      throw e.during(call);
    }
  }

  /** Finds the goal with the key that Mida should have given; else one that is equal. */
  private Optional<GoalProfile> look(Deadline deadline) throws CallFailedException {
    Optional<GoalProfile> equal = Optional.empty();
    Pages<CallFailedException> pages =
        new Pages<>(mida.projectUrl(), page -> mida.exchange(page, deadline, json::readPage));
    for (List<GoalProfile> page = pages.next(); !page.isEmpty(); page = pages.next()) {
      for (GoalProfile candidate : page) {
        if (candidate.differencesFrom(goal).isEmpty()) {
          if (candidate.key().equals(goal.keyInMida())) {
            return Optional.of(candidate);
          }
          equal = equal.or(() -> Optional.of(candidate));
        }
      }
    }
    return equal;
  }
}
