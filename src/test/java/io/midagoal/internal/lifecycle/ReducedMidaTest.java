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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs against a Mida that offers less than all goal calls, or that keeps breaking some of them.
 */
@Timeout(120)
class ReducedMidaTest {
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

  private static Goal goal(String name) {
    return Goal.builder().name(name).type(GoalType.CLICK_ON_ELEMENT).value("." + name).build();
  }

  private static List<Goal> goals(int count) {
    return IntStream.range(0, count).mapToObj(i -> goal("g" + i)).toList();
  }

  private List<GoalProfile> run(OnExisting onExisting, Cleanup cleanup, List<Goal> goals) {
    try (ProjectGoals run = new ProjectGoals(mida, cleanup, journal, warnings::add)) {
      goals.forEach(goal -> run.begin(goal, onExisting, cleanup));
      return goals.stream().map(run::await).toList();
    }
  }

  private GoalProfile run(OnExisting onExisting, Goal goal) {
    return run(onExisting, Cleanup.KEEP, List.of(goal)).get(0);
  }

  @Nested
  class AMidaThatOnlyCreatesGoals {

    @ParameterizedTest
    @EnumSource(names = {"STATUS_403", "STATUS_404", "STATUS_405", "STATUS_501"})
    void getsThem(Faults refusal) {
      refusal.onAll(stub, "GET", "PATCH", "DELETE");
      assertThat(run(OnExisting.REUSE, goal("a"))).isEqualTo(stub.goals().get(0));
      assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS_401", "STATUS_409", "STATUS_500"})
    void isNotOneThatRefusesToListThemOtherwise(Faults refusal) {
      refusal.onAll(stub, "GET");
      MidaApiException failure =
          catchThrowableOfType(MidaApiException.class, () -> run(OnExisting.REUSE, goal("a")));
      assertThat(failure).returns("List Goals", MidaApiException::operation);
    }

    @Test
    void hasNoSuchProjectWhenTheCreationSaysSo() {
      Faults.STATUS_404.onAll(stub, "GET", "POST");
      MidaApiException failure =
          catchThrowableOfType(MidaApiException.class, () -> run(OnExisting.REUSE, goal("a")));
      assertThat(failure)
          .hasMessageStartingWith("Creating Mida goal \"a\" failed: Mida has no such project");
    }

    @Test
    void hasAGoalWhoseAnswerWasLost() {
      Faults.STATUS_404.onAll(stub, "GET", "PATCH", "DELETE");
      Faults.NO_ANSWER_DONE.on(stub, "POST", 1);
      GoalProfile found = run(OnExisting.REUSE, Cleanup.DELETE, List.of(goal("a"))).get(0);
      assertThat(found.key()).isEqualTo("a");
      assertThat(warnings)
          .anySatisfy(
              warning ->
                  assertThat(warning).contains("does not know whether this run created", "\"a\""));
    }

    @Nested
    class ThatHasTheGoal {

      private void createAndHide(String... names) {
        for (String name : names) {
          mida.create(goal(name));
        }
        Faults.STATUS_404.onAll(stub, "GET", "PATCH", "DELETE");
      }

      @Test
      void letsItBeUsedByItsKey() {
        createAndHide("a");
        assertThat(run(OnExisting.REUSE, goal("a")))
            .returns("a", GoalProfile::key)
            .returns(GoalProfile.UNKNOWN_ID, GoalProfile::id);
      }

      @Test
      void isWarnedOfOnce() {
        createAndHide("a", "b");
        run(OnExisting.REUSE, Cleanup.KEEP, List.of(goal("a"), goal("b")));
        assertThat(warnings)
            .singleElement()
            .asString()
            .contains("by their keys, such as", "status 404");
      }

      @Test
      void cannotUpdateItAndSaysWhatItNeeds() {
        createAndHide("a");
        GoalConflictException failure =
            catchThrowableOfType(
                GoalConflictException.class, () -> run(OnExisting.UPDATE, goal("a")));
        assertThat(failure)
            .hasMessage(
                """
                Mida goal "a" is in Mida already (key a), and cannot be updated

                midagoal.on-existing=update needs the goal's number, but Mida did not list its
                goals (status 404). Use an API key that may list goals, change the goal in Mida
                by hand, or set midagoal.on-existing to reuse, which uses the goal as it is.\
                """);
      }

      @Test
      void failsWhenTheSettingSaysSo() {
        createAndHide("a");
        GoalConflictException failure =
            catchThrowableOfType(
                GoalConflictException.class, () -> run(OnExisting.FAIL, goal("a")));
        assertThat(failure)
            .hasMessageStartingWith(
                "Mida goal \"a\" is in Mida already (key a), and midagoal.on-existing is fail");
      }
    }

    @ParameterizedTest
    @EnumSource(OnExisting.class)
    void hasNoTwoDefinitionsOfOneRunUnderOneKey(OnExisting onExisting) {
      Faults.STATUS_404.onAll(stub, "GET", "PATCH", "DELETE");
      Goal other = Goal.builder().name("a").type(GoalType.CLICK_ON_ELEMENT).value(".b").build();
      assertThat(
              catchThrowableOfType(
                  GoalConflictException.class,
                  () -> {
                    try (ProjectGoals run =
                        new ProjectGoals(mida, Cleanup.KEEP, journal, warnings::add)) {
                      run.begin(goal("a"), onExisting, Cleanup.KEEP);
                      run.await(goal("a"));
                      run.begin(other, onExisting, Cleanup.KEEP);
                      run.await(other);
                    }
                  }))
          .hasMessageContaining("goal 3001, key a");
      assertThat(warnings).isEmpty();
    }

    @Test
    void isNotOneThatRefusesALaterList() {
      try (ProjectGoals run = new ProjectGoals(mida, Cleanup.KEEP, journal, warnings::add)) {
        mida.create(goal("a"));
        run.begin(goal("first"), OnExisting.REUSE, Cleanup.KEEP);
        run.await(goal("first"));
        GoalProfile others = mida.create(goal("b"));
        Faults.STATUS_403.on(stub, "GET", 1);
        run.begin(goal("b"), OnExisting.REUSE, Cleanup.KEEP);
        assertThat(run.await(goal("b")).key()).isEqualTo("b");
        run.begin(goal("a"), OnExisting.REUSE, Cleanup.KEEP);
        assertThat(run.await(goal("a")).id()).isEqualTo(others.id() - 2);
      }
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS_403", "STATUS_404", "STATUS_405", "STATUS_501"})
    void cannotDeleteThemAndSaysWhatItNeeds(Faults refusal) {
      refusal.onAll(stub, "GET", "PATCH", "DELETE");
      run(OnExisting.REUSE, Cleanup.DELETE, List.of(goal("a")));
      assertThat(warnings)
          .singleElement()
          .asString()
          .contains(
              "could not delete 1 of the 1 goals",
              "midagoal.cleanup=delete needs an API key that may delete goals");
    }
  }

  /** The pauses between attempts are waited for side by side. */
  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class AMidaThatBreaksEveryThirdRequest {

    @ParameterizedTest
    @CsvSource({
      "NO_ANSWER, 0", "NO_ANSWER, 1", "NO_ANSWER, 2",
      "STATUS_504_DONE, 0", "STATUS_504_DONE, 1", "STATUS_504_DONE, 2"
    })
    void getsAllGoalsOnceInEachPhase(Faults fault, int phase) {
      fault.onEveryThird(stub, phase);
      for (Goal goal : goals(4)) {
        run(OnExisting.REUSE, goal);
      }
      run(OnExisting.REUSE, Cleanup.KEEP, goals(12));
      assertThat(stub.goals())
          .extracting(created -> created.goal().value())
          .containsExactlyInAnyOrderElementsOf(goals(12).stream().map(Goal::value).toList());
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void losesAllGoalsAgainInEachPhase(int phase) {
      Faults.NO_ANSWER.onEveryThird(stub, phase);
      run(OnExisting.REUSE, Cleanup.DELETE, goals(4));
      assertThat(stub.goals()).isEmpty();
    }
  }
}
