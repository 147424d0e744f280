package io.midagoal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Selects the goal to inject into a {@link GoalCheck}, {@code GoalProfile} or {@code Goal}
 * parameter.
 *
 * <p>Without it, the parameter gets the only goal of the nearest level that declares one: the test
 * method, its class, a superclass or interface, or an enclosing class. With it, the parameter can
 * get any goal of the test; if several goals have the name, the nearest level wins. A name that
 * matches no goal, or two goals of the same level, is an error that lists the choices.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@ExtendWith(MidaGoalExtension.class)
public @interface GoalNamed {

  /**
   * The key or the name in the goal's {@link MidaGoal}.
   *
   * @return the exact key or name
   */
  String value();
}
