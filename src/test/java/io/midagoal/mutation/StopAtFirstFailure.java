package io.midagoal.mutation;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** One red test is enough: skips what has not begun. Only {@link MutationRun} has it registered. */
public final class StopAtFirstFailure implements ExecutionCondition, TestWatcher {

  static final AtomicReference<@Nullable String> FAILED = new AtomicReference<>();

  /** Made by the service loader. */
  public StopAtFirstFailure() {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return FAILED.get() == null
        ? ConditionEvaluationResult.enabled("nothing has failed")
        : ConditionEvaluationResult.disabled("a test has failed");
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    FAILED.compareAndSet(
        null, context.getRequiredTestClass().getSimpleName() + ": " + context.getDisplayName());
  }
}
