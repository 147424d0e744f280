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
  class The_request {
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
    void is_a_post_to_the_goals_of_the_project() {
      assertThat(sent(GOAL))
          .returns("POST", AnsweringServer.Received::method)
          .returns("/v2/project/shop-1/goal", AnsweringServer.Received::path);
    }

    @Test
    void carries_the_api_key_as_bearer_token() {
      assertThat(sent(GOAL).headers().get("Authorization")).containsExactly("Bearer " + SECRET);
    }

    @Test
    void is_json() {
      assertThat(sent(GOAL).headers().get("Content-Type")).containsExactly("application/json");
    }

    @Test
    void leaves_out_what_the_definition_does_not_set() throws JsonProcessingException {
      assertThat(sentJson(GOAL))
          .isEqualTo(
              Map.of(
                  "goal_name", "CTA Button Click",
                  "goal_type", "clickOnElement",
                  "goal_value", ".cta-button",
                  "goal_purpose", "sell"));
    }

    @Test
    void has_every_field_that_the_definition_sets() throws JsonProcessingException {
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
    void names_the_type_as_mida_does(GoalType type) throws JsonProcessingException {
      Goal goal = Goal.builder().name("n").type(type).value("v").build();
      assertThat(sentJson(goal).get("goal_type")).isEqualTo(type.wireName());
    }

    @Test
    void goes_below_the_path_of_the_base_url() {
      try (AnsweringServer mida = new AnsweringServer(200, CREATED)) {
        client(mida.url() + "/proxy/mida//").build().create(GOAL);
        assertThat(mida.requests())
            .extracting(AnsweringServer.Received::path)
            .containsExactly("/proxy/mida/v2/project/shop-1/goal");
      }
    }

    @Test
    void is_not_made_for_a_type_that_mida_does_not_have() {
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
  class A_documented_answer {
    @Test
    void becomes_a_profile() {
      assertThat(createAnswered(CREATED))
          .isEqualTo(
              new GoalProfile(
                  3003, "cta_button_click", OptionalLong.of(1001), GOAL, "clickOnElement"));
    }

    @Test
    void may_have_fields_that_are_not_known() {
      assertThat(createAnswered(CREATED.replace("}", ", \"new\": {\"a\": [1]}}")).id())
          .isEqualTo(3003);
    }

    @Test
    void may_have_its_id_as_text() {
      assertThat(createAnswered(CREATED.replace("3003", "\"3003\"")).id()).isEqualTo(3003);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"acme\"", "{}"})
    void may_lack_a_usable_company(String companyId) {
      assertThat(createAnswered(CREATED.replace("1001", companyId)).companyId()).isEmpty();
    }
  }

  @Nested
  class A_refusal {
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
    void has_the_kind_of_its_status(int status, Kind kind) {
      MidaApiException failure = failureAnswered(status, "");
      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.status()).isEqualTo(OptionalInt.of(status));
    }

    @Test
    void names_the_operation() {
      assertThat(failureAnswered(400, "{}").operation()).isEqualTo("Create Goal");
    }

    @Test
    void tells_what_was_sent_what_mida_answered_and_what_to_do() {
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
                  Next step: Give the goal another key (or name, which the key is made from).
                             The goal that has it may be one that was deleted in Mida.\
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
      "500, Mida has a problem of its own, Run again later",
      "418, the answer's status is not documented, midagoal.api-url"
    })
    void gives_reason_and_next_step_for_each_status(int status, String reason, String nextStep) {
      assertThat(failureAnswered(status, "{\"error\": \"no\"}").getMessage())
          .contains("failed: " + reason + "\n")
          .containsPattern("(?s)\n  Next step: .*" + nextStep);
    }

    @Test
    void shows_an_excerpt_on_one_line_when_the_body_is_not_the_documented_json() {
      assertThat(failureAnswered(502, "<html>\n  <h1>Bad\u001b[31m gateway</h1>"))
          .hasMessageContaining("\n  Answer:    502 <html> <h1>Bad [31m gateway</h1>\n");
    }

    @Test
    void shows_no_more_than_an_excerpt() {
      assertThat(failureAnswered(500, "x".repeat(100_000)))
          .hasMessageContaining("500 " + "x".repeat(200) + "...\n");
    }

    @Test
    void shows_that_the_body_is_empty() {
      assertThat(failureAnswered(500, "")).hasMessageContaining("500 (empty)\n");
    }
  }

  @Nested
  class An_answer_that_is_not_as_documented {
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
    void is_told_when_it_is_not_a_json_object(String body) {
      assertUnexpected(body, "the answer is not the documented JSON");
    }

    @Test
    void is_told_when_it_is_nested_without_end() {
      assertUnexpected("[".repeat(100_000), "the answer is not the documented JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "null", "\"true\"", "1"})
    void is_told_when_it_does_not_say_success(String success) {
      assertUnexpected(
          CREATED.replace("true", success), "the answer does not say \"success\": true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"abc\"", "30.5", "{}", "99999999999999999999"})
    void is_told_when_the_id_is_no_number(String id) {
      assertUnexpected(CREATED.replace("3003", id), "the answer has no number as goal_profile_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "[]"})
    void is_told_when_the_key_is_missing(String key) {
      assertUnexpected(CREATED.replace("\"cta_button_click\"", key), "the answer has no goal_key");
    }

    @Test
    void is_not_read_beyond_one_mebibyte() {
      assertUnexpected(
          CREATED.replace("}", ", \"x\": \"" + "x".repeat(1024 * 1024) + "\"}"),
          "the answer is longer than midagoal reads");
    }

    @Test
    @Timeout(60)
    void ends_the_connection_when_it_has_no_end() throws InterruptedException {
      String start = "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n";
      try (RawServer mida = RawServer.writingAgainAndAgain(start)) {
        assertThat(failure(client(mida.url()).build()).kind()).isEqualTo(Kind.UNEXPECTED_ANSWER);
        mida.awaitHangUp();
      }
    }

    @Test
    void has_the_kind_of_its_status_when_it_is_a_long_error_page() {
      assertThat(failureAnswered(503, "x".repeat(2 * 1024 * 1024)).kind())
          .isEqualTo(Kind.SERVER_ERROR);
    }
  }

  /** The limit ends tests that would wait for ever; none asserts a time. */
  @Nested
  @Timeout(60)
  class Without_an_answer {
    private final MidaClient.Builder client = client("http://127.0.0.1:1");

    @Test
    void a_refused_connection_is_unreachable() throws IOException {
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
    void a_connection_that_breaks_is_unreachable() {
      try (RawServer mida = RawServer.writingThenHangingUp("HTTP/1.1 200 OK\r\nContent-")) {
        MidaApiException failure = failure(client.baseUrl(mida.url()).build());
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("broke");
      }
    }

    @Test
    void a_body_that_breaks_off_is_unreachable() {
      try (RawServer mida =
          RawServer.writingThenHangingUp(
              "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"success\": true")) {
        assertThat(failure(client.baseUrl(mida.url()).build()).kind()).isEqualTo(Kind.UNREACHABLE);
      }
    }

    @Test
    void a_server_without_tls_is_unreachable_over_https() {
      try (RawServer mida = RawServer.writingThenHangingUp("HTTP/1.1 400 Bad Request\r\n\r\n")) {
        MidaApiException failure =
            failure(client.baseUrl(mida.url().replace("http:", "https:")).build());
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("no secure connection to 127.0.0.1:");
      }
    }

    @Test
    void a_server_that_says_nothing_is_a_timeout() {
      try (RawServer mida = RawServer.writingThenSilent("")) {
        MidaApiException failure =
            failure(client.baseUrl(mida.url()).timeout(Duration.ofMillis(300)).build());
        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure).hasMessageContaining("failed: no complete answer within 0.3 s\n");
      }
    }

    @Test
    void a_server_that_takes_no_connection_is_a_timeout() throws IOException {
      try (FullServer mida = new FullServer()) {
        MidaApiException failure =
            failure(client.baseUrl(mida.url()).timeout(Duration.ofSeconds(1)).build());
        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure.isOutcomeUnknown()).isFalse();
        assertThat(failure).hasMessageContaining("failed: no connection to 127.0.0.1:");
      }
    }

    @Test
    void a_body_that_never_ends_is_a_timeout() {
      try (RawServer mida =
          RawServer.writingThenSilent(
              "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"success\": true")) {
        assertThat(
                failure(client.baseUrl(mida.url()).timeout(Duration.ofMillis(300)).build()).kind())
            .isEqualTo(Kind.TIMEOUT);
      }
    }

    @Test
    void an_interrupt_ends_the_call_and_stays_set() {
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
  class A_redirect {
    @Test
    void is_not_followed() {
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
    void is_no_success_even_with_a_goal_in_it() {
      try (AnsweringServer mida = new AnsweringServer(300, CREATED)) {
        assertThat(failure(client(mida.url()).build()).kind()).isEqualTo(Kind.UNEXPECTED_ANSWER);
      }
    }
  }

  @Nested
  class The_api_key {
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
    void is_hidden_when_a_server_repeats_it(String spelling) {
      assertHidden(failureAnswered(401, "wrong key " + spelling));
    }

    @Test
    void is_hidden_when_a_server_repeats_it_in_a_documented_error() {
      assertHidden(failureAnswered(401, "{\"error\": \"sk\\/\\u0034f7c+21\\\"aa= is wrong\"}"));
    }

    @Test
    void is_hidden_where_the_excerpt_would_cut_it() {
      assertHidden(failureAnswered(401, "x".repeat(190) + SECRET));
    }

    @Test
    void is_hidden_in_the_target_of_a_redirect() {
      try (AnsweringServer mida =
          new AnsweringServer(
              302, "", Map.of("Location", "https://evil.example/?sk%2F4f7c%2B21%22aa%3D"))) {
        assertHidden(failure(client(mida.url()).build()));
      }
    }

    @Test
    void is_hidden_when_a_server_repeats_it_instead_of_speaking_http() {
      try (RawServer mida = RawServer.writingThenHangingUp("HTTP/1.1 " + SECRET + "\r\n\r\n")) {
        assertHidden(failure(client(mida.url()).build()));
      }
    }

    @Test
    void is_hidden_when_it_stands_in_the_definition() {
      Goal goal = Goal.builder().name(SECRET).type(GoalType.SCRIPT).value(SECRET).build();
      try (AnsweringServer mida = new AnsweringServer(400, "{}")) {
        MidaClient client = client(mida.url()).build();
        assertHidden(catchThrowableOfType(MidaApiException.class, () -> client.create(goal)));
      }
    }

    @Test
    void is_hidden_where_it_stands_in_the_goals_that_a_server_lists() {
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
    void leaves_no_password_of_a_page_in_a_message() {
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
    void is_not_in_the_text_of_the_client() {
      assertThat(client("https://api.example").build())
          .hasToString("MidaClient[https://api.example/v2/project/shop-1]");
    }
  }

  @Nested
  class The_builder {
    private final MidaClient.Builder builder = MidaClient.builder();

    @ParameterizedTest
    @CsvSource({"us, https://api-us.mida.so", "eu, https://api-eu.mida.so"})
    void knows_the_regions(String region, String host) {
      assertThat(builder.apiKey("k").projectKey("p").region(region).build())
          .hasToString("MidaClient[" + host + "/v2/project/p]");
    }

    @Test
    void takes_the_united_states_by_default() {
      assertThat(builder.apiKey("k").projectKey("p").build())
          .hasToString("MidaClient[https://api-us.mida.so/v2/project/p]");
    }

    @Test
    void prefers_a_base_url_to_the_region_in_either_order() {
      assertThat(
              builder.apiKey("k").projectKey("p").baseUrl("https://m.example").region("eu").build())
          .hasToString("MidaClient[https://m.example/v2/project/p]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EU", "ap", "us.evil.example/"})
    void refuses_other_regions(String region) {
      assertThatThrownBy(() -> builder.region(region))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Mida's region must be us or eu, but is \"" + region + "\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "a b", "..", ".", "a?b", "a#b", "a%2Fb", "a\\b", "ä"})
    void refuses_project_keys_that_could_change_the_path(String projectKey) {
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
    void takes_https_and_this_machine(String baseUrl) {
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
    void refuses_plain_http_to_other_machines(String baseUrl) {
      assertThatThrownBy(() -> builder.baseUrl(baseUrl))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be https, because plain http would show the API key");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "mida.example", "ftp://mida.example", "https:///path", "https://a b"})
    void refuses_what_is_no_web_address(String baseUrl) {
      assertThatThrownBy(() -> builder.baseUrl(baseUrl))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be an absolute http or https URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://mida.example?a=b", "https://mida.example/#a"})
    void refuses_a_query_or_fragment(String baseUrl) {
      assertThatThrownBy(() -> builder.baseUrl(baseUrl))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must not have a query or fragment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ada:hush@mida.example", "https://ada:hush@mida example"})
    void refuses_a_user_without_showing_it(String baseUrl) {
      assertThatThrownBy(() -> builder.baseUrl(baseUrl))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not shown")
          .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hush hush", "hush\n", "hush\r\nX-Evil: 1", "hush\u00e9", "\thush"})
    void refuses_api_keys_that_could_change_the_request_without_showing_them(String apiKey) {
      assertThatThrownBy(() -> builder.apiKey(apiKey))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("visible ASCII")
          .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void refuses_a_timeout_that_is_not_positive(Duration timeout) {
      assertThatThrownBy(() -> builder.timeout(timeout))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(timeout.toString());
    }

    @Test
    void asks_for_an_api_key() {
      assertThatThrownBy(() -> builder.projectKey("p").build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("MidaClient needs an API key: call apiKey(...) on its builder.");
    }

    @Test
    void asks_for_a_project_key() {
      assertThatThrownBy(() -> builder.apiKey("k").build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("MidaClient needs a project key: call projectKey(...) on its builder.");
    }
  }
}
