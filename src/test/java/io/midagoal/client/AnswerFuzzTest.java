package io.midagoal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.http.ApiResponse;
import io.midagoal.internal.text.Redaction;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Whatever a server answers: a goal, or a failure that says what is wrong. */
class AnswerFuzzTest {
  private static final String SECRET = "sk-live_9Xq/7Zt+4\"Wm";
  private static final Goal GOAL =
      Goal.builder().name("CTA").type(GoalType.CLICK_ON_ELEMENT).value(".cta").build();
  private static final Call CALL =
      new Call(MidaClient.CREATE, "Creating", "POST", URI.create("http://127.0.0.1/goal"));

  private final GoalJson json = new GoalJson(new Redaction(SECRET));
  private final ExperimentJson experimentJson = new ExperimentJson(new Redaction(SECRET));
  private final Failures failures = new Failures(new Redaction(SECRET));

  @Property(tries = 2_000, shrinking = ShrinkingMode.BOUNDED)
  void anAnswerIsUnderstoodOrRefused(@ForAll("answers") ApiResponse answer) {
    read(answer);
  }

  @Tag("full")
  @Property(tries = 100_000, shrinking = ShrinkingMode.BOUNDED)
  void manyAnswersAreUnderstoodOrRefused(@ForAll("answers") ApiResponse answer) {
    read(answer);
  }

  private void read(ApiResponse answer) {
    readWith(answer, given -> json.readCreated(given, GOAL));
    readWith(answer, json::readPage);
    readWith(answer, json::readOne);
    readWith(answer, GoalJson::readDone);
    readWith(answer, experimentJson::readPage);
    readWith(answer, experimentJson::readOne);
    readWith(answer, experimentJson::readPreviewUrls);
    check(Failures.refused(CALL, answer));
  }

  private <T> void readWith(ApiResponse answer, MidaClient.Reader<T> reader) {
    try {
      assertThat(String.valueOf(reader.read(answer))).doesNotContain(SECRET);
    } catch (UnexpectedAnswerException e) {
      check(Failures.unexpected(CALL, answer, e.reason()));
    }
  }

  private void check(CallFailedException failure) {
    MidaApiException told = failures.of(failure, 2, Duration.ofSeconds(1), Duration.ofSeconds(9));
    assertThat(told.getMessage()).startsWith("Creating failed: ").doesNotContain(SECRET);
    assertThat(told.kind()).isIn((Object[]) Kind.values());
  }

  @Provide
  Arbitrary<ApiResponse> answers() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(200)),
                Tuple.of(1, Arbitraries.integers().between(100, 999))),
            bodies(),
            Arbitraries.of(true, true, true, false),
            texts().optional(0.3))
        .as(
            (status, body, whole, location) ->
                new ApiResponse(
                    status, new ApiResponse.Body(body, whole), location, Optional.empty()));
  }

  /** JSON that is nearly right, the same cut off, and any text. */
  private static Arbitrary<String> bodies() {
    Arbitrary<String> whole = objects();
    Arbitrary<String> cut =
        Combinators.combine(whole, Arbitraries.doubles().between(0, 1))
            .as((text, part) -> text.substring(0, (int) (text.length() * part)));
    return Arbitraries.oneOf(whole, whole, cut, texts(), Arbitraries.strings().ofMaxLength(300));
  }

  private static Arbitrary<String> objects() {
    Arbitrary<String> goal = fields(values());
    Arbitrary<String> goals =
        goal.list().ofMaxSize(4).map(list -> "[" + String.join(",", list) + "]");
    Arbitrary<String> value = Arbitraries.oneOf(values(), goal, goals);
    return fields(value);
  }

  private static Arbitrary<String> fields(Arbitrary<String> value) {
    Arbitrary<String> name =
        Arbitraries.of(
            "success",
            "goal_profile_id",
            "goal_key",
            "goal_name",
            "goal_type",
            "goal_value",
            "goal_purpose",
            "element_url",
            "company_id",
            "goals",
            "goal",
            "status",
            "error",
            "experiments",
            "experiment",
            "test_id",
            "test_name",
            "url",
            "variants",
            "name",
            "preview_url",
            "customJS",
            "data",
            "target",
            "outerHTML",
            "primary_goal",
            "new");
    return Combinators.combine(name, value)
        .as((key, text) -> "\"" + key + "\":" + text)
        .list()
        .ofMaxSize(10)
        .map(list -> "{\"success\":true," + String.join(",", list) + "}")
        .map(text -> text.replace(",}", "}"));
  }

  private static Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "true",
            "false",
            "null",
            "\"true\"",
            "{}",
            "[]",
            "[null]",
            "0",
            "-1",
            "2",
            "3003",
            "\"3003\"",
            "1e400",
            "1.5",
            "99999999999999999999",
            "\"99999999999999999999\"",
            "\"clickOnElement\"",
            "\"generate\"",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "NaN",
            "01"),
        texts().map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'));
  }

  private static Arbitrary<String> texts() {
    Arbitrary<String> parts =
        Arbitraries.oneOf(
            Arbitraries.of(
                SECRET, SECRET.substring(0, 18), "%2", "&#", "&amp;", "\\u00", "\\", "\u0000", "%"),
            Arbitraries.strings().ofMaxLength(8));
    return parts.list().ofMaxSize(5).map(list -> String.join("", list));
  }
}
