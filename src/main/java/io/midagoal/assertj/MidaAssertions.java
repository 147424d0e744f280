package io.midagoal.assertj;

import io.midagoal.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * AssertJ assertions on verdicts, for a static import beside that of AssertJ's own {@code
 * Assertions.assertThat}.
 *
 * <pre>{@code
 * Verdict verdict = GoalVerifier.on(driver).verify(goal);
 * assertThat(verdict).isMatched().hasNoWarnings();
 * }</pre>
 *
 * @see MidaSoftAssertions
 */
public final class MidaAssertions {

  private MidaAssertions() {}

  /**
   * Starts assertions on a verdict.
   *
   * @param actual the verdict
   * @return assertions that fail with the verdict's whole text
   */
  public static VerdictAssert assertThat(@Nullable Verdict actual) {
    return new VerdictAssert(actual);
  }
}
