package io.midagoal.assertj;

import io.midagoal.verdict.Verdict;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Soft assertions on verdicts and all types that AssertJ supports: they check all goals of a test
 * and report all failures together.
 *
 * <pre>{@code
 * MidaSoftAssertions.assertSoftly(softly -> {
 *   softly.assertThat(signUp.verify()).isMatched();
 *   softly.assertThat(checkout.verify()).isMatched();
 * });
 * }</pre>
 *
 * <p>AssertJ's {@code SoftAssertionsExtension} injects it as a parameter or into a field. Not
 * thread-safe.
 */
public class MidaSoftAssertions extends AbstractSoftAssertions
    implements StandardSoftAssertionsProvider {

  /** Creates soft assertions. Call {@link #assertAll()} at the end. */
  public MidaSoftAssertions() {}

  /**
   * Creates assertions on a verdict.
   *
   * @param actual the verdict
   * @return assertions whose failures are collected until {@link #assertAll()}
   */
  // AssertJ has no nullness annotations: it accepts null here, and isNotNull fails.
  @SuppressWarnings("NullAway")
  public VerdictAssert assertThat(@Nullable Verdict actual) {
    return proxy(VerdictAssert.class, Verdict.class, actual);
  }

  /**
   * Runs assertions and reports all failures at the end.
   *
   * @param assertions receives the soft assertions
   */
  public static void assertSoftly(Consumer<MidaSoftAssertions> assertions) {
    SoftAssertionsProvider.assertSoftly(MidaSoftAssertions.class, assertions);
  }
}
