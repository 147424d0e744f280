package io.midagoal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalPurpose;
import io.midagoal.goal.GoalType;
import io.midagoal.stub.Faults;
import io.midagoal.stub.MidaStub;
import io.midagoal.stub.StubRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The calls for goals that exist. */
@Timeout(120)
class MidaClientGoalsTest {
  private final MidaStub stub = MidaStub.start();
  private final MidaClient mida =
      MidaClient.builder()
          .apiKey(stub.apiKey())
          .projectKey(stub.projectKey())
          .baseUrl(stub.baseUrl())
          .build();

  @AfterEach
  void close() {
    stub.close();
  }

  private static Goal.Builder goal(String name) {
    return Goal.builder().name(name).type(GoalType.SCRIPT).value("v");
  }

  private List<String> sent(String method) {
    return stub.requests().stream()
        .filter(request -> request.method().equals(method))
        .map(StubRequest::body)
        .toList();
  }

  private static MidaClient clientOf(AnsweringServer server) {
    return MidaClient.builder().apiKey("secret-key").projectKey("p").baseUrl(server.url()).build();
  }

  @Nested
  class AList {
    @Test
    void holdsEachGoalOfSeveralPagesOnce() {
      IntStream.range(0, 501).forEach(i -> mida.create(goal("g" + i).build()));
      assertThat(mida.list().map(GoalProfile::id))
          .isEqualTo(stub.goals().stream().map(GoalProfile::id).toList())
          .hasSize(501);
    }

    @Test
    void fetchesAPageWhenItIsReadAndNotBefore() {
      IntStream.range(0, 501).forEach(i -> mida.create(goal("g" + i).build()));
      assertThat(mida.list().findFirst()).map(GoalProfile::key).contains("g0");
      assertThat(sent("GET")).hasSize(1);
    }

    @Test
    void endsWhenAServerGivesTheSamePageForEver() {
      try (AnsweringServer server =
          new AnsweringServer(200, "{\"success\": true, \"goals\": [{\"goal_profile_id\": 1}]}")) {
        assertThat(clientOf(server).list()).hasSize(1);
        assertThat(server.requests())
            .extracting(AnsweringServer.Received::path)
            .containsExactly(
                "/v2/project/p/goals?limit=500&offset=0", "/v2/project/p/goals?limit=500&offset=1");
      }
    }

    @Test
    void showsAGoalOfAnUnknownTypeAsMidaWroteIt() {
      try (AnsweringServer server =
          new AnsweringServer(
              200,
              """
              {"success": true, "company_id": "1001", "goals": [{
                "goal_profile_id": "7", "goal_key": null, "goal_name": "Hover", "new": {"a": [1]},
                "goal_type": "hoverOnElement", "goal_value": 75, "goal_purpose": "dream",
                "element_url": null}]}\
              """)) {
        GoalProfile hover = clientOf(server).list().findFirst().orElseThrow();
        assertThat(hover.id()).isEqualTo(7);
        assertThat(hover.key()).isEmpty();
        assertThat(hover.companyId()).hasValue(1001);
        assertThat(hover.rawType()).isEqualTo("hoverOnElement");
        assertThat(hover.goal())
            .isEqualTo(
                Goal.builder()
                    .name("Hover")
                    .type(GoalType.UNKNOWN)
                    .value("75")
                    .purpose(GoalPurpose.UNKNOWN)
                    .build());
      }
    }

    @Test
    void showsAGoalWithoutAValueAsOneOfAnUnknownType() {
      try (AnsweringServer server =
          new AnsweringServer(
              200,
              """
              {"success": true, "goals": [{"goal_profile_id": 7, "goal_key": "cta",
                "goal_type": "clickOnElement", "goal_value": " "}]}\
              """)) {
        assertThat(clientOf(server).list())
            .singleElement()
            .satisfies(
                goal -> {
                  assertThat(goal.goal().type()).isEqualTo(GoalType.UNKNOWN);
                  assertThat(goal.goal().name()).isEqualTo("cta");
                  assertThat(goal.rawType()).isEqualTo("clickOnElement");
                });
      }
    }
  }

  @Nested
  class ReadingAGoal {
    @Test
    void givesItAsMidaHoldsIt() {
      GoalProfile created = mida.create(goal("CTA").elementUrl("https://example.com/").build());
      assertThat(mida.get(created.id()).goal())
          .isEqualTo(goal("CTA").key("cta").elementUrl("https://example.com/").build());
    }

    @Test
    void tellsThatItWasDeleted() {
      long id = mida.create(goal("CTA").build()).id();
      mida.delete(id);
      assertThat(catchThrowableOfType(MidaApiException.class, () -> mida.get(id)))
          .returns(Kind.NOT_FOUND, MidaApiException::kind)
          .hasMessageStartingWith(
              "Reading Mida goal " + id + " failed: the goal was deleted in Mida");
    }

    @Test
    void tellsThatThereIsNone() {
      assertThat(catchThrowableOfType(MidaApiException.class, () -> mida.get(4711)))
          .returns(Kind.NOT_FOUND, MidaApiException::kind)
          .returns("Get Goal", MidaApiException::operation)
          .hasMessageContaining("failed: Mida has no such goal");
    }
  }

  @Nested
  class AnUpdate {
    @Test
    void sendsWhatDiffersAndGivesTheGoalAsItThenIs() {
      long id = mida.create(goal("CTA").build()).id();
      GoalProfile updated = mida.update(id, goal("CTA").value("w").key("key").build());
      assertThat(sent("PATCH")).containsExactly("{\"goal_value\":\"w\",\"goal_key\":\"key\"}");
      assertThat(updated)
          .returns("w", goal -> goal.goal().value())
          .returns("key", GoalProfile::key);
    }

    @Test
    void sendsNothingWhenNothingDiffers() {
      long id = mida.create(goal("CTA").build()).id();
      assertThat(mida.update(id, goal("CTA").build()).id()).isEqualTo(id);
      assertThat(sent("PATCH")).isEmpty();
    }

    @Test
    void ofAGoalThatDoesNotExistIsTold() {
      assertThat(
              catchThrowableOfType(
                  MidaApiException.class, () -> mida.update(4711, goal("CTA").build())))
          .returns(Kind.NOT_FOUND, MidaApiException::kind);
    }
  }

  @Nested
  class ADeletion {
    @Test
    void deletesOneGoal() {
      long id = mida.create(goal("CTA").build()).id();
      GoalProfile other = mida.create(goal("other").build());
      mida.delete(id);
      assertThat(stub.goals()).containsExactly(other);
    }

    @Test
    void ofAGoalThatWasDeletedIsTold() {
      long id = mida.create(goal("CTA").build()).id();
      mida.delete(id);
      assertThat(catchThrowableOfType(MidaApiException.class, () -> mida.delete(id)))
          .returns(Kind.NOT_FOUND, MidaApiException::kind)
          .returns("Delete Goal", MidaApiException::operation);
    }
  }

  @Nested
  class ACallThatMidaAnswersWithAnErrorOfItsOwn {
    @Test
    void mayHaveBeenDoneAllTheSameWhenItChangesSomething() {
      long id = mida.create(goal("A").build()).id();
      Faults.STATUS_500.on(stub, "DELETE", 1);
      assertThat(catchThrowableOfType(MidaApiException.class, () -> mida.delete(id)))
          .hasMessageContaining("done it even so: check there");
    }

    @Test
    void hasDoneNothingWhenItOnlyReads() {
      long id = mida.create(goal("A").build()).id();
      Faults.STATUS_500.on(stub, "GET", 1);
      assertThat(catchThrowableOfType(MidaApiException.class, () -> mida.get(id)))
          .hasMessageNotContaining("all the same");
    }
  }

  @Nested
  class AGoalWhoseCreationWasNotAnswered {
    @Test
    void isFoundByItsKeyRatherThanAnEqualOneOfAnotherKey() {
      mida.create(goal("A").key("made-by-hand").build());
      Faults.NO_ANSWER_DONE.on(stub, "POST", 1);
      assertThat(mida.create(goal("A").build()).key()).isEqualTo("a");
    }
  }
}
