package io.midagoal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.experiment.Experiment;
import io.midagoal.experiment.ExperimentStatus;
import io.midagoal.experiment.ExperimentSummary;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.stub.MidaStub;
import io.midagoal.stub.NewExperiment;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls for experiments. */
@Timeout(120)
class MidaClientExperimentsTest {
  private static final String CTA =
      """
      {"test_name": "CTA", "url": "https://shop.example/?page=1#top", "status": 1,
       "custom_css": "body {}",
       "variants": [{"nickname": "Red", "customCSS": ".cta { color: red }", "data": []},
                    {"customJS": "go()", "data": [{"target": "h1", "outerHTML": "<h1>New</h1>"}]}],
       "primary_goal":
         {"goal_name": "Buy", "goal_type": "clickOnElement", "goal_value": ".cta"}}
      """;
  private static final String SECRET = "secret-key-of-mida";

  private final MidaStub stub = MidaStub.start();
  private final MidaClient mida =
      MidaClient.builder()
          .apiKey(stub.apiKey())
          .projectKey(stub.projectKey())
          .baseUrl(stub.baseUrl())
          .build();

  @AfterEach
  void close() {
    stub.close();
  }

  /** What a call makes of an answer. */
  private static <T> T read(String answer, Function<MidaClient, T> call) {
    try (AnsweringServer server = new AnsweringServer(200, answer)) {
      return call.apply(
          MidaClient.builder().apiKey(SECRET).projectKey("p").baseUrl(server.url()).build());
    }
  }

  private static List<ExperimentSummary> list(String answer) {
    return read(answer, client -> client.experiments().toList());
  }

  private static MidaApiException failure(String answer, Function<MidaClient, ?> call) {
    return catchThrowableOfType(MidaApiException.class, () -> read(answer, call));
  }

  @Nested
  class AList {
    @Test
    void holdsEachExperimentOfSeveralPagesOnce() {
      IntStream.range(0, 501).forEach(i -> NewExperiment.in(stub).create());
      assertThat(mida.experiments().map(ExperimentSummary::id))
          .hasSize(501)
          .doesNotHaveDuplicates();
    }

    @Test
    void saysWhichExperimentsAreLive() {
      long draft = NewExperiment.in(stub).create();
      long live = NewExperiment.create(stub, CTA);
      assertThat(mida.experiments())
          .containsExactly(
              new ExperimentSummary(
                  draft, "CTA colour", "https://shop.example/", ExperimentStatus.DRAFT),
              new ExperimentSummary(
                  live, "CTA", "https://shop.example/?page=1#top", ExperimentStatus.LIVE));
    }

    @Test
    void mayHaveExperimentsThatLackAllButTheirNumber() {
      assertThat(list("{\"success\": true, \"experiments\": [{\"test_id\": \"7\", \"new\": [1]}]}"))
          .containsExactly(new ExperimentSummary(7, "", "", ExperimentStatus.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[{}]", "[{\"test_id\": null}]"})
    void isOtherwiseNotAsDocumented(String experiments) {
      assertThat(
              failure(
                  "{\"success\": true, \"experiments\": " + experiments + "}",
                  client -> client.experiments().toList()))
          .returns(Kind.UNEXPECTED_ANSWER, MidaApiException::kind)
          .returns("List Experiments", MidaApiException::operation)
          .hasMessageStartingWith("Listing the Mida experiments failed: ");
    }
  }

  @Nested
  class AnExperiment {
    @Test
    void isTheOneThatWasCreated() {
      long id = NewExperiment.create(stub, CTA);
      Experiment experiment = mida.experiment(id);
      Experiment defined = Experiment.parse(CTA);
      assertThat(experiment.id()).hasValue(id);
      assertThat(experiment.variants()).isEqualTo(defined.variants()).hasSize(3);
      assertThat(experiment.goals()).isEqualTo(defined.goals()).hasSize(1);
      assertThat(experiment.url()).isEqualTo("https://shop.example/?page=1#top");
    }

    @Test
    void showsAGoalThatItRefersToByKey() {
      Goal goal = Goal.builder().name("Signed up").type(GoalType.SCRIPT).value("signed_up").build();
      mida.create(goal);
      long id = NewExperiment.in(stub).withGoalKey("signed_up").create();
      assertThat(mida.experiment(id).goals()).containsExactly(goal);
    }

    @Test
    void thatDoesNotExistIsTold() {
      assertThat(catchThrowableOfType(MidaApiException.class, () -> mida.experiment(4711)))
          .returns(Kind.NOT_FOUND, MidaApiException::kind)
          .returns("Get Experiment Details", MidaApiException::operation)
          .hasMessageStartingWith(
              "Reading Mida experiment 4711 failed: Mida has no such experiment")
          .hasMessageContaining("Somebody may have deleted the experiment: check in Mida.");
    }

    @Test
    void thatIsNotAsDocumentedIsToldWithThePlace() {
      assertThat(
              failure(
                  """
                  {"success": true, "experiment": {"test_name": "a", "url": "https://a/",
                   "variants": [{"customJS": 7}]}}\
                  """,
                  client -> client.experiment(7)))
          .returns(Kind.UNEXPECTED_ANSWER, MidaApiException::kind)
          .hasMessageContaining("experiment.variants[0].customJS must be text, but is a number.");
    }

    @Test
    void isMissing() {
      assertThat(failure("{\"success\": true}", client -> client.experiment(7)))
          .returns(Kind.UNEXPECTED_ANSWER, MidaApiException::kind)
          .hasMessageStartingWith("Reading Mida experiment 7 failed: the answer has no experiment");
    }

    @Test
    void mayBeLargerThanAGoal() {
      String js = "x".repeat(2 * 1024 * 1024);
      String answer =
          "{\"success\": true, \"experiment\": {\"test_name\": \"a\", \"url\": \"https://a/\","
              + " \"variants\": [{\"customJS\": \"%s\"}]}}".formatted(js);
      assertThat(read(answer, client -> client.experiment(7)).variants().get(1).js())
          .hasSameSizeAs(js);
    }
  }

  @Nested
  class ThePreviewUrls {
    @Test
    void standByTheNamesOfTheVariants() {
      long id = NewExperiment.create(stub, CTA);
      String begin = "https://shop.example/?page=1&test-preview=" + id + "&test-variant=";
      assertThat(mida.previewUrls(id))
          .containsExactly(
              entry("Control", begin + "Control#top"),
              entry("Variant 1", begin + "Variant_1#top"),
              entry("Variant 2", begin + "Variant_2#top"));
    }

    @Test
    void ofAnExperimentThatDoesNotExistAreTold() {
      assertThat(catchThrowableOfType(MidaApiException.class, () -> mida.previewUrls(4711)))
          .returns(Kind.NOT_FOUND, MidaApiException::kind)
          .returns("Get Experiment Preview URLs", MidaApiException::operation)
          .hasMessageStartingWith(
              "Reading the preview URLs of Mida experiment 4711 failed: Mida has no such"
                  + " experiment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[{\"name\": \"a\"}]", "[{\"preview_url\": \"https://a/\"}]"})
    void areOtherwiseNotAsDocumented(String variants) {
      assertThat(
              failure(
                  "{\"success\": true, \"variants\": " + variants + "}",
                  client -> client.previewUrls(7)))
          .returns(Kind.UNEXPECTED_ANSWER, MidaApiException::kind);
    }
  }

  @Nested
  class TheApiKey {
    @Test
    void isHiddenWhereverAServerRepeatsIt() {
      String goal = "{\"goal_name\": \"K\", \"goal_type\": \"script\", \"goal_value\": \"K\"}";
      Experiment experiment =
          read(
              """
              {"success": true, "experiment": {"test_name": "K", "url": "https://a/K",
               "variants": [{"name": "K", "customCSS": "K", "customJS": "K",
                             "data": [{"target": "K", "outerHTML": "K"}]}],
               "primary_goal": %s}}\
              """
                  .formatted(goal)
                  .replace("K", SECRET),
              client -> client.experiment(7));
      assertThat(experiment.toString()).contains("[API-key]").doesNotContain(SECRET);
      String variants = "[{\"name\": \"a\", \"preview_url\": \"" + SECRET + "\"}]";
      Map<String, String> urls =
          read(
              "{\"success\": true, \"variants\": " + variants + "}",
              client -> client.previewUrls(7));
      assertThat(urls).containsEntry("a", "[API-key]");
      String experiments = "[{\"test_id\": 7, \"url\": \"" + SECRET + "\"}]";
      assertThat(list("{\"success\": true, \"experiments\": " + experiments + "}"))
          .extracting(ExperimentSummary::url)
          .containsExactly("[API-key]");
    }

    @Test
    void isHiddenInAFailureTogetherWithPasswords() {
      assertThat(
              failure(
                  "{\"success\": false, \"url\": \"https://ada:pass@a/" + SECRET + "\"}",
                  client -> client.experiment(7)))
          .hasMessageContaining("https://[not shown]@a/[API-key]")
          .hasMessageNotContaining(SECRET)
          .hasMessageNotContaining("pass@");
    }
  }
}
