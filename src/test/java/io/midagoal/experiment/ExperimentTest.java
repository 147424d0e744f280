package io.midagoal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentTest {
  private static final Goal GOAL =
      Goal.builder().name("Buy").type(GoalType.CLICK_ON_ELEMENT).value(".buy").build();

  private static Variant variant(String name) {
    return new Variant(name, "." + name + " {}", "", List.of());
  }

  private static Experiment experiment(Variant... variants) {
    return new Experiment(
        OptionalLong.empty(), "Colour", "https://shop.example/", List.of(variants), List.of(GOAL));
  }

  @Nested
  class Control {
    @Test
    void isAddedWhenItIsMissing() {
      assertThat(experiment(variant("Variant 1")).variants())
          .containsExactly(new Variant("Control", "", "", List.of()), variant("Variant 1"));
    }

    @Test
    void comesFirst() {
      assertThat(experiment(variant("Variant 1"), variant("Control")).variants())
          .containsExactly(variant("Control"), variant("Variant 1"));
    }

    @Test
    void countsOnce() {
      Variant another = new Variant("Control", "", "", List.of());
      assertThat(experiment(variant("Control"), another, variant("Variant 1")).variants())
          .containsExactly(variant("Control"), variant("Variant 1"));
    }

    @Test
    void isKnownByItsName() {
      assertThat(experiment(variant("Variant 1")).variants())
          .extracting(Variant::isControl)
          .containsExactly(true, false);
    }
  }

  @Nested
  class Rejects {
    @Test
    void aBlankName() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> new Experiment(OptionalLong.empty(), " ", "https://a/", List.of(), List.of()))
          .withMessage("A Mida experiment needs a name (test_name), but it is blank.");
    }

    @Test
    void aBlankUrl() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Experiment(OptionalLong.empty(), "a", "", List.of(), List.of()))
          .withMessage("A Mida experiment needs a URL (url), but it is blank.");
    }

    @Test
    void twoVariantsOfOneName() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> experiment(variant("Variant 1"), variant("Variant 1")))
          .withMessageContaining("two are named \"Variant 1\"");
    }

    @Test
    void aVariantWithoutAName() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> variant(" "))
          .withMessageContaining("needs a name");
    }
  }

  @Nested
  class IsImmutable {
    @Test
    void whateverHappensToTheListsThatItWasMadeFrom() {
      List<Change> changes = new ArrayList<>();
      List<Variant> variants = new ArrayList<>(List.of(new Variant("V", "", "", changes)));
      List<Goal> goals = new ArrayList<>();
      Experiment experiment =
          new Experiment(OptionalLong.of(7), "a", "https://a/", variants, goals);
      changes.add(new Change("a", "b"));
      variants.clear();
      goals.add(GOAL);
      assertThat(experiment.variants().get(1).changes()).isEmpty();
      assertThat(experiment.goals()).isEmpty();
    }
  }

  @Nested
  class ItsText {
    @Test
    void namesWhatItHolds() {
      assertThat(
              new Experiment(
                  OptionalLong.of(7),
                  "Colour",
                  "https://shop.example/",
                  List.of(new Variant("Variant 1", "css", "js", List.of(new Change("a", "b")))),
                  List.of()))
          .hasToString(
              "Experiment[id=7, name=Colour, url=https://shop.example/, variants=["
                  + "Variant[name=Control, css=, js=, changes=[]], "
                  + "Variant[name=Variant 1, css=css, js=js, changes=["
                  + "Change[target=a, outerHtml=b]]]], goals=[]]");
    }

    @Test
    void hidesUserAndPasswordInUrls() {
      String url = "https://ada:secret@shop.example/";
      Variant variant = new Variant("V", url, url, List.of(new Change("a", url)));
      Experiment experiment =
          new Experiment(OptionalLong.empty(), "Colour", url, List.of(variant), List.of());
      assertThat(experiment.toString())
          .contains("https://[not shown]@shop.example/")
          .doesNotContain("secret");
      assertThat(new ExperimentSummary(7, "Colour", url, ExperimentStatus.LIVE))
          .hasToString(
              "ExperimentSummary[id=7, name=Colour, url=https://[not shown]@shop.example/,"
                  + " status=LIVE]");
    }
  }

  @ParameterizedTest
  @CsvSource({"9, DRAFT", "1, LIVE", "0, INACTIVE", "5, UNKNOWN"})
  void aStatusHasTheNumberOfTheReference(long code, ExperimentStatus status) {
    assertThat(ExperimentStatus.fromCode(code)).isEqualTo(status);
  }
}
