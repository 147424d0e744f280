package io.midagoal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalPurpose;
import io.midagoal.goal.GoalType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MidaClientTest {
  private static final String SECRET = "sk/4f7c+21\"aa=";
  private static final String CREATED =
      "{\"success\": true, \"goal_profile_id\": 3003, \"goal_key\": \"cta_button_click\","
          + " \"company_id\": 1001}";
  private static final Goal GOAL =
      Goal.builder()
          .name("CTA Button Click")
          .type(GoalType.CLICK_ON_ELEMENT)
          .value(".cta-button")
          .build();

  private static MidaClient.Builder client(String baseUrl) {
    return MidaClient.builder()
        .apiKey(SECRET)
        .projectKey("shop-1")
        .baseUrl(baseUrl)
        .firstPause(Duration.ofMillis(1));
  }

  private static GoalProfile createAnswered(String body) {
    try (AnsweringServer mida = new AnsweringServer(200, body)) {
      return client(mida.url()).build().create(GOAL);
    }
  }

  private static MidaApiException failure(MidaClient client) {
    return catchThrowableOfType(MidaApiException.class, () -> client.create(GOAL));
  }

  private static MidaApiException failureAnswered(int status, String body) {
    try (AnsweringServer mida = new AnsweringServer(status, body)) {
      return failure(client(mida.url()).build());
    }
  }

  @Nested
  class TheRequest {
    private AnsweringServer.Received sent(Goal goal) {
      try (AnsweringServer mida = new AnsweringServer(200, CREATED)) {
        client(mida.url()).build().create(goal);
        assertThat(mida.requests()).hasSize(1);
        return mida.requests().get(0);
      }
    }

    private Map<?, ?> sentJson(Goal goal) throws JsonProcessingException {
      return new ObjectMapper().readValue(sent(goal).body(), Map.class);
    }

    @Test
    void isAPostToTheGoalsOfTheProject() {
      assertThat(sent(GOAL))
          .returns("POST", AnsweringServer.Received::method)
          .returns("/v2/project/shop-1/goal", AnsweringServer.Received::path);
    }

    @Test
    void carriesTheApiKeyAsBearerToken() {
      assertThat(sent(GOAL).headers().get("Authorization")).containsExactly("Bearer " + SECRET);
    }

    @Test
    void isJson() {
      assertThat(sent(GOAL).headers().get("Content-Type")).containsExactly("application/json");
    }

    @Test
    void leavesOutWhatTheDefinitionDoesNotSet() throws JsonProcessingException {
      assertThat(sentJson(GOAL))
          .isEqualTo(
              Map.of(
                  "goal_name", "CTA Button Click",
                  "goal_type", "clickOnElement",
                  "goal_value", ".cta-button",
                  "goal_purpose", "sell"));
    }

    @Test
    void hasEveryFieldThatTheDefinitionSets() throws JsonProcessingException {
      Goal goal =
          Goal.builder()
              .name("Anmeldung „jetzt“ 🎉")
              .type(GoalType.FORM_SUBMIT)
              .value("form[name=\"signup\"]")
              .key("signup-form")
              .purpose(GoalPurpose.GENERATE)
              .elementUrl("https://example.com/signup?a=b#c")
              .build();
      assertThat(sentJson(goal))
          .isEqualTo(
              Map.of(
                  "goal_name", "Anmeldung „jetzt“ 🎉",
                  "goal_type", "formSubmit",
                  "goal_value", "form[name=\"signup\"]",
                  "goal_key", "signup-form",
                  "goal_purpose", "generate",
                  "element_url", "https://example.com/signup?a=b#c"));
    }

    @ParameterizedTest
    @EnumSource(value = GoalType.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void namesTheTypeAsMidaDoes(GoalType type) throws JsonProcessingException {
      Goal goal = Goal.builder().name("n").type(type).value("v").build();
      assertThat(sentJson(goal).get("goal_type")).isEqualTo(type.wireName());
    }

    @Test
    void goesBelowThePathOfTheBaseUrl() {
      try (AnsweringServer mida = new AnsweringServer(200, CREATED)) {
        client(mida.url() + "/proxy/mida//").build().create(GOAL);
        assertThat(mida.requests())
            .extracting(AnsweringServer.Received::path)
            .containsExactly("/proxy/mida/v2/project/shop-1/goal");
      }
    }

    @Test
    void isNotMadeForATypeThatMidaDoesNotHave() {
      Goal goal = Goal.builder().name("n").type(GoalType.UNKNOWN).value("v").build();
      try (AnsweringServer mida = new AnsweringServer(200, CREATED)) {
        MidaClient client = client(mida.url()).build();
        assertThatThrownBy(() -> client.create(goal))
            .isInstanceOfSatisfying(
                MidaApiException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_GOAL))
            .hasMessageContaining("Sent:      nothing");
        assertThat(mida.requests()).isEmpty();
      }
    }
  }

  @Nested
  class ADocumentedAnswer {
    @Test
    void becomesAProfile() {
      assertThat(createAnswered(CREATED))
          .isEqualTo(
              new GoalProfile(
                  3003, "cta_button_click", OptionalLong.of(1001), GOAL, "clickOnElement"));
    }

    @Test
    void mayHaveFieldsThatAreNotKnown() {
      assertThat(createAnswered(CREATED.replace("}", ", \"new\": {\"a\": [1]}}")).id())
          .isEqualTo(3003);
    }

    @Test
    void mayHaveItsIdAsText() {
      assertThat(createAnswered(CREATED.replace("3003", "\"3003\"")).id()).isEqualTo(3003);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"acme\"", "{}"})
    void mayLackAUsableCompany(String companyId) {
      assertThat(createAnswered(CREATED.replace("1001", companyId)).companyId()).isEmpty();
    }
  }

  @Nested
  class ARefusal {
    @ParameterizedTest
    @CsvSource({
      "400, INVALID_GOAL",
      "401, UNAUTHORIZED",
      "403, PLAN_LIMIT",
      "404, NOT_FOUND",
      "406, KEY_TAKEN",
      "429, RATE_LIMITED",
      "500, SERVER_ERROR",
      "502, SERVER_ERROR",
      "503, SERVER_ERROR",
      "409, UNEXPECTED_ANSWER",
      "304, UNEXPECTED_ANSWER"
    })
    void hasTheKindOfItsStatus(int status, Kind kind) {
      MidaApiException failure = failureAnswered(status, "");
      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.status()).isEqualTo(OptionalInt.of(status));
    }

    @Test
    void namesTheOperation() {
      assertThat(failureAnswered(400, "{}").operation()).isEqualTo("Create Goal");
    }

    @Test
    void tellsWhatWasSentWhatMidaAnsweredAndWhatToDo() {
      try (AnsweringServer mida =
          new AnsweringServer(406, "{\"error\": \"goal_key already exists\"}")) {
        assertThat(failure(client(mida.url()).build()))
            .hasMessage(
                """
                Creating Mida goal "CTA Button Click" failed: the project already has a goal with \
                this key
                  Sent:      POST %s/v2/project/shop-1/goal
                             {"goal_name":"CTA Button Click","goal_type":"clickOnElement",
                             "goal_value":".cta-button","goal_purpose":"sell"}
                  Answer:    406 goal_key already exists
                  Next step: Give the goal another key (or name, which the key is derived from).
                             The key may belong to a goal that was deleted in Mida.\
                """
                    .formatted(mida.url()));
      }
    }

    @ParameterizedTest
    @CsvSource({
      "400, Mida refused the definition, Correct the field",
      "401, Mida does not accept the API key, MIDA_API_KEY",
      "403, the project's plan allows no further goal, midagoal.on-existing=reuse",
      "404, Mida has no such project, midagoal.project-key",
      "429, Mida received too many requests, Run again later",
      "500, Mida had an internal error, Run again later",
      "418, the answer's status is not documented, midagoal.api-url"
    })
    void givesReasonAndNextStepForEachStatus(int status, String reason, String nextStep) {
      assertThat(failureAnswered(status, "{\"error\": \"no\"}").getMessage())
          .contains("failed: " + reason + "\n")
          .containsPattern("(?s)\n  Next step: .*" + nextStep);
    }

    @Test
    void showsAnExcerptOnOneLineWhenTheBodyIsNotTheDocumentedJson() {
      assertThat(failureAnswered(502, "<html>\n  <h1>Bad\u001b[31m gateway</h1>"))
          .hasMessageContaining("\n  Answer:    502 <html> <h1>Bad [31m gateway</h1>\n");
    }

    @Test
    void showsNoMoreThanAnExcerpt() {
      assertThat(failureAnswered(500, "x".repeat(100_000)))
          .hasMessageContaining("500 " + "x".repeat(200) + "...\n");
    }

    @Test
    void showsThatTheBodyIsEmpty() {
      assertThat(failureAnswered(500, "")).hasMessageContaining("500 (empty)\n");
    }
  }

  @Nested
  class AnAnswerThatIsNotAsDocumented {
    private static void assertUnexpected(String body, String reason) {
      MidaApiException failure = failureAnswered(200, body);
      assertThat(failure.kind()).isEqualTo(Kind.UNEXPECTED_ANSWER);
      assertThat(failure).hasMessageContaining("failed: " + reason + "\n");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<html>OK</html>",
          "",
          "[]",
          "null",
          "{\"success\": true, \"goal_profile_id\": 30",
          "{\"success\": true, \"goal_profile_id\": 3003, \"goal_key\": \"k\"} <!-- more -->"
        })
    void isToldWhenItIsNotAJsonObject(String body) {
      assertUnexpected(body, "the answer is not the documented JSON");
    }

    @Test
    void isToldWhenItIsNestedWithoutEnd() {
      assertUnexpected("[".repeat(100_000), "the answer is not the documented JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "null", "\"true\"", "1"})
    void isToldWhenItDoesNotSaySuccess(String success) {
      assertUnexpected(
          CREATED.replace("true", success), "the answer does not say \"success\": true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"abc\"", "30.5", "{}", "99999999999999999999"})
    void isToldWhenTheIdIsNoNumber(String id) {
      assertUnexpected(CREATED.replace("3003", id), "the answer has no numeric goal_profile_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "[]"})
    void isToldWhenTheKeyIsMissing(String key) {
      assertUnexpected(CREATED.replace("\"cta_button_click\"", key), "the answer has no goal_key");
    }

    @Test
    void isNotReadBeyondOneMebibyte() {
      assertUnexpected(
          CREATED.replace("}", ", \"x\": \"" + "x".repeat(1024 * 1024) + "\"}"),
          "the answer is longer than midagoal reads");
    }

    @Test
    @Timeout(60)
    void endsTheConnectionWhenItHasNoEnd() throws InterruptedException {
      String start = "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n";
      try (RawServer mida = RawServer.writingAgainAndAgain(start)) {
        assertThat(failure(client(mida.url()).build()).kind()).isEqualTo(Kind.UNEXPECTED_ANSWER);
        mida.awaitHangUp();
      }
    }

    @Test
    void hasTheKindOfItsStatusWhenItIsALongErrorPage() {
      assertThat(failureAnswered(503, "x".repeat(2 * 1024 * 1024)).kind())
          .isEqualTo(Kind.SERVER_ERROR);
    }
  }

  /** The limit ends tests that would wait for ever; none asserts a time. */
  @Nested
  @Timeout(60)
  class WithoutAnAnswer {
    private final MidaClient.Builder client = client("http://127.0.0.1:1");

    @Test
    void aRefusedConnectionIsUnreachable() throws IOException {
      int freePort;
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        freePort = socket.getLocalPort();
      }
      MidaApiException failure = failure(client.baseUrl("http://127.0.0.1:" + freePort).build());
      assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(failure.status()).isEmpty();
      assertThat(failure)
          .hasMessageContaining("failed: no connection to 127.0.0.1:" + freePort + "\n")
          .hasMessageContaining("\n  Answer:    none\n  Tried:     6 times in ");
    }

    @Test
    void aConnectionThatBreaksIsUnreachable() {
      try (RawServer mida = RawServer.writingThenHangingUp("HTTP/1.1 200 OK\r\nContent-")) {
        MidaApiException failure = failure(client.baseUrl(mida.url()).build());
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("was lost");
      }
    }

    @Test
    void aBodyThatBreaksOffIsUnreachable() {
      try (RawServer mida =
          RawServer.writingThenHangingUp(
              "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"success\": true")) {
        assertThat(failure(client.baseUrl(mida.url()).build()).kind()).isEqualTo(Kind.UNREACHABLE);
      }
    }

    @Test
    void aServerWithoutTlsIsUnreachableOverHttps() {
      try (RawServer mida = RawServer.writingThenHangingUp("HTTP/1.1 400 Bad Request\r\n\r\n")) {
        MidaApiException failure =
            failure(client.baseUrl(mida.url().replace("http:", "https:")).build());
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("no secure connection to 127.0.0.1:");
      }
    }

    @Test
    void aServerThatSaysNothingIsATimeout() {
      try (RawServer mida = RawServer.writingThenSilent("")) {
        MidaApiException failure =
            failure(client.baseUrl(mida.url()).timeout(Duration.ofMillis(300)).build());
        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure).hasMessageContaining("failed: no complete answer within 0.3 s\n");
      }
    }

    @Test
    void aServerThatTakesNoConnectionIsATimeout() throws IOException {
      try (FullServer mida = new FullServer()) {
        MidaApiException failure =
            failure(client.baseUrl(mida.url()).timeout(Duration.ofSeconds(1)).build());
        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure.isOutcomeUnknown()).isFalse();
        assertThat(failure).hasMessageContaining("failed: no connection to 127.0.0.1:");
      }
    }

    @Test
    void aBodyThatNeverEndsIsATimeout() {
      try (RawServer mida =
          RawServer.writingThenSilent(
              "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"success\": true")) {
        assertThat(
                failure(client.baseUrl(mida.url()).timeout(Duration.ofMillis(300)).build()).kind())
            .isEqualTo(Kind.TIMEOUT);
      }
    }

    @Test
    void anInterruptEndsTheCallAndStaysSet() {
      try (RawServer mida = RawServer.writingThenSilent("")) {
        MidaClient waiting = client.baseUrl(mida.url()).build();
        Thread.currentThread().interrupt();
        MidaApiException failure = failure(waiting);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("interrupted");
      }
    }
  }

  @Nested
  class ARedirect {
    @Test
    void isNotFollowed() {
      try (AnsweringServer other = new AnsweringServer(200, CREATED);
          AnsweringServer mida =
              new AnsweringServer(307, "", Map.of("Location", other.url() + "/elsewhere"))) {
        MidaApiException failure = failure(client(mida.url()).build());
        assertThat(other.requests()).isEmpty();
        assertThat(failure.kind()).isEqualTo(Kind.UNEXPECTED_ANSWER);
        assertThat(failure)
            .hasMessageContaining("a redirect to " + other.url() + "/elsewhere, which is not");
      }
    }

    @Test
    void isNoSuccessEvenWithAGoalInIt() {
      try (AnsweringServer mida = new AnsweringServer(300, CREATED)) {
        assertThat(failure(client(mida.url()).build()).kind()).isEqualTo(Kind.UNEXPECTED_ANSWER);
      }
    }
  }

  @Nested
  class TheApiKey {
    private static void assertHidden(MidaApiException failure) {
      StringWriter everything = new StringWriter();
      failure.printStackTrace(new PrintWriter(everything, true));
      assertThat(everything.toString()).contains("[API-key]").doesNotContain("4f7c", "c2svNGY3");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          SECRET,
          "Bearer sk/4f7c+21\"aa=!",
          "sk/4f7c+21\\\"aa=",
          "sk\\/4f7c+21\\\"aa=",
          "sk%2F4f7c%2B21%22aa%3D",
          "c2svNGY3YysyMSJhYT0",
          "c2svNGY3YysyMSJhYT0="
        })
    void isHiddenWhenAServerRepeatsIt(String spelling) {
      assertHidden(failureAnswered(401, "wrong key " + spelling));
    }

    @Test
    void isHiddenWhenAServerRepeatsItInADocumentedError() {
      assertHidden(failureAnswered(401, "{\"error\": \"sk\\/\\u0034f7c+21\\\"aa= is wrong\"}"));
    }

    @Test
    void isHiddenWhereTheExcerptWouldCutIt() {
      assertHidden(failureAnswered(401, "x".repeat(190) + SECRET));
    }

    @Test
    void isHiddenInTheTargetOfARedirect() {
      try (AnsweringServer mida =
          new AnsweringServer(
              302, "", Map.of("Location", "https://evil.example/?sk%2F4f7c%2B21%22aa%3D"))) {
        assertHidden(failure(client(mida.url()).build()));
      }
    }

    @Test
    void isHiddenWhenAServerRepeatsItInsteadOfSpeakingHttp() {
      try (RawServer mida = RawServer.writingThenHangingUp("HTTP/1.1 " + SECRET + "\r\n\r\n")) {
        assertHidden(failure(client(mida.url()).build()));
      }
    }

    @Test
    void isHiddenWhenItStandsInTheDefinition() {
      Goal goal = Goal.builder().name(SECRET).type(GoalType.SCRIPT).value(SECRET).build();
      try (AnsweringServer mida = new AnsweringServer(400, "{}")) {
        MidaClient client = client(mida.url()).build();
        assertHidden(catchThrowableOfType(MidaApiException.class, () -> client.create(goal)));
      }
    }

    @Test
    void isHiddenWhereItStandsInTheGoalsThatAServerLists() {
      String goal =
          "{\"goal_profile_id\": 1, \"goal_key\": %1$s, \"goal_name\": %1$s, \"goal_type\": %1$s,"
              + " \"goal_value\": %1$s, \"element_url\": %1$s}";
      String key = "\"" + SECRET.replace("\"", "\\\"") + "\"";
      String body = "{\"success\": true, \"goals\": [" + goal.formatted(key) + "]}";
      try (AnsweringServer mida = new AnsweringServer(200, body)) {
        assertThat(client(mida.url()).build().list())
            .singleElement()
            .asString()
            .contains("[API-key]")
            .doesNotContain("4f7c");
      }
    }

    @Test
    void leavesNoPasswordOfAPageInAMessage() {
      Goal goal =
          Goal.builder()
              .name("CTA")
              .type(GoalType.CLICK_ON_ELEMENT)
              .value(".cta")
              .elementUrl("https://ada:hush@example.com/")
              .build();
      try (AnsweringServer mida =
          new AnsweringServer(400, "{\"error\": \"what is https://ada:hush@example.com/\"}")) {
        MidaClient client = client(mida.url()).build();
        assertThat(catchThrowableOfType(MidaApiException.class, () -> client.create(goal)))
            .hasMessageNotContaining("hush");
      }
    }

    @Test
    void isNotInTheTextOfTheClient() {
      assertThat(client("https://api.example").build())
          .hasToString("MidaClient[https://api.example/v2/project/shop-1]");
    }
  }

  @Nested
  class TheBuilder {
    private final MidaClient.Builder builder = MidaClient.builder();

    @ParameterizedTest
    @CsvSource({"us, https://api-us.mida.so", "eu, https://api-eu.mida.so"})
    void knowsTheRegions(String region, String host) {
      assertThat(builder.apiKey("k").projectKey("p").region(region).build())
          .hasToString("MidaClient[" + host + "/v2/project/p]");
    }

    @Test
    void takesTheUnitedStatesByDefault() {
      assertThat(builder.apiKey("k").projectKey("p").build())
          .hasToString("MidaClient[https://api-us.mida.so/v2/project/p]");
    }

    @Test
    void prefersABaseUrlToTheRegionInEitherOrder() {
      assertThat(
              builder.apiKey("k").projectKey("p").baseUrl("https://m.example").region("eu").build())
          .hasToString("MidaClient[https://m.example/v2/project/p]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EU", "ap", "us.evil.example/"})
    void refusesOtherRegions(String region) {
      assertThatThrownBy(() -> builder.region(region))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Mida's region must be us or eu, but is \"" + region + "\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "a b", "..", ".", "a?b", "a#b", "a%2Fb", "a\\b", "ä"})
    void refusesProjectKeysThatCouldChangeThePath(String projectKey) {
      assertThatThrownBy(() -> builder.projectKey(projectKey))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("but is \"" + projectKey + "\".");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://localhost:8080",
          "http://LOCALHOST",
          "http://127.0.0.1:1",
          "http://127.1.2.3",
          "http://[::1]:8080",
          "https://mida.example/prefix"
        })
    void takesHttpsAndThisMachine(String baseUrl) {
      assertThat(builder.apiKey("k").projectKey("p").baseUrl(baseUrl).build())
          .hasToString("MidaClient[" + baseUrl + "/v2/project/p]");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://mida.example",
          "http://127.0.0.1.evil.example",
          "http://localhost.evil.example",
          "http://128.0.0.1",
          "http://0.0.0.0",
          "http://[::2]"
        })
    void refusesPlainHttpToOtherMachines(String baseUrl) {
      assertThatThrownBy(() -> builder.baseUrl(baseUrl))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be https, because plain http would expose the API key");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "mida.example", "ftp://mida.example", "https:///path", "https://a b"})
    void refusesWhatIsNoWebAddress(String baseUrl) {
      assertThatThrownBy(() -> builder.baseUrl(baseUrl))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be an absolute http or https URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://mida.example?a=b", "https://mida.example/#a"})
    void refusesAQueryOrFragment(String baseUrl) {
      assertThatThrownBy(() -> builder.baseUrl(baseUrl))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must not have a query or fragment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ada:hush@mida.example", "https://ada:hush@mida example"})
    void refusesAUserWithoutShowingIt(String baseUrl) {
      assertThatThrownBy(() -> builder.baseUrl(baseUrl))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not shown")
          .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hush hush", "hush\n", "hush\r\nX-Evil: 1", "hush\u00e9", "\thush"})
    void refusesApiKeysThatCouldChangeTheRequestWithoutShowingThem(String apiKey) {
      assertThatThrownBy(() -> builder.apiKey(apiKey))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("visible ASCII")
          .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void refusesATimeoutThatIsNotPositive(Duration timeout) {
      assertThatThrownBy(() -> builder.timeout(timeout))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(timeout.toString());
    }

    @Test
    void asksForAnApiKey() {
      assertThatThrownBy(() -> builder.projectKey("p").build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("MidaClient needs an API key: call apiKey(...) on its builder.");
    }

    @Test
    void asksForAProjectKey() {
      assertThatThrownBy(() -> builder.apiKey("k").build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("MidaClient needs a project key: call projectKey(...) on its builder.");
    }
  }
}
