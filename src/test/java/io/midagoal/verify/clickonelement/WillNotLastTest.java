package io.midagoal.verify.clickonelement;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.verdict.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Selectors that match today. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class WillNotLastTest {
  private static final String GENERATED =
      "<div><a id=ember123 class='css-1a2b3c css-1x2y3z4-Button sc-bdVaJa jss123 _3xyAB"
          + " Button_primary__3xYaB9 makeStyles-root-12 svelte-1tky8bj a7f3c9e1d5' data-v-7ba5bd90>"
          + "1</a></div><b id=':r1:'>2</b>";

  private static final String WRITTEN =
      "<a id=step-2-of-3 class='col-md-6 btn-2x h1 mt-4 w-1/2 card__titleText btn--primary addToCart"
          + " goToTop icon-24x24 elementor-element-7f2a1b3 css-grid sc-button post-12345 headline2"
          + " mp3player utf8 utf8mb4 menu__item_active md:flex text-[13px] b2bForm'>1</a>"
          + "<ul><li>1<li>2</ul>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".css-1a2b3c",
        ".css-1x2y3z4-Button",
        ".sc-bdVaJa",
        ".jss123",
        "._3xyAB",
        "#ember123",
        "#\\:r1\\:",
        "[id=':r1:']",
        ".Button_primary__3xYaB9",
        ".makeStyles-root-12",
        ".svelte-1tky8bj",
        "[data-v-7ba5bd90]",
        ".a7f3c9e1d5",
        "[class*='css-1a2b3c']",
        "div:nth-child(1) > a:nth-child(1)",
        "html > body > div > a:nth-child(1)"
      })
  void byNamesThatToolsGenerate(String selector) {
    Verdict verdict = check(CLICK_ON_ELEMENT, selector, GENERATED);

    assertThat(reason(verdict)).isEqualTo("fragile-selector");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".col-md-6",
        ".btn-2x",
        ".h1",
        ".mt-4",
        ".w-1\\/2",
        ".card__titleText",
        ".btn--primary",
        ".addToCart",
        ".goToTop",
        ".icon-24x24",
        ".elementor-element-7f2a1b3",
        ".css-grid",
        ".sc-button",
        ".post-12345",
        ".headline2",
        ".mp3player",
        "li:nth-child(2)",
        ".utf8",
        "#step-2-of-3",
        ".utf8mb4",
        ".menu__item_active",
        ".md\\:flex",
        ".text-\\[13px\\]",
        ".b2bForm"
      })
  void butNotByNamesThatPeopleWrite(String selector) {
    Verdict verdict = check(CLICK_ON_ELEMENT, selector, WRITTEN);

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void andSuggestsOneThatDoes() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".css-1a2b3c", "<a class=css-1a2b3c data-testid=buy>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue("[data-testid=\"buy\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data-test", "data-test-id", "data-cy", "data-qa"})
  void andSuggestsWhatTestsGoBy(String attribute) {
    String body = "<a class=css-1a2b3c title=Buy " + attribute + "=buy>Buy</a>";

    assertThat(check(CLICK_ON_ELEMENT, ".css-1a2b3c", body).findings().get(0).suggestion())
        .hasValue("[" + attribute + "=\"buy\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "aria-label", "href", "for", "title", "alt"})
  void andSuggestsAnAttributeThatLasts(String attribute) {
    String body = "<label class=css-1a2b3c " + attribute + "=buy>Buy</label>";

    assertThat(check(CLICK_ON_ELEMENT, ".css-1a2b3c", body).findings().get(0).suggestion())
        .hasValue("label[" + attribute + "=\"buy\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "href=# title=Buy         | a[title=\"Buy\"]",
        "id=css-9z8y7x title=Buy  | a[title=\"Buy\"]",
        "aria-controls=radix-1 title=Buy | a[title=\"Buy\"]",
        "title='Buy&#10;now' alt=b | a[alt=\"b\"]",
        "title='Buy&#13;now' alt=b | a[alt=\"b\"]",
        "title='0123456789 0123456789 0123456789 0123456789 0123456789 0123456789"
            + " 0123456789 0123456789' alt=b | a[alt=\"b\"]",
      })
  void andLeavesOutWhatDoesNotLast(String attributes, String suggestion) {
    String body = "<a class=css-1a2b3c " + attributes + ">Buy</a>";

    assertThat(check(CLICK_ON_ELEMENT, ".css-1a2b3c", body).findings().get(0).suggestion())
        .hasValue(suggestion);
  }

  @Test
  void andSuggestsAClassWithItsTagWhereOthersHaveIt() {
    String body = "<a class='css-1a2b3c b'>1</a><p class=b>2</p>";

    assertThat(check(CLICK_ON_ELEMENT, ".css-1a2b3c", body).findings().get(0).suggestion())
        .hasValue("a.b");
  }

  @Test
  void andSuggestsNoneThatFindsAnotherElementToo() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".css-1a2b3c", "<a class='css-1a2b3c b'>1</a><a class=b>2</a>");

    assertThat(verdict.findings().get(0).suggestion()).isEmpty();
  }
}
