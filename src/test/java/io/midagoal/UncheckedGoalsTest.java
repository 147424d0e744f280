package io.midagoal;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.SCROLLING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.midagoal.goal.Goal;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Goals that were declared and never verified. The goals that fixtures verify are of a type that
 * needs no browser for its verdict.
 */
@Tag("browser")
class UncheckedGoalsTest {

  private static List<String> warningsOf(Class<?>... testClasses) {
    return MidaTestKit.classes(testClasses).with("midagoal.unchecked", "warn").run().log().stream()
        .filter(line -> line.contains("never verified"))
        .map(line -> line.replace("UncheckedGoalsTest.", ""))
        .toList();
  }

  private static List<String> failuresOf(Class<?>... testClasses) {
    return MidaTestKit.classes(testClasses)
        .with("midagoal.unchecked", "fail")
        .run()
        .failures()
        .stream()
        .map(failure -> String.valueOf(failure.getMessage()).replace("UncheckedGoalsTest.", ""))
        .toList();
  }

  @Nested
  class Warn {

    @Test
    void namesTheGoalAndWhereItIsDeclared() {
      assertThat(warningsOf(UnverifiedTestCases.class))
          .containsExactly(
              "WARNING Mida goal \"on method\" (@MidaGoal on UnverifiedTestCases#test) was never"
                  + " verified. Call shouldMatch() on a GoalCheck for it, or set midagoal.unchecked"
                  + " to ignore.",
              "WARNING Mida goal \"on class\" (@MidaGoal on UnverifiedTestCases) was never verified."
                  + " Call shouldMatch() on a GoalCheck for it, or set midagoal.unchecked to"
                  + " ignore.");
    }

    @Test
    void failsNothing() {
      MidaTestKit.classes(UnverifiedTestCases.class)
          .with("midagoal.unchecked", "warn")
          .run()
          .passed(1);
    }

    @Test
    void isSilentWhenAnyTestOfTheRunVerifiedTheGoal() {
      assertThat(
              warningsOf(InheritsAndPassesOverTestCases.class, InheritsAndVerifiesTestCases.class))
          .isEmpty();
    }

    @Test
    void isSilentAboutTestsThatFailedBefore() {
      assertThat(warningsOf(FailingTestCases.class)).isEmpty();
    }

    @Test
    void isSilentAboutTestsThatWereSkipped() {
      assertThat(warningsOf(SkippedTestCases.class)).isEmpty();
    }
  }

  @Nested
  class Fail {

    @Test
    void failsTheTestForItsOwnGoalAndTheClassForIts() {
      assertThat(failuresOf(UnverifiedTestCases.class))
          .satisfiesExactly(
              test -> assertThat(test).startsWith("Mida goal \"on method\" (@MidaGoal on Unv"),
              container -> assertThat(container).startsWith("Mida goal \"on class\" (@MidaGoal"));
    }

    @Test
    void acceptsAGoalOfTheClassThatOneOfItsTestsVerifies() {
      assertThat(failuresOf(InheritsAndVerifiesTestCases.class)).isEmpty();
    }

    @Test
    void acceptsAGoalOfAnOuterClassThatANestedTestVerifies() {
      assertThat(failuresOf(OuterTestCases.class)).isEmpty();
    }

    @Test
    void failsTheClassAlsoWhenTheExtensionIsInAField() {
      assertThat(failuresOf(FieldTestCases.class))
          .singleElement()
          .asString()
          .startsWith("Mida goal \"on class\" (@MidaGoal on FieldTestCases) was never verified.");
    }

    @Test
    void addsNothingToTestsThatFailedBefore() {
      assertThat(failuresOf(FailingTestCases.class)).containsExactly("first");
    }

    @Test
    void addsNothingToTestsThatWereSkipped() {
      assertThat(failuresOf(SkippedTestCases.class)).isEmpty();
    }
  }

  @Test
  void ignoreSaysNothing() {
    MidaTestKit.Outcome outcome =
        MidaTestKit.classes(UnverifiedTestCases.class).with("midagoal.unchecked", "ignore").run();
    assertThat(outcome.passed(1).log()).noneMatch(line -> line.contains("never verified"));
  }

  @MidaGoal(name = "on class", type = CLICK_ON_ELEMENT, value = ".a")
  static class UnverifiedTestCases {
    @MidaGoal(name = "on method", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void test(Goal goal) {}
  }

  @MidaGoal(name = "shared", type = SCROLLING, value = "75")
  abstract static class Base {}

  static class InheritsAndPassesOverTestCases extends Base {
    @Test
    void test() {}
  }

  static class InheritsAndVerifiesTestCases extends Base {
    @Test
    void test(GoalCheck goal) {
      assertThat(goal.verify().status()).isNotNull();
    }

    @Test
    void another() {}
  }

  @MidaGoal(name = "outer", type = SCROLLING, value = "75")
  static class OuterTestCases {
    @Test
    void test() {}

    @Nested
    class Inner {
      @Test
      void test(GoalCheck goal) {
        assertThat(goal.verify().status()).isNotNull();
      }
    }
  }

  @MidaGoal(name = "on class", type = SCROLLING, value = "75")
  static class FieldTestCases {
    @RegisterExtension final MidaGoalExtension mida = MidaGoalExtension.builder().build();

    @Test
    void test() {}
  }

  @MidaGoal(name = "on class", type = SCROLLING, value = "75")
  static class FailingTestCases {
    @MidaGoal(name = "on method", type = SCROLLING, value = "75")
    @Test
    void fails() {
      throw new AssertionError("first");
    }

    @MidaGoal(name = "aborted", type = SCROLLING, value = "75")
    @Test
    void aborts() {
      assumeTrue(false);
    }
  }

  static class SkippedTestCases {
    @Disabled
    @MidaGoal(name = "skipped", type = SCROLLING, value = "75")
    @Test
    void test() {}
  }
}
