package io.midagoal.stub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.midagoal.experiment.Change;
import io.midagoal.experiment.Experiment;
import io.midagoal.experiment.ExperimentStatus;
import io.midagoal.experiment.Variant;
import io.midagoal.goal.GoalField;
import io.midagoal.goal.GoalProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An experiment of the stub's project.
 *
 * @param definition what was sent; Mida's number is not in it
 */
record StubExperiment(
    long id,
    Experiment definition,
    ExperimentStatus status,
    Optional<GoalProfile> primaryGoal,
    Instant createdAt) {

  /** Writes it as a list of experiments does. */
  ObjectNode listed() {
    ObjectNode json = named();
    json.put("url", definition.url());
    json.put("status", status.code());
    json.put("is_completed", 0);
    json.put("created_at", createdAt.toString());
    json.put("updated_at", createdAt.toString());
    return json;
  }

  /** Writes it with all that Mida tells of a single experiment. Control's id is 1 here. */
  ObjectNode whole() {
    ObjectNode json = named();
    json.put("url", definition.url());
    json.put("status", status.code());
    json.put("goal_profile_id", primaryGoal.map(GoalProfile::id).orElse(null));
    ArrayNode variants = json.putArray("variants");
    definition.variants().forEach(variant -> write(variant, variants.size() + 1L, variants));
    json.putObject("configuration");
    json.putObject("targeting");
    json.set("primary_goal", primaryGoal.map(StubExperiment::written).orElse(null));
    json.putNull("serving_variant_id");
    return json;
  }

  private static void write(Variant variant, long id, ArrayNode variants) {
    ObjectNode json = variants.addObject();
    json.put("variant_id", id);
    json.put("name", variant.name());
    json.put("customCSS", variant.css());
    json.put("customJS", variant.js());
    ArrayNode data = json.putArray("data");
    for (Change change : variant.changes()) {
      data.addObject().put("target", change.target()).put("outerHTML", change.outerHtml());
    }
  }

  private static ObjectNode written(GoalProfile goal) {
    ObjectNode json = StubProject.object();
    json.put("goal_profile_id", goal.id());
    for (GoalField field : List.of(GoalField.NAME, GoalField.TYPE, GoalField.VALUE)) {
      json.put(field.wireName(), field.of(goal).orElse(null));
    }
    return json;
  }

  /** Writes the preview URLs. Control's id is 0 here, unlike in {@link #whole()}, as in Mida. */
  ObjectNode previewed() {
    ObjectNode json = named();
    json.put("page_url", definition.url());
    ArrayNode variants = json.putArray("variants");
    for (Variant variant : definition.variants()) {
      variants
          .addObject()
          .put("variant_id", variants.size() - 1)
          .put("name", variant.name())
          .put("preview_url", previewUrl(variant));
    }
    return json;
  }

  private String previewUrl(Variant variant) {
    String url = definition.url();
    int fragment = url.indexOf('#') < 0 ? url.length() : url.indexOf('#');
    String page = url.substring(0, fragment);
    return "%s%stest-preview=%d&test-variant=%s%s"
        .formatted(
            page,
            page.contains("?") ? "&" : "?",
            id,
            variant.name().replace(' ', '_'),
            url.substring(fragment));
  }

  private ObjectNode named() {
    return StubProject.object().put("test_id", id).put("test_name", definition.name());
  }
}
