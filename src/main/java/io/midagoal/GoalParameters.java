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

/** Which parameters midagoal gives a value, and which goal each of them means. */
final class GoalParameters {

  private static final Set<Class<?>> TYPES = Set.of(GoalCheck.class, GoalProfile.class, Goal.class);

  private GoalParameters() {}

  /** Whether the parameter is midagoal's: by its type, or because it is marked. */
  static boolean isOurs(Parameter parameter) {
    return TYPES.contains(parameter.getType())
        || AnnotationSupport.isAnnotated(parameter, GoalNamed.class);
  }

  /** Whether a test is likely to judge a goal. */
  static boolean takesCheck(Method testMethod) {
    return Arrays.asList(testMethod.getParameterTypes()).contains(GoalCheck.class);
  }

  /** Finds what is wrong with the parameters of a test method. */
  static void check(Method testMethod, TestGoals goals, DeclarationErrors mistakes) {
    for (Parameter parameter : testMethod.getParameters()) {
      if (isOurs(parameter)) {
        try {
          goalOf(parameter, goals);
        } catch (ExtensionConfigurationException e) {
          mistakes.add(String.valueOf(e.getMessage()));
        }
      }
    }
  }

  /**
   * The goal that a parameter means.
   *
   * @throws ExtensionConfigurationException when it means none, or not one, or one that cannot be
   *     used so; the message says what to do
   */
  private static DeclaredGoal goalOf(Parameter parameter, TestGoals goals) {
    if (!TYPES.contains(parameter.getType())) {
      throw new ExtensionConfigurationException(
          describe(parameter)
              + ": @GoalNamed is for a GoalCheck, a GoalProfile or a Goal. Change the type.");
    }
    DeclaredGoal goal =
        AnnotationSupport.findAnnotation(parameter, GoalNamed.class)
            .map(named -> goals.named(named.value(), describe(parameter)))
            .orElseGet(() -> goals.nearest(describe(parameter)));
    requirePage(parameter, goal);
    return goal;
  }

  /**
   * The value of a parameter of a test.
   *
   * @throws ExtensionConfigurationException as {@link #goalOf} does
   * @throws IllegalStateException when it is a profile, in mode {@code verify-only}
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
              + ": no page is known on which a GoalCheck could judge the goal \"%s\". Set elementUrl, for example elementUrl = \"https://example.com/\"."
                  .formatted(goal.goal().name()));
    }
  }

  /** Names a parameter. Its own name is known only to some compilations, so its number does. */
  static String describe(Parameter parameter) {
    Executable executable = parameter.getDeclaringExecutable();
    return "Parameter %d (%s) of %s"
        .formatted(
            Arrays.asList(executable.getParameters()).indexOf(parameter) + 1,
            parameter.getType().getSimpleName(),
            AnnotatedPlace.nameOf(executable));
  }
}
