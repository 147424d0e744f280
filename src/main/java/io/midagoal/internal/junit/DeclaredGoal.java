package io.midagoal.internal.junit;

import io.midagoal.goal.Goal;
import io.midagoal.verdict.Expectation;

/**
 * A goal that a test declares.
 *
 * @param expectation the goal and what the test expects of it
 * @param level the annotated element
 * @param where the annotation and the element in messages: {@code @MidaGoal on
 *     ShopTest#callToAction}
 */
public record DeclaredGoal(Expectation expectation, AnnotatedPlace level, String where) {

  public Goal goal() {
    return expectation.goal();
  }

  /** Whether {@code @GoalNamed} with this key or name selects the goal. */
  boolean hasKeyOrName(String keyOrName) {
    return goal().name().equals(keyOrName) || goal().key().filter(keyOrName::equals).isPresent();
  }

  /** Shows the goal with the {@code @GoalNamed} that selects it. */
  String asChoice() {
    Goal goal = goal();
    return "@GoalNamed(\"%s\")  %s %s"
        .formatted(goal.key().orElse(goal.name()), goal.type().wireName(), goal.value());
  }
}
