package io.midagoal.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.stub.StubCalls.Reply;
import java.io.IOException;
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

  private final MidaStub stub = MidaStub.start();

  @AfterEach
  void close() {
    stub.close();
  }

  private Reply call(String method, String path, String body) {
    return new StubCalls(stub).call(method, path, body);
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
  class AList {
    private Reply list(String query) {
      return call("GET", "goals" + query, "");
    }

    private List<Long> ids(String query) {
      return list(query).body().findValues("goal_profile_id").stream()
          .map(JsonNode::asLong)
          .toList();
    }

    @Test
    void holdsWhatTheReferenceSays() throws IOException {
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
    void hasFiftyGoalsUnlessAskedForMore() {
      LongStream.range(0, 60).forEach(i -> create("g" + i));
      assertThat(ids("")).hasSize(50);
      assertThat(ids("?limit=500")).hasSize(60);
      assertThat(list("").body().path("count").asInt()).isEqualTo(60);
    }

    @Test
    void goesOnWhereItIsAskedTo() {
      LongStream.range(0, 5).forEach(i -> create("g" + i));
      assertThat(ids("?limit=2&offset=2")).containsExactly(3003L, 3004L);
      assertThat(ids("?offset=4&limit=2")).containsExactly(3005L);
      assertThat(ids("?offset=5")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "many", "1.5", "9999999999"})
    void hasLimitsToItsLimit(String limit) {
      assertThat(list("?limit=" + limit)).returns(400, Reply::status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many"})
    void beginsAtANumber(String offset) {
      assertThat(list("?offset=" + offset)).returns(400, Reply::status);
    }

    @Test
    void leavesOutWhatWasDeleted() {
      long gone = create("gone");
      long there = create("there");
      call("DELETE", "goal/" + gone, "");
      assertThat(ids("")).containsExactly(there);
      assertThat(list("").body().path("count").asInt()).isEqualTo(1);
    }
  }

  @Nested
  class OneGoal {
    @Test
    void isShownWithItsStatusAndItsBeginning() {
      JsonNode goal = call("GET", "goal/" + create("CTA"), "").body().path("goal");
      assertThat(goal.path("goal_name").asText()).isEqualTo("CTA");
      assertThat(goal.path("status").asInt()).isEqualTo(1);
      assertThat(Instant.parse(goal.path("created_at").asText())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void isShownAsDeletedWhenItIs() {
      long id = create("CTA");
      call("DELETE", "goal/" + id, "");
      Reply reply = call("GET", "goal/" + id, "");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body().at("/goal/status").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"GET", "PATCH", "DELETE"})
    void thatDoesNotExistIsNotFound(String method) {
      assertThat(call(method, "goal/4711", "{}"))
          .returns(404, Reply::status)
          .returns("no such goal", Reply::error);
    }
  }

  @Nested
  class AnUpdate {
    @Test
    void changesTheFieldsThatItNamesAndNoOthers() throws IOException {
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
    void mayGiveAFreeKeyAndFreesTheOldOne() {
      long id = create("CTA");
      call("PATCH", "goal/" + id, "{\"goal_key\": \"other\"}");
      assertThat(stub.goals()).extracting(GoalProfile::key).containsExactly("other");
      create("CTA");
    }

    @Test
    void doesNotGiveAKeyThatIsTaken() {
      create("taken");
      long id = create("CTA");
      assertThat(call("PATCH", "goal/" + id, "{\"goal_key\": \"taken\"}"))
          .returns(406, Reply::status);
      assertThat(stub.goals()).extracting(GoalProfile::key).containsExactly("taken", "cta");
    }

    @Test
    void isRefusedWithATypeThatIsUnknown() {
      long id = create("CTA");
      assertThat(call("PATCH", "goal/" + id, "{\"goal_type\": \"hover\"}"))
          .returns(400, Reply::status);
    }

    @Test
    void ofAGoalThatWasDeletedFindsNone() {
      long id = create("CTA");
      call("DELETE", "goal/" + id, "");
      assertThat(call("PATCH", "goal/" + id, "{\"goal_value\": \"w\"}"))
          .returns(404, Reply::status);
    }
  }

  @Nested
  class ADeletion {
    @Test
    void isAnsweredAsTheReferenceSays() throws IOException {
      long id = create("CTA");
      assertThat(call("DELETE", "goal/" + id, "").body())
          .isEqualTo(
              json(
                  "{\"success\": true, \"goal_profile_id\": %d, \"deleted\": true}".formatted(id)));
      assertThat(stub.goals()).isEmpty();
    }

    @Test
    void worksOnce() {
      long id = create("CTA");
      call("DELETE", "goal/" + id, "");
      assertThat(call("DELETE", "goal/" + id, "")).returns(404, Reply::status);
    }

    @Test
    void freesTheKeyAndNotTheId() {
      long id = create("CTA");
      call("DELETE", "goal/" + id, "");
      assertThat(create("CTA")).isNotEqualTo(id);
    }

    @Test
    void keepsTheKeyWhereThatIsWanted() {
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
  class ThePlanLimit {
    @Test
    void canBeSetInAChain() {
      assertThat(stub.withPlanLimit(2)).isSameAs(stub);
    }

    @Test
    void refusesOneGoalMore() {
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
    void countsNoGoalsThatWereDeleted() {
      stub.withPlanLimit(1);
      call("DELETE", "goal/" + create("a"), "");
      create("b");
    }
  }
}
