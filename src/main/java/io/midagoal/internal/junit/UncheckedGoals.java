package io.midagoal.internal.junit;

import io.midagoal.goal.Goal;
import io.midagoal.internal.config.Unchecked;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Finds goals that were declared and that no test verified.
 *
 * <p>With {@link Unchecked#WARN}, a goal is fine when any test of the run verified an equal
 * definition, as tests may share goals through a base class; the rest is told when the run ends.
 * With {@link Unchecked#FAIL}, a goal must be verified in its scope, which is the test or the test
 * class that declares it: so the result does not depend on the order in which classes run.
 *
 * <p>Thread-safe. One for the run; JUnit closes it.
 */
final class UncheckedGoals implements AutoCloseable {

  private final Consumer<String> warnings;
  private final Map<Goal, DeclaredGoal> declared = new LinkedHashMap<>();
  private final Set<Goal> verified = new HashSet<>();

  /** The goals of each scope that fails without them, and whether they were verified there. */
  private final Map<Object, Map<DeclaredGoal, Boolean>> demanded = new HashMap<>();

  UncheckedGoals(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /** Notes that a test has a goal. */
  synchronized void declared(DeclaredGoal goal, Object scope, Unchecked reaction) {
    switch (reaction) {
      case WARN -> declared.putIfAbsent(goal.goal(), goal);
      case FAIL ->
          demanded.computeIfAbsent(scope, any -> new LinkedHashMap<>()).putIfAbsent(goal, false);
      case IGNORE -> {}
    }
  }

  /** Notes that a goal was verified, or that a test failed before it could be. */
  synchronized void settled(DeclaredGoal goal, Object scope) {
    verified.add(goal.goal());
    demanded.getOrDefault(scope, new HashMap<>()).replace(goal, true);
  }

  /**
   * Ends a scope.
   *
   * @throws AssertionError when a goal that must be verified in it was not
   */
  synchronized void end(Object scope) {
    Map<DeclaredGoal, Boolean> goals = demanded.remove(scope);
    if (goals == null || !goals.containsValue(false)) {
      return;
    }
    List<DeclaredGoal> missed =
        goals.keySet().stream().filter(goal -> !goals.getOrDefault(goal, false)).toList();
    throw new AssertionError(
        missed.stream()
            .map(UncheckedGoals::describe)
            .collect(Collectors.joining(System.lineSeparator())));
  }

  /** Ends the run. */
  @Override
  public synchronized void close() {
    declared.values().stream()
        .filter(goal -> !verified.contains(goal.goal()))
        .map(UncheckedGoals::describe)
        .forEach(warnings);
  }

  private static String describe(DeclaredGoal goal) {
    return "Mida goal \"%s\" (%s) was never verified. Call shouldMatch() on a GoalCheck for it, or set midagoal.unchecked to ignore."
        .formatted(goal.goal().name(), goal.where());
  }
}
