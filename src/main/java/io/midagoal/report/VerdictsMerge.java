package io.midagoal.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.midagoal.verdict.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Merges the verdicts of a run with those of other runs of the same build. */
final class VerdictsMerge {
  private VerdictsMerge() {}

  /**
   * Returns the text of a file with all verdicts.
   *
   * @param file the file of the other runs, if there were any
   * @param ours the verdicts of this run
   */
  static String textOf(Path file, VerdictsJson ours) throws IOException {
    if (!Files.exists(file)) {
      return ours.asText();
    }
    ObjectNode own = VerdictsJson.MAPPER.valueToTree(ours);
    JsonNode others = read(file);
    // A file that is damaged or not midagoal's is overwritten.
    return isOfThisVersion(others) ? VerdictsJson.asText(merged(others, own)) : ours.asText();
  }

  private static JsonNode read(Path file) throws IOException {
    try {
      return VerdictsJson.MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static boolean isOfThisVersion(JsonNode others) {
    return others.path("schemaVersion").asInt() == VerdictsJson.SCHEMA_VERSION
        && others.path("verdicts").isArray()
        && start(others).isBefore(Instant.MAX);
  }

  /** Spans from the first start to the end of this run, the last one so far. */
  private static ObjectNode merged(JsonNode others, ObjectNode own) {
    Instant start = earlier(start(others), start(own));
    Instant end = start(own).plusMillis(own.path("durationMs").asLong());
    own.put("startedAt", start.toString());
    own.put("durationMs", Duration.between(start, end).toMillis());
    ObjectNode counts = (ObjectNode) own.path("counts");
    for (Status status : Status.values()) {
      String name = status.name();
      counts.put(name, counts.path(name).asInt() + others.path("counts").path(name).asInt());
    }
    ArrayNode verdicts = VerdictsJson.MAPPER.createArrayNode();
    verdicts.addAll((ArrayNode) others.path("verdicts"));
    verdicts.addAll((ArrayNode) own.path("verdicts"));
    own.set("verdicts", verdicts);
    return own;
  }

  private static Instant start(JsonNode run) {
    try {
      return Instant.parse(run.path("startedAt").asText());
    } catch (DateTimeParseException e) {
      return Instant.MAX;
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
