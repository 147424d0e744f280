package io.midagoal.internal.lifecycle;

import io.midagoal.client.MidaApiException;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;

/** Builds the exceptions for existing goals that must not be used. */
final class Conflicts {
  private Conflicts() {}

  /** The goal in Mida differs from the test's definition. */
  static GoalConflictException drift(Goal declared, GoalProfile existing) {
    return conflict(
        declared,
        existing,
        "is in Mida already, but different (drift)",
        """
        Either somebody changed the goal in Mida, or the test was changed.
          - If Mida is right, change the annotation to what Mida has.
          - If the test is right, change the goal in Mida, or run once with
            midagoal.on-existing=update. That takes effect at once, also in
            running experiments.
          - If these are two goals, give the one in the test another key.""");
  }

  /** Two tests of one run declare different goals with the same key. */
  static GoalConflictException ofThisRun(Goal declared, GoalProfile existing) {
    return conflict(
        declared,
        existing,
        "is declared differently by another test of this run",
        "Both get the same key in Mida. Make both declarations the same, or give one\n"
            + "of them another key.");
  }

  /** The goal exists, and {@code on-existing} is {@code fail}. */
  static GoalConflictException forbidden(Goal declared, GoalProfile existing) {
    return conflict(
        declared,
        existing,
        "is in Mida already, and midagoal.on-existing is fail",
        "Delete the goal in Mida, give this one another key, or set\n"
            + "midagoal.on-existing to reuse.");
  }

  /** The same for a goal that Mida does not list. */
  static GoalConflictException forbiddenUnlisted(Goal declared, GoalProfile unlisted) {
    return new GoalConflictException(
        """
        Mida goal "%s" is in Mida already (key %s), and midagoal.on-existing is fail

        Delete the goal in Mida, give this one another key, or set
        midagoal.on-existing to reuse.\
        """
            .formatted(declared.name(), unlisted.key()));
  }

  /** The goal exists, but cannot be updated without its number. */
  static GoalConflictException cannotBeUpdated(
      Goal declared, GoalProfile unlisted, MidaApiException refusal) {
    return new GoalConflictException(
        """
        Mida goal "%s" is in Mida already (key %s), and cannot be updated

        midagoal.on-existing=update needs the goal's number, but Mida did not list its
        goals (status %d). Use an API key that may list goals, change the goal in Mida
        by hand, or set midagoal.on-existing to reuse, which uses the goal as it is.\
        """
            .formatted(declared.name(), unlisted.key(), refusal.status().orElse(0)));
  }

  private static GoalConflictException conflict(
      Goal declared, GoalProfile existing, String problem, String advice) {
    return new GoalConflictException(
        "Mida goal \"%s\" %s: goal %d, key %s%n%n%s%n%n%s"
            .formatted(
                declared.name(),
                problem,
                existing.id(),
                existing.key(),
                SideBySide.of(declared, existing),
                advice));
  }
}
