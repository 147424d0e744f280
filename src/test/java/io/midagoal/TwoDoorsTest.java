package io.midagoal;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.config.Mode;
import io.midagoal.goal.Goal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Annotations and an extension in a field on one class: the one in the field acts. The fields of
 * the fixtures choose a mode that nothing else chooses, so that the log shows who acted.
 */
class TwoDoorsTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        StaticFieldTestCases.class,
        InstanceFieldTestCases.class,
        InstancePerClassTestCases.class,
        SuperclassTestCases.class,
        SubclassBeforeSuperclassTestCases.class,
        EnclosingTestCases.class,
        EnclosingInstanceTestCases.class,
        InterfaceTypeTestCases.class,
        NearestTestCases.class
      })
  void theFieldActsAlone(Class<?> testClass) {
    MidaTestKit.Outcome outcome = MidaTestKit.classes(testClass).run().passed(1);
    assertThat(outcome.log())
        .filteredOn(line -> line.contains("midagoal is in mode"))
        .singleElement()
        .asString()
        .startsWith("INFO midagoal is in mode verify-only, because midagoal.mode says so");
  }

  @Test
  void aFieldOfANestedClassLeavesTheOuterTestsAlone() {
    MidaTestKit.Outcome outcome = MidaTestKit.classes(NestedFieldTestCases.class).run().passed(2);
    assertThat(outcome.log())
        .anyMatch(line -> line.startsWith("INFO midagoal is in mode verify-only"))
        .anyMatch(line -> line.startsWith("INFO midagoal is in mode embedded"));
  }

  @Test
  void theBuilderIsStrongerThanTheProject() {
    MidaTestKit.Outcome outcome = MidaTestKit.classes(WithProjectTestCases.class).run().passed(1);
    assertThat(outcome.log()).anyMatch(line -> line.contains("is in mode verify-only"));
  }

  private static MidaGoalExtension verifyOnly() {
    return MidaGoalExtension.builder().mode(Mode.VERIFY_ONLY).build();
  }

  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class StaticFieldTestCases {
    @RegisterExtension static final MidaGoalExtension MIDA = verifyOnly();

    @Test
    void test(Goal goal) {}
  }

  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class InstanceFieldTestCases {
    @RegisterExtension final MidaGoalExtension mida = verifyOnly();

    @Test
    void test(Goal goal) {}
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class InstancePerClassTestCases {
    @RegisterExtension final MidaGoalExtension mida = verifyOnly();

    @Test
    void test(Goal goal) {}
  }

  abstract static class WithField {
    @RegisterExtension static final MidaGoalExtension MIDA = verifyOnly();
  }

  static class SuperclassTestCases extends WithField {
    @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void test(Goal goal) {}
  }

  abstract static class WithEmbedded {
    @RegisterExtension
    static final MidaGoalExtension EMBEDDED =
        MidaGoalExtension.builder().mode(Mode.EMBEDDED).build();
  }

  static class SubclassBeforeSuperclassTestCases extends WithEmbedded {
    @RegisterExtension static final MidaGoalExtension MIDA = verifyOnly();

    @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void test(Goal goal) {}
  }

  static class EnclosingTestCases {
    @RegisterExtension static final MidaGoalExtension MIDA = verifyOnly();

    @Nested
    class Inner {
      @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
      @Test
      void test(Goal goal) {}
    }
  }

  static class EnclosingInstanceTestCases {
    @RegisterExtension final MidaGoalExtension mida = verifyOnly();

    @Nested
    class Inner {
      @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
      @Test
      void test(Goal goal) {}
    }
  }

  static class InterfaceTypeTestCases {
    @RegisterExtension static final Extension MIDA = verifyOnly();

    @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void test(Goal goal) {}
  }

  static class NearestTestCases {
    @RegisterExtension
    static final MidaGoalExtension OUTER = MidaGoalExtension.builder().mode(Mode.EMBEDDED).build();

    @Nested
    class Inner {
      @RegisterExtension final MidaGoalExtension inner = verifyOnly();

      @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
      @Test
      void test(Goal goal) {}
    }
  }

  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class NestedFieldTestCases {
    @Test
    void test(Goal goal) {}

    @Nested
    class Inner {
      @RegisterExtension final MidaGoalExtension mida = verifyOnly();

      @Test
      void test(Goal goal) {}
    }
  }

  @MidaProject(mode = Mode.EMBEDDED)
  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class WithProjectTestCases {
    @RegisterExtension static final MidaGoalExtension MIDA = verifyOnly();

    @Test
    void test() {}
  }
}
