package io.midagoal.client;

import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalPurpose;
import io.midagoal.goal.GoalType;
import java.util.List;
import java.util.Optional;

/**
 * Creates one goal. When an answer is lost, the same call is sent again: if the first one arrived,
 * Mida answers 406, because the key is taken (for a key that Mida makes from the name, this is our
 * reading of its reference), and the goal is then looked for.
 */
final class Creating {
  private final MidaClient mida;
  private final Retries retries;
  private final Failures failures;
  private final GoalJson json;
  private final Call call;
  private final Goal goal;
  private boolean answerLost;

  Creating(
      MidaClient mida, Retries retries, Failures failures, GoalJson json, Call call, Goal goal) {
    this.mida = mida;
    this.retries = retries;
    this.failures = failures;
    this.json = json;
    this.call = call;
    this.goal = goal;
  }

  Creation create() {
    Deadline deadline = retries.begin(call);
    try {
      return retries.run(call, deadline, this::attempt);
    } catch (MidaApiException e) {
      boolean mayExist = answerLost && (e.isOutcomeUnknown() || e.kind() == Kind.KEY_TAKEN);
      if (!mayExist || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      return new Creation(lookAfter(e, deadline), false);
    }
  }

  private Creation attempt(Deadline deadline) throws CallFailedException {
    requireKnown();
    try {
      return new Creation(
          mida.exchange(call, deadline, answer -> json.readCreated(answer, goal)), true);
    } catch (CallFailedException e) {
      answerLost |= e.mayHaveWorked();
      throw e;
    }
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

  private GoalProfile lookAfter(MidaApiException failure, Deadline deadline) {
    Optional<GoalProfile> found;
    try {
      found = look(deadline);
    } catch (MidaApiException cannotLook) {
      throw failures.mayExist(failure);
    }
    return found.orElseThrow(() -> failure);
  }

  /** Finds the goal with the key that Mida should have given; else one that is equal. */
  private Optional<GoalProfile> look(Deadline deadline) {
    List<GoalProfile> equal =
        mida.list(deadline).filter(candidate -> candidate.differencesFrom(goal).isEmpty()).toList();
    return equal.stream()
        .filter(candidate -> candidate.key().equals(goal.keyInMida()))
        .findFirst()
        .or(() -> equal.stream().findFirst());
  }
}
