package io.midagoal.verify.clickonelement;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a selector that matches nothing. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class MatchesNothingTest {

  @Test
  void onAPageWithoutIt() {
    Verdict verdict = check(CLICK_ON_ELEMENT, ".cta", "<p>Hello</p>");

    assertThat(reason(verdict)).isEqualTo("no-match");
  }

  @Test
  void becauseItIsInAFrame() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<iframe srcdoc=\"<a class=cta href=#>Buy</a>\"></iframe>");

    assertThat(reason(verdict)).isEqualTo("only-in-iframe");
  }

  @Test
  void inAFrameOfAFrame() {
    String inner = TestPages.page("<a class=cta href=#>Buy</a>");
    String outer = TestPages.page("<iframe id=shop src=" + inner + "></iframe>");
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<iframe id=frame src=" + outer + "></iframe>");

    assertThat(verdict.findings().get(0).message())
        .contains("where Mida does not look: <iframe id=\"shop\"");
  }

  @Test
  void becauseItIsInAShadowRoot() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div id=\"h\"></div><script>h.attachShadow({mode:\"open\"}).innerHTML=\"<a class=cta>x</a>\"</script>");

    assertThat(reason(verdict)).isEqualTo("only-in-shadow-root");
  }

  @Test
  void andSuggestsTheClassThatIsThere() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta-buton", "<a class=\"cta-button\" href=\"#\">Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".cta-button");
  }

  @Test
  void andSuggestsWhatMatchesOnlyOnHover() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta-buton:hover", "<a class=\"cta-button\" href=\"#\">Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".cta-button:hover");
  }

  @Test
  void andSuggestsTheOnlyClassThatSharesAWord() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta-button", "<a class='cta-link other' href='#'>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".cta-link");
  }

  @Test
  void andSuggestsNoneOfSeveralClassesThatShareAWord() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".btn-checkout", "<a class='btn btn-x' href='#'>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).isEmpty();
  }

  @Test
  void andSuggestsTheIdForAClassOfThatName() {
    Verdict verdict = check(CLICK_ON_ELEMENT, ".buy", "<a id=\"buy\" href=\"#\">Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue("#buy");
  }

  @Test
  void andSuggestsTheClassForAnIdOfThatName() {
    Verdict verdict = check(CLICK_ON_ELEMENT, "#buy", "<a class=buy href=#>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".buy");
  }

  @Test
  void andSuggestsTheLikestClassWhateverItsCase() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".CTA-BUTON", "<a class='cta-link cta-button' href=#>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".cta-button");
  }

  @Test
  void andSuggestsTheClassForABareWord() {
    Verdict verdict = check(CLICK_ON_ELEMENT, "buy-now", "<a class=\"buy-now\" href=\"#\">Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".buy-now");
  }

  @Test
  void andSuggestsTheAttributeValueThatIsThere() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            "[data-testid=\"buy-nov\"]",
            "<a data-testid=\"buy-now\" href=\"#\">Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue("[data-testid=\"buy-now\"]");
  }

  @Test
  void andSuggestsTheAttributeOfALikeName() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, "[data-tesid=buy]", "<a data-testid=buy href=#>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue("[data-testid=\"buy\"]");
  }

  @Test
  void andSuggestsADescendantWhereThereIsNoChild() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".hero > .cta",
            "<div class=\"hero\"><p><a class=\"cta\" href=\"#\">Buy</a></p></div>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".hero .cta");
  }

  @Test
  void andSaysWhichBeginningStillMatches() {
    Verdict verdict = check(CLICK_ON_ELEMENT, ".hero .zzz", "<div class=\"hero\">x</div>");

    assertThat(verdict.findings().get(0).message())
        .contains("Its beginning \".hero\" still matches");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[title='Buy now'] .zzz", "div:nth-child(2 of .x) .zzz"})
  void andNoBeginningThatEndsWithinQuotesOrBracketsIsTried(String selector) {
    Verdict verdict = check(CLICK_ON_ELEMENT, selector, "<div class=hero>x</div>");

    assertThat(reason(verdict)).isEqualTo("no-match");
  }

  @Test
  void andSuggestsNothingThatAVisitorCannotClick() {
    Verdict verdict = check(CLICK_ON_ELEMENT, ".cta-buton", "<a class=cta-button hidden>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).isEmpty();
  }
}
