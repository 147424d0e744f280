package io.midagoal.assertj;

import io.midagoal.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Entry point for AssertJ assertions on verdicts; can be statically imported along with AssertJ's
 * own {@code Assertions.assertThat}.
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
   * Creates assertions on a verdict.
   *
   * @param actual the verdict
   * @return assertions whose failures show the whole verdict
   */
  public static VerdictAssert assertThat(@Nullable Verdict actual) {
    return new VerdictAssert(actual);
  }
}
