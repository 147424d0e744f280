package io.midagoal.assertj;

import io.midagoal.verdict.Verdict;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Soft assertions on verdicts, and on all that AssertJ knows: all goals of a test are judged, and
 * all failures are told together.
 *
 * <pre>{@code
 * MidaSoftAssertions.assertSoftly(softly -> {
 *   softly.assertThat(signUp.verify()).isMatched();
 *   softly.assertThat(checkout.verify()).isMatched();
 * });
 * }</pre>
 *
 * <p>AssertJ's {@code SoftAssertionsExtension} gives it to tests as a parameter or in a field. Not
 * thread-safe.
 */
public class MidaSoftAssertions extends AbstractSoftAssertions
    implements StandardSoftAssertionsProvider {

  /** Starts without any failure. Call {@link #assertAll()} at the end. */
  public MidaSoftAssertions() {}

  /**
   * Starts assertions on a verdict.
   *
   * @param actual the verdict
   * @return assertions whose failures are kept until {@link #assertAll()}
   */
  // AssertJ is not annotated: it takes a null here and tells of it in isNotNull.
  @SuppressWarnings("NullAway")
  public VerdictAssert assertThat(@Nullable Verdict actual) {
    return proxy(VerdictAssert.class, Verdict.class, actual);
  }

  /**
   * Runs assertions and tells all their failures at the end.
   *
   * @param assertions given the soft assertions
   */
  public static void assertSoftly(Consumer<MidaSoftAssertions> assertions) {
    SoftAssertionsProvider.assertSoftly(MidaSoftAssertions.class, assertions);
  }
}
