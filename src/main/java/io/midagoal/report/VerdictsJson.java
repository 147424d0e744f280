package io.midagoal.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.midagoal.config.MidaScript;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.internal.text.UrlCredentials;
import io.midagoal.verdict.Elements;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Page;
import io.midagoal.verdict.Severity;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Timing;
import io.midagoal.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The format of {@code verdicts.json}: Jackson writes the components of these records in this
 * order. Other programs read the file, so any change beyond a new field must raise {@link
 * #SCHEMA_VERSION}. Unknown values are {@code null}, never omitted.
 */
record VerdictsJson(
    int schemaVersion,
    String startedAt,
    long durationMs,
    Map<Status, Integer> counts,
    List<Entry> verdicts) {

  static final int SCHEMA_VERSION = 1;

  // The same line ends on every system.
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
  static final JsonMapper MAPPER = new JsonMapper();
  private static final ObjectWriter WRITER =
      MAPPER.writer(
          new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

  static VerdictsJson of(Instant startedAt, Instant endedAt, List<Entry> verdicts) {
    return new VerdictsJson(
        SCHEMA_VERSION,
        startedAt.truncatedTo(ChronoUnit.MILLIS).toString(),
        Duration.between(startedAt, endedAt).toMillis(),
        count(verdicts),
        List.copyOf(verdicts));
  }

  private static Map<Status, Integer> count(List<Entry> verdicts) {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      counts.put(status, 0);
    }
    verdicts.forEach(verdict -> counts.merge(verdict.status(), 1, Integer::sum));
    return counts;
  }

  String asText() throws JsonProcessingException {
    return asText(this);
  }

  static String asText(Object run) throws JsonProcessingException {
    return WRITER.writeValueAsString(run) + "\n";
  }

  record Entry(
      String test,
      Status status,
      GoalJson goal,
      List<FindingJson> findings,
      PageJson page,
      Elements elements,
      TimingJson timing) {

    static Entry of(String test, Verdict verdict) {
      return new Entry(
          test,
          verdict.status(),
          GoalJson.of(verdict),
          verdict.findings().stream().map(FindingJson::of).toList(),
          PageJson.of(verdict.page()),
          verdict.elements(),
          TimingJson.of(verdict.timing()));
    }
  }

  /** The goal with the field names of Mida's API. */
  record GoalJson(
      @JsonProperty("goal_name") String name,
      @JsonProperty("goal_type") String type,
      @JsonProperty("goal_value") String value,
      @JsonProperty("goal_key") @Nullable String key,
      @JsonProperty("goal_purpose") String purpose,
      @JsonProperty("element_url") @Nullable String elementUrl,
      @JsonProperty("goal_profile_id") @Nullable Long id) {

    static GoalJson of(Verdict verdict) {
      Goal goal = verdict.expectation().goal();
      @Nullable GoalProfile profile = verdict.profile().orElse(null);
      return new GoalJson(
          goal.name(),
          profile == null ? goal.type().wireName() : profile.rawType(),
          UrlCredentials.hideIn(goal.value()),
          profile == null ? goal.key().orElse(null) : profile.key(),
          goal.purpose().wireName(),
          goal.elementUrl().map(UrlCredentials::hideInUrl).orElse(null),
          profile == null || profile.id() == GoalProfile.UNKNOWN_ID ? null : profile.id());
    }
  }

  record FindingJson(
      String code, Severity severity, String message, String hint, @Nullable String suggestion) {

    static FindingJson of(Finding finding) {
      return new FindingJson(
          finding.code(),
          finding.severity(),
          finding.message(),
          finding.hint(),
          finding.suggestion().orElse(null));
    }
  }

  record PageJson(
      @Nullable String requestedUrl,
      @Nullable String finalUrl,
      List<String> redirects,
      @Nullable Integer httpStatus,
      @Nullable String title,
      @Nullable String midaScript,
      List<String> keptFromMida) {

    static PageJson of(Page page) {
      OptionalInt status = page.httpStatus();
      return new PageJson(
          page.requestedUrl().orElse(null),
          page.finalUrl().orElse(null),
          page.redirects(),
          status.isPresent() ? status.getAsInt() : null,
          page.title().orElse(null),
          page.midaScript().map(MidaScript::toString).orElse(null),
          page.keptFromMida());
    }
  }

  record TimingJson(@Nullable String waitEndedBy, long waitMs, long totalMs) {

    static TimingJson of(Timing timing) {
      return new TimingJson(
          timing.waitEndedBy().map(Timing.WaitEnd::word).orElse(null),
          timing.waited().toMillis(),
          timing.total().toMillis());
    }
  }
}
