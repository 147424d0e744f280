package io.midagoal.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls for goals that exist. */
class StubGoalsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final MidaStub stub = MidaStub.start();

  @AfterEach
  void close() {
    stub.close();
  }

  /**
   * An answer.
   *
   * @param body as JSON
   */
  private record Reply(int status, JsonNode body) {
    String error() {
      return body.path("error").asText();
    }
  }

  private Reply call(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(stub.baseUrl() + "/v2/project/" + stub.projectKey() + "/" + path))
            .header("Authorization", "Bearer " + stub.apiKey())
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Reply(response.statusCode(), new JsonMapper().readTree(response.body()));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("The stub did not answer", e);
    }
  }

  private long create(String name) {
    Reply reply =
        call(
            "POST",
            "goal",
            "{\"goal_name\": \"%s\", \"goal_type\": \"script\", \"goal_value\": \"v\"}"
                .formatted(name));
    assertThat(reply.status()).isEqualTo(200);
    return reply.body().path("goal_profile_id").asLong();
  }

  private static JsonNode json(String text) throws IOException {
    return new JsonMapper().readTree(text);
  }

  @Nested
  class A_list {
    private Reply list(String query) {
      return call("GET", "goals" + query, "");
    }

    private List<Long> ids(String query) {
      return list(query).body().findValues("goal_profile_id").stream()
          .map(JsonNode::asLong)
          .toList();
    }

    @Test
    void holds_what_the_reference_says() throws IOException {
      long id = create("CTA Button");
      assertThat(list("").body())
          .isEqualTo(
              json(
                  """
                  {"success": true, "company_id": 1001, "count": 1, "goals": [{
                    "goal_profile_id": %d, "goal_key": "cta_button", "goal_name": "CTA Button",
                    "goal_type": "script", "goal_value": "v", "goal_purpose": "sell",
                    "element_url": null}]}\
                  """
                      .formatted(id)));
    }

    @Test
    void has_fifty_goals_unless_asked_for_more() {
      LongStream.range(0, 60).forEach(i -> create("g" + i));
      assertThat(ids("")).hasSize(50);
      assertThat(ids("?limit=500")).hasSize(60);
      assertThat(list("").body().path("count").asInt()).isEqualTo(60);
    }

    @Test
    void goes_on_where_it_is_asked_to() {
      LongStream.range(0, 5).forEach(i -> create("g" + i));
      assertThat(ids("?limit=2&offset=2")).containsExactly(3003L, 3004L);
      assertThat(ids("?offset=4&limit=2")).containsExactly(3005L);
      assertThat(ids("?offset=5")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "many", "1.5", "9999999999"})
    void has_limits_to_its_limit(String limit) {
      assertThat(list("?limit=" + limit)).returns(400, Reply::status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many"})
    void begins_at_a_number(String offset) {
      assertThat(list("?offset=" + offset)).returns(400, Reply::status);
    }

    @Test
    void leaves_out_what_was_deleted() {
      long gone = create("gone");
      long there = create("there");
      call("DELETE", "goal/" + gone, "");
      assertThat(ids("")).containsExactly(there);
      assertThat(list("").body().path("count").asInt()).isEqualTo(1);
    }
  }

  @Nested
  class One_goal {
    @Test
    void is_shown_with_its_status_and_its_beginning() {
      JsonNode goal = call("GET", "goal/" + create("CTA"), "").body().path("goal");
      assertThat(goal.path("goal_name").asText()).isEqualTo("CTA");
      assertThat(goal.path("status").asInt()).isEqualTo(1);
      assertThat(Instant.parse(goal.path("created_at").asText())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void is_shown_as_deleted_when_it_is() {
      long id = create("CTA");
      call("DELETE", "goal/" + id, "");
      Reply reply = call("GET", "goal/" + id, "");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body().at("/goal/status").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"GET", "PATCH", "DELETE"})
    void that_does_not_exist_is_not_found(String method) {
      assertThat(call(method, "goal/4711", "{}"))
          .returns(404, Reply::status)
          .returns("no such goal", Reply::error);
    }
  }

  @Nested
  class An_update {
    @Test
    void changes_the_fields_that_it_names_and_no_others() throws IOException {
      long id = create("CTA");
      Reply reply =
          call("PATCH", "goal/" + id, "{\"goal_value\": \"w\", \"goal_purpose\": \"engage\"}");
      assertThat(reply.body())
          .isEqualTo(json("{\"success\": true, \"goal_profile_id\": %d}".formatted(id)));
      JsonNode goal = call("GET", "goal/" + id, "").body().path("goal");
      assertThat(goal.path("goal_value").asText()).isEqualTo("w");
      assertThat(goal.path("goal_purpose").asText()).isEqualTo("engage");
      assertThat(goal.path("goal_name").asText()).isEqualTo("CTA");
      assertThat(goal.path("goal_key").asText()).isEqualTo("cta");
    }

    @Test
    void may_give_a_free_key_and_frees_the_old_one() {
      long id = create("CTA");
      call("PATCH", "goal/" + id, "{\"goal_key\": \"other\"}");
      assertThat(stub.goals()).extracting(GoalProfile::key).containsExactly("other");
      create("CTA");
    }

    @Test
    void does_not_give_a_key_that_is_taken() {
      create("taken");
      long id = create("CTA");
      assertThat(call("PATCH", "goal/" + id, "{\"goal_key\": \"taken\"}"))
          .returns(406, Reply::status);
      assertThat(stub.goals()).extracting(GoalProfile::key).containsExactly("taken", "cta");
    }

    @Test
    void is_refused_with_a_type_that_is_unknown() {
      long id = create("CTA");
      assertThat(call("PATCH", "goal/" + id, "{\"goal_type\": \"hover\"}"))
          .returns(400, Reply::status);
    }

    @Test
    void of_a_goal_that_was_deleted_finds_none() {
      long id = create("CTA");
      call("DELETE", "goal/" + id, "");
      assertThat(call("PATCH", "goal/" + id, "{\"goal_value\": \"w\"}"))
          .returns(404, Reply::status);
    }
  }

  @Nested
  class A_deletion {
    @Test
    void is_answered_as_the_reference_says() throws IOException {
      long id = create("CTA");
      assertThat(call("DELETE", "goal/" + id, "").body())
          .isEqualTo(
              json(
                  "{\"success\": true, \"goal_profile_id\": %d, \"deleted\": true}".formatted(id)));
      assertThat(stub.goals()).isEmpty();
    }

    @Test
    void works_once() {
      long id = create("CTA");
      call("DELETE", "goal/" + id, "");
      assertThat(call("DELETE", "goal/" + id, "")).returns(404, Reply::status);
    }

    @Test
    void frees_the_key_and_not_the_id() {
      long id = create("CTA");
      call("DELETE", "goal/" + id, "");
      assertThat(create("CTA")).isNotEqualTo(id);
    }

    @Test
    void keeps_the_key_where_that_is_wanted() {
      stub.keepingKeysOfDeletedGoals();
      call("DELETE", "goal/" + create("CTA"), "");
      assertThat(
              call(
                  "POST",
                  "goal",
                  "{\"goal_name\": \"CTA\", \"goal_type\": \"script\", \"goal_value\": \"v\"}"))
          .returns(406, Reply::status);
    }
  }

  @Nested
  class The_plan_limit {
    @Test
    void can_be_set_in_a_chain() {
      assertThat(stub.withPlanLimit(2)).isSameAs(stub);
    }

    @Test
    void refuses_one_goal_more() {
      stub.withPlanLimit(2);
      create("a");
      create("b");
      assertThat(
              call(
                  "POST",
                  "goal",
                  "{\"goal_name\": \"c\", \"goal_type\": \"script\", \"goal_value\": \"v\"}"))
          .returns(403, Reply::status);
      assertThat(stub.goals()).extracting(GoalProfile::goal).extracting(Goal::name).hasSize(2);
    }

    @Test
    void counts_no_goals_that_were_deleted() {
      stub.withPlanLimit(1);
      call("DELETE", "goal/" + create("a"), "");
      create("b");
    }
  }
}
