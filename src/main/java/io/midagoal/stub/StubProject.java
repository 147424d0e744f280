package io.midagoal.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalPurpose;
import io.midagoal.goal.GoalType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The goals of one project, under the rules of <em>Create Goal</em>. Thread-safe. */
final class StubProject {
  static final long COMPANY_ID = 1001;
  private static final long FIRST_ID = 3001;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Map<String, GoalProfile> goalsByKey = new LinkedHashMap<>();

  synchronized List<GoalProfile> goals() {
    return new ArrayList<>(goalsByKey.values());
  }

  GoalProfile create(String body) throws RefusedException {
    return add(readGoal(body));
  }

  /** Looks and adds under one lock, so that a key is given once, whoever comes at the same time. */
  private synchronized GoalProfile add(Goal goal) throws RefusedException {
    String key = goal.keyInMida();
    if (goalsByKey.containsKey(key)) {
      throw new RefusedException(406, "goal_key '" + key + "' already exists in this project");
    }
    GoalProfile profile =
        new GoalProfile(
            FIRST_ID + goalsByKey.size(),
            key,
            OptionalLong.of(COMPANY_ID),
            goal,
            goal.type().wireName());
    goalsByKey.put(key, profile);
    return profile;
  }

  private static Goal readGoal(String body) throws RefusedException {
    JsonNode json = readObject(body);
    Goal.Builder goal =
        Goal.builder()
            .name(required(json, "goal_name"))
            .type(readType(required(json, "goal_type")))
            .value(required(json, "goal_value"));
    String purpose = optional(json, "goal_purpose");
    if (purpose != null) {
      goal.purpose(readPurpose(purpose));
    }
    Optional.ofNullable(optional(json, "goal_key")).ifPresent(goal::key);
    Optional.ofNullable(optional(json, "element_url")).ifPresent(goal::elementUrl);
    return goal.build();
  }

  private static JsonNode readObject(String body) throws RefusedException {
    try {
      JsonNode json = JSON.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // Told to the client below, as for JSON that is no object.
    }
    throw new RefusedException(400, "the body must be a JSON object");
  }

  private static GoalType readType(String wireName) throws RefusedException {
    GoalType type = GoalType.fromWireName(wireName);
    if (type == GoalType.UNKNOWN) {
      throw new RefusedException(400, "goal_type '" + wireName + "' is unknown");
    }
    return type;
  }

  private static GoalPurpose readPurpose(String wireName) throws RefusedException {
    return GoalPurpose.fromWireName(wireName)
        .orElseThrow(() -> new RefusedException(400, "goal_purpose '" + wireName + "' is unknown"));
  }

  private static String required(JsonNode json, String field) throws RefusedException {
    String text = optional(json, field);
    if (text == null) {
      throw new RefusedException(400, field + " is required");
    }
    return text;
  }

  private static @Nullable String optional(JsonNode json, String field) throws RefusedException {
    JsonNode node = json.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw new RefusedException(400, field + " must be text that is not blank");
    }
    return node.textValue();
  }
}
