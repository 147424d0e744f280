package io.midagoal.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.midagoal.client.MidaApiException;
import io.midagoal.client.MidaClient;
import io.midagoal.config.Cleanup;
import io.midagoal.config.OnExisting;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalType;
import io.midagoal.stub.Faults;
import io.midagoal.stub.MidaStub;
import io.midagoal.stub.StubRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProjectGoalsTest {
  @TempDir Path journal;

  private final MidaStub stub = MidaStub.start();
  private final MidaClient mida =
      MidaClient.builder()
          .apiKey(stub.apiKey())
          .projectKey(stub.projectKey())
          .baseUrl(stub.baseUrl())
          .build();
  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    stub.close();
  }

  private static Goal.Builder cta() {
    return Goal.builder().name("CTA").type(GoalType.CLICK_ON_ELEMENT).value(".cta");
  }

  private ProjectGoals run(Cleanup cleanup) {
    return new ProjectGoals(mida, cleanup, journal, warnings::add);
  }

  private static GoalProfile settle(ProjectGoals run, Goal goal, OnExisting onExisting) {
    run.begin(goal, onExisting, Cleanup.KEEP);
    return run.await(goal);
  }

  private GoalProfile settle(Goal goal, OnExisting onExisting) {
    try (ProjectGoals run = run(Cleanup.KEEP)) {
      return settle(run, goal, onExisting);
    }
  }

  private List<String> sent(String method) {
    return stub.requests().stream()
        .filter(request -> request.method().equals(method))
        .map(StubRequest::body)
        .toList();
  }

  @Nested
  class AGoalThatIsThere {
    @Test
    void isReusedWhenItIsEqual() {
      GoalProfile existing = mida.create(cta().key("mine").build());
      assertThat(settle(cta().key("mine").build(), OnExisting.REUSE).id()).isEqualTo(existing.id());
    }

    @Test
    void isReusedUnderAnotherKeyWhenTheDefinitionHasNone() {
      GoalProfile existing = mida.create(cta().key("made-by-hand").build());
      assertThat(settle(cta().build(), OnExisting.REUSE).id()).isEqualTo(existing.id());
      assertThat(stub.goals()).hasSize(1);
    }

    @Test
    void isReusedUnderItsOwnKeyRatherThanAnEqualOneUnderAnother() {
      mida.create(cta().key("made-by-hand").build());
      GoalProfile own = mida.create(cta().build());
      assertThat(settle(cta().build(), OnExisting.REUSE).id()).isEqualTo(own.id());
    }

    @Test
    void isShownSideBySideWhenItIsDifferent() {
      mida.create(cta().value(".cta-button-with-a-very-long-name > span").build());
      Goal declared = cta().elementUrl("https://example.com/").build();
      GoalConflictException failure =
          catchThrowableOfType(
              GoalConflictException.class, () -> settle(declared, OnExisting.REUSE));
      assertThat(failure)
          .hasMessage(
              """
              Mida goal "CTA" is in Mida already, but different (drift): goal 3001, key cta

                                this test declares             Mida has
                 goal_name      CTA                            CTA
                 goal_type      clickOnElement                 clickOnElement
               ! goal_value     .cta                           .cta-button-with-a-very-long-n
                                                               ame > span
                 goal_key       (not set)                      cta
                 goal_purpose   sell                           sell
               ! element_url    https://example.com/           (not set)

              Either somebody changed the goal in Mida, or the test was changed.
                - If Mida is right, change the annotation to what Mida has.
                - If the test is right, change the goal in Mida, or run once with
                  midagoal.on-existing=update. That takes effect at once, also in
                  running experiments.
                - If these are two goals, give the one in the test another key.\
              """);
      assertThat(sent("PATCH")).isEmpty();
    }

    @Test
    void isShownWithoutUserAndPasswordOfItsPage() {
      mida.create(cta().elementUrl("https://ada:hush@example.com/").build());
      Goal declared = cta().elementUrl("https://ada:hush@staging.example/").build();
      assertThat(
              catchThrowableOfType(
                  GoalConflictException.class, () -> settle(declared, OnExisting.REUSE)))
          .hasMessageContaining("https://[not shown]@staging.e")
          .hasMessageNotContaining("hush");
    }

    @Test
    void isUpdatedInTheFieldsThatDiffer() {
      mida.create(cta().value(".old").build());
      settle(cta().build(), OnExisting.UPDATE);
      assertThat(sent("PATCH")).containsExactly("{\"goal_value\":\".cta\"}");
      assertThat(stub.goals()).singleElement().returns(".cta", goal -> goal.goal().value());
    }

    @Test
    void isNotTouchedByUpdateWhenItIsEqual() {
      mida.create(cta().build());
      settle(cta().build(), OnExisting.UPDATE);
      assertThat(sent("PATCH")).isEmpty();
    }

    @Test
    void isAFailureWhenTheSettingSaysSo() {
      mida.create(cta().build());
      assertThat(
              catchThrowableOfType(
                  GoalConflictException.class, () -> settle(cta().build(), OnExisting.FAIL)))
          .hasMessageStartingWith(
              "Mida goal \"CTA\" is in Mida already, and midagoal.on-existing is fail: goal 3001");
    }

    @Test
    void isNotUpdatedForTwoDefinitionsOfOneRun() {
      try (ProjectGoals run = run(Cleanup.KEEP)) {
        settle(run, cta().build(), OnExisting.UPDATE);
        Goal other = cta().value(".other").build();
        assertThat(
                catchThrowableOfType(
                    GoalConflictException.class, () -> settle(run, other, OnExisting.UPDATE)))
            .hasMessageContaining("is declared differently by another test of this run");
      }
      assertThat(sent("PATCH")).isEmpty();
    }

    @Test
    void servesTwoDefinitionsThatItFits() {
      try (ProjectGoals run = run(Cleanup.KEEP)) {
        long id = settle(run, cta().build(), OnExisting.REUSE).id();
        assertThat(settle(run, cta().key("cta").build(), OnExisting.REUSE).id()).isEqualTo(id);
      }
      assertThat(stub.goals()).hasSize(1);
    }

    @Test
    void thatAnotherJobCreatesMeanwhileIsFound() {
      try (ProjectGoals run = run(Cleanup.KEEP)) {
        settle(run, cta().name("first").key("first").build(), OnExisting.REUSE);
        GoalProfile others = mida.create(cta().build());
        assertThat(settle(run, cta().build(), OnExisting.REUSE).id()).isEqualTo(others.id());
      }
    }
  }

  @Nested
  class ThePlanLimit {
    @Test
    void saysWhichGoalsExistAndWhatWouldHelp() {
      stub.withPlanLimit(1);
      mida.create(cta().name("Other").key("other").build());
      MidaApiException failure =
          catchThrowableOfType(
              MidaApiException.class, () -> settle(cta().build(), OnExisting.REUSE));
      assertThat(failure.kind()).isEqualTo(MidaApiException.Kind.PLAN_LIMIT);
      assertThat(failure)
          .hasMessageContaining("Your plan allows 1 goals")
          .hasMessageContaining("3001  other  \"Other\"")
          .hasMessageContaining("midagoal.on-existing=reuse")
          .hasMessageContaining("midagoal.cleanup=delete");
    }
  }

  @Nested
  class CleaningUp {
    private void runWith(Goal... goals) {
      try (ProjectGoals run = run(Cleanup.DELETE)) {
        for (Goal goal : goals) {
          run.begin(goal, OnExisting.REUSE, Cleanup.DELETE);
        }
        for (Goal goal : goals) {
          run.await(goal);
        }
      }
    }

    private List<Path> notes() throws IOException {
      try (Stream<Path> files = Files.list(journal)) {
        return files.toList();
      }
    }

    @Test
    void deletesWhatTheRunCreatedAndNothingElse() throws IOException {
      GoalProfile before = mida.create(cta().name("before").build());
      runWith(cta().name("before").build(), cta().name("a").build(), cta().name("b").build());
      assertThat(stub.goals()).containsExactly(before);
      assertThat(notes()).isEmpty();
      assertThat(warnings).isEmpty();
    }

    @Test
    void listsWhatItCannotDeleteAndALaterRunDoesIt() throws IOException {
      Faults.STATUS_500.on(stub, "DELETE", 1);
      runWith(cta().build());
      assertThat(warnings)
          .singleElement()
          .asString()
          .contains("could not delete 1 of the 1 goals", "  3001  \"CTA\"");
      assertThat(notes()).hasSize(1);
      run(Cleanup.KEEP).close();
      assertThat(warnings).last().asString().contains("left goals", "  3001  \"CTA\"");
      assertThat(stub.goals()).hasSize(1);
      run(Cleanup.DELETE).close();
      assertThat(stub.goals()).isEmpty();
      assertThat(notes()).isEmpty();
    }

    @Test
    void leavesTheNotesAboutOtherProjects() throws IOException {
      Faults.STATUS_500.on(stub, "DELETE", 1);
      runWith(cta().build());
      warnings.clear();
      MidaClient other =
          MidaClient.builder()
              .apiKey(stub.apiKey())
              .projectKey("other")
              .baseUrl(stub.baseUrl())
              .build();
      new ProjectGoals(other, Cleanup.DELETE, journal, warnings::add).close();
      assertThat(warnings).isEmpty();
      assertThat(notes()).hasSize(1);
      assertThat(stub.goals()).hasSize(1);
    }

    @Test
    void listsAndKeepsAGoalWhoseCreatorIsUnknown() {
      Faults.NO_ANSWER_DONE.on(stub, "POST", 1);
      runWith(cta().build());
      assertThat(stub.goals()).hasSize(1);
      assertThat(warnings)
          .singleElement()
          .asString()
          .contains("does not know whether this run created", "\"CTA\"");
    }

    @Test
    void passesOverGoalsThatSomebodyElseDeleted() {
      try (ProjectGoals run = run(Cleanup.DELETE)) {
        run.begin(cta().build(), OnExisting.REUSE, Cleanup.DELETE);
        mida.delete(run.await(cta().build()).id());
      }
      assertThat(warnings).isEmpty();
    }
  }
}
