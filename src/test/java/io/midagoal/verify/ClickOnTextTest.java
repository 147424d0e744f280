package io.midagoal.verify;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goals that count clicks on a text, judged on pages of their own. */
// Many tests, each on a page of its own: side by side, none of them is waited for at the end.
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class ClickOnTextTest {
  @Nested
  class Matches {

    @Test
    void aTextInALink() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "Start free trial", "<a href=\"#\">Start free trial</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void aTextThatSpeaksOfAPseudoClass() {
      Verdict verdict = check(CLICK_ON_TEXT, "Use :hover now", "<a href=#>Use :hover now</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void aPartOfAText() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "free trial", "<a href=\"#\">Start free trial now</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void aTextOverSeveralElements() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "Start free trial", "<a href=\"#\">Start <b>free</b> trial</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void whateverTheWhiteSpace() {
      Verdict verdict =
          check(
              CLICK_ON_TEXT,
              " Start  free trial ",
              "<a href=\"#\">Start&nbsp;free&#10;   trial</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void softHyphensUnseen() {
      Verdict verdict = check(CLICK_ON_TEXT, "Newsletter", "<a href=\"#\">News&shy;letter</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void lettersAsStyleShowsThem() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "BUY", "<a href=\"#\" style=\"text-transform:uppercase\">Buy</a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "BUY | <select style='text-transform:uppercase'><option>Buy</select>",
          "buy | <select style='text-transform:lowercase'><option>Buy</select>",
          "Buy It | <select style='text-transform:capitalize'><option>buy it</select>",
          "Buy | <select><option style='text-transform:uppercase'>Buy</select>",
          "BUY | <select size=2><option style='text-transform:uppercase'>Buy</select>",
          "Euro | <select><option label=Euro>EUR</select>",
          "Two | <select><option>One<option>Two</select><select><option>One<option selected>Two</select>",
          "Sale | <p>Sale</p><select hidden><option>Sale</select>",
        })
    void anOptionAsItIsDrawn(String value, String body) {
      assertThat(reason(check(CLICK_ON_TEXT, value, body))).isEqualTo("MATCHED");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Buy | <select style='text-transform:uppercase'><option>Buy</select>",
          "EUR | <select><option label=Euro>EUR</select>",
        })
    void notAnOptionAsItIsWritten(String value, String body) {
      assertThat(check(CLICK_ON_TEXT, value, body).status()).isEqualTo(Status.BROKEN);
    }

    @Test
    void theLabelOfAButtonAsItIsDrawn() {
      String body = "<input type=submit value='Buy now' style='text-transform:uppercase'>";

      assertThat(reason(check(CLICK_ON_TEXT, "BUY NOW", body))).isEqualTo("text-in-value");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "button",
          "checkbox",
          "combobox",
          "link",
          "menuitem",
          "menuitemcheckbox",
          "menuitemradio",
          "option",
          "radio",
          "switch",
          "tab",
          "treeitem"
        })
    void aControlAroundTheTextByItsRole(String role) {
      String body =
          "<div role=%s><i style='display:block;height:50px'></i><b style='pointer-events:none'>Buy</b></div>"
              .formatted(role);

      assertThat(reason(check(CLICK_ON_TEXT, "Buy", body))).isEqualTo("MATCHED");
    }

    @Test
    void theChosenOptionOfADropDown() {
      Verdict verdict = check(CLICK_ON_TEXT, "One", "<select><option>One<option>Two</select>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void aControlThatShowsTheTextWhereTheTextItselfTakesNoClicks() {
      Verdict verdict =
          check(
              CLICK_ON_TEXT,
              "Buy",
              "<a href='#'>+<span style='pointer-events:none'>Buy</span></a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void aControlWhoseTextLiesOutsideOfThePage() {
      Verdict verdict =
          check(
              CLICK_ON_TEXT,
              "Search",
              "<button>+<span style='position:absolute;left:-9999px'>Search</span></button>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void aControlAroundADisabledOneThatShowsTheText() {
      Verdict verdict =
          check(
              CLICK_ON_TEXT,
              "Buy",
              "<a href='#' style='display:block;padding:20px'><button disabled>Buy</button></a>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void aTextWithoutABoxOfItsOwn() {
      Verdict verdict = check(CLICK_ON_TEXT, "Buy now", "<b style='display:contents'>Buy now</b>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void aTextThatIsNoControl() {
      Verdict verdict = check(CLICK_ON_TEXT, "Hello", "<div><p>Hello world</p></div>");

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void aLabelOfAnInputWithAWarning() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "Send it", "<input type=\"submit\" value=\"Send it\">");

      assertThat(reason(verdict)).isEqualTo("text-in-value");
    }
  }

  @Nested
  class IsReadAsAPersonReadsIt {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Caf\u00e9 | <a href=#>Cafe&#x301;</a>",
          "Cafe\u0301 | <a href=#>Caf&eacute;</a>",
          "STRASSE | <a href=# style='text-transform:uppercase'>Stra\u00dfe</a>",
          "\u05e9\u05dc\u05d5\u05dd 24 | <a href=#>\u05e9\u05dc\u05d5\u05dd &rlm;&#x2068;24&#x2069;</a>",
          "\u2764 it | <a href=#>\u2764\ufe0f it</a>",
          "Buy \ud83d\udc69\u200d\ud83d\udcbb | <a href=#>Buy \ud83d\udc69\u200d\ud83d\udcbb</a>",
          "zero width | <a href=#>ze&#x200b;ro&nbsp;&#xfeff;wi&#x2060;dth</a>",
          "Buy now | <a href=#>Buy<br>now</a>",
          "Buynow | <a href=#>Buy<wbr>now</a>",
          "one two | <pre>one&#10;  two</pre>",
          "Hello | <style>p::first-letter{text-transform:uppercase}</style><p>hello</p>",
          "Two | <select multiple><option>One<option>Two</select>",
          "Free | <style>a::before{content:'Very '}</style><a href=#>Free</a>"
        })
    void andFound(String value, String body) {
      Verdict verdict = check(CLICK_ON_TEXT, value, body);

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "no-match       | Very Free | <style>a::before{content:'Very '}</style><a href=#>Free</a>",
          "no-match       | \ud83d\udc69\ud83d\udcbb | <p>\ud83d\udc69\u200d\ud83d\udcbb</p>",
          "text-case      | Stra\u00dfe | <a href=# style='text-transform:uppercase'>Stra\u00dfe</a>",
          "text-whitespace| Sign-up now | <a href=#>Sign up now</a>",
          "text-whitespace| Sign up now | <a href=#>Sign\u2010up now</a>",
          "text-whitespace| Start Free | <b style='display:inline-block'>Start</b><b>Free</b>",
          "text-not-shown | Hello | <textarea>Hello</textarea>",
          "no-match       | Hello | <body><script>/* Hello */</script>",
          "no-match       | Hello | <body><style>/* Hello */</style>",
          "no-match       | Hello | <body><noscript>Hello</noscript>",
          "text-not-shown | Hello | <input id=i><script>i.value='Hello'</script>",
          "text-not-shown | Hello | <p style='visibility:hidden'>Hello</p>",
          "text-not-shown | Hello | <button><svg><title>Hello</title></svg>+</button>",
          "hidden         | Hello | <p style='font-size:0'>Hello</p>",
          "hidden         | Hello | <p style='position:absolute;clip-path:inset(50%)'>Hello</p>",
          "text-in-value  | Submit | <form><input type=submit></form>",
          "transparent    | Hello | <a href=# style='opacity:0'>Hello</a>",
          "text-not-shown | Hello | <p hidden><b style='display:contents'>Hello</b></p>",
          "MATCHED        | .css-1a2b3c | <a href=#>.css-1a2b3c</a>",
          "several-matches | Go | <form><input type=submit value=Go> <button>Go</button></form>"
        })
    void orSaidWhyNot(String reason, String value, String body) {
      Verdict verdict = check(CLICK_ON_TEXT, value, body);

      assertThat(reason(verdict)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "straße | STRASSE | <p style='text-transform:uppercase'>Ein Straße hier</p>",
          "don't miss | Don\u2019t miss | <a href=#>Now: Don\u2019t miss it</a>",
          "learn more | Learn More | <p>Words, words. Learn More. And many more words of the sort that fill a"
              + " paragraph until it is longer than a label would ever be, and then some.</p>",
          "Save 10% - now | Save 10% \u2013 now | <b>Save 10% \u2013 now!</b>",
          "StartFree | Start Free | <b>Start Free</b>"
        })
    void withASuggestion(String value, String suggestion, String body) {
      Verdict verdict = check(CLICK_ON_TEXT, value, body);

      assertThat(verdict.findings().get(0).suggestion()).hasValue(suggestion);
    }

    @Test
    void andASelectorIsOfferedForATextThatOnlyAnAttributeHas() {
      Verdict verdict = check(CLICK_ON_TEXT, "Close", "<button aria-label=Close>\u00d7</button>");

      assertThat(verdict.findings().get(0).hint())
          .contains("the selector \"button[aria-label=\"Close\"]\"");
    }

    @Test
    void andTheControlAroundItIsNamed() {
      Verdict verdict = check(CLICK_ON_TEXT, "free", "<a href='#t'>Start <b>free</b> trial</a>");

      assertThat(verdict.elements().described()).containsExactly("<b>free</b> in <a href=\"#t\">");
    }
  }

  @Nested
  class Fails {

    @Test
    void becauseWhatShowsItIsCoveredAndWhatLiesAroundThatDoesNotCount() {
      String body =
          "<p style='position: relative'><b>Hello</b><br><s>there</s>"
              + "<i style='position: absolute; inset: 0 0 50%'></i></p>";

      assertThat(reason(check(CLICK_ON_TEXT, "Hello", body))).isEqualTo("covered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"display: contents", "display: inline-block; width: 0; height: 0"})
    void becauseSomethingLiesAboveWhatALinkOfNoSizeShows(String style) {
      String body =
          "<a href=# style='%s'>Hello</a><p>Hi</p>".formatted(style)
              + "<i style='position: absolute; inset: 0 0 auto; height: 40px'></i>";

      assertThat(check(CLICK_ON_TEXT, "Hello", body).findings().get(0).message())
          .contains("<i> covers it and takes the click");
    }

    @ParameterizedTest
    @CsvSource({
      "its size is 0 x 0 px, overflow: hidden; width: 0; height: 0",
      "clip-path cuts all of it away, width: 0; height: 0; clip-path: circle(0)"
    })
    void becauseALinkOfNoSizeCutsAwayWhatStandsInIt(String reason, String style) {
      String body =
          "<a href=# style='display: inline-block; %s'>Hello</a><p>Hi</p>".formatted(style);

      assertThat(check(CLICK_ON_TEXT, "Hello", body).findings().get(0).message()).contains(reason);
    }

    @Test
    void onATextThatIsNotThere() {
      Verdict verdict = check(CLICK_ON_TEXT, "Start free trial", "<p>Hello</p>");

      assertThat(reason(verdict)).isEqualTo("no-match");
    }

    @Test
    void onOtherLetters() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "start free trial", "<a href=\"#\">Start Free Trial</a>");

      assertThat(reason(verdict)).isEqualTo("text-case");
    }

    @Test
    void onLettersThatStyleChanges() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "Buy", "<a href=\"#\" style=\"text-transform:uppercase\">Buy</a>");

      assertThat(reason(verdict)).isEqualTo("text-case");
    }

    @Test
    void onOtherCharacters() {
      Verdict verdict = check(CLICK_ON_TEXT, "Don't wait", "<a href=\"#\">Don’t wait</a>");

      assertThat(reason(verdict)).isEqualTo("text-whitespace");
    }

    @Test
    void onATextInAnAttribute() {
      Verdict verdict = check(CLICK_ON_TEXT, "Search", "<input placeholder=\"Search\">");

      assertThat(reason(verdict)).isEqualTo("text-not-shown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alt", "aria-label", "placeholder", "title", "value"})
    void onATextInAnAttributeAndNamesIt(String attribute) {
      Verdict verdict =
          check(CLICK_ON_TEXT, "Buy now", "<button " + attribute + "='Buy now'>+</button>");

      assertThat(verdict.findings().get(0).message()).contains("the attribute " + attribute);
    }

    @Test
    void onATextInAnAttributeOfSomethingHiddenAndSuggestsNoSelectorForIt() {
      Verdict verdict = check(CLICK_ON_TEXT, "Buy now", "<button id=b hidden title='Buy now'>+");

      assertThat(verdict.findings().get(0).hint()).doesNotContain("#b");
    }

    @Test
    void onATextInAShadowRoot() {
      Verdict verdict =
          check(
              CLICK_ON_TEXT,
              "Start",
              "<div><template shadowrootmode=open><b>Start</b></template></div>");

      assertThat(reason(verdict)).isEqualTo("only-in-shadow-root");
    }

    @Test
    void onATextThatIsHidden() {
      Verdict verdict = check(CLICK_ON_TEXT, "Start", "<a href=\"#\" hidden>Start</a>");

      assertThat(reason(verdict)).isEqualTo("text-not-shown");
    }

    @Test
    void onATextThatIsClippedAway() {
      Verdict verdict =
          check(
              CLICK_ON_TEXT,
              "Start",
              "<div style='max-height:0;overflow:hidden'><a href='#'>Start</a></div>");

      assertThat(reason(verdict)).isEqualTo("hidden");
    }

    @Test
    void onATextThatIsCovered() {
      Verdict verdict =
          check(
              CLICK_ON_TEXT,
              "Start",
              "<a href=\"#\">Start</a><div style=\"position:fixed;inset:0\"></div>");

      assertThat(reason(verdict)).isEqualTo("covered");
    }

    @Test
    void onATextInADisabledButton() {
      Verdict verdict = check(CLICK_ON_TEXT, "Start", "<button disabled>Start</button>");

      assertThat(reason(verdict)).isEqualTo("disabled");
    }

    @Test
    void onAnOptionThatIsNotChosen() {
      Verdict verdict = check(CLICK_ON_TEXT, "Two", "<select><option>One<option>Two</select>");

      assertThat(reason(verdict)).isEqualTo("text-not-shown");
    }

    @Test
    void andSuggestsTheLettersThatAreShown() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "start free trial", "<a href=\"#\">Start Free Trial</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("Start Free Trial");
    }

    @Test
    void andSuggestsATextLikeIt() {
      Verdict verdict =
          check(CLICK_ON_TEXT, "Start fre trial", "<a href=\"#\">Start free trial</a>");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("Start free trial");
    }
  }
}
