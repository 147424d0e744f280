package io.midagoal.verify;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Goals that count clicks on a text, judged on pages of their own. */
class ClickOnTextTest {
  @Nested
  class Matches {

    @Test
    void a_text_in_a_link() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "Start free trial", "<a href=\"#\">Start free trial</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void a_part_of_a_text() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "free trial", "<a href=\"#\">Start free trial now</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void a_text_over_several_elements() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "Start free trial", "<a href=\"#\">Start <b>free</b> trial</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void whatever_the_white_space() {
      Verdict verdict =
          check(
              CLICK_ON_TEXT,
              " Start  free trial ",
              "<a href=\"#\">Start&nbsp;free&#10;   trial</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void soft_hyphens_unseen() {
      Verdict verdict = check(CLICK_ON_TEXT, "Newsletter", "<a href=\"#\">News&shy;letter</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void letters_as_style_shows_them() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "BUY", "<a href=\"#\" style=\"text-transform:uppercase\">Buy</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void the_chosen_option_of_a_drop_down() {
      Verdict verdict = check(CLICK_ON_TEXT, "One", "<select><option>One<option>Two</select>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void a_control_that_shows_the_text_where_the_text_itself_takes_no_clicks() {
      Verdict verdict =
          check(
              CLICK_ON_TEXT,
              "Buy",
              "<a href='#'>+<span style='pointer-events:none'>Buy</span></a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void a_control_whose_text_lies_outside_of_the_page() {
      Verdict verdict =
          check(
              CLICK_ON_TEXT,
              "Search",
              "<button>+<span style='position:absolute;left:-9999px'>Search</span></button>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void a_control_around_a_disabled_one_that_shows_the_text() {
      Verdict verdict =
          check(
              CLICK_ON_TEXT,
              "Buy",
              "<a href='#' style='display:block;padding:20px'><button disabled>Buy</button></a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void a_text_that_is_no_control() {
      Verdict verdict = check(CLICK_ON_TEXT, "Hello", "<div><p>Hello world</p></div>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void a_label_of_an_input_with_a_warning() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "Send it", "<input type=\"submit\" value=\"Send it\">");

      assertThat(reason(verdict)).isEqualTo("text-in-value");
    }
  }

  @Nested
  class Fails {

    @Test
    void on_a_text_that_is_not_there() {
      Verdict verdict = check(CLICK_ON_TEXT, "Start free trial", "<p>Hello</p>");

      assertThat(reason(verdict)).isEqualTo("no-match");
    }

    @Test
    void on_other_letters() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "start free trial", "<a href=\"#\">Start Free Trial</a>");

      assertThat(reason(verdict)).isEqualTo("text-case");
    }

    @Test
    void on_letters_that_style_changes() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "Buy", "<a href=\"#\" style=\"text-transform:uppercase\">Buy</a>");

      assertThat(reason(verdict)).isEqualTo("text-case");
    }

    @Test
    void on_other_characters() {
      Verdict verdict = check(CLICK_ON_TEXT, "Don't wait", "<a href=\"#\">Don’t wait</a>");

      assertThat(reason(verdict)).isEqualTo("text-whitespace");
    }

    @Test
    void on_a_text_in_an_attribute() {
      Verdict verdict = check(CLICK_ON_TEXT, "Search", "<input placeholder=\"Search\">");

      assertThat(reason(verdict)).isEqualTo("text-not-shown");
    }

    @Test
    void on_a_text_that_is_hidden() {
      Verdict verdict = check(CLICK_ON_TEXT, "Start", "<a href=\"#\" hidden>Start</a>");

      assertThat(reason(verdict)).isEqualTo("text-not-shown");
    }

    @Test
    void on_a_text_that_is_clipped_away() {
      Verdict verdict =
          check(
              CLICK_ON_TEXT,
              "Start",
              "<div style='max-height:0;overflow:hidden'><a href='#'>Start</a></div>");

      assertThat(reason(verdict)).isEqualTo("hidden");
    }

    @Test
    void on_a_text_that_is_covered() {
      Verdict verdict =
          check(
              CLICK_ON_TEXT,
              "Start",
              "<a href=\"#\">Start</a><div style=\"position:fixed;inset:0\"></div>");

      assertThat(reason(verdict)).isEqualTo("covered");
    }

    @Test
    void on_a_text_in_a_disabled_button() {
      Verdict verdict = check(CLICK_ON_TEXT, "Start", "<button disabled>Start</button>");

      assertThat(reason(verdict)).isEqualTo("disabled");
    }

    @Test
    void on_an_option_that_is_not_chosen() {
      Verdict verdict = check(CLICK_ON_TEXT, "Two", "<select><option>One<option>Two</select>");

      assertThat(reason(verdict)).isEqualTo("text-not-shown");
    }

    @Test
    void and_suggests_the_letters_that_are_shown() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "start free trial", "<a href=\"#\">Start Free Trial</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("Start Free Trial");
    }

    @Test
    void and_suggests_a_text_like_it() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "Start fre trial", "<a href=\"#\">Start free trial</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("Start free trial");
    }
  }
}
