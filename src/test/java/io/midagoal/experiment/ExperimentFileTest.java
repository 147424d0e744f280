package io.midagoal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalPurpose;
import io.midagoal.goal.GoalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading experiments from JSON. */
class ExperimentFileTest {
  private static final String CREATED =
      """
      {
        "test_name": "CTA",
        "url": "https://shop.example/",
        "variants": [
          {"name": "Variant 1", "nickname": "Red", "customCSS": ".cta { color: red }", "data": []},
          {"customJS": "rename()",
           "data": [{"target": "h1", "outerHTML": "<h1>New</h1>"},
                    {"target": ".old", "outerHTML": ""}]}
        ],
        "primary_goal":
          {"goal_name": "Buy", "goal_type": "clickOnElement", "goal_value": ".cta"},
        "secondary_goals": [
          {"goal_name": "Far", "goal_type": "scrolling", "goal_value": 75, "goal_key": "far",
           "goal_purpose": "engage", "element_url": "https://shop.example/list"}
        ],
        "configuration": {"traffic_allocation": 100}
      }
      """;

  private static final String ANSWERED =
      """
      {"success": true, "experiment": {
        "test_id": 1234, "test_name": "CTA", "url": "https://shop.example/", "status": 9,
        "goal_profile_id": 99,
        "variants": [
          {"variant_id": 1, "name": "Control", "customCSS": "", "customJS": "", "data": []},
          {"variant_id": 2, "name": "Variant 1", "customCSS": null, "customJS": "go()", "data": []}
        ],
        "primary_goal": {"goal_profile_id": 99, "goal_name": "Buy", "goal_type": "clickOnElement",
          "goal_value": ".cta"},
        "serving_variant_id": null}}
      """;

  private static final Goal BUY =
      Goal.builder().name("Buy").type(GoalType.CLICK_ON_ELEMENT).value(".cta").build();

  @TempDir private Path folder = Path.of("");

  private static Variant variant(String name, String css, String js, Change... changes) {
    return new Variant(name, css, js, List.of(changes));
  }

  /** An experiment with some fields more. */
  private static Experiment with(String fields) {
    return Experiment.parse("{\"test_name\": \"a\", \"url\": \"https://a/\", " + fields + "}");
  }

  @Nested
  class WhatIsSentToCreateOne {
    @Test
    void isRead() {
      Goal far =
          Goal.builder()
              .name("Far")
              .type(GoalType.SCROLLING)
              .value("75")
              .key("far")
              .purpose(GoalPurpose.ENGAGE)
              .elementUrl("https://shop.example/list")
              .build();
      assertThat(Experiment.parse(CREATED))
          .isEqualTo(
              new Experiment(
                  OptionalLong.empty(),
                  "CTA",
                  "https://shop.example/",
                  List.of(
                      variant("Control", "", ""),
                      variant("Variant 1", ".cta { color: red }", ""),
                      variant(
                          "Variant 2",
                          "",
                          "rename()",
                          new Change("h1", "<h1>New</h1>"),
                          new Change(".old", ""))),
                  List.of(BUY, far)));
    }

    @Test
    void givesCodeForAllVisitorsToEachVariant() {
      assertThat(
              with("\"custom_css\": \"all{}\", \"custom_js\": \"all()\", \"variants\": ["
                      + "{\"customCSS\": \"own{}\", \"customJS\": \"own()\"}, {}]")
                  .variants())
          .containsExactly(
              variant("Control", "all{}", "all()"),
              variant("Variant 1", "all{}\nown{}", "all()\n;\nown()"),
              variant("Variant 2", "all{}", "all()"));
    }

    @Test
    void givesControlItsOwnCode() {
      String control = "\"control\": {\"nickname\": \"Old\", \"customCSS\": \"c{}\"}, ";
      assertThat(with(control + "\"variants\": [{}]").variants())
          .containsExactly(variant("Control", "c{}", ""), variant("Variant 1", "", ""));
      assertThat(
              with(control + "\"variants\": [{\"name\": \"Control\", \"customJS\": \"own()\"}, {}]")
                  .variants())
          .containsExactly(variant("Control", "c{}", "own()"), variant("Variant 1", "", ""));
    }

    @Test
    void mayReferToGoalsByTheirKeys() {
      assertThat(
              with("\"variants\": [], \"primary_goal_key\": \"buy\","
                      + " \"secondary_goal_keys\": [\"far\"]")
                  .goals())
          .isEmpty();
    }
  }

  @Nested
  class WhatMidaAnswers {
    @Test
    void isRead() {
      assertThat(Experiment.parse(ANSWERED))
          .isEqualTo(
              new Experiment(
                  OptionalLong.of(1234),
                  "CTA",
                  "https://shop.example/",
                  List.of(variant("Control", "", ""), variant("Variant 1", "", "go()")),
                  List.of(BUY)));
    }

    @Test
    void isReadWithoutWhatIsAroundIt() {
      String inner = ANSWERED.substring(ANSWERED.indexOf("{", 1), ANSWERED.lastIndexOf('}'));
      assertThat(Experiment.parse(inner)).isEqualTo(Experiment.parse(ANSWERED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "\"1234\""})
    void mayHaveItsNumberAsText(String id) {
      assertThat(with("\"variants\": [], \"test_id\": " + id).id()).hasValue(1234);
    }

    @Test
    void mayHaveAGoalOfAnUnknownType() {
      assertThat(
              with("\"variants\": [], \"primary_goal\": {\"goal_name\": \"a\","
                      + " \"goal_type\": \"hover\", \"goal_value\": \"b\","
                      + " \"goal_purpose\": \"dream\", \"goal_key\": \"\"}")
                  .goals())
          .containsExactly(
              Goal.builder()
                  .name("a")
                  .type(GoalType.UNKNOWN)
                  .value("b")
                  .purpose(GoalPurpose.UNKNOWN)
                  .build());
    }

    @Test
    void keepsTheOrderOfChangesWhereOneHasNoTarget() {
      assertThat(
              with("\"variants\": [{\"data\": [{\"outerHTML\": \"a\"},"
                      + " {\"target\": \"h1\", \"outerHTML\": \"b\"}]}]")
                  .variants()
                  .get(1)
                  .changes())
          .containsExactly(new Change("", "a"), new Change("h1", "b"));
    }
  }

  @Nested
  class AFile {
    private Path write(byte[] content) throws IOException {
      return Files.write(folder.resolve("cta.json"), content);
    }

    @Test
    void isRead() throws IOException {
      assertThat(Experiment.read(write(CREATED.getBytes(StandardCharsets.UTF_8))))
          .isEqualTo(Experiment.parse(CREATED));
    }

    @Test
    void mayBeginWithAByteOrderMark() throws IOException {
      assertThat(Experiment.read(write(("\uFEFF" + CREATED).getBytes(StandardCharsets.UTF_8))))
          .isEqualTo(Experiment.parse(CREATED));
    }

    @Test
    void thatIsWrongIsNamedWithThePlaceAndWhatToDo() throws IOException {
      String wrong = CREATED.replace("\".cta { color: red }\"", "[]");
      Path file = write(wrong.getBytes(StandardCharsets.UTF_8));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Experiment.read(file))
          .withMessage(
              "The experiment file "
                  + file
                  + " is not usable: variants[0].customCSS must be text, but is a list. Correct it"
                  + " there; the file should hold the JSON of Mida's Create Experiment or Get"
                  + " Experiment Details.");
    }

    @Test
    void thatIsNotThereIsNamed() {
      Path file = folder.resolve("none.json");
      assertThatThrownBy(() -> Experiment.read(file))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("The experiment file " + file + " cannot be read: there is no such file.");
    }

    @Test
    void thatIsAFolderIsNamedWithTheReason() {
      assertThatThrownBy(() -> Experiment.read(folder))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(folder + " cannot be read: java.io.IOException");
    }
  }

  @Nested
  class AMistake {
    private static void assertWrong(String json, String message) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Experiment.parse(json))
          .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"test_name\": \"CTA\"  | \"test_name\": 5       | test_name must be text, but is a number.",
          "\"test_name\": \"CTA\"  | \"test_name\": \" \"   | test_name is blank.",
          "\"test_name\"           | \"name\"               | test_name is missing.",
          "\"url\"                 | \"page\"               | url is missing.",
          "\"variants\"            | \"variant\"            | variants is missing.",
          "\"configuration\"       | \"test_id\"            | test_id must be a whole number.",
          "\"configuration\"       | \"control\": [], \"x\" | control must be an object, but is a list.",
          "\"nickname\": \"Red\"   | \"customJS\": true     | variants[0].customJS must be text, but is true or false.",
          "\"data\": []            | \"data\": {}           | variants[0].data must be a list, but is an object.",
          "\"data\": []            | \"data\": [null]       | variants[0].data[0] must be an object, but is missing.",
          "\"target\": \"h1\"      | \"target\": 1          | variants[1].data[0].target must be text, but is a number.",
          "\"outerHTML\": \"\"     | \"html\": \"\"         | variants[1].data[1].outerHTML is missing.",
          "\"goal_value\": \".cta\"| \"value\": \".cta\"    | primary_goal.goal_value is missing.",
          "\"goal_value\": 75      | \"goal_value\": []     | secondary_goals[0].goal_value must be text, but is a list.",
          "\"goal_type\": \"scrolling\", | \"x\": \"\",     | secondary_goals[0].goal_type is missing.",
          "\"goal_purpose\": \"engage\"  | \"goal_purpose\": 1 | secondary_goals[0].goal_purpose must be text, but is a number."
        })
    void isToldWithItsPlace(String part, String wrong, String message) {
      assertThat(CREATED).contains(part);
      String json = CREATED.replace(part, wrong);
      assertWrong(json, message);
    }

    @Test
    void isToldWithItsPlaceInAnAnswer() {
      assertWrong(
          ANSWERED.replace("\"go()\"", "7"),
          "experiment.variants[1].customJS must be text, but is a number.");
      assertWrong("{\"experiment\": []}", "experiment must be an object, but is a list.");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {"[]|a list", "\"a\"|text", "null|missing", "''|missing"})
    void isAnythingButAnObject(String json, String type) {
      assertWrong(json, "the JSON must be an object, but is " + type + ".");
    }

    @Test
    void isJsonThatEndsTooEarly() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Experiment.parse("{\n  \"url\": https://ada:secret@a/\n}"))
          .withMessageStartingWith("it is not JSON at line 2, column ")
          .withMessageNotContaining("secret");
    }

    @Test
    void isSomethingBehindTheJson() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Experiment.parse("{} {}"))
          .withMessageStartingWith("it is not JSON at line 1, column ");
    }

    @Test
    void isJsonThatIsNestedWithoutEnd() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Experiment.parse("[".repeat(2000)))
          .withMessageStartingWith("it is not JSON: ");
    }
  }
}
