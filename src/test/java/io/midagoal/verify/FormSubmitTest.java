package io.midagoal.verify;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
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
    void aFormWithASubmitButton() {
      Verdict verdict =
          check(FORM_SUBMIT, "#f", "<form id=\"f\"><input><button>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void aFormWithAnImageButton() {
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
    void aFormThatAnAttributeOfOneOfItsControlsSubmits(String control) {
      String body = "<form id=f><input><input>%s</form>".formatted(control);

      assertThat(reason(check(FORM_SUBMIT, "#f", body))).isEqualTo("MATCHED");
    }

    @Test
    void aButtonElsewhereThatNamesTheForm() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=\"f\"><input><input></form><button form=\"f\">Go</button>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void aSingleFieldWithoutAButton() {
      Verdict verdict = check(FORM_SUBMIT, "#f", "<form id=\"f\"><input name=\"q\"></form>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void aHiddenButtonThatEnterTriggers() {
      Verdict verdict =
          check(
              FORM_SUBMIT, "#f", "<form id=\"f\"><input><input><button hidden>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkbox", "radio", "range", "date"})
    void aHiddenButtonBehindADisabledOneThatEnterTriggersWhereNoTextIsTyped(String type) {
      String body =
          "<form id=f><input type=%s><button disabled>Go</button><button hidden>Go</button></form>"
              .formatted(type);

      assertThat(reason(check(FORM_SUBMIT, "#f", body))).isEqualTo("MATCHED");
    }
  }

  @Nested
  class HasAHiddenField {

    @Test
    void thatAListOfThePagesOwnStandsInFor() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=f><div><select required hidden><option value=''>Choose</select>"
                  + "<div class=nice-select>Choose</div></div><button>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void thatALibraryDrawsAListFor() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=f><div><select required hidden><option></select><div class=chosen>"
                  + "<a>Choose</a><input></div></div><button>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void thatNoOtherFieldStandsInFor() {
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
    void whileItsButtonIsDisabledAndThereIsSomethingToFillIn(String fields) {
      Verdict verdict = check(FORM_SUBMIT, "#f", "<form id=f>%s</form>".formatted(fields));

      assertThat(verdict.status()).isEqualTo(Status.UNDECIDED);
      assertThat(reason(verdict)).isEqualTo("submit-disabled");
    }

    @Test
    void whileACustomElementMaySubmitIt() {
      Verdict verdict =
          check(FORM_SUBMIT, "#f", "<form id=f><input><input><x-button>Go</x-button></form>");

      assertThat(reason(verdict)).isEqualTo("submit-disabled");
    }

    @Test
    void andCanBeAfterTheStepsThatEnableTheButton() {
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
    void whenNothingMatches() {
      Verdict verdict =
          check(FORM_SUBMIT, "form#g", "<form id=\"f\"><input><button>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("no-match");
    }

    @Test
    void whenTheMatchIsNoForm() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              ".f",
              "<form id=\"f\"><div class=\"f\"><input><button>Go</button></div></form>");

      assertThat(reason(verdict)).isEqualTo("not-a-form");
    }

    @Test
    void whenTheMatchIsNoFormAndSuggestsNoneThatCannotBeSubmitted() {
      Verdict verdict =
          check(FORM_SUBMIT, ".f", "<form id=join class=join><input class=f><input></form>");

      assertThat(verdict.findings().get(0).suggestion()).isEmpty();
    }

    @Test
    void whenItHasNoButtonAndAFieldThatNobodyCanFillIn() {
      Verdict verdict =
          check(FORM_SUBMIT, "#f", "<form id=f><input><input name=vat required hidden></form>");

      assertThat(reason(verdict)).isEqualTo("no-submit");
    }

    @Test
    void whenEnterInAPasswordHasNoButtonToPress() {
      Verdict verdict = check(FORM_SUBMIT, "#f", "<form id=f><input><input type=password></form>");

      assertThat(reason(verdict)).isEqualTo("no-submit");
    }

    @Test
    void withoutAnyWayToSubmit() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=\"f\"><input><input><button type=\"button\">Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("no-submit");
    }

    @Test
    void whenItsOnlyButtonIsDisabledAndThereIsNothingToFillIn() {
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
    void whenEnterHasOnlyADisabledButtonToPress(String fields) {
      Verdict verdict = check(FORM_SUBMIT, "#f", "<form id=f>%s</form>".formatted(fields));

      assertThat(reason(verdict)).isEqualTo("no-submit");
    }

    @Test
    void whenItsOnlyFieldIsDisabled() {
      Verdict verdict = check(FORM_SUBMIT, "#f", "<form id=\"f\"><input disabled></form>");

      assertThat(reason(verdict)).isEqualTo("no-submit");
    }

    @Test
    void whenItIsHidden() {
      Verdict verdict =
          check(FORM_SUBMIT, "#f", "<form id=\"f\" hidden><input><button>Go</button></form>");

      assertThat(reason(verdict)).isEqualTo("hidden");
    }

    @Test
    void whenTheSelectorIsInvalid() {
      Verdict verdict = check(FORM_SUBMIT, "form[", "<p>");

      assertThat(reason(verdict)).isEqualTo("selector-syntax");
    }

    @Test
    void andSuggestsTheFormAroundTheMatch() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              ".f",
              "<form id=\"f\"><div class=\"f\"><input><button>Go</button></div></form>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("form#f");
    }

    @Test
    void andNamesTheFieldThatNobodyCanFillIn() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=f><input name=vat required style='display:none'><button>Go</button></form>");

      assertThat(verdict.findings().get(0).message())
          .contains("<input name=\"vat\">: it has display: none");
    }

    @Test
    void andNamesTheFieldsThatMayEnableTheButton() {
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
    void andSuggestsTheFormByWhatTellsIt(String attribute, String suggestion) {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              ".f",
              "<form " + attribute + "><div class=f></div><button>Go</button></form>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue(suggestion);
    }

    @Test
    void andSuggestsTheFormInsideTheMatch() {
      Verdict verdict =
          check(FORM_SUBMIT, ".f", "<div class=f><form id=f><button>Go</button></form></div>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("form#f");
    }

    @Test
    void andNamesNoGroupOfFieldsAsOneToFillIn() {
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
    void andSuggestsTheFormThatTheMatchBelongsTo(String match) {
      Verdict verdict = check(FORM_SUBMIT, ".f", match + "<form id=f><button>Go</button></form>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("form#f");
    }

    @Test
    void andNamesTheButtonThatHasAScriptSendTheForm() {
      Verdict verdict =
          check(
              FORM_SUBMIT,
              "#f",
              "<form id=f><button type=button onclick='this.form.submit()'>Go</button></form>");

      assertThat(verdict.findings().get(0).message())
          .contains("fires no submit event")
          .doesNotContain("is not a submit control");
    }

    @Test
    void andNamesTheButtonThatDoesNotSubmit() {
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
