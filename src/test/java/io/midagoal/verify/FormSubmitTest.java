package io.midagoal.verify;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** Goals that count submits, judged on pages of their own. */
@Tag("browser")
class FormSubmitTest {
  @Nested
  class Matches {

    @Test
    void a_form_with_a_submit_button() {
      Verdict verdict =
          check(FORM_SUBMIT, "#f", "<form id=\"f\"><input><button>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void a_form_with_an_image_button() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=\"f\"><input><input><input type=\"image\" alt=\"Go\" width=\"50\" height=\"20\"></form>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<input type=checkbox onchange='form.requestSubmit()'>",
          "<input type=range oninput='form.requestSubmit()'>",
          "<b onclick='f.requestSubmit()'>Go</b>",
          "<a href='javascript:f.requestSubmit()'>Go</a>",
        })
    void a_form_that_an_attribute_of_one_of_its_controls_submits(String control) {
      String body = "<form id=f><input><input>%s</form>".formatted(control);

      assertThat(reason(check(FORM_SUBMIT, "#f", body))).isEqualTo("MATCHED");
    }

    @Test
    void a_button_elsewhere_that_names_the_form() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=\"f\"><input><input></form><button form=\"f\">Go</button>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void a_single_field_without_a_button() {
      Verdict verdict = check(FORM_SUBMIT, "#f", "<form id=\"f\"><input name=\"q\"></form>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void a_hidden_button_that_enter_triggers() {
      Verdict verdict =
          check(
              FORM_SUBMIT, "#f", "<form id=\"f\"><input><input><button hidden>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkbox", "radio", "range", "date"})
    void a_hidden_button_behind_a_disabled_one_that_enter_triggers_where_no_text_is_typed(
        String type) {
      String body =
          "<form id=f><input type=%s><button disabled>Go</button><button hidden>Go</button></form>"
              .formatted(type);

      assertThat(reason(check(FORM_SUBMIT, "#f", body))).isEqualTo("MATCHED");
    }
  }

  @Nested
  class HasAHiddenField {

    @Test
    void that_a_list_of_the_pages_own_stands_in_for() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=f><div><select required hidden><option value=''>Choose</select>"
                  + "<div class=nice-select>Choose</div></div><button>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void that_a_library_draws_a_list_for() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=f><div><select required hidden><option></select><div class=chosen>"
                  + "<a>Choose</a><input></div></div><button>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void that_no_other_field_stands_in_for() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=f><div><select required hidden><option></select><label><input name=n>"
                  + "</label></div><button>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("no-submit");
    }
  }

  @Nested
  class CannotBeDecided {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<input><button disabled>Go</button>",
          "<input type=checkbox><button disabled>Go</button>",
          "<select><option>One<option>Two</select><input type=submit disabled>",
          "<textarea></textarea><button disabled>Go</button><button hidden>Go</button>"
        })
    void while_its_button_is_disabled_and_there_is_something_to_fill_in(String fields) {
      Verdict verdict = check(FORM_SUBMIT, "#f", "<form id=f>%s</form>".formatted(fields));

      assertThat(verdict.status()).isEqualTo(Status.UNDECIDED);
      assertThat(reason(verdict)).isEqualTo("submit-disabled");
    }

    @Test
    void while_a_custom_element_may_submit_it() {
      Verdict verdict =
          check(FORM_SUBMIT, "#f", "<form id=f><input><input><x-button>Go</x-button></form>");

      assertThat(reason(verdict)).isEqualTo("submit-disabled");
    }

    @Test
    void and_can_be_after_the_steps_that_enable_the_button() {
      String page =
          TestPages.page(
              "<form id=f><input oninput='document.forms[0].elements[1].disabled = false'>"
                  + "<button disabled>Go</button></form>");
      Expectation expectation = Expectation.of(goal(FORM_SUBMIT, "#f", page));

      Verdict verdict =
          Browsers.with(
              driver ->
                  GoalVerifier.on(driver)
                      .verifyAfter(
                          expectation,
                          browser -> browser.findElement(By.tagName("input")).sendKeys("a")));

      assertThat(verdict.status()).isEqualTo(Status.MATCHED);
    }
  }

  @Nested
  class Fails {

    @Test
    void when_nothing_matches() {
      Verdict verdict =
          check(FORM_SUBMIT, "form#g", "<form id=\"f\"><input><button>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("no-match");
    }

    @Test
    void when_the_match_is_no_form() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              ".f",
              "<form id=\"f\"><div class=\"f\"><input><button>Go</button></div></form>");

      assertThat(reason(verdict)).isEqualTo("not-a-form");
    }

    @Test
    void when_the_match_is_no_form_and_suggests_none_that_cannot_be_submitted() {
      Verdict verdict =
          check(FORM_SUBMIT, ".f", "<form id=join class=join><input class=f><input></form>");

      assertThat(verdict.findings().get(0).suggestion()).isEmpty();
    }

    @Test
    void when_it_has_no_button_and_a_field_that_nobody_can_fill_in() {
      Verdict verdict =
          check(FORM_SUBMIT, "#f", "<form id=f><input><input name=vat required hidden></form>");

      assertThat(reason(verdict)).isEqualTo("no-submit");
    }

    @Test
    void when_enter_in_a_password_has_no_button_to_press() {
      Verdict verdict = check(FORM_SUBMIT, "#f", "<form id=f><input><input type=password></form>");

      assertThat(reason(verdict)).isEqualTo("no-submit");
    }

    @Test
    void without_any_way_to_submit() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=\"f\"><input><input><button type=\"button\">Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("no-submit");
    }

    @Test
    void when_its_only_button_is_disabled_and_there_is_nothing_to_fill_in() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=f><input type=hidden><input disabled><button disabled>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("no-submit");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<input disabled><button disabled>Go</button><button hidden>Go</button>",
          "<input type=range disabled><button disabled>Go</button>"
        })
    void when_enter_has_only_a_disabled_button_to_press(String fields) {
      Verdict verdict = check(FORM_SUBMIT, "#f", "<form id=f>%s</form>".formatted(fields));

      assertThat(reason(verdict)).isEqualTo("no-submit");
    }

    @Test
    void when_its_only_field_is_disabled() {
      Verdict verdict = check(FORM_SUBMIT, "#f", "<form id=\"f\"><input disabled></form>");

      assertThat(reason(verdict)).isEqualTo("no-submit");
    }

    @Test
    void when_it_is_hidden() {
      Verdict verdict =
          check(FORM_SUBMIT, "#f", "<form id=\"f\" hidden><input><button>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("hidden");
    }

    @Test
    void when_the_selector_is_invalid() {
      Verdict verdict = check(FORM_SUBMIT, "form[", "<p>");

      assertThat(reason(verdict)).isEqualTo("selector-syntax");
    }

    @Test
    void and_suggests_the_form_around_the_match() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              ".f",
              "<form id=\"f\"><div class=\"f\"><input><button>Go</button></div></form>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("form#f");
    }

    @Test
    void and_names_the_field_that_nobody_can_fill_in() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=f><input name=vat required style='display:none'><button>Go</button></form>");

      assertThat(verdict.findings().get(0).message())
          .contains("<input name=\"vat\">: it has display: none");
    }

    @Test
    void and_names_the_fields_that_may_enable_the_button() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=f><input name=mail required><button disabled>Go</button></form>");

      assertThat(verdict.findings().get(0).hint()).contains("filling in <input name=\"mail\">");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "id=s     | form#s",
          "name=s   | form[name=\"s\"]",
          "action=s | form[action=\"s\"]",
          "class=s  | form.s",
          "lang=en  | form"
        })
    void and_suggests_the_form_by_what_tells_it(String attribute, String suggestion) {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              ".f",
              "<form " + attribute + "><div class=f></div><button>Go</button></form>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue(suggestion);
    }

    @Test
    void and_suggests_the_form_inside_the_match() {
      Verdict verdict =
          check(FORM_SUBMIT, ".f", "<div class=f><form id=f><button>Go</button></form></div>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("form#f");
    }

    @Test
    void and_names_no_group_of_fields_as_one_to_fill_in() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=f><fieldset name=all><input name=mail required></fieldset>"
                  + "<button disabled>Go</button></form>");

      assertThat(verdict.findings().get(0).hint()).doesNotContain("fieldset");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<button class=f form=f>Go</button>",
          "<fieldset class=f form=f></fieldset>",
          "<input class=f form=f>",
          "<object class=f form=f></object>",
          "<output class=f form=f></output>",
          "<select class=f form=f></select>",
          "<textarea class=f form=f></textarea>",
        })
    void and_suggests_the_form_that_the_match_belongs_to(String match) {
      Verdict verdict = check(FORM_SUBMIT, ".f", match + "<form id=f><button>Go</button></form>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("form#f");
    }

    @Test
    void and_names_the_button_that_has_a_script_send_the_form() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=f><button type=button onclick='this.form.submit()'>Go</button></form>");

      assertThat(verdict.findings().get(0).message()).contains("fires no submit event");
    }

    @Test
    void and_names_the_button_that_does_not_submit() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=\"f\"><input><input><button type=\"button\">Go</button></form>");

      assertThat(verdict.findings().get(0).message())
          .contains("<button type=\"button\">Go</button> is not a submit control");
    }
  }
}
