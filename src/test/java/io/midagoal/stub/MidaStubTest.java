package io.midagoal.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.midagoal.client.MidaApiException;
import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.client.MidaClient;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalPurpose;
import io.midagoal.goal.GoalType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MidaStubTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final MidaStub stub = MidaStub.start();
  private final String goalPath = "/v2/project/" + stub.projectKey() + "/goal";

  @AfterEach
  void close() {
    stub.close();
  }

  private MidaClient client() {
    return MidaClient.builder()
        .apiKey(stub.apiKey())
        .projectKey(stub.projectKey())
        .baseUrl(stub.baseUrl())
        .build();
  }

  private static Goal.Builder goal(String name) {
    return Goal.builder().name(name).type(GoalType.CLICK_ON_ELEMENT).value(".cta-button");
  }

  private static String json(String name) {
    return "{\"goal_name\": \"%s\", \"goal_type\": \"script\", \"goal_value\": \"v\"}"
        .formatted(name);
  }

  private HttpRequest.Builder request(String path, String body) {
    return HttpRequest.newBuilder(URI.create(stub.baseUrl() + path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<String> post(String body) {
    return send(request(goalPath, body).header("Authorization", "Bearer " + stub.apiKey()));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("The stub did not answer", e);
    }
  }

  private static void assertRefused(HttpResponse<String> response, int status, String error) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.body()).isEqualTo("{\"error\":\"" + error + "\"}");
  }

  @Nested
  class AValidGoal {
    @Test
    void isAnsweredAsTheReferenceSays() {
      HttpResponse<String> response = post(json("CTA Button Click"));
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(response.body())
          .isEqualTo(
              "{\"success\":true,\"goal_profile_id\":3001,\"goal_key\":\"cta_button_click\","
                  + "\"company_id\":1001}");
    }

    @Test
    void isKeptAsItWasSent() {
      Goal signup =
          goal("Sign-up")
              .key("my-key")
              .purpose(GoalPurpose.GENERATE)
              .elementUrl("https://example.com/")
              .build();
      GoalProfile created = client().create(signup);
      assertThat(stub.goals()).containsExactly(created);
      assertThat(created)
          .isEqualTo(
              new GoalProfile(3001, "my-key", OptionalLong.of(1001), signup, "clickOnElement"));
    }

    @Test
    void getsTheNextId() {
      client().create(goal("one").build());
      client().create(goal("two").build());
      assertThat(stub.goals()).extracting(GoalProfile::id).containsExactly(3001L, 3002L);
    }

    @ParameterizedTest
    @EnumSource(value = GoalType.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void mayHaveEveryType(GoalType type) {
      assertThat(client().create(goal("g").type(type).build()).rawType())
          .isEqualTo(type.wireName());
    }

    @ParameterizedTest
    @CsvSource({
      "CTA Button Click, cta_button_click",
      "Sign-up / step 2!, sign_up_step_2_",
      "Größe & Maß, größe_maß",
      "already_a_key, already_a_key"
    })
    void getsItsKeyFromItsName(String name, String key) {
      assertThat(client().create(goal(name).build()).key()).isEqualTo(key);
    }

    @Test
    void mayHaveNullForOptionalFields() {
      String body = json("a").replace("}", ", \"goal_key\": null, \"element_url\": null}");
      assertThat(post(body).statusCode()).isEqualTo(200);
    }
  }

  @Nested
  class ABadGoal {
    @ParameterizedTest
    @ValueSource(strings = {"goal_name", "goal_type", "goal_value"})
    void isRefusedWhenARequiredFieldIsMissing(String field) {
      assertRefused(post(json("a").replace(field, "other")), 400, field + " is required");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "goal_name",
          "goal_type",
          "goal_value",
          "goal_key",
          "goal_purpose",
          "element_url"
        })
    void isRefusedWhenAFieldIsBlank(String field) {
      String body =
          "{\"%s\": \" \", ".formatted(field)
              + json("a").replace("\"" + field + "\"", "\"other\"").substring(1);
      assertRefused(post(body), 400, field + " must be text that is not blank");
    }

    @Test
    void isRefusedWhenAFieldIsNoText() {
      assertRefused(
          post(json("a").replace("\"v\"", "5")), 400, "goal_value must be text that is not blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"click", "SCRIPT", "unknown"})
    void isRefusedWhenItsTypeIsUnknown(String type) {
      assertRefused(
          post(json("a").replace("script", type)), 400, "goal_type '" + type + "' is unknown");
    }

    @Test
    void isRefusedWhenItsPurposeIsUnknown() {
      assertRefused(
          post(json("a").replace("}", ", \"goal_purpose\": \"buy\"}")),
          400,
          "goal_purpose 'buy' is unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "goal_name=a", "{} {}"})
    void isRefusedWhenItIsNoJsonObject(String body) {
      assertRefused(post(body), 400, "the body must be a JSON object");
    }

    @Test
    void isNotKept() {
      post("{}");
      assertThat(stub.goals()).isEmpty();
    }
  }

  @Nested
  class AKeyThatIsTaken {
    @Test
    void isRefusedWhenItIsExplicit() {
      client().create(goal("one").key("k").build());
      assertTaken(goal("two").key("k").build());
    }

    @Test
    void isRefusedWhenItIsGenerated() {
      client().create(goal("Sign up").build());
      assertTaken(goal("sign UP").build());
    }

    @Test
    void isRefusedWhenItWasGeneratedBeforeItIsExplicit() {
      client().create(goal("Sign up").build());
      assertTaken(goal("other").key("sign_up").build());
    }

    private void assertTaken(Goal goal) {
      assertThatThrownBy(() -> client().create(goal))
          .isInstanceOfSatisfying(
              MidaApiException.class, e -> assertThat(e.kind()).isEqualTo(Kind.KEY_TAKEN));
      assertThat(stub.goals()).hasSize(1);
    }
  }

  @Nested
  class TheApiKey {
    @ParameterizedTest
    @ValueSource(strings = {"x-api-key", "api-key", "X-API-Key"})
    void mayStandInTheHeadersThatMidaDocuments(String header) {
      assertThat(send(request(goalPath, json("a")).header(header, stub.apiKey())).statusCode())
          .isEqualTo(200);
    }

    @Test
    void isRequired() {
      assertRefused(send(request(goalPath, json("a"))), 401, "API key missing or wrong");
    }

    @ParameterizedTest
    @CsvSource({
      "Authorization, Bearer wrong",
      "Authorization, midagoal-stub-api-key",
      "Authorization, Basic midagoal-stub-api-key",
      "x-api-key, Bearer midagoal-stub-api-key"
    })
    void mustBeRight(String header, String value) {
      assertRefused(
          send(request(goalPath, json("a")).header(header, value)),
          401,
          "API key missing or wrong");
    }
  }

  @Nested
  class AnUnknownPlace {
    @Test
    void isAnotherProject() {
      assertRefused(postTo("/v2/project/other/goal"), 404, "no such project");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/goal", "/v1/project/midagoal-stub-project/goal"})
    void isAnotherPath(String path) {
      assertRefused(postTo(path), 404, "no such call");
    }

    @Test
    void isAnotherMethod() {
      assertRefused(
          send(
              request(goalPath, "")
                  .method("GET", BodyPublishers.noBody())
                  .header("Authorization", "Bearer " + stub.apiKey())),
          404,
          "no such call");
    }

    private HttpResponse<String> postTo(String path) {
      return send(request(path, json("a")).header("Authorization", "Bearer " + stub.apiKey()));
    }
  }

  @Nested
  class TheRequests {
    @Test
    void areShownWithTheirStatus() {
      post(json("a"));
      post("{}");
      assertThat(stub.requests())
          .extracting(
              StubRequest::method, StubRequest::path, StubRequest::body, StubRequest::status)
          .containsExactly(
              tuple("POST", goalPath, json("a"), 200), tuple("POST", goalPath, "{}", 400));
    }

    @Test
    void areShownWithTheirHeaders() {
      post(json("a"));
      assertThat(stub.requests().get(0).headers())
          .containsEntry("content-type", List.of("application/json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization", "x-api-key", "api-key"})
    void doNotShowApiKeys(String header) {
      send(request(goalPath, json("a")).header(header, "hush"));
      assertThat(stub.requests().get(0).headers()).containsEntry(header, List.of("[hidden]"));
      assertThat(stub.requests().toString()).doesNotContain("hush");
    }
  }

  @Nested
  class UnderConcurrency {
    private static final int CALLS = 200;

    private List<Integer> postAll(List<String> bodies) throws InterruptedException {
      ExecutorService threads = Executors.newFixedThreadPool(16);
      try {
        List<Callable<Integer>> calls = new ArrayList<>();
        bodies.forEach(body -> calls.add(() -> post(body).statusCode()));
        return threads.invokeAll(calls).stream().map(UnderConcurrency::get).toList();
      } finally {
        threads.shutdown();
      }
    }

    private static int get(Future<Integer> status) {
      try {
        return status.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError(e);
      }
    }

    @Test
    void aKeyIsGivenOnce() throws InterruptedException {
      List<Integer> statuses =
          postAll(LongStream.range(0, CALLS).mapToObj(i -> json("goal " + i % 20)).toList());
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(20);
      assertThat(statuses).filteredOn(status -> status == 406).hasSize(CALLS - 20);
      assertThat(stub.goals()).hasSize(20);
    }

    @Test
    void idsRiseWithoutGapsAndNoRequestIsLost() throws InterruptedException {
      postAll(LongStream.range(0, CALLS).mapToObj(i -> json("goal " + i)).toList());
      assertThat(stub.goals())
          .extracting(GoalProfile::id)
          .containsExactlyElementsOf(LongStream.range(3001, 3001 + CALLS).boxed().toList());
      assertThat(stub.requests()).hasSize(CALLS);
    }
  }

  @Nested
  class TheServer {
    @Test
    void listensOnLoopback() {
      assertThat(stub.baseUrl()).matches("http://127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void doesNotListenOnOtherAddresses() throws IOException {
      int port = URI.create(stub.baseUrl()).getPort();
      try (Socket socket = new Socket()) {
        assertThatThrownBy(() -> socket.connect(new InetSocketAddress("127.0.0.2", port), 2000))
            .isInstanceOf(IOException.class);
      }
    }

    @Test
    void hasGoalsOfItsOwn() {
      try (MidaStub other = MidaStub.start()) {
        client().create(goal("one").build());
        assertThat(other.goals()).isEmpty();
      }
    }

    @Test
    void takesThePortThatItIsGiven() throws IOException {
      int port;
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = socket.getLocalPort();
      }
      try (MidaStub other = MidaStub.start(port)) {
        assertThat(other.baseUrl()).endsWith(":" + port);
      }
    }

    @Test
    void saysWhichPortIsTaken() {
      int port = URI.create(stub.baseUrl()).getPort();
      assertThatThrownBy(() -> MidaStub.start(port))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "The Mida stub cannot listen on port "
                  + port
                  + " of 127.0.0.1; stop the program that uses it, or use port 0 for a free port.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void refusesAPortThatDoesNotExist(int port) {
      assertThatThrownBy(() -> MidaStub.start(port))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The Mida stub's port must be from 0 to 65535, but is " + port + ".");
    }

    @Test
    void doesNotAnswerAfterItIsClosed() {
      stub.close();
      assertThatThrownBy(() -> client().create(goal("one").build()))
          .isInstanceOfSatisfying(
              MidaApiException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
    }

    @Test
    void canBeReadAndClosedAgainAfterItIsClosed() {
      client().create(goal("one").build());
      stub.close();
      stub.close();
      assertThat(stub.goals()).hasSize(1);
    }

    /** A program of its own, since threads of this JVM and what they print cannot be told apart. */
    @Test
    void printsNothingAndLetsTheJvmEndWhenItIsClosed() throws IOException, InterruptedException {
      Process program =
          new ProcessBuilder(
                  System.getProperty("java.home") + "/bin/java",
                  "-cp",
                  System.getProperty("java.class.path"),
                  StubProgram.class.getName())
              .redirectErrorStream(true)
              .start();
      try {
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.inputReader().lines()).containsExactly("created started_once");
      } finally {
        program.destroyForcibly();
      }
    }
  }
}
