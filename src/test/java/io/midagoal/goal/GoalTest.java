package io.midagoal.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoalTest {

  private static Goal.Builder complete() {
    return Goal.builder().name("Buy").type(GoalType.CLICK_ON_ELEMENT).value(".buy");
  }

  @Nested
  class Takes {

    @Test
    void sellForAPurposeThatIsNotSet() {
      assertThat(complete().build().purpose()).isEqualTo(GoalPurpose.SELL);
    }

    @Test
    void aDefinitionWithoutKey() {
      assertThat(complete().build().key()).isEmpty();
    }

    @Test
    void valuesAsTheyAre() {
      assertThat(complete().value("  .buy  ").build().value()).isEqualTo("  .buy  ");
    }
  }

  @Nested
  class Rejects {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void aBlankName(String blank) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> complete().name(blank).build())
          .withMessage("A Mida goal needs a name (goal_name), but it is blank.");
    }

    @Test
    void aMissingName() {
      Goal.Builder builder = Goal.builder().type(GoalType.SCRIPT).value("x");

      assertThatIllegalArgumentException()
          .isThrownBy(builder::build)
          .withMessage("A Mida goal needs a name (goal_name), but it is missing.");
    }

    @Test
    void aMissingType() {
      Goal.Builder builder = Goal.builder().name("Buy").value(".buy");

      assertThatIllegalArgumentException()
          .isThrownBy(builder::build)
          .withMessageContaining("needs a type (goal_type)");
    }

    @Test
    void aBlankValue() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> complete().value(" ").build())
          .withMessage("A Mida goal needs a value (goal_value), but it is blank.");
    }

    @Test
    void aBlankKey() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> complete().key(" ").build())
          .withMessageContaining("key (goal_key)");
    }

    @Test
    void aBlankPage() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> complete().elementUrl("").build())
          .withMessageContaining("elementUrl (element_url)");
    }
  }

  @Nested
  class Types {

    /** The names of Mida's reference, which are the contract. */
    @ParameterizedTest
    @CsvSource({
      "CLICK_ON_ELEMENT, clickOnElement",
      "CLICK_ON_TEXT, clickOnText",
      "FORM_SUBMIT, formSubmit",
      "PAGEVIEW, pageview",
      "PAGEVIEW_EXACT, pageviewExact",
      "PAGEVIEW_WILDCARD, pageviewWildcard",
      "PAGEVIEW_REGEX, pageviewRegex",
      "SCRIPT, script",
      "EXTERNAL_LINK, externalLink",
      "ELEMENT_APPEARS, elementAppears",
      "SCROLLING, scrolling",
      "DURATION, duration",
      "EVENT, event",
      "REVENUE, revenue"
    })
    void haveTheNamesOfTheReference(GoalType type, String wireName) {
      assertThat(type.wireName()).isEqualTo(wireName);
    }

    @ParameterizedTest
    @CsvSource({"clickOnElement, CLICK_ON_ELEMENT", "clickonelement, UNKNOWN", "hover, UNKNOWN"})
    void areFoundByName(String wireName, GoalType type) {
      assertThat(GoalType.fromWireName(wireName)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"SELL, sell", "ENGAGE, engage", "GENERATE, generate"})
    void havePurposes(GoalPurpose purpose, String wireName) {
      assertThat(GoalPurpose.fromWireName(wireName)).hasValue(purpose);
    }
  }
}
