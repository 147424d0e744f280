package io.midagoal.internal.lifecycle;

import java.io.Serial;

/**
 * Thrown when the project already has the goal but it must not be used: it differs from the
 * definition, or {@code midagoal.on-existing} is {@code fail}. The message shows both side by side.
 */
public final class GoalConflictException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  GoalConflictException(String message) {
    super(message);
  }
}
