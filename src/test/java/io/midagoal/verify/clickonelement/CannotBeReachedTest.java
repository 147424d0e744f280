package io.midagoal.verify.clickonelement;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import io.midagoal.verify.GoalVerifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.JavascriptExecutor;

/** Why a click cannot reach an element. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class CannotBeReachedTest {

  private static final String SLIDES_IN =
      ".over { display: block; transform: translateX(300px); transition: transform 1s }"
          + " .card { overflow: hidden } .card:hover .over { transform: none }";

  private static final String ABOVE_ALL = "<style>i { position: fixed; inset: 0 }</style>";

  private static final String CARD =
      "<style>.card { position: relative; width: 200px; height: 100px }"
          + " .over { display: none; position: absolute; inset: 0 }"
          + " %s</style><div class=card><img class=cta width=200 height=100>"
          + "<div class=over>Details</div></div>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".card:hover .over { display: block }",
        "@media (min-width: 1px) { .card { &:hover .over { display: block } } }",
        "@supports (display: block) { @layer a { .none, .card:hover > .over { display: block !important } } }",
        ".none:hover, .card:hover .over { display: block }",
        ".card:hover { .over { display: block } }",
        ".card:not(.off):hover .over { display: block }",
        ".card:hover:not(.off .card) .over { display: block }",
        ".over { display: block } .card:not(:hover) .over { display: none }",
        ".card:hover::after { content: ''; position: absolute; inset: 0 }",
        ".card:hover { content-visibility: hidden }",
        ".cta:hover { visibility: hidden }",
        ".cta:hover { pointer-events: none }",
        ".over { display: block; left: 200px } .card:hover .over { left: 0 }",
        ".over { display: block; overflow: hidden; max-height: 0 } .card:hover .over"
            + " { max-height: 100px }",
        ".over { display: block; transform-origin: 0 200px; rotate: 90deg } .card:hover .over"
            + " { rotate: none }",
      })
  void becauseItGivesWayToSomethingElseUnderThePointer(String rule) {
    assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", CARD.formatted(rule)))).isEqualTo("covered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "-90deg"})
  void becauseItsBoxScrollsDownOnly(String turned) {
    String body =
        "<div style='rotate:%s;width:200px;height:100px;overflow:hidden scroll'>".formatted(turned)
            + "<div style='width:2000px'><a class=cta href=# style='margin-left:900px'>Buy</a></div></div>";

    assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("hidden");
  }

  @Test
  void becauseItsScrollbarsAloneAreFree() {
    String body =
        "<style>div, i, b { position: absolute; left: 0; top: 0; width: 100px; height: 100px }"
            + " i { width: 85px; height: 85px } b { left: 85px; top: 85px; width: 15px; height: 15px }"
            + "</style><div class=cta style='overflow:scroll'></div><i></i><b></b>";

    assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("covered");
  }

  @Test
  void becauseAnImportedStyleSheetHasItGiveWayUnderThePointer() {
    String imported = TestPages.style(".card:hover .over { display: block }");
    String body = "<style>@import '" + imported + "';</style>" + CARD.formatted("");

    assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("covered");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".card:hover .over { display: block; top: 50px }",
        ".card:hover .over { display: block; pointer-events: none }",
        "@media (min-width: 9000px) { .card:hover .over { display: block } }",
        "@supports (display: unheard-of) { .card:hover .over { display: block } }",
        "@container (min-width: 9000px) { .card:hover .over { display: block } }",
        "@layer a { .card:hover .over { display: block } }",
        ".card:not(:hover) .cta { visibility: visible } .card:hover .none { display: block }",
        ".card:not(.b:hover) .over { display: block } .card.card.card .over { display: none }",
        ".cta:hover { position: relative; top: -2px; transform: scale(1.02) }",
        ".card:hover .over { display: block } .card .over { display: none !important }",
        ".other:hover .over { display: block }",
      })
  void butItCanWhereEnoughOfItStaysUnderThePointer(String rule) {
    assertThat(check(CLICK_ON_ELEMENT, ".cta", CARD.formatted(rule)).status())
        .isEqualTo(Status.MATCHED);
  }

  @Test
  void andWhatCoversItUnderThePointerIsNamed() {
    String body = CARD.formatted(".card:hover .over { display: block }");

    assertThat(check(CLICK_ON_ELEMENT, ".cta", body).findings().get(0).message())
        .contains("<div class=\"over\">Details</div> covers it and takes the click as soon as");
  }

  @ParameterizedTest
  @ValueSource(strings = {"display:none", "position:absolute;left:-9999px"})
  void becauseItsLabelIsCovered(String hidden) {
    String label = "<label><input class=cta style='%s'>Agree</label><i></i>".formatted(hidden);
    Finding finding = check(CLICK_ON_ELEMENT, ".cta", ABOVE_ALL + label).findings().get(0);

    assertThat(finding.code()).isEqualTo("covered");
    assertThat(finding.message())
        .contains(
            "its label <label>Agree</label> cannot be clicked: <i> covers it and takes the click");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<label><input class=cta hidden disabled>Agree</label><i></i>",
        "<label for=c><a href=#>Terms</a></label><input class=cta id=c hidden>",
        "<label for=c hidden>Agree</label><input class=cta id=c hidden>",
      })
  void becauseItIsHiddenAndItsLabelIsNotWhatStopsIt(String body) {
    assertThat(check(CLICK_ON_ELEMENT, ".cta", ABOVE_ALL + body).findings().get(0).message())
        .contains("cannot use it: it has display: none");
  }

  @Test
  void becauseSomethingSlidesOverItUnderThePointer() {
    assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", CARD.formatted(SLIDES_IN))))
        .isEqualTo("covered");
  }

  @Test
  void andThePageHearsNothingOfThePointerThatWasNeverThere() {
    String url =
        TestPages.page(
            CARD.formatted(SLIDES_IN)
                + "<script>ontransitionrun = ontransitioncancel = () => heard = true</script>");

    Object heard =
        Browsers.with(
            driver -> {
              GoalVerifier.on(driver).verify(Expectation.of(goal(CLICK_ON_ELEMENT, ".cta", url)));
              return ((JavascriptExecutor) driver)
                  .executeAsyncScript(
                      "const done = arguments[0]; requestAnimationFrame(() =>"
                          + " requestAnimationFrame(() => done(window.heard ?? 'nothing')))");
            });

    assertThat(heard).isEqualTo("nothing");
  }

  @Test
  void becauseNoPartOfTheImageLeadsToAnArea() {
    String body =
        "<img usemap=#m width=100 height=50 src='data:image/gif;base64,"
            + "R0lGODlhAQABAAAAACwAAAAAAQABAAA='><map name=m><area class=cta coords=300,0,350,40></map>";

    assertThat(check(CLICK_ON_ELEMENT, ".cta", body).findings().get(0).message())
        .endsWith("no part of its image <img> belongs to it.");
  }

  @Test
  void andThePagesOwnStyleSheetsAreAsBefore() {
    String url = TestPages.page(CARD.formatted(".card:hover .over { display: block }"));

    Object left =
        Browsers.with(
            driver -> {
              GoalVerifier.on(driver).verify(Expectation.of(goal(CLICK_ON_ELEMENT, ".cta", url)));
              return ((JavascriptExecutor) driver)
                  .executeScript(
                      "return document.adoptedStyleSheets.length"
                          + " + document.styleSheets[0].cssRules[2].cssText");
            });

    assertThat(left).isEqualTo("0.card:hover .over { display: block; }");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<select><option class=cta>One</select>          | the options of <select> take no clicks",
        "<select multiple disabled><option class=cta>One | it is disabled",
        "<select size=3 disabled><option class=cta>One   | it is disabled",
        "<details><summary>M</summary><a class=cta>Buy   | it is inside the closed <details>",
        "<details><summary>M<i class=cta hidden>Buy      | it has display: none",
        "<div hidden><a class=cta>Buy                    | its ancestor <div> has display: none",
        "<a class=cta hidden>Buy                         | it has display: none",
        "<p style=content-visibility:hidden><a class=cta>Buy"
            + " | its ancestor <p> has content-visibility: hidden",
        "<span style=content-visibility:hidden><a class=cta style=visibility:hidden>Buy"
            + " | it has visibility: hidden",
        "<p><template shadowrootmode=open></template><a class=cta>Buy"
            + " | its shadow host has no slot for it",
        "<a class=cta style=visibility:hidden>Buy        | it has visibility: hidden",
        "<p class=cta style=width:0;height:9px>          | its size is 0 x 9 px",
        "<p class=cta style=width:9px;height:0>          | its size is 9 x 0 px",
        "<button class=cta disabled>Buy                  | it is disabled",
        "<button disabled><b class=cta>Buy               | its ancestor <button> is disabled",
        "<a class=cta inert>Buy                          | it is inert",
        "<p inert><a class=cta>Buy                       | its ancestor <p> is inert",
        "<a class=cta style=pointer-events:none>Buy      | it has pointer-events: none",
        "<p style=position:fixed;top:-99px><a class=cta>Buy" + " | visitors cannot scroll to it",
        "<p class=cta style=width:90px;height:50px><iframe width=100 height=60 style=border:0>"
            + " | clicks on it go to the page inside <iframe>",
        "<dialog id=d>Hi</dialog><a class=cta>Buy</a><script>d.showModal()</script>"
            + " | the open dialog <dialog id=\"d\"> blocks the page",
        "<a class=cta style=display:block;clip-path:inset(50%)>Buy"
            + " | its own clip-path cuts all of it away",
        "<p style=clip-path:inset(50%)><a class=cta>Buy"
            + " | the clip-path of the <p> around it cuts all of it away",
        "<p class=cta style='position:absolute;clip:rect(0 0 0 0)'>Buy"
            + " | its own clip cuts all of it away",
        // Of several, the one that is nearest to being reachable
        "<a class=cta hidden>A</a><button class=cta disabled>B | it is disabled",
        "<a class=cta inert>A</a><a class=cta style=pointer-events:none>B"
            + " | it has pointer-events: none",
        "<a class=cta hidden>A</a><a class=cta inert>B   | it is inert",
        "<a class=cta hidden>A</a><p class=cta style=width:90px;height:50px><iframe width=100"
            + " height=60 style=border:0> | clicks on it go to the page inside <iframe>",
      })
  void forAReasonThatIsTold(String body, String reason) {
    assertThat(check(CLICK_ON_ELEMENT, ".cta", body).findings().get(0).message()).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"top:-60px", "top:60px", "left:-60px", "left:60px"})
  void becauseWhatIsAroundItClipsItAway(String where) {
    String body =
        "<div style='width:50px;height:50px;margin:80px;overflow:clip'><b class=cta"
            + " style='display:block;width:40px;height:40px;position:relative;%s'></b></div>";

    assertThat(check(CLICK_ON_ELEMENT, ".cta", body.formatted(where)).findings().get(0).message())
        .contains("its ancestor <div> clips it away");
  }

  @Test
  void becauseAFrameBesideItLiesAbove() {
    String body =
        "<a class=cta href=#>Buy</a>"
            + "<iframe style='position:fixed;inset:0;width:100%;height:100%;border:0'></iframe>";

    assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("covered");
  }

  @Test
  void becauseOfDisplayNone() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div style=\"display:none\"><a class=\"cta\" href=\"#\">Buy</a></div>");

    assertThat(reason(verdict)).isEqualTo("hidden");
  }

  @Test
  void becauseOfVisibilityHidden() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=\"cta\" href=\"#\" style=\"visibility:hidden\">Buy</a>");

    assertThat(reason(verdict)).isEqualTo("hidden");
  }

  @Test
  void becauseItIsInAClosedDetails() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<details><summary>More</summary><a class=\"cta\" href=\"#\">Buy</a></details>");

    assertThat(reason(verdict)).isEqualTo("hidden");
  }

  @Test
  void becauseItHasNoSize() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=\"cta\" style=\"display:block;width:0;height:0;overflow:hidden\" href=\"#\">Buy</a>");

    assertThat(reason(verdict)).isEqualTo("hidden");
  }

  @Test
  void becauseAnAncestorClipsItAway() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div style=\"max-height:0;overflow:hidden\"><a class=\"cta\" href=\"#\">Buy</a></div>");

    assertThat(reason(verdict)).isEqualTo("hidden");
  }

  @Test
  void becauseItsClipLeavesNothingOfIt() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<b class=cta style='position:absolute;width:1px;height:1px;overflow:hidden;"
                + "clip:rect(0,0,0,0)'>Buy</b>");

    assertThat(verdict.findings().get(0).message()).contains("its own clip cuts all of it away");
  }

  @Test
  void becauseItLiesOutsideOfThePage() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=\"cta\" href=\"#\" style=\"position:absolute;left:-9999px\">Buy</a>");

    assertThat(reason(verdict)).isEqualTo("hidden");
  }

  @Test
  void becauseThePageDoesNotScrollToIt() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<style>html{overflow:hidden}</style><div style=\"height:5000px\"></div><a class=\"cta\" href=\"#\">Buy</a>");

    assertThat(reason(verdict)).isEqualTo("hidden");
  }

  @Test
  void becauseSomethingCoversIt() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=\"cta\" href=\"#\">Buy</a><div style=\"position:fixed;inset:0\">x</div>");

    assertThat(reason(verdict)).isEqualTo("covered");
  }

  @Test
  void becauseItIsDisabled() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<button class=\"cta\" disabled>Buy</button>");

    assertThat(reason(verdict)).isEqualTo("disabled");
  }

  @Test
  void becauseItsFieldsetIsDisabled() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<fieldset disabled><button class=\"cta\">Buy</button></fieldset>");

    assertThat(reason(verdict)).isEqualTo("disabled");
  }

  @Test
  void becauseItLiesInsideADisabledButton() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<button disabled><span class=\"cta\">Buy</span></button>");

    assertThat(reason(verdict)).isEqualTo("disabled");
  }

  @Test
  void becauseItTakesNoPointerEvents() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<p><a class=\"cta\" href=\"#\" style=\"pointer-events:none\">Buy</a></p>");

    assertThat(reason(verdict)).isEqualTo("no-pointer-events");
  }

  @Test
  void becauseItIsInert() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<div inert><a class=\"cta\" href=\"#\">Buy</a></div>");

    assertThat(reason(verdict)).isEqualTo("inert");
  }

  @Test
  void becauseAModalDialogIsOpen() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=\"cta\" href=\"#\">Buy</a><dialog id=\"d\">Hi</dialog><script>d.showModal()</script>");

    assertThat(reason(verdict)).isEqualTo("inert");
  }

  @Test
  void becauseClicksOnAFrameStayInsideIt() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT, "iframe", "<iframe style=\"border:0\" srcdoc=\"<p>x</p>\"></iframe>");

    assertThat(reason(verdict)).isEqualTo("only-in-iframe");
  }

  @Test
  void becauseItIsAnOptionOfAClosedDropDown() {
    Verdict verdict = check(CLICK_ON_ELEMENT, "option", "<select><option>One</select>");

    assertThat(reason(verdict)).isEqualTo("hidden");
  }

  @Test
  void andNamesTheAncestorThatHidesIt() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div class=\"menu\" style=\"display:none\"><a class=\"cta\" href=\"#\">Buy</a></div>");

    assertThat(verdict.findings().get(0).message())
        .contains("its ancestor <div class=\"menu\"> has display: none");
  }

  @Test
  void andNamesWhatCoversIt() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=\"cta\" href=\"#\">Buy</a><div class=\"cookies\" style=\"position:fixed;inset:0\">x</div>");

    assertThat(verdict.findings().get(0).message())
        .contains("<div class=\"cookies\">x</div> covers it and takes the click");
  }
}
