package io.midagoal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.midagoal.config.MidaScript;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalType;
import io.midagoal.verdict.Elements;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Page;
import io.midagoal.verdict.Severity;
import io.midagoal.verdict.Timing;
import io.midagoal.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictReportTest {

  private static final Goal TYPO =
      Goal.builder()
          .name("CTA Button Click")
          .type(GoalType.CLICK_ON_ELEMENT)
          .value(".cta-buton")
          .elementUrl("https://example.com/")
          .build();

  @TempDir Path folder;

  @Nested
  class TheFile {

    @Test
    void holdsEveryFieldOfEveryVerdict() throws IOException {
      StepClock clock = new StepClock("2026-11-23T09:00:00Z");
      try (VerdictReport report = VerdictReport.in(folder, "", clock)) {
        report.add("ShopGoalsTest#callToAction", broken());
        clock.pass(Duration.ofMillis(5123));
      }

      assertThat(folder.resolve("verdicts.json"))
          .content()
          .isEqualTo(
              """
              {
                "schemaVersion" : 1,
                "startedAt" : "2026-11-23T09:00:00Z",
                "durationMs" : 5123,
                "counts" : {
                  "MATCHED" : 0,
                  "BROKEN" : 1,
                  "UNDECIDED" : 0
                },
                "verdicts" : [
                  {
                    "test" : "ShopGoalsTest#callToAction",
                    "status" : "BROKEN",
                    "goal" : {
                      "goal_name" : "CTA Button Click",
                      "goal_type" : "clickOnElement",
                      "goal_value" : ".cta-buton",
                      "goal_key" : "cta_button_click",
                      "goal_purpose" : "sell",
                      "element_url" : "https://example.com/",
                      "goal_profile_id" : 3003
                    },
                    "findings" : [
                      {
                        "code" : "no-match",
                        "severity" : "ERROR",
                        "message" : "nothing on the page matches",
                        "hint" : "change the value",
                        "suggestion" : ".cta-button"
                      }
                    ],
                    "page" : {
                      "requestedUrl" : "https://example.com/",
                      "finalUrl" : "https://example.com/home",
                      "redirects" : [
                        "https://example.com/old"
                      ],
                      "httpStatus" : 200,
                      "title" : "Shop",
                      "midaScript" : "stand-in",
                      "keptFromMida" : [
                        "https://cdn.mida.so/js/optimize.js?key=abc"
                      ]
                    },
                    "elements" : {
                      "count" : 1,
                      "described" : [
                        "<a class=\\"cta-button\\">Buy now</a>"
                      ]
                    },
                    "timing" : {
                      "waitEndedBy" : "settled",
                      "waitMs" : 412,
                      "totalMs" : 530
                    }
                  }
                ]
              }
              """);
    }

    @Test
    void writesNullForWhatIsNotKnown() throws IOException {
      Goal goal = Goal.builder().name("Signup").type(GoalType.SCRIPT).value("signed_up").build();
      Finding finding =
          new Finding("no-page", Severity.UNDECIDED, "no page", "name one", Optional.empty());
      Verdict verdict =
          Verdict.of(
              Expectation.of(goal), List.of(finding), Page.none(), Elements.none(), Timing.none());

      JsonNode written = written(verdict);

      assertThat(written)
          .isEqualTo(
              new JsonMapper()
                  .readTree(
                      """
                      {"test": "SomeTest#some", "status": "UNDECIDED",
                       "goal": {"goal_name": "Signup", "goal_type": "script",
                                "goal_value": "signed_up", "goal_key": null,
                                "goal_purpose": "sell", "element_url": null,
                                "goal_profile_id": null},
                       "findings": [{"code": "no-page", "severity": "UNDECIDED",
                                     "message": "no page", "hint": "name one",
                                     "suggestion": null}],
                       "page": {"requestedUrl": null, "finalUrl": null, "redirects": [],
                                "httpStatus": null, "title": null, "midaScript": null,
                                "keptFromMida": []},
                       "elements": {"count": 0, "described": []},
                       "timing": {"waitEndedBy": null, "waitMs": 0, "totalMs": 0}}
                      """));
    }

    @Test
    void countsEachStatus() throws IOException {
      try (VerdictReport report = VerdictReport.in(folder)) {
        report.add("SomeTest#first", broken());
        report.add("SomeTest#second", matched("Signup"));
        report.add("SomeTest#third", matched("Checkout"));
      }

      assertThat(written().path("counts"))
          .isEqualTo(
              new JsonMapper().readTree("{\"MATCHED\": 2, \"BROKEN\": 1, \"UNDECIDED\": 0}"));
    }

    @Test
    void isWrittenForARunWithoutVerdicts() throws IOException {
      VerdictReport.in(folder).close();

      assertThat(written().path("verdicts")).isEmpty();
    }

    @Test
    void namesTheKeyOfTheDefinitionWhenMidaWasNotAsked() throws IOException {
      Goal goal =
          Goal.builder().name("A").type(GoalType.PAGEVIEW).value("/a").key("my-key").build();

      assertThat(written(verdictOn(goal)).at("/goal/goal_key").asText()).isEqualTo("my-key");
    }

    @Test
    void namesATypeThatThisVersionDoesNotKnowAsMidaWroteIt() throws IOException {
      Goal goal = Goal.builder().name("A").type(GoalType.UNKNOWN).value("x").build();
      GoalProfile profile = new GoalProfile(1, "a", OptionalLong.empty(), goal, "hoverOnElement");

      assertThat(written(verdictOn(goal).withProfile(profile)).at("/goal/goal_type").asText())
          .isEqualTo("hoverOnElement");
    }

    @Test
    void keepsEveryCharacterOfAName() throws IOException {
      String name = "Größe \"XL\" \\ 購入 \uD83D\uDED2 \u0000\n</script>";

      assertThat(written(matched(name)).at("/goal/goal_name").asText()).isEqualTo(name);
    }

    @Test
    void isWrittenAlthoughATextHoldsHalfASurrogatePair() throws IOException {
      assertThat(written(matched("cut \uD83D")).at("/goal/goal_name").asText()).isEqualTo("cut ?");
    }
  }

  @Nested
  class TheFolder {

    @Test
    void isCreatedWithItsParents() {
      Path missing = folder.resolve("target/midagoal");

      VerdictReport.in(missing).close();

      assertThat(missing.resolve("verdicts.json")).isRegularFile();
    }

    @Test
    void holdsNothingButTheFileAndAHiddenOne() throws IOException {
      VerdictReport.in(folder).close();

      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files)
            .containsExactlyInAnyOrder(
                folder.resolve("verdicts.json"), folder.resolve(".verdicts.lock"));
      }
    }

    @Test
    void losesTheFileOfAnEarlierRunAtTheStart() throws IOException {
      Path earlier = Files.writeString(folder.resolve("verdicts.json"), "{}");

      VerdictReport.in(folder);

      assertThat(earlier).doesNotExist();
    }

    @Test
    void isRefusedAtOnceWhenItIsAFile() throws IOException {
      Path file = Files.createFile(folder.resolve("taken"));

      assertThatThrownBy(() -> VerdictReport.in(file))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage(
              "Cannot write %s: %s is not a folder. ".formatted(file.resolve("verdicts.json"), file)
                  + "Set midagoal.report to a writable folder, or to off.");
    }

    @Test
    void thatIsGoneAtTheEndIsNamed() throws IOException {
      VerdictReport report = VerdictReport.in(folder.resolve("gone"));
      Files.delete(folder.resolve("gone/.verdicts.lock"));
      Files.delete(folder.resolve("gone"));

      assertThatThrownBy(report::close)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith("Cannot write " + report.file() + ": there is no such file.");
    }
  }

  @Nested
  class ReportsOfOneBuild {

    private VerdictReport report(String build, StepClock clock) {
      return VerdictReport.in(folder, build, clock);
    }

    @Test
    void areOneWhenTheyFollowEachOther() throws IOException {
      StepClock clock = new StepClock("2026-11-23T09:00:00Z");
      try (VerdictReport first = report("build 7", clock)) {
        first.add("FirstTest#one", broken());
        clock.pass(Duration.ofSeconds(2));
      }
      clock.pass(Duration.ofSeconds(1));
      try (VerdictReport second = report("build 7", clock)) {
        second.add("SecondTest#two", matched("Signup"));
        clock.pass(Duration.ofSeconds(4));
      }

      assertThat(written().findValuesAsText("test"))
          .containsExactly("FirstTest#one", "SecondTest#two");
      assertThat(written().path("counts"))
          .isEqualTo(
              new JsonMapper().readTree("{\"MATCHED\": 1, \"BROKEN\": 1, \"UNDECIDED\": 0}"));
      assertThat(written().path("startedAt").asText()).isEqualTo("2026-11-23T09:00:00Z");
      assertThat(written().path("durationMs").asLong()).isEqualTo(7000);
    }

    @Test
    void areOneWhenTheyAreThereAtTheSameTime() throws IOException {
      StepClock clock = new StepClock("2026-11-23T09:00:00Z");
      VerdictReport first = report("", clock);
      clock.pass(Duration.ofSeconds(1));
      try (VerdictReport second = report("", clock)) {
        second.add("SecondTest#two", matched("Signup"));
      }
      clock.pass(Duration.ofSeconds(1));
      first.add("FirstTest#one", broken());
      first.close();

      assertThat(written().findValuesAsText("test"))
          .containsExactly("SecondTest#two", "FirstTest#one");
      assertThat(written().path("startedAt").asText()).isEqualTo("2026-11-23T09:00:00Z");
      assertThat(written().path("durationMs").asLong()).isEqualTo(2000);
    }

    @ParameterizedTest
    @CsvSource({"build 7, build 8", "'', ''", "build 7, ''", "'', build 8"})
    void doNotHoldWhatAnEarlierBuildLeft(String earlier, String later) throws IOException {
      StepClock clock = new StepClock("2026-11-23T09:00:00Z");
      try (VerdictReport first = report(earlier, clock)) {
        first.add("FirstTest#one", broken());
      }
      report(later, clock).close();

      assertThat(written().path("verdicts")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{",
          "[]",
          "{\"schemaVersion\": 2, \"startedAt\": \"2026-11-23T09:00:00Z\", \"verdicts\": []}",
          "{\"schemaVersion\": 1, \"startedAt\": \"now\", \"verdicts\": []}",
          "{\"schemaVersion\": 1, \"startedAt\": \"2026-11-23T09:00:00Z\"}"
        })
    void areNotLostWhenTheFileIsDamaged(String damaged) throws IOException {
      try (VerdictReport report = report("", new StepClock("2026-11-23T09:00:00Z"))) {
        report.add("FirstTest#one", broken());
        Files.writeString(report.file(), damaged);
      }

      assertThat(written().path("verdicts")).hasSize(1);
    }
  }

  @Nested
  class AClosedReport {

    @Test
    void takesNoMoreVerdicts() {
      VerdictReport report = VerdictReport.in(folder);
      report.close();

      assertThatThrownBy(() -> report.add("LateTest#late", broken()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "The verdict of LateTest#late comes too late: %s is already written."
                  .formatted(report.file()));
    }

    @Test
    void isNotWrittenAgain() throws IOException {
      VerdictReport report = VerdictReport.in(folder);
      report.close();
      Files.delete(report.file());

      assertThatCode(report::close).doesNotThrowAnyException();
      assertThat(report.file()).doesNotExist();
    }
  }

  @Test
  void testsThatRunInParallelLoseNoVerdict() throws IOException {
    try (VerdictReport report = VerdictReport.in(folder)) {
      IntStream.range(0, 5000).parallel().forEach(i -> report.add("Test#t" + i, matched("G" + i)));
    }

    assertThat(written().path("verdicts")).hasSize(5000);
  }

  private JsonNode written(Verdict verdict) throws IOException {
    try (VerdictReport report = VerdictReport.in(folder)) {
      report.add("SomeTest#some", verdict);
    }
    return written().at("/verdicts/0");
  }

  private JsonNode written() throws IOException {
    return new JsonMapper().readTree(Files.readAllBytes(folder.resolve("verdicts.json")));
  }

  private static Verdict matched(String name) {
    return verdictOn(Goal.builder().name(name).type(GoalType.CLICK_ON_TEXT).value("Buy").build());
  }

  private static Verdict verdictOn(Goal goal) {
    return Verdict.of(Expectation.of(goal), List.of(), Page.none(), Elements.none(), Timing.none());
  }

  private static Verdict broken() {
    Finding finding =
        new Finding(
            "no-match",
            Severity.ERROR,
            "nothing on the page matches",
            "change the value",
            Optional.of(".cta-button"));
    Page page =
        new Page(
            Optional.of("https://example.com/"),
            Optional.of("https://example.com/home"),
            List.of("https://example.com/old"),
            OptionalInt.of(200),
            Optional.of("Shop"),
            Optional.of(MidaScript.STAND_IN),
            List.of("https://cdn.mida.so/js/optimize.js?key=abc"));
    Elements elements = new Elements(1, List.of("<a class=\"cta-button\">Buy now</a>"));
    Timing timing =
        new Timing(
            Optional.of(Timing.WaitEnd.SETTLED), Duration.ofMillis(412), Duration.ofMillis(530));
    return Verdict.of(Expectation.of(TYPO), List.of(finding), page, elements, timing)
        .withProfile(
            new GoalProfile(
                3003, "cta_button_click", OptionalLong.of(1001), TYPO, "clickOnElement"));
  }

  /** A clock that stands still until it is told otherwise. */
  private static final class StepClock implements InstantSource {
    private Instant now;

    StepClock(String start) {
      this.now = Instant.parse(start);
    }

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
