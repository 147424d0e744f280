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
  class A_list {
    @Test
    void holds_each_goal_of_several_pages_once() {
      IntStream.range(0, 501).forEach(i -> mida.create(goal("g" + i).build()));
      assertThat(mida.list().map(GoalProfile::id))
          .isEqualTo(stub.goals().stream().map(GoalProfile::id).toList())
          .hasSize(501);
    }

    @Test
    void fetches_a_page_when_it_is_read_and_not_before() {
      IntStream.range(0, 501).forEach(i -> mida.create(goal("g" + i).build()));
      assertThat(mida.list().findFirst()).map(GoalProfile::key).contains("g0");
      assertThat(sent("GET")).hasSize(1);
    }

    @Test
    void ends_when_a_server_gives_the_same_page_for_ever() {
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
    void shows_a_goal_of_an_unknown_type_as_mida_wrote_it() {
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
    void shows_a_goal_without_a_value_as_one_of_an_unknown_type() {
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
  class Reading_a_goal {
    @Test
    void gives_it_as_mida_holds_it() {
      GoalProfile created = mida.create(goal("CTA").elementUrl("https://example.com/").build());
      assertThat(mida.get(created.id()).goal())
          .isEqualTo(goal("CTA").key("cta").elementUrl("https://example.com/").build());
    }

    @Test
    void tells_that_it_was_deleted() {
      long id = mida.create(goal("CTA").build()).id();
      mida.delete(id);
      assertThat(catchThrowableOfType(MidaApiException.class, () -> mida.get(id)))
          .returns(Kind.NOT_FOUND, MidaApiException::kind)
          .hasMessageStartingWith(
              "Reading Mida goal " + id + " failed: the goal was deleted in Mida");
    }

    @Test
    void tells_that_there_is_none() {
      assertThat(catchThrowableOfType(MidaApiException.class, () -> mida.get(4711)))
          .returns(Kind.NOT_FOUND, MidaApiException::kind)
          .returns("Get Goal", MidaApiException::operation)
          .hasMessageContaining("failed: Mida has no such goal");
    }
  }

  @Nested
  class An_update {
    @Test
    void sends_what_differs_and_gives_the_goal_as_it_then_is() {
      long id = mida.create(goal("CTA").build()).id();
      GoalProfile updated = mida.update(id, goal("CTA").value("w").key("key").build());
      assertThat(sent("PATCH")).containsExactly("{\"goal_value\":\"w\",\"goal_key\":\"key\"}");
      assertThat(updated)
          .returns("w", goal -> goal.goal().value())
          .returns("key", GoalProfile::key);
    }

    @Test
    void sends_nothing_when_nothing_differs() {
      long id = mida.create(goal("CTA").build()).id();
      assertThat(mida.update(id, goal("CTA").build()).id()).isEqualTo(id);
      assertThat(sent("PATCH")).isEmpty();
    }

    @Test
    void of_a_goal_that_does_not_exist_is_told() {
      assertThat(
              catchThrowableOfType(
                  MidaApiException.class, () -> mida.update(4711, goal("CTA").build())))
          .returns(Kind.NOT_FOUND, MidaApiException::kind);
    }
  }

  @Nested
  class A_deletion {
    @Test
    void deletes_one_goal() {
      long id = mida.create(goal("CTA").build()).id();
      GoalProfile other = mida.create(goal("other").build());
      mida.delete(id);
      assertThat(stub.goals()).containsExactly(other);
    }

    @Test
    void of_a_goal_that_was_deleted_is_told() {
      long id = mida.create(goal("CTA").build()).id();
      mida.delete(id);
      assertThat(catchThrowableOfType(MidaApiException.class, () -> mida.delete(id)))
          .returns(Kind.NOT_FOUND, MidaApiException::kind)
          .returns("Delete Goal", MidaApiException::operation);
    }
  }

  @Nested
  class A_call_that_Mida_answers_with_an_error_of_its_own {
    @Test
    void may_have_been_done_all_the_same_when_it_changes_something() {
      long id = mida.create(goal("A").build()).id();
      Faults.STATUS_500.on(stub, "DELETE", 1);
      assertThat(catchThrowableOfType(MidaApiException.class, () -> mida.delete(id)))
          .hasMessageContaining("done it all the same: look there");
    }

    @Test
    void has_done_nothing_when_it_only_reads() {
      long id = mida.create(goal("A").build()).id();
      Faults.STATUS_500.on(stub, "GET", 1);
      assertThat(catchThrowableOfType(MidaApiException.class, () -> mida.get(id)))
          .hasMessageNotContaining("all the same");
    }
  }

  @Nested
  class A_goal_whose_creation_was_not_answered {
    @Test
    void is_found_by_its_key_rather_than_an_equal_one_of_another_key() {
      mida.create(goal("A").key("made-by-hand").build());
      Faults.NO_ANSWER_DONE.on(stub, "POST", 1);
      assertThat(mida.create(goal("A").build()).key()).isEqualTo("a");
    }
  }
}
