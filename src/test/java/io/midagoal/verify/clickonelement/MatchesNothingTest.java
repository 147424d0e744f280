package io.midagoal.verify.clickonelement;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.TestPages;
import io.midagoal.verify.Verdict;
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
  void on_a_page_without_it() {
    Verdict verdict = check(CLICK_ON_ELEMENT, ".cta", "<p>Hello</p>");

    assertThat(reason(verdict)).isEqualTo("no-match");
  }

  @Test
  void because_it_is_in_a_frame() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<iframe srcdoc=\"<a class=cta href=#>Buy</a>\"></iframe>");

    assertThat(reason(verdict)).isEqualTo("only-in-iframe");
  }

  @Test
  void in_a_frame_of_a_frame() {
    String inner = TestPages.page("<a class=cta href=#>Buy</a>");
    String outer = TestPages.page("<iframe id=shop src=" + inner + "></iframe>");
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<iframe id=frame src=" + outer + "></iframe>");

    assertThat(verdict.findings().get(0).message())
        .contains("where Mida does not look: <iframe id=\"shop\"");
  }

  @Test
  void because_it_is_in_a_shadow_root() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div id=\"h\"></div><script>h.attachShadow({mode:\"open\"}).innerHTML=\"<a class=cta>x</a>\"</script>");

    assertThat(reason(verdict)).isEqualTo("only-in-shadow-root");
  }

  @Test
  void and_suggests_the_class_that_is_there() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta-buton", "<a class=\"cta-button\" href=\"#\">Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".cta-button");
  }

  @Test
  void and_suggests_the_only_class_that_shares_a_word() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta-button", "<a class='cta-link other' href='#'>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".cta-link");
  }

  @Test
  void and_suggests_none_of_several_classes_that_share_a_word() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".btn-checkout", "<a class='btn btn-x' href='#'>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).isEmpty();
  }

  @Test
  void and_suggests_the_id_for_a_class_of_that_name() {
    Verdict verdict = check(CLICK_ON_ELEMENT, ".buy", "<a id=\"buy\" href=\"#\">Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue("#buy");
  }

  @Test
  void and_suggests_the_class_for_an_id_of_that_name() {
    Verdict verdict = check(CLICK_ON_ELEMENT, "#buy", "<a class=buy href=#>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".buy");
  }

  @Test
  void and_suggests_the_likest_class_whatever_its_case() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".CTA-BUTON", "<a class='cta-link cta-button' href=#>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".cta-button");
  }

  @Test
  void and_suggests_the_class_for_a_bare_word() {
    Verdict verdict = check(CLICK_ON_ELEMENT, "buy-now", "<a class=\"buy-now\" href=\"#\">Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".buy-now");
  }

  @Test
  void and_suggests_the_attribute_value_that_is_there() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            "[data-testid=\"buy-nov\"]",
            "<a data-testid=\"buy-now\" href=\"#\">Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue("[data-testid=\"buy-now\"]");
  }

  @Test
  void and_suggests_the_attribute_of_a_like_name() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, "[data-tesid=buy]", "<a data-testid=buy href=#>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue("[data-testid=\"buy\"]");
  }

  @Test
  void and_suggests_a_descendant_where_there_is_no_child() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".hero > .cta",
            "<div class=\"hero\"><p><a class=\"cta\" href=\"#\">Buy</a></p></div>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".hero .cta");
  }

  @Test
  void and_says_which_beginning_still_matches() {
    Verdict verdict = check(CLICK_ON_ELEMENT, ".hero .zzz", "<div class=\"hero\">x</div>");

    assertThat(verdict.findings().get(0).message())
        .contains("Its beginning \".hero\" still matches");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[title='Buy now'] .zzz", "div:nth-child(2 of .x) .zzz"})
  void and_no_beginning_that_ends_within_quotes_or_brackets_is_tried(String selector) {
    Verdict verdict = check(CLICK_ON_ELEMENT, selector, "<div class=hero>x</div>");

    assertThat(reason(verdict)).isEqualTo("no-match");
  }

  @Test
  void and_suggests_nothing_that_a_visitor_cannot_click() {
    Verdict verdict = check(CLICK_ON_ELEMENT, ".cta-buton", "<a class=cta-button hidden>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).isEmpty();
  }
}
