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
    void sell_for_a_purpose_that_is_not_set() {
      assertThat(complete().build().purpose()).isEqualTo(GoalPurpose.SELL);
    }

    @Test
    void a_definition_without_key() {
      assertThat(complete().build().key()).isEmpty();
    }

    @Test
    void values_as_they_are() {
      assertThat(complete().value("  .buy  ").build().value()).isEqualTo("  .buy  ");
    }
  }

  @Nested
  class Rejects {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void a_blank_name(String blank) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> complete().name(blank).build())
          .withMessage("A Mida goal needs a name (goal_name), but it is blank.");
    }

    @Test
    void a_missing_name() {
      Goal.Builder builder = Goal.builder().type(GoalType.SCRIPT).value("x");

      assertThatIllegalArgumentException()
          .isThrownBy(builder::build)
          .withMessage("A Mida goal needs a name (goal_name), but it is missing.");
    }

    @Test
    void a_missing_type() {
      Goal.Builder builder = Goal.builder().name("Buy").value(".buy");

      assertThatIllegalArgumentException()
          .isThrownBy(builder::build)
          .withMessageContaining("needs a type (goal_type)");
    }

    @Test
    void a_blank_value() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> complete().value(" ").build())
          .withMessage("A Mida goal needs a value (goal_value), but it is blank.");
    }

    @Test
    void a_blank_key() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> complete().key(" ").build())
          .withMessageContaining("key (goal_key)");
    }

    @Test
    void a_blank_page() {
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
    void have_the_names_of_the_reference(GoalType type, String wireName) {
      assertThat(type.wireName()).isEqualTo(wireName);
    }

    @ParameterizedTest
    @CsvSource({"clickOnElement, CLICK_ON_ELEMENT", "clickonelement, UNKNOWN", "hover, UNKNOWN"})
    void are_found_by_name(String wireName, GoalType type) {
      assertThat(GoalType.fromWireName(wireName)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"SELL, sell", "ENGAGE, engage", "GENERATE, generate"})
    void have_purposes(GoalPurpose purpose, String wireName) {
      assertThat(GoalPurpose.fromWireName(wireName)).hasValue(purpose);
    }
  }
}
