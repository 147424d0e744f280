package io.midagoal.internal.junit;

import io.midagoal.goal.Goal;
import io.midagoal.verdict.Expectation;

/**
 * A goal as a test declares it.
 *
 * @param expectation the definition and what the test expects of it
 * @param level where it stands
 * @param where the annotation and the place for people: {@code @MidaGoal on ShopTest#callToAction}
 */
public record DeclaredGoal(Expectation expectation, AnnotatedPlace level, String where) {

  public Goal goal() {
    return expectation.goal();
  }

  /** Whether a person means this goal by that name in {@code @GoalNamed}. */
  boolean isCalled(String keyOrName) {
    return goal().name().equals(keyOrName) || goal().key().filter(keyOrName::equals).isPresent();
  }

  /** How to mean this goal in {@code @GoalNamed}, and what it is. */
  String asChoice() {
    Goal goal = goal();
    return "@GoalNamed(\"%s\")  %s %s"
        .formatted(goal.key().orElse(goal.name()), goal.type().wireName(), goal.value());
  }
}
