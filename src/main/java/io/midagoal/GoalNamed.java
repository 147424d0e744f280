package io.midagoal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says which goal a {@link GoalCheck}, {@code GoalProfile} or {@code Goal} parameter means.
 *
 * <p>Without it, the parameter means the one goal of the nearest place that declares any: the test
 * method, else its class, else a superclass or interface, else an enclosing class. With it, any
 * goal of the test can be meant; where two have the name, the nearest place decides. A name that no
 * goal has, or that two goals of one place have, is an error that lists the choices.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@ExtendWith(MidaGoalExtension.class)
public @interface GoalNamed {

  /**
   * The key or the name that the goal's {@link MidaGoal} gives it.
   *
   * @return compared exactly
   */
  String value();
}
