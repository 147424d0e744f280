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
 * Creates one goal, and only one. After the first lost answer, the goal is looked for before the
 * call is sent again. Further lost answers are left to Mida, which refuses a key that is taken
 * (406; for a key that it makes from the name, this is our reading of its reference): to look each
 * time would keep step with a fault that comes back regularly. When the call has failed for good,
 * the goal is looked for again, as it may exist all the same.
 */
final class CreateCall {
  private final MidaClient mida;
  private final Retries retries;
  private final Failures failures;
  private final GoalJson json;
  private final Call call;
  private final Goal goal;
  private boolean answerLost;
  private boolean looked;

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
      return new Creation(lookAfter(e, deadline), false);
    }
  }

  private Creation attempt(Deadline deadline) throws CallFailedException {
    requireKnown();
    if (answerLost && !looked) {
      looked = true;
      Optional<GoalProfile> found = lookBeforeNextAttempt(deadline);
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

  /** Where Mida does not list its goals, or not now, the next attempt tells. */
  private Optional<GoalProfile> lookBeforeNextAttempt(Deadline deadline) {
    try {
      return find(mida.listOnce(deadline));
    } catch (MidaApiException cannotLook) {
      return Optional.empty();
    }
  }

  private GoalProfile lookAfter(MidaApiException failure, Deadline deadline) {
    if (Thread.currentThread().isInterrupted()) {
      throw failures.mayExist(failure);
    }
    // Where Mida is silent, there is no sense in asking it again and again.
    boolean isSilent = failure.status().isEmpty();
    Optional<GoalProfile> found;
    try {
      found = find(isSilent ? mida.listOnce(deadline) : mida.list(deadline));
    } catch (MidaApiException cannotLook) {
      throw failures.mayExist(failure);
    }
    return found.orElseThrow(() -> failure);
  }

  /** Finds the goal with the key that Mida should have given; else one that is equal. */
  private Optional<GoalProfile> find(Stream<GoalProfile> goals) {
    List<GoalProfile> equal =
        goals.filter(candidate -> candidate.differencesFrom(goal).isEmpty()).toList();
    return equal.stream()
        .filter(candidate -> candidate.key().equals(goal.keyInMida()))
        .findFirst()
        .or(() -> equal.stream().findFirst());
  }
}
