package io.midagoal.client;

import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalPurpose;
import io.midagoal.goal.GoalType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Creates one goal, at most once. After the first lost answer, the goals are searched before the
 * retry. After further ones, Mida itself rejects a duplicate: the key is taken (406; for a derived
 * key, this is our reading of its reference). Searching each time could keep in step with a fault
 * that recurs at regular intervals. After the last attempt the goals are searched again, since the
 * goal may exist even so.
 */
final class CreateCall {
  private final MidaClient mida;
  private final Retries retries;
  private final Failures failures;
  private final GoalJson json;
  private final Call call;
  private final Goal goal;
  private boolean answerLost;
  private boolean searched;

  CreateCall(
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
      if (!answerLost) {
        throw e;
      }
      return new Creation(findAfterFailure(e, deadline), false);
    }
  }

  private Creation attempt(Deadline deadline) throws CallFailedException {
    requireKnown();
    if (answerLost && !searched) {
      searched = true;
      Optional<GoalProfile> found = findBeforeRetry(deadline);
      if (found.isPresent()) {
        return new Creation(found.get(), false);
      }
    }
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

  /** If the goals cannot be listed, the next attempt will tell. */
  private Optional<GoalProfile> findBeforeRetry(Deadline deadline) {
    try {
      return find(mida.listOnce(deadline));
    } catch (MidaApiException cannotList) {
      return Optional.empty();
    }
  }

  private GoalProfile findAfterFailure(MidaApiException failure, Deadline deadline) {
    if (Thread.currentThread().isInterrupted()) {
      throw failures.mayExist(failure);
    }
    // No retries while Mida does not answer.
    boolean noAnswer = failure.status().isEmpty();
    Optional<GoalProfile> found;
    try {
      found = find(noAnswer ? mida.listOnce(deadline) : mida.list(deadline));
    } catch (MidaApiException cannotList) {
      throw failures.mayExist(failure);
    }
    return found.orElseThrow(() -> failure);
  }

  /** Finds an equal goal, preferably with the expected key. */
  private Optional<GoalProfile> find(Stream<GoalProfile> goals) {
    List<GoalProfile> equal =
        goals.filter(candidate -> candidate.differencesFrom(goal).isEmpty()).toList();
    return equal.stream()
        .filter(candidate -> candidate.key().equals(goal.keyInMida()))
        .findFirst()
        .or(() -> equal.stream().findFirst());
  }
}
