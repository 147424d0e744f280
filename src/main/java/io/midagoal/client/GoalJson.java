package io.midagoal.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalField;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalPurpose;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.http.ApiResponse;
import io.midagoal.internal.text.Redaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads and writes goals as JSON of Mida's REST API. An API key that the server echoes is redacted
 * on reading, because the text goes into reports and messages.
 */
final class GoalJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int DELETED = 2;
  private static final String NOTHING = "(none)";

  private final Redaction redaction;

  GoalJson(Redaction redaction) {
    this.redaction = redaction;
  }

  /** Writes a definition without its empty fields, for which Mida has defaults. */
  static String write(Goal goal) {
    return write(goal, Arrays.asList(GoalField.values()));
  }

  /** Writes some fields of a definition. */
  static String write(Goal goal, Collection<GoalField> fields) {
    ObjectNode json = JSON.createObjectNode();
    fields.forEach(field -> field.of(goal).ifPresent(text -> json.put(field.wireName(), text)));
    return json.toString();
  }

  /** Reads the answer to a successful <em>Create Goal</em>; unknown fields are ignored. */
  GoalProfile readCreated(ApiResponse answer, Goal goal) throws UnexpectedAnswerException {
    JsonNode json = readSuccess(answer);
    Optional<String> key = text(json, "goal_key");
    OptionalLong id = number(json.path("goal_profile_id"));
    if (id.isEmpty()) {
      throw new UnexpectedAnswerException("the answer has no numeric goal_profile_id");
    }
    if (key.isEmpty()) {
      throw new UnexpectedAnswerException("the answer has no goal_key");
    }
    OptionalLong companyId = number(json.path("company_id"));
    return new GoalProfile(id.getAsLong(), key.get(), companyId, goal, goal.type().wireName());
  }

  /** Reads one page of the list of goals. */
  List<GoalProfile> readPage(ApiResponse answer) throws UnexpectedAnswerException {
    JsonNode json = readSuccess(answer);
    JsonNode goals = json.path("goals");
    if (!goals.isArray()) {
      throw new UnexpectedAnswerException("the answer has no list of goals");
    }
    OptionalLong companyId = number(json.path("company_id"));
    List<GoalProfile> page = new ArrayList<>();
    for (JsonNode goal : goals) {
      page.add(readGoal(goal, companyId));
    }
    return page;
  }

  /**
   * Reads one goal.
   *
   * @return the goal, or empty if it is marked as deleted
   */
  Optional<GoalProfile> readOne(ApiResponse answer) throws UnexpectedAnswerException {
    JsonNode json = readSuccess(answer);
    JsonNode goal = json.path("goal");
    if (!goal.isObject()) {
      throw new UnexpectedAnswerException("the answer has no goal");
    }
    OptionalLong status = number(goal.path("status"));
    return status.isPresent() && status.getAsLong() == DELETED
        ? Optional.empty()
        : Optional.of(readGoal(goal, number(json.path("company_id"))));
  }

  /** Reads an answer that only confirms success. */
  static boolean readDone(ApiResponse answer) throws UnexpectedAnswerException {
    return !readSuccess(answer).isEmpty();
  }

  /** Reads a goal leniently: without a value, it gets the type {@link GoalType#UNKNOWN}. */
  private GoalProfile readGoal(JsonNode json, OptionalLong companyId)
      throws UnexpectedAnswerException {
    OptionalLong id = number(json.path("goal_profile_id"));
    if (id.isEmpty()) {
      throw new UnexpectedAnswerException("a goal in the answer has no numeric goal_profile_id");
    }
    String rawType = text(json, "goal_type").orElse("");
    Optional<String> key = text(json, "goal_key");
    Optional<String> value = text(json, "goal_value");
    Goal.Builder goal =
        Goal.builder()
            .name(text(json, "goal_name").or(() -> key).orElse(NOTHING))
            .type(value.isPresent() ? GoalType.fromWireName(rawType) : GoalType.UNKNOWN)
            .value(value.orElse(NOTHING))
            .purpose(purpose(json));
    key.ifPresent(goal::key);
    text(json, "element_url").ifPresent(goal::elementUrl);
    return new GoalProfile(id.getAsLong(), key.orElse(""), companyId, goal.build(), rawType);
  }

  private GoalPurpose purpose(JsonNode json) {
    return text(json, "goal_purpose")
        .map(name -> GoalPurpose.fromWireName(name).orElse(GoalPurpose.UNKNOWN))
        .orElse(GoalPurpose.SELL);
  }

  /** Accepts numbers as well, as in {@code "goal_value": 75}. */
  Optional<String> text(JsonNode json, String field) {
    JsonNode node = json.path(field);
    return node.isValueNode() && !node.isNull()
        ? Optional.of(node.asText()).filter(text -> !text.isBlank()).map(redaction::applyToData)
        : Optional.empty();
  }

  static JsonNode readSuccess(ApiResponse answer) throws UnexpectedAnswerException {
    if (!answer.body().whole()) {
      throw new UnexpectedAnswerException("the answer is longer than midagoal reads");
    }
    JsonNode json =
        parse(answer.body())
            .filter(JsonNode::isObject)
            .orElseThrow(
                () -> new UnexpectedAnswerException("the answer is not the documented JSON"));
    if (!json.path("success").booleanValue()) {
      throw new UnexpectedAnswerException("the answer does not say \"success\": true");
    }
    return json;
  }

  /** The text of a documented error body. */
  static Optional<String> readError(ApiResponse.Body body) {
    return parse(body).map(json -> json.path("error").textValue());
  }

  private static Optional<JsonNode> parse(ApiResponse.Body body) {
    try {
      return Optional.ofNullable(JSON.readTree(body.text()));
    } catch (JsonProcessingException e) {
      // Not JSON. Jackson's message would repeat the body, which is reported elsewhere.
      return Optional.empty();
    }
  }

  /** Accepts a number as text as well; Mida documents numbers. */
  static OptionalLong number(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return OptionalLong.of(node.longValue());
    }
    if (node.isTextual() && node.textValue().matches("\\d{1,18}")) {
      return OptionalLong.of(Long.parseLong(node.textValue()));
    }
    return OptionalLong.empty();
  }
}
