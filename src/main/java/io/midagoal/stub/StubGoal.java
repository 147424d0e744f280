package io.midagoal.stub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.midagoal.goal.GoalField;
import io.midagoal.goal.GoalProfile;
import java.time.Instant;

/** A goal of the stub's project. Like Mida, the stub keeps deleted goals and marks them. */
record StubGoal(GoalProfile profile, Instant createdAt, boolean deleted) {
  private static final int ACTIVE = 1;
  private static final int DELETED = 2;

  /** As JSON in a list of goals. */
  ObjectNode listed() {
    ObjectNode json = StubProject.object();
    json.put("goal_profile_id", profile.id());
    for (GoalField field : GoalField.values()) {
      json.put(field.wireName(), field.of(profile).orElse(null));
    }
    return json;
  }

  /** As JSON of a single goal, with all fields. */
  ObjectNode whole() {
    ObjectNode json = listed();
    json.put("status", deleted ? DELETED : ACTIVE);
    json.put("created_at", createdAt.toString());
    return json;
  }
}
