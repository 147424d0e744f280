package io.midagoal.assertj;

import static io.midagoal.assertj.MidaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.verdict.Elements;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Page;
import io.midagoal.verdict.Severity;
import io.midagoal.verdict.Timing;
import io.midagoal.verdict.Verdict;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.assertj.core.error.AssertJMultipleFailuresError;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.AssertionFailedError;

class VerdictAssertTest {

  private static final Verdict MATCHED = verdict();
  private static final Verdict WARNED = verdict(finding("several-matches", Severity.WARNING));
  private static final Verdict BROKEN = verdict(finding("no-match", Severity.ERROR));
  private static final Verdict UNDECIDED = verdict(finding("page-unreachable", Severity.UNDECIDED));

  private static Finding finding(String code, Severity severity) {
    return new Finding(code, severity, "What was found.", "What to do.", Optional.empty());
  }

  private static Verdict verdict(Finding... findings) {
    Goal goal = Goal.builder().name("Buy").type(GoalType.CLICK_ON_ELEMENT).value(".buy").build();
    return Verdict.of(
        Expectation.of(goal), Arrays.asList(findings), Page.none(), Elements.none(), Timing.none());
  }

  private static AssertionFailedError failureOf(ThrowingCallable assertion) {
    return catchThrowableOfType(AssertionFailedError.class, assertion);
  }

  private static String expected(AssertionFailedError failure) {
    return String.valueOf(failure.getExpected().getValue());
  }

  private static String actual(AssertionFailedError failure) {
    return String.valueOf(failure.getActual().getValue());
  }

  @Nested
  class IsMatched {

    @Test
    void passesForAMatchedGoalWithOrWithoutWarnings() {
      assertThat(MATCHED).isMatched();
      assertThat(WARNED).isMatched();
    }

    @Test
    void failsForABrokenGoalWithTheWholeVerdict() {
      AssertionFailedError failure = failureOf(() -> assertThat(BROKEN).isMatched());
      assertThat(failure).hasMessage(BROKEN.describe());
      assertThat(expected(failure)).isEqualTo("MATCHED");
      assertThat(actual(failure)).isEqualTo("BROKEN: no-match");
    }

    @Test
    void failsForAnUndecidedGoal() {
      assertThat(actual(failureOf(() -> assertThat(UNDECIDED).isMatched())))
          .isEqualTo("UNDECIDED: page-unreachable");
    }

    @Test
    void failsWithoutAVerdict() {
      assertThatThrownBy(() -> assertThat((Verdict) null).isMatched())
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Expecting actual not to be null");
    }
  }

  @Nested
  class IsBroken {

    @Test
    void passesForABrokenGoal() {
      assertThat(BROKEN).isBroken();
    }

    @Test
    void failsForAnUndecidedGoal() {
      AssertionFailedError failure = failureOf(() -> assertThat(UNDECIDED).isBroken());
      assertThat(failure).hasMessage("Expected the verdict BROKEN, but:\n" + UNDECIDED.describe());
      assertThat(expected(failure)).isEqualTo("BROKEN");
      assertThat(actual(failure)).isEqualTo("UNDECIDED: page-unreachable");
    }
  }

  @Nested
  class IsUndecided {

    @Test
    void passesForAnUndecidedGoal() {
      assertThat(UNDECIDED).isUndecided();
    }

    @Test
    void failsForAMatchedGoal() {
      AssertionFailedError failure = failureOf(() -> assertThat(MATCHED).isUndecided());
      assertThat(failure).hasMessageStartingWith("Expected the verdict UNDECIDED, but:");
      assertThat(actual(failure)).isEqualTo("MATCHED");
    }
  }

  @Nested
  class HasFinding {

    @Test
    void passesForAFindingThatIsThere() {
      assertThat(BROKEN).hasFinding("no-match");
    }

    @Test
    void failsForAnotherFinding() {
      AssertionFailedError failure = failureOf(() -> assertThat(BROKEN).hasFinding("hidden"));
      assertThat(failure)
          .hasMessage(
              "Expected the finding hidden, but the findings are [no-match]:\n"
                  + BROKEN.describe());
      assertThat(expected(failure)).isEqualTo("hidden");
      assertThat(actual(failure)).isEqualTo("[no-match]");
    }
  }

  @Nested
  class DoesNotHaveFinding {

    @Test
    void passesForAFindingThatIsNotThere() {
      assertThat(BROKEN).doesNotHaveFinding("hidden");
    }

    @Test
    void failsForAFindingThatIsThere() {
      assertThat(failureOf(() -> assertThat(BROKEN).doesNotHaveFinding("no-match")))
          .hasMessageStartingWith("Expected no finding no-match, but the findings are [no-match]:");
    }
  }

  @Nested
  class HasNoWarnings {

    @Test
    void passesWithoutWarnings() {
      assertThat(BROKEN).hasNoWarnings();
    }

    @Test
    void failsForAWarning() {
      assertThat(failureOf(() -> assertThat(WARNED).hasNoWarnings()))
          .hasMessageStartingWith("Expected no warnings, but the findings are [several-matches]:");
    }
  }

  @Test
  void aDescriptionStandsInFront() {
    assertThat(failureOf(() -> assertThat(BROKEN).as("after login").isMatched()))
        .hasMessage("[after login] " + BROKEN.describe());
  }

  @Nested
  class SoftAssertions {

    @Test
    void tellAllFailuresTogether() {
      assertThatThrownBy(
              () ->
                  MidaSoftAssertions.assertSoftly(
                      softly -> {
                        softly.assertThat(BROKEN).isMatched();
                        softly.assertThat(MATCHED).isMatched();
                        softly.assertThat(UNDECIDED).isMatched().hasFinding("no-page");
                        softly.assertThat("a").isEqualTo("b");
                      }))
          .isInstanceOfSatisfying(
              AssertJMultipleFailuresError.class,
              failures -> assertThat(failures.getFailures()).hasSize(4))
          .hasMessageContaining("\"Buy\" is BROKEN")
          .hasMessageContaining("\"Buy\" is UNDECIDED");
    }

    @Test
    void passWhenAllDoes() {
      MidaSoftAssertions.assertSoftly(softly -> softly.assertThat(MATCHED).isMatched());
    }
  }

  @Nested
  @ExtendWith(SoftAssertionsExtension.class)
  class AssertJsExtension {

    @InjectSoftAssertions private MidaSoftAssertions injected = new MidaSoftAssertions();

    @Test
    void givesThemToATest(MidaSoftAssertions softly) {
      injected.assertThat(MATCHED).isMatched();
      softly.assertThat(BROKEN).isBroken();
      assertThat(softly.errorsCollected()).isEmpty();
    }
  }
}
