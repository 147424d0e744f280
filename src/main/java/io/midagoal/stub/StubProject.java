package io.midagoal.stub;

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
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The goals of one project, under the rules of Mida's REST API. Thread-safe. */
final class StubProject {
  static final long COMPANY_ID = 1001;
  private static final long FIRST_ID = 3001;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Map<Long, StubGoal> goals = new LinkedHashMap<>();
  private final Map<String, Long> idsByKey = new HashMap<>();
  private final Set<String> deletedKeys = new HashSet<>();
  private int maxGoals = Integer.MAX_VALUE;
  private boolean deletedKeysStayTaken;

  synchronized void limit(int maxGoals) {
    this.maxGoals = maxGoals;
  }

  synchronized void keepDeletedKeys(boolean keep) {
    this.deletedKeysStayTaken = keep;
  }

  synchronized List<GoalProfile> goals() {
    return active().stream().map(StubGoal::profile).toList();
  }

  private List<StubGoal> active() {
    return goals.values().stream().filter(goal -> !goal.deleted()).toList();
  }

  GoalProfile create(String body) throws RefusedException {
    return add(definition(readFields(body)));
  }

  /** Checks and adds under one lock, so that concurrent requests cannot share a key. */
  private synchronized GoalProfile add(Goal goal) throws RefusedException {
    String key = goal.keyInMida();
    requireFree(key);
    if (idsByKey.size() >= maxGoals) {
      throw new RefusedException(
          403, "Your plan allows " + maxGoals + " goals in a project; upgrade to add more");
    }
    long id = FIRST_ID + goals.size();
    GoalProfile profile = profile(id, key, goal);
    goals.put(id, new StubGoal(profile, Instant.now(), false));
    idsByKey.put(key, id);
    return profile;
  }

  private void requireFree(String key) throws RefusedException {
    if (idsByKey.containsKey(key) || (deletedKeysStayTaken && deletedKeys.contains(key))) {
      throw new RefusedException(406, "goal_key '" + key + "' already exists in this project");
    }
  }

  private static GoalProfile profile(long id, String key, Goal goal) {
    return new GoalProfile(id, key, OptionalLong.of(COMPANY_ID), goal, goal.type().wireName());
  }

  /** Gives an experiment the goal that it defines: the one with its name and type, or a new one. */
  synchronized GoalProfile useOrCreate(String body) throws RefusedException {
    Goal goal = definition(readFields(body));
    Optional<GoalProfile> existing =
        goals().stream()
            .filter(profile -> profile.goal().name().equals(goal.name()))
            .filter(profile -> profile.goal().type() == goal.type())
            .findFirst();
    return existing.isPresent() ? existing.get() : add(goal);
  }

  /** Our reading is that an unknown key is refused, as an unknown type is. */
  synchronized GoalProfile withKey(String key) throws RefusedException {
    Long id = idsByKey.get(key);
    if (id == null) {
      throw new RefusedException(400, "no goal has the key '" + key + "'");
    }
    return get(id).profile();
  }

  synchronized List<StubGoal> page(int limit, int offset) {
    return active().stream().skip(offset).limit(limit).toList();
  }

  synchronized int count() {
    return idsByKey.size();
  }

  synchronized StubGoal get(long id) throws RefusedException {
    StubGoal goal = goals.get(id);
    if (goal == null) {
      throw new RefusedException(404, "no such goal");
    }
    return goal;
  }

  private StubGoal getActive(long id) throws RefusedException {
    StubGoal goal = get(id);
    if (goal.deleted()) {
      throw new RefusedException(404, "no such goal");
    }
    return goal;
  }

  synchronized void update(long id, String body) throws RefusedException {
    Map<GoalField, String> fields = readFields(body);
    GoalProfile existing = getActive(id).profile();
    Map<GoalField, String> all = new HashMap<>();
    for (GoalField field : GoalField.values()) {
      field.of(existing).ifPresent(text -> all.put(field, text));
    }
    all.putAll(fields);
    Goal changed = definition(all);
    String key = changed.keyInMida();
    if (!key.equals(existing.key())) {
      requireFree(key);
      idsByKey.remove(existing.key());
      idsByKey.put(key, id);
    }
    goals.put(id, new StubGoal(profile(id, key, changed), get(id).createdAt(), false));
  }

  synchronized void delete(long id) throws RefusedException {
    StubGoal goal = getActive(id);
    goals.put(id, new StubGoal(goal.profile(), goal.createdAt(), true));
    idsByKey.remove(goal.profile().key());
    deletedKeys.add(goal.profile().key());
  }

  private static Goal definition(Map<GoalField, String> fields) throws RefusedException {
    Goal.Builder goal =
        Goal.builder()
            .name(required(fields, GoalField.NAME))
            .type(readType(required(fields, GoalField.TYPE)))
            .value(required(fields, GoalField.VALUE));
    String purpose = fields.get(GoalField.PURPOSE);
    if (purpose != null) {
      goal.purpose(readPurpose(purpose));
    }
    Optional.ofNullable(fields.get(GoalField.KEY)).ifPresent(goal::key);
    Optional.ofNullable(fields.get(GoalField.ELEMENT_URL)).ifPresent(goal::elementUrl);
    return goal.build();
  }

  private static String required(Map<GoalField, String> fields, GoalField field)
      throws RefusedException {
    String text = fields.get(field);
    if (text == null) {
      throw new RefusedException(400, field.wireName() + " is required");
    }
    return text;
  }

  private static Map<GoalField, String> readFields(String body) throws RefusedException {
    JsonNode json = readObject(body);
    Map<GoalField, String> fields = new LinkedHashMap<>();
    for (GoalField field : GoalField.values()) {
      String text = text(json, field.wireName());
      if (text != null) {
        fields.put(field, text);
      }
    }
    return fields;
  }

  static JsonNode readObject(String body) throws RefusedException {
    try {
      JsonNode json = JSON.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // Rejected below, like JSON that is not an object.
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

  private static @Nullable String text(JsonNode json, String field) throws RefusedException {
    JsonNode node = json.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw new RefusedException(400, field + " must be text that is not blank");
    }
    return node.textValue();
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
