package io.midagoal.assertj;

import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Severity;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a verdict. Each failure shows the whole verdict: what was expected, what was found
 * and what to do.
 */
public class VerdictAssert extends AbstractAssert<VerdictAssert, Verdict> {

  /**
   * Called by AssertJ; tests use {@link MidaAssertions#assertThat(Verdict)}.
   *
   * @param actual the verdict
   */
  // AssertJ has no nullness annotations: it accepts null here, and isNotNull fails.
  @SuppressWarnings("NullAway")
  public VerdictAssert(@Nullable Verdict actual) {
    super(actual, VerdictAssert.class);
  }

  /**
   * Verifies that a visitor can reach the goal.
   *
   * @return this
   */
  public VerdictAssert isMatched() {
    isNotNull();
    if (actual.status() != Status.MATCHED) {
      throw failure(Status.MATCHED.name(), actual.summary(), actual.describe());
    }
    return this;
  }

  /**
   * Verifies that the goal is broken.
   *
   * @return this
   */
  public VerdictAssert isBroken() {
    return has(Status.BROKEN);
  }

  /**
   * Verifies that the goal could not be checked.
   *
   * @return this
   */
  public VerdictAssert isUndecided() {
    return has(Status.UNDECIDED);
  }

  private VerdictAssert has(Status expected) {
    isNotNull();
    if (actual.status() != expected) {
      throw failure(
          expected.name(),
          actual.summary(),
          "Expected the verdict " + expected + ", but:\n" + actual.describe());
    }
    return this;
  }

  /**
   * Verifies that the verdict has a finding.
   *
   * @param code for example {@code no-match}
   * @return this
   */
  public VerdictAssert hasFinding(String code) {
    isNotNull();
    if (codes(finding -> finding.code().equals(code)).isEmpty()) {
      throw unexpected("the finding " + code, code);
    }
    return this;
  }

  /**
   * Verifies that the verdict does not have a finding.
   *
   * @param code for example {@code several-matches}
   * @return this
   */
  public VerdictAssert doesNotHaveFinding(String code) {
    isNotNull();
    if (!codes(finding -> finding.code().equals(code)).isEmpty()) {
      throw unexpected("no finding " + code, "no " + code);
    }
    return this;
  }

  /**
   * Verifies that the verdict has no findings of severity {@code WARNING}.
   *
   * @return this
   */
  public VerdictAssert hasNoWarnings() {
    isNotNull();
    if (!codes(finding -> finding.severity() == Severity.WARNING).isEmpty()) {
      throw unexpected("no warnings", "no warnings");
    }
    return this;
  }

  private List<String> codes(Predicate<Finding> wanted) {
    return actual.findings().stream().filter(wanted).map(Finding::code).toList();
  }

  private AssertionError unexpected(String wanted, String expected) {
    List<String> found = codes(finding -> true);
    return failure(
        expected,
        found,
        "Expected " + wanted + ", but the findings are " + found + ":\n" + actual.describe());
  }

  private AssertionError failure(Object expected, Object found, String message) {
    return failureWithActualExpected(found, expected, "%s", message);
  }
}
