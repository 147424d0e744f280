package io.midagoal;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.internal.junit.AnnotatedPlace;
import io.midagoal.internal.junit.DeclarationErrors;
import io.midagoal.internal.junit.DeclaredGoal;
import io.midagoal.internal.junit.TestGoals;
import io.midagoal.internal.junit.TestSession;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** Resolves the parameters that midagoal injects. */
final class GoalParameters {

  private static final Set<Class<?>> TYPES = Set.of(GoalCheck.class, GoalProfile.class, Goal.class);

  private GoalParameters() {}

  /** Whether midagoal resolves the parameter, by its type or its annotation. */
  static boolean isInjected(Parameter parameter) {
    return TYPES.contains(parameter.getType())
        || AnnotationSupport.isAnnotated(parameter, GoalNamed.class);
  }

  /** Whether a test is likely to check a goal. */
  static boolean takesCheck(Method testMethod) {
    return Arrays.asList(testMethod.getParameterTypes()).contains(GoalCheck.class);
  }

  /** Validates the parameters of a test method. */
  static void check(Method testMethod, TestGoals goals, DeclarationErrors errors) {
    for (Parameter parameter : testMethod.getParameters()) {
      if (isInjected(parameter)) {
        try {
          goalOf(parameter, goals);
        } catch (ExtensionConfigurationException e) {
          errors.add(String.valueOf(e.getMessage()));
        }
      }
    }
  }

  /**
   * Finds the goal for a parameter.
   *
   * @throws ExtensionConfigurationException if there is no such goal, more than one, or it has no
   *     page to check; the message says what to do
   */
  private static DeclaredGoal goalOf(Parameter parameter, TestGoals goals) {
    if (!TYPES.contains(parameter.getType())) {
      throw new ExtensionConfigurationException(
          describe(parameter)
              + ": @GoalNamed works on a GoalCheck, GoalProfile or Goal parameter. Change the type.");
    }
    DeclaredGoal goal =
        AnnotationSupport.findAnnotation(parameter, GoalNamed.class)
            .map(named -> goals.named(named.value(), describe(parameter)))
            .orElseGet(() -> goals.nearest(describe(parameter)));
    requirePage(parameter, goal);
    return goal;
  }

  /**
   * Returns the argument for a parameter.
   *
   * @throws ExtensionConfigurationException as {@link #goalOf} does
   * @throws IllegalStateException for a profile in mode {@code verify-only}
   */
  static Object valueOf(Parameter parameter, TestSession test) {
    DeclaredGoal goal = goalOf(parameter, test.goals());
    if (parameter.getType() == GoalCheck.class) {
      return new GoalCheck(test, goal);
    }
    return parameter.getType() == GoalProfile.class ? test.profileOf(goal) : goal.goal();
  }

  private static void requirePage(Parameter parameter, DeclaredGoal goal) {
    if (parameter.getType() == GoalCheck.class && !TestGoals.hasPage(goal.expectation())) {
      throw new ExtensionConfigurationException(
          goal.where()
              + ": the goal \"%s\" has no page for a GoalCheck to open. Set elementUrl, for example elementUrl = \"https://example.com/\"."
                  .formatted(goal.goal().name()));
    }
  }

  /** Describes a parameter by position: names need {@code javac -parameters}. */
  static String describe(Parameter parameter) {
    Executable executable = parameter.getDeclaringExecutable();
    return "Parameter %d (%s) of %s"
        .formatted(
            Arrays.asList(executable.getParameters()).indexOf(parameter) + 1,
            parameter.getType().getSimpleName(),
            AnnotatedPlace.nameOf(executable));
  }
}
