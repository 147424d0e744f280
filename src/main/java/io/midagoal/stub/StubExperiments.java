package io.midagoal.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.midagoal.experiment.Experiment;
import io.midagoal.experiment.ExperimentStatus;
import io.midagoal.goal.GoalProfile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The experiments of one project, under the rules of Mida's REST API. Thread-safe. */
final class StubExperiments {
  private static final long FIRST_ID = 7001;

  private final StubProject project;
  private final Map<Long, StubExperiment> experiments = new LinkedHashMap<>();

  StubExperiments(StubProject project) {
    this.project = project;
  }

  /**
   * Creates an experiment and the goals that it defines.
   *
   * @param json gets what Mida answers, which is taken from other pages of its documentation
   */
  synchronized void create(String body, ObjectNode json) throws RefusedException {
    JsonNode fields = StubProject.readObject(body);
    Experiment definition = definition(body);
    ExperimentStatus status = status(fields.path("status"));
    Optional<GoalProfile> primary =
        goal(fields.path("primary_goal"), fields.path("primary_goal_key"));
    int secondary = 0;
    for (JsonNode goal : fields.path("secondary_goals")) {
      project.useOrCreate(goal.toString());
      secondary++;
    }
    for (JsonNode key : fields.path("secondary_goal_keys")) {
      project.withKey(key.asText());
      secondary++;
    }
    long id = FIRST_ID + experiments.size();
    experiments.put(id, new StubExperiment(id, definition, status, primary, Instant.now()));
    json.put("status", status.code());
    json.put("test_id", id);
    json.put("company_id", StubProject.COMPANY_ID);
    json.put("goal_profile_id", primary.map(GoalProfile::id).orElse(null));
    json.put("secondary_goals_count", secondary);
    json.putArray("warnings");
  }

  private static Experiment definition(String body) throws RefusedException {
    try {
      return Experiment.parse(body);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(400, String.valueOf(e.getMessage()));
    }
  }

  private static ExperimentStatus status(JsonNode code) throws RefusedException {
    if (code.isMissingNode()) {
      return ExperimentStatus.DRAFT;
    }
    ExperimentStatus status =
        ExperimentStatus.fromCode(code.asLong(ExperimentStatus.UNKNOWN.code()));
    if (status == ExperimentStatus.UNKNOWN) {
      throw new RefusedException(400, "status must be 9 (draft), 1 (live) or 0 (inactive)");
    }
    return status;
  }

  private Optional<GoalProfile> goal(JsonNode defined, JsonNode key) throws RefusedException {
    if (defined.isObject()) {
      return Optional.of(project.useOrCreate(defined.toString()));
    }
    return key.isTextual() ? Optional.of(project.withKey(key.textValue())) : Optional.empty();
  }

  synchronized List<StubExperiment> page(int limit, int offset) {
    return experiments.values().stream().skip(offset).limit(limit).toList();
  }

  synchronized int count() {
    return experiments.size();
  }

  synchronized StubExperiment get(long id) throws RefusedException {
    StubExperiment experiment = experiments.get(id);
    if (experiment == null) {
      throw new RefusedException(404, "no such experiment");
    }
    return experiment;
  }
}
