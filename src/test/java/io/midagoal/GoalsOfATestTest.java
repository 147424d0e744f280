package io.midagoal;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalPurpose;
import io.midagoal.stub.MidaStub;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which goals a test has, and which of them a parameter means. */
class GoalsOfATestTest {

  private static List<String> goalsCreatedBy(Class<?>... testClasses) {
    try (MidaStub stub = MidaStub.start()) {
      MidaTestKit.Outcome outcome = MidaTestKit.classes(testClasses).live(stub).run();
      assertThat(outcome.failures()).isEmpty();
      return stub.goals().stream().map(profile -> profile.goal().name()).toList();
    }
  }

  @Nested
  class GoalsAreFound {

    @Test
    void onTheMethodOnly() {
      assertThat(goalsCreatedBy(MethodTestCases.class)).containsExactly("on method");
    }

    @Test
    void onTheClassTheSuperclassAndTheirInterfaces() {
      assertThat(goalsCreatedBy(SubclassTestCases.class))
          .containsExactlyInAnyOrder("on subclass", "on interface", "on superclass");
    }

    @Test
    void onTheClassesAroundANestedClass() {
      assertThat(goalsCreatedBy(OuterTestCases.class))
          .containsExactlyInAnyOrder("on nested", "on outer");
    }

    @Test
    void onAnAnnotationOfTheTestsOwn() {
      assertThat(goalsCreatedBy(ComposedTestCases.class))
          .containsExactlyInAnyOrder("one of shop", "two of shop");
    }

    @Test
    void severalTimesOnOneElement() {
      assertThat(goalsCreatedBy(RepeatedTestCases.class))
          .containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void onceForAllInvocationsOfAParameterizedTest() {
      assertThat(goalsCreatedBy(ParameterizedTestCases.class)).containsExactly("parameterized");
    }

    @Test
    void onAnInterfaceWithDefaultTestMethods() {
      assertThat(goalsCreatedBy(DefaultMethodTestCases.class)).containsExactly("on default method");
    }
  }

  @Nested
  class AParameterMeans {

    @Test
    void theGoalOfTheMethodBeforeThatOfTheClass() {
      MidaTestKit.classes(NearestTestCases.class).run().passed(2);
    }

    @Test
    void theGoalThatItNamesByKeyOrName() {
      MidaTestKit.classes(NamedTestCases.class).run().passed(3);
    }

    @Test
    void theSameInMethodsBeforeAndAfterTheTest() {
      MidaTestKit.classes(AroundTestCases.class).run().passed(1);
    }
  }

  @Nested
  class AGoal {

    @Test
    void hasAllThatTheAnnotationSays() {
      MidaTestKit.classes(AllAttributesTestCases.class).run().passed(1);
    }

    @Test
    void comesWithTheProfileThatMidaGave() {
      MidaTestKit.classes(ProfileTestCases.class).run().passed(1);
    }
  }

  static class MethodTestCases {
    @MidaGoal(name = "on method", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void test() {}

    @Test
    void withoutGoal() {}
  }

  @MidaGoal(name = "on interface", type = CLICK_ON_ELEMENT, value = ".a")
  interface WithGoal {}

  @MidaGoal(name = "on superclass", type = CLICK_ON_ELEMENT, value = ".a")
  abstract static class Superclass {}

  @MidaGoal(name = "on subclass", type = CLICK_ON_ELEMENT, value = ".a")
  static class SubclassTestCases extends Superclass implements WithGoal {
    @Test
    void test() {}
  }

  @MidaGoal(name = "on outer", type = CLICK_ON_ELEMENT, value = ".a")
  static class OuterTestCases {
    @MidaGoal(name = "on nested", type = CLICK_ON_ELEMENT, value = ".a")
    @Nested
    class Inner {
      @Test
      void test() {}
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @MidaGoal(name = "one of shop", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "two of shop", type = CLICK_ON_ELEMENT, value = ".a")
  @interface ShopGoals {}

  @Retention(RetentionPolicy.RUNTIME)
  @ShopGoals
  @interface AllGoals {}

  static class ComposedTestCases {
    @AllGoals
    @Test
    void test() {}
  }

  static class RepeatedTestCases {
    @MidaGoal(name = "first", type = CLICK_ON_ELEMENT, value = ".a")
    @MidaGoal(name = "second", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void test() {}
  }

  static class ParameterizedTestCases {
    @MidaGoal(name = "parameterized", type = CLICK_ON_ELEMENT, value = ".a")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void test(int number, Goal goal) {
      assertThat(goal.name()).isEqualTo("parameterized");
    }
  }

  interface WithTest {
    @MidaGoal(name = "on default method", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    default void test() {}
  }

  static class DefaultMethodTestCases implements WithTest {}

  @MidaGoal(name = "of class", type = CLICK_ON_ELEMENT, value = ".a")
  static class NearestTestCases {
    @MidaGoal(name = "of method", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void withItsOwn(Goal goal) {
      assertThat(goal.name()).isEqualTo("of method");
    }

    @Test
    void withoutItsOwn(Goal goal) {
      assertThat(goal.name()).isEqualTo("of class");
    }
  }

  @MidaGoal(name = "Buy", key = "buy-key", type = CLICK_ON_ELEMENT, value = ".outer")
  @MidaGoal(name = "Other", type = CLICK_ON_ELEMENT, value = ".other")
  static class NamedTestCases {
    @Test
    void byKey(@GoalNamed("buy-key") Goal goal) {
      assertThat(goal.value()).isEqualTo(".outer");
    }

    @Test
    void byName(@GoalNamed("Other") Goal goal) {
      assertThat(goal.value()).isEqualTo(".other");
    }

    @MidaGoal(name = "Buy", key = "buy-here", type = CLICK_ON_ELEMENT, value = ".near")
    @Test
    void byTheNameOfTheNearest(@GoalNamed("Buy") Goal goal) {
      assertThat(goal.value()).isEqualTo(".near");
    }
  }

  static class AroundTestCases {
    @BeforeEach
    void before(Goal goal) {
      assertThat(goal.name()).isEqualTo("around");
    }

    @MidaGoal(name = "around", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void test() {}

    @AfterEach
    void after(GoalProfile profile) {
      assertThat(profile.key()).isEqualTo("around");
    }
  }

  static class AllAttributesTestCases {
    @MidaGoal(
        name = "n",
        type = CLICK_ON_ELEMENT,
        value = ".v",
        key = "k",
        purpose = GoalPurpose.ENGAGE,
        elementUrl = "https://example.com/e")
    @Test
    void test(Goal goal) {
      assertThat(goal)
          .isEqualTo(
              Goal.builder()
                  .name("n")
                  .type(CLICK_ON_ELEMENT)
                  .value(".v")
                  .key("k")
                  .purpose(GoalPurpose.ENGAGE)
                  .elementUrl("https://example.com/e")
                  .build());
    }
  }

  static class ProfileTestCases {
    @MidaGoal(
        name = "CTA Button Click",
        type = CLICK_ON_ELEMENT,
        value = ".a",
        elementUrl = "https://example.com/")
    @Test
    void test(GoalProfile profile, GoalCheck check, Goal goal) {
      assertThat(profile.key()).isEqualTo("cta_button_click");
      assertThat(check.profile()).isEqualTo(profile);
      assertThat(check.goal()).isEqualTo(goal).isEqualTo(profile.goal());
    }
  }
}
