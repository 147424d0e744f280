package io.midagoal.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import java.util.Optional;
import java.util.OptionalLong;

/** Goals as Mida's REST API writes them. */
final class GoalJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private GoalJson() {}

  /** Writes a definition; what it does not set is left out, so that Mida decides. */
  static String write(Goal goal) {
    ObjectNode json = JSON.createObjectNode();
    json.put("goal_name", goal.name());
    json.put("goal_type", goal.type().wireName());
    json.put("goal_value", goal.value());
    goal.key().ifPresent(key -> json.put("goal_key", key));
    json.put("goal_purpose", goal.purpose().wireName());
    goal.elementUrl().ifPresent(url -> json.put("element_url", url));
    return json.toString();
  }

  /**
   * Reads the answer to a successful <em>Create Goal</em>; fields that are not known may be there.
   */
  static GoalProfile readCreated(Answer answer, Goal goal) throws UnexpectedAnswerException {
    JsonNode json = readObject(answer);
    if (!json.path("success").booleanValue()) {
      throw new UnexpectedAnswerException("the answer does not say \"success\": true");
    }
    OptionalLong id = number(json.path("goal_profile_id"));
    String key = json.path("goal_key").asText("");
    if (id.isEmpty()) {
      throw new UnexpectedAnswerException("the answer has no number as goal_profile_id");
    }
    if (key.isBlank()) {
      throw new UnexpectedAnswerException("the answer has no goal_key");
    }
    OptionalLong companyId = number(json.path("company_id"));
    return new GoalProfile(id.getAsLong(), key, companyId, goal, goal.type().wireName());
  }

  private static JsonNode readObject(Answer answer) throws UnexpectedAnswerException {
    if (!answer.body().whole()) {
      throw new UnexpectedAnswerException("the answer is longer than 1 MiB");
    }
    return parse(answer.body())
        .filter(JsonNode::isObject)
        .orElseThrow(() -> new UnexpectedAnswerException("the answer is not the documented JSON"));
  }

  /** The text of a documented error body. */
  static Optional<String> readError(Answer.Body body) {
    return parse(body).map(json -> json.path("error").textValue());
  }

  private static Optional<JsonNode> parse(Answer.Body body) {
    try {
      return Optional.ofNullable(JSON.readTree(body.text()));
    } catch (JsonProcessingException e) {
      // Not JSON. What Jackson says of it repeats the body, which is told elsewhere.
      return Optional.empty();
    }
  }

  /** Mida documents numbers; the same as text is understood as well. */
  private static OptionalLong number(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return OptionalLong.of(node.longValue());
    }
    if (node.isTextual() && node.textValue().matches("\\d{1,18}")) {
      return OptionalLong.of(Long.parseLong(node.textValue()));
    }
    return OptionalLong.empty();
  }
}
