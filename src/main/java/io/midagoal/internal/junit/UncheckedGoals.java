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
 * Finds goals that were declared but never verified.
 *
 * <p>With {@link Unchecked#WARN}, it is enough that any test of the run verified an equal
 * definition, since tests may share goals through a base class; warnings come at the end of the
 * run. With {@link Unchecked#FAIL}, a goal must be verified in the test or test class that declares
 * it (its scope), so that the result does not depend on the order of classes.
 *
 * <p>One per run, closed by JUnit. Thread-safe.
 */
final class UncheckedGoals implements AutoCloseable {

  private final Consumer<String> warnings;
  private final Map<Goal, DeclaredGoal> declared = new LinkedHashMap<>();
  private final Set<Goal> verified = new HashSet<>();

  /** The goals that each scope must verify, and whether it has. */
  private final Map<Object, Map<DeclaredGoal, Boolean>> required = new HashMap<>();

  UncheckedGoals(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /** Records that a test declares a goal. */
  synchronized void declared(DeclaredGoal goal, Object scope, Unchecked onUnchecked) {
    switch (onUnchecked) {
      case WARN -> declared.putIfAbsent(goal.goal(), goal);
      case FAIL ->
          required.computeIfAbsent(scope, any -> new LinkedHashMap<>()).putIfAbsent(goal, false);
      case IGNORE -> {}
    }
  }

  /** Records that a goal was verified, or that its test failed. */
  synchronized void checked(DeclaredGoal goal, Object scope) {
    verified.add(goal.goal());
    required.getOrDefault(scope, new HashMap<>()).replace(goal, true);
  }

  /**
   * Ends a scope.
   *
   * @throws AssertionError if it did not verify a goal that it must
   */
  synchronized void end(Object scope) {
    Map<DeclaredGoal, Boolean> goals = required.remove(scope);
    if (goals == null || !goals.containsValue(false)) {
      return;
    }
    List<DeclaredGoal> unverified =
        goals.keySet().stream().filter(goal -> !goals.getOrDefault(goal, false)).toList();
    throw new AssertionError(
        unverified.stream()
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
