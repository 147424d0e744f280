package io.midagoal.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.midagoal.goal.GoalProfile;
import io.midagoal.stub.StubCalls.Reply;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls for experiments. */
class StubExperimentsTest {
  private static final String GOAL =
      "{\"goal_name\": \"Buy\", \"goal_type\": \"clickOnElement\", \"goal_value\": \".cta\"}";

  private final MidaStub stub = MidaStub.start();

  @AfterEach
  void close() {
    stub.close();
  }

  private Reply call(String method, String path, String body) {
    return new StubCalls(stub).call(method, path, body);
  }

  private Reply create(String moreFields) {
    return call(
        "POST",
        "create-experiment",
        "{\"test_name\": \"CTA\", \"url\": \"https://shop.example/\","
            + " \"variants\": [{\"customCSS\": \"a{}\", \"data\": []}]"
            + moreFields
            + "}");
  }

  private static JsonNode json(String text) throws IOException {
    return new JsonMapper().readTree(text);
  }

  @Nested
  class ACreation {
    @Test
    void makesADraftAndTheGoalThatItDefines() throws IOException {
      assertThat(create(", \"primary_goal\": " + GOAL).body())
          .isEqualTo(
              json(
                  """
                  {"success": true, "status": 9, "test_id": 7001, "company_id": 1001,
                   "goal_profile_id": 3001, "secondary_goals_count": 0, "warnings": []}\
                  """));
      assertThat(stub.goals()).extracting(GoalProfile::key).containsExactly("buy");
    }

    @Test
    void usesAGoalOfTheSameNameAndTypeAgain() {
      create(", \"primary_goal\": " + GOAL);
      create(", \"primary_goal\": " + GOAL.replace(".cta", ".other"));
      assertThat(stub.goals()).hasSize(1);
    }

    @Test
    void countsSecondaryGoals() {
      call("POST", "goal", GOAL);
      assertThat(
              create(
                      ", \"secondary_goal_keys\": [\"buy\"], \"secondary_goals\": ["
                          + GOAL.replace("Buy", "Cart")
                          + "]")
                  .body()
                  .path("secondary_goals_count")
                  .asInt())
          .isEqualTo(2);
      assertThat(stub.goals()).extracting(GoalProfile::key).containsExactly("buy", "cart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test_name", "url", "variants"})
    void isRefusedWhenARequiredFieldIsMissing(String field) {
      String body = "{\"test_name\": \"a\", \"url\": \"https://a/\", \"variants\": []}";
      assertThat(call("POST", "create-experiment", body.replace(field, "other")))
          .returns(400, Reply::status)
          .returns(field + " is missing.", Reply::error);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"status\": 5|status must be 9 (draft), 1 (live) or 0 (inactive)",
          "\"status\": \"live\"|status must be 9 (draft), 1 (live) or 0 (inactive)",
          "\"custom_js\": 1|custom_js must be text, but is a number.",
          "\"primary_goal_key\": \"none\"|no goal has the key 'none'",
          "\"secondary_goal_keys\": [\"none\"]|no goal has the key 'none'",
        })
    void isRefusedWhenAFieldIsWrong(String field, String error) {
      assertThat(create(", " + field)).returns(400, Reply::status).returns(error, Reply::error);
      assertThat(call("GET", "experiments", "").body().path("count").asInt()).isZero();
    }

    @Test
    void isRefusedWhenItsGoalIsOfAnUnknownType() {
      assertThat(create(", \"primary_goal\": " + GOAL.replace("clickOnElement", "hover")))
          .returns(400, Reply::status)
          .returns("goal_type 'hover' is unknown", Reply::error);
    }

    @Test
    void isRefusedWhenThePlanAllowsNoFurtherGoal() {
      stub.withPlanLimit(0);
      assertThat(create(", \"primary_goal\": " + GOAL)).returns(403, Reply::status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{"})
    void isRefusedWhenItIsNoJsonObject(String body) {
      assertThat(call("POST", "create-experiment", body))
          .returns(400, Reply::status)
          .returns("the body must be a JSON object", Reply::error);
    }
  }

  @Nested
  class AList {
    private List<Long> ids(String query) {
      return call("GET", "experiments" + query, "").body().findValues("test_id").stream()
          .map(JsonNode::asLong)
          .toList();
    }

    @Test
    void holdsWhatTheReferenceSays() {
      create(", \"status\": 1");
      JsonNode list = call("GET", "experiments", "").body();
      assertThat(list.path("count").asInt()).isEqualTo(1);
      assertThat(list.path("company_id").asInt()).isEqualTo(1001);
      JsonNode listed = list.at("/experiments/0");
      assertThat(listed.fieldNames())
          .toIterable()
          .containsExactly(
              "test_id", "test_name", "url", "status", "is_completed", "created_at", "updated_at");
      assertThat(listed.path("status").asInt()).isEqualTo(1);
    }

    @Test
    void hasPages() {
      for (int i = 0; i < 60; i++) {
        create("");
      }
      assertThat(ids("")).hasSize(50);
      assertThat(ids("?limit=500")).hasSize(60);
      assertThat(ids("?limit=2&offset=2")).containsExactly(7003L, 7004L);
      assertThat(call("GET", "experiments?limit=501", "")).returns(400, Reply::status);
    }
  }

  @Nested
  class OneExperiment {
    @Test
    void isShownAsTheReferenceSays() throws IOException {
      create(", \"status\": 0, \"control\": {\"customJS\": \"go()\"}, \"primary_goal\": " + GOAL);
      assertThat(call("GET", "experiment/7001", "").body())
          .isEqualTo(
              json(
                  """
                  {"success": true, "experiment": {
                    "test_id": 7001, "test_name": "CTA", "url": "https://shop.example/",
                    "status": 0, "goal_profile_id": 3001,
                    "variants": [
                      {"variant_id": 1, "name": "Control", "customCSS": "", "customJS": "go()",
                       "data": []},
                      {"variant_id": 2, "name": "Variant 1", "customCSS": "a{}", "customJS": "",
                       "data": []}],
                    "configuration": {}, "targeting": {},
                    "primary_goal": {"goal_profile_id": 3001, "goal_name": "Buy",
                      "goal_type": "clickOnElement", "goal_value": ".cta"},
                    "serving_variant_id": null}}\
                  """));
    }

    @Test
    void mayHaveNoGoal() {
      create("");
      JsonNode experiment = call("GET", "experiment/7001", "").body().path("experiment");
      assertThat(experiment.path("primary_goal").isNull()).isTrue();
      assertThat(experiment.path("goal_profile_id").isNull()).isTrue();
    }

    @Test
    void showsItsChanges() {
      create(
          ", \"secondary_goals\": [], \"variants\": [{\"data\": [{\"target\": \"h1\","
              + " \"outerHTML\": \"<h1>New</h1>\"}]}]");
      assertThat(call("GET", "experiment/7001", "").body().findValue("outerHTML").asText())
          .isEqualTo("<h1>New</h1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"experiment/4711", "experiment/4711/preview-urls"})
    void thatDoesNotExistIsNotFound(String path) {
      assertThat(call("GET", path, ""))
          .returns(404, Reply::status)
          .returns("no such experiment", Reply::error);
    }

    @ParameterizedTest
    @CsvSource({
      "DELETE, experiment/7001",
      "POST, experiments",
      "GET, create-experiment",
      "GET, goal/3001/preview-urls",
      "GET, experiment/7001/result"
    })
    void cannotBeAskedForAnythingElse(String method, String path) {
      create(", \"primary_goal\": " + GOAL);
      assertThat(call(method, path, ""))
          .returns(404, Reply::status)
          .returns("no such call", Reply::error);
    }
  }

  @Nested
  class ThePreviewUrls {
    @Test
    void areShownAsTheReferenceSays() throws IOException {
      create("");
      assertThat(call("GET", "experiment/7001/preview-urls", "").body())
          .isEqualTo(
              json(
                  """
                  {"success": true, "test_id": 7001, "test_name": "CTA",
                   "page_url": "https://shop.example/", "variants": [
                     {"variant_id": 0, "name": "Control", "preview_url":
                       "https://shop.example/?test-preview=7001&test-variant=Control"},
                     {"variant_id": 1, "name": "Variant 1", "preview_url":
                       "https://shop.example/?test-preview=7001&test-variant=Variant_1"}]}\
                  """));
    }
  }
}
