package io.midagoal.internal.junit;

import io.midagoal.verdict.Expectation;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The goals of a test, for injection into its parameters.
 *
 * @param all all goals, nearest level first
 */
public record TestGoals(List<DeclaredGoal> all) {

  public static final String NONE =
      "No goal is declared for this test. Put @MidaGoal on the test method or its class.";

  /**
   * Returns the only goal of the nearest level that declares one.
   *
   * @param asker the parameter, for messages
   * @throws ExtensionConfigurationException if there is none, or more than one; lists the choices
   */
  public DeclaredGoal nearest(String asker) {
    requireAny(asker);
    List<DeclaredGoal> nearest = nearestOf(goal -> true);
    if (nearest.size() > 1) {
      throw new ExtensionConfigurationException(
          "%s: %s declares %d goals. Select one:%n%s"
              .formatted(asker, nearest.get(0).level().name(), nearest.size(), choices(nearest)));
    }
    return nearest.get(0);
  }

  /**
   * Returns the only goal with a key or name on the nearest level that declares one.
   *
   * @param asker the parameter, for messages
   * @throws ExtensionConfigurationException if there is none, or more than one; lists the choices
   */
  public DeclaredGoal named(String keyOrName, String asker) {
    requireAny(asker);
    List<DeclaredGoal> nearest = nearestOf(goal -> goal.hasKeyOrName(keyOrName));
    if (nearest.isEmpty()) {
      throw new ExtensionConfigurationException(
          "%s: No goal of this test has the key or name \"%s\". It has:%n%s"
              .formatted(asker, keyOrName, choices(all)));
    }
    if (nearest.size() > 1) {
      throw new ExtensionConfigurationException(
          "%s: %s declares %d goals with the key or name \"%s\". Give each a key and use that:%n%s"
              .formatted(
                  asker,
                  nearest.get(0).level().name(),
                  nearest.size(),
                  keyOrName,
                  choices(nearest)));
    }
    return nearest.get(0);
  }

  private void requireAny(String asker) {
    if (all.isEmpty()) {
      throw new ExtensionConfigurationException(asker + ": " + NONE);
    }
  }

  private List<DeclaredGoal> nearestOf(Predicate<DeclaredGoal> wanted) {
    List<DeclaredGoal> found = all.stream().filter(wanted).toList();
    return found.stream().filter(goal -> goal.level().equals(found.get(0).level())).toList();
  }

  private static String choices(List<DeclaredGoal> goals) {
    return goals.stream()
        .map(goal -> "  " + goal.asChoice())
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /**
   * Whether the goal has a page to check or to start a journey on. True for types that cannot be
   * checked yet.
   */
  public static boolean hasPage(Expectation expectation) {
    return switch (expectation.goal().type().convertedBy()) {
      case CLICK, SUBMIT, URL -> !expectation.pages().isEmpty();
      case TRACKING -> expectation.goal().elementUrl().isPresent();
      case OTHER -> true;
    };
  }
}
