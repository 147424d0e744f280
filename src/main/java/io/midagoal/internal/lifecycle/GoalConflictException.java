package io.midagoal.internal.lifecycle;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import java.io.Serial;

/**
 * The project already has the goal, and the settings do not allow to use it: it is different, or
 * {@code midagoal.on-existing} is {@code fail}. The message shows both side by side.
 */
public final class GoalConflictException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** What was declared. */
  private final transient Goal declared;

  /** What Mida holds. */
  private final transient GoalProfile existing;

  GoalConflictException(String message, Goal declared, GoalProfile existing) {
    super(message);
    this.declared = declared;
    this.existing = existing;
  }

  /**
   * The goal as the test declares it.
   *
   * @return the definition
   */
  public Goal declared() {
    return declared;
  }

  /**
   * The goal that the project has.
   *
   * @return as Mida holds it; where Mida does not list its goals, what is known is the key alone
   */
  public GoalProfile existing() {
    return existing;
  }
}
