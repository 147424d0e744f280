package io.midagoal;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.PAGEVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.client.MidaApiException;
import io.midagoal.goal.GoalProfile;
import io.midagoal.internal.lifecycle.GoalConflictException;
import io.midagoal.stub.MidaStub;
import io.midagoal.stub.StubRequest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** When and how often goals are created. */
class GoalCreationTest {

  private static List<StubRequest> creates(MidaStub stub) {
    return stub.requests().stream().filter(request -> request.method().equals("POST")).toList();
  }

  @Nested
  class ADefinition {

    @Test
    void isCreatedOnceWhen200TestsWith20GoalsRunAtTheSameTime() {
      try (MidaStub stub = MidaStub.start()) {
        MidaTestKit.classes(ManyTestCases.class).live(stub).inParallel().run().passed(200);
        assertThat(creates(stub)).hasSize(20).extracting(StubRequest::status).containsOnly(200);
        assertThat(stub.goals()).extracting(GoalProfile::goal).doesNotHaveDuplicates().hasSize(20);
      }
    }

    @Test
    void isCreatedOnceForSeveralClasses() {
      try (MidaStub stub = MidaStub.start()) {
        MidaTestKit.classes(OneTestCases.class, SameTestCases.class).live(stub).run().passed(2);
        assertThat(creates(stub)).hasSize(1);
      }
    }

    @Test
    void isCreatedOnceInEachProject() {
      MidaTestKit.classes(ProjectATestCases.class, ProjectBTestCases.class).run().passed(2);
    }

    @Test
    void isNotCreatedForATestThatIsSkipped() {
      try (MidaStub stub = MidaStub.start()) {
        assertThat(MidaTestKit.classes(SkippedTestCases.class).live(stub).run().failures())
            .isEmpty();
        assertThat(stub.requests()).isEmpty();
      }
    }
  }

  @Nested
  class MidaRefuses {

    @Test
    void andEveryTestWithThatGoalSaysSoAfterOneAttempt() {
      try (MidaStub stub = MidaStub.start()) {
        MidaTestKit.Outcome outcome =
            MidaTestKit.classes(OneTestCases.class, SameTestCases.class)
                .live(stub)
                .with("midagoal.api-key", "wrong")
                .run();
        assertThat(outcome.failures())
            .hasSize(2)
            .allSatisfy(
                failure ->
                    assertThat(failure)
                        .isInstanceOfSatisfying(
                            MidaApiException.class,
                            e ->
                                assertThat(e.kind())
                                    .isEqualTo(MidaApiException.Kind.UNAUTHORIZED)));
        assertThat(stub.requests()).hasSize(1);
      }
    }

    @Test
    void aKeyThatAnotherDefinitionHasTaken() {
      try (MidaStub stub = MidaStub.start()) {
        MidaTestKit.Outcome outcome =
            MidaTestKit.classes(OneTestCases.class, OtherWithSameKeyTestCases.class)
                .live(stub)
                .run();
        assertThat(outcome.failures()).singleElement().isInstanceOf(GoalConflictException.class);
      }
    }
  }

  @Nested
  class AKeyThatMidaWouldNotMake {

    @Test
    void getsAWarningAndIsUsed() {
      try (MidaStub stub = MidaStub.start()) {
        assertThat(MidaTestKit.classes(KeysTestCases.class).live(stub).run().passed(1).log())
            .filteredOn(line -> line.contains("does not look like a key"))
            .containsExactly(
                "WARNING Mida goal \"odd\" has the key \"CTA Button!\", which does not look like a key that Mida generates (such as cta_button_click). It is used as is; lower-case letters, digits, _ and - are safer.");
        assertThat(stub.goals())
            .extracting(GoalProfile::key)
            .containsExactlyInAnyOrder(
                "CTA Button!", "my-existing-goal-key", "cta_2", "ends_", "made_by_mida");
      }
    }
  }

  @Nested
  class ALiveProject {

    @Test
    void getsAWarningForAPageOnThisMachine() {
      try (MidaStub stub = MidaStub.start()) {
        assertThat(MidaTestKit.classes(LoopbackTestCases.class).live(stub).run().passed(2).log())
            .filteredOn(line -> line.contains("no visitor can reach"))
            .containsExactlyInAnyOrder(
                "WARNING Mida goal \"by page\" is created in a live project with the URL"
                    + " http://localhost:8080/, which no visitor can reach. Use the public URL and map it with site.",
                "WARNING Mida goal \"by value\" is created in a live project with the URL"
                    + " http://127.0.0.1/thanks, which no visitor can reach. Use the public URL and map it with site.");
      }
    }

    @Test
    void doesNotGetTheApiKeyAsAPartOfAGoal() {
      try (MidaStub stub = MidaStub.start()) {
        assertThat(MidaTestKit.classes(ApiKeyTestCases.class).live(stub).run().failure())
            .startsWith("A goal of this test contains the API key in its goal_value,")
            .doesNotContain(stub.apiKey());
        assertThat(stub.requests()).isEmpty();
      }
    }

    @Test
    void doesNotGetTheUserAndPasswordOfAPage() {
      try (MidaStub stub = MidaStub.start()) {
        assertThat(MidaTestKit.classes(PasswordTestCases.class).live(stub).run().failure())
            .startsWith("Mida goal \"staging\" has a user or password in its element_url,")
            .doesNotContain("hush");
        assertThat(stub.requests()).isEmpty();
      }
    }

    @Test
    void isTheOnlyOneThatMindsUserAndPassword() {
      MidaTestKit.classes(PasswordTestCases.class).run().passed(1);
    }

    @Test
    void isTheOnlyOneThatGetsIt() {
      assertThat(MidaTestKit.classes(LoopbackTestCases.class).run().passed(2).log())
          .noneMatch(line -> line.contains("no visitor can reach"));
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @MidaGoal(name = "g01", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g02", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g03", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g04", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g05", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g06", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g07", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g08", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g09", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g10", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g11", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g12", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g13", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g14", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g15", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g16", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g17", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g18", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g19", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "g20", type = CLICK_ON_ELEMENT, value = ".a")
  @interface TwentyGoals {}

  static class ManyTestCases {
    @TwentyGoals
    @RepeatedTest(200)
    void test(@GoalNamed("g20") GoalProfile profile) {
      assertThat(profile.key()).isEqualTo("g20");
    }
  }

  @MidaGoal(name = "one", key = "k", type = CLICK_ON_ELEMENT, value = ".a")
  static class OneTestCases {
    @Test
    void test() {}
  }

  static class SameTestCases {
    @MidaGoal(name = "one", key = "k", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void test() {}
  }

  static class OtherWithSameKeyTestCases {
    @MidaGoal(name = "two", key = "k", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void test() {}
  }

  @MidaProject(projectKey = "a")
  static class ProjectATestCases {
    @MidaGoal(name = "one", key = "k", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void test() {}
  }

  @MidaProject(projectKey = "b")
  static class ProjectBTestCases {
    @MidaGoal(name = "two", key = "k", type = CLICK_ON_ELEMENT, value = ".b")
    @Test
    void test() {}
  }

  static class SkippedTestCases {
    @Disabled
    @MidaGoal(name = "one", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void test() {}
  }

  @MidaGoal(name = "key", type = CLICK_ON_ELEMENT, value = "#midagoal-stub-api-key")
  static class ApiKeyTestCases {
    @Test
    void test() {}
  }

  @MidaGoal(
      name = "staging",
      type = CLICK_ON_ELEMENT,
      value = ".a",
      elementUrl = "https://ada:hush@staging.example/")
  static class PasswordTestCases {
    @Test
    void test() {}
  }

  @MidaGoal(name = "odd", key = "CTA Button!", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "a", key = "my-existing-goal-key", type = CLICK_ON_ELEMENT, value = ".b")
  @MidaGoal(name = "b", key = "cta_2", type = CLICK_ON_ELEMENT, value = ".c")
  @MidaGoal(name = "c", key = "ends_", type = CLICK_ON_ELEMENT, value = ".d")
  @MidaGoal(name = "Made by Mida", type = CLICK_ON_ELEMENT, value = ".e")
  static class KeysTestCases {
    @Test
    void test() {}
  }

  static class LoopbackTestCases {
    @MidaGoal(
        name = "by page",
        type = CLICK_ON_ELEMENT,
        value = ".a",
        elementUrl = "http://localhost:8080/")
    @Test
    void page() {}

    @MidaGoal(name = "by value", type = PAGEVIEW, value = "http://127.0.0.1/thanks")
    @MidaGoal(name = "public", type = PAGEVIEW, value = "https://example.com/thanks")
    @Test
    void value() {}
  }
}
