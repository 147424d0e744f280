package io.midagoal.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.midagoal.experiment.Change;
import io.midagoal.experiment.Experiment;
import io.midagoal.experiment.ExperimentStatus;
import io.midagoal.experiment.ExperimentSummary;
import io.midagoal.experiment.Variant;
import io.midagoal.goal.Goal;
import io.midagoal.internal.http.ApiResponse;
import io.midagoal.internal.text.Redaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Experiments as Mida's REST API writes them. An API key that a server repeats is taken out, as in
 * {@link GoalJson}.
 */
final class ExperimentJson {
  private final Redaction redaction;
  private final GoalJson json;

  ExperimentJson(Redaction redaction) {
    this.redaction = redaction;
    this.json = new GoalJson(redaction);
  }

  /** Reads one page of the list of experiments. */
  List<ExperimentSummary> readPage(ApiResponse answer) throws UnexpectedAnswerException {
    List<ExperimentSummary> page = new ArrayList<>();
    for (JsonNode experiment : list(GoalJson.readSuccess(answer), "experiments")) {
      page.add(readSummary(experiment));
    }
    return page;
  }

  private static JsonNode list(JsonNode json, String field) throws UnexpectedAnswerException {
    JsonNode list = json.path(field);
    if (!list.isArray()) {
      throw new UnexpectedAnswerException("the answer has no list as " + field);
    }
    return list;
  }

  private ExperimentSummary readSummary(JsonNode experiment) throws UnexpectedAnswerException {
    OptionalLong id = GoalJson.number(experiment.path("test_id"));
    if (id.isEmpty()) {
      throw new UnexpectedAnswerException("an experiment in the answer has no number as test_id");
    }
    OptionalLong status = GoalJson.number(experiment.path("status"));
    return new ExperimentSummary(
        id.getAsLong(),
        json.text(experiment, "test_name").orElse(""),
        json.text(experiment, "url").orElse(""),
        status.isPresent()
            ? ExperimentStatus.fromCode(status.getAsLong())
            : ExperimentStatus.UNKNOWN);
  }

  /** Reads one experiment. */
  Experiment readOne(ApiResponse answer) throws UnexpectedAnswerException {
    if (!GoalJson.readSuccess(answer).path("experiment").isObject()) {
      throw new UnexpectedAnswerException("the answer has no experiment");
    }
    try {
      return redacted(Experiment.parse(answer.body().text()));
    } catch (IllegalArgumentException e) {
      throw new UnexpectedAnswerException("the answer is not as documented: " + e.getMessage());
    }
  }

  /** Reads the preview URLs by the names of the variants. */
  Map<String, String> readPreviewUrls(ApiResponse answer) throws UnexpectedAnswerException {
    Map<String, String> urls = new LinkedHashMap<>();
    for (JsonNode variant : list(GoalJson.readSuccess(answer), "variants")) {
      Optional<String> name = json.text(variant, "name");
      Optional<String> url = json.text(variant, "preview_url");
      if (name.isEmpty() || url.isEmpty()) {
        throw new UnexpectedAnswerException(
            "a variant in the answer has no name or no preview_url");
      }
      urls.put(name.get(), url.get());
    }
    return Collections.unmodifiableMap(urls);
  }

  private Experiment redacted(Experiment experiment) {
    return new Experiment(
        experiment.id(),
        redacted(experiment.name()),
        redacted(experiment.url()),
        experiment.variants().stream().map(this::redacted).toList(),
        experiment.goals().stream().map(this::redacted).toList());
  }

  private Variant redacted(Variant variant) {
    return new Variant(
        redacted(variant.name()),
        redacted(variant.css()),
        redacted(variant.js()),
        variant.changes().stream()
            .map(change -> new Change(redacted(change.target()), redacted(change.outerHtml())))
            .toList());
  }

  private Goal redacted(Goal goal) {
    return new Goal(
        redacted(goal.name()),
        goal.type(),
        redacted(goal.value()),
        goal.key().map(this::redacted),
        goal.purpose(),
        goal.elementUrl().map(this::redacted));
  }

  private String redacted(String text) {
    return redaction.applyToData(text);
  }
}
