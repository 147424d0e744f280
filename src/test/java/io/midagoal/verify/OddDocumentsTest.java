package io.midagoal.verify;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.CLICK_ON_TEXT;
import static io.midagoal.goal.GoalType.FORM_SUBMIT;
import static io.midagoal.goal.GoalType.PAGEVIEW;
import static io.midagoal.verify.Checks.check;
import static io.midagoal.verify.Checks.checkAt;
import static io.midagoal.verify.Checks.goal;
import static io.midagoal.verify.Checks.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that are no ordinary HTML page, and answers that are no document. */
@Tag("browser")
class OddDocumentsTest {

  private static final String LINK = "<a id=cta href=#>Buy now</a>";

  private static String typed(String type, String body) {
    return TestPages.typed(type, body, "X-Test", "odd");
  }

  @ParameterizedTest
  @CsvSource({"#cta, MATCHED", "a, MATCHED", "A, no-match", "#CTA, no-match", "Data, MATCHED"})
  void xhtmlHeedsCase(String selector, String code) {
    String url =
        typed(
            "application/xhtml+xml",
            "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title></head><body>"
                + "<a id='cta' href='#'>Buy</a><Data xmlns='urn:x'>data</Data></body></html>");

    assertThat(reason(checkAt(CLICK_ON_ELEMENT, selector, url))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"#CTA, MATCHED", ".BIG, MATCHED", "#ctaa, no-match"})
  void withoutADoctypeIdsAndClassesIgnoreCase(String selector, String code) {
    String url = TestPages.html("<title>T</title><a id=cta class=big href=#>Buy</a>");

    assertThat(reason(checkAt(CLICK_ON_ELEMENT, selector, url))).isEqualTo(code);
  }

  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'>"
          + "<rect id='box' width='100' height='100'/><text x='10' y='150'>Buy now</text></svg>";

  @ParameterizedTest
  @CsvSource({"#box, MATCHED", "text, MATCHED", "#bax, no-match"})
  void elementsOfAnSvgDocumentCanBeClicked(String selector, String code) {
    assertThat(reason(checkAt(CLICK_ON_ELEMENT, selector, typed("image/svg+xml", SVG))))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"Buy now, MATCHED", "Sell now, no-match"})
  void anSvgDocumentShowsTexts(String text, String code) {
    assertThat(reason(checkAt(CLICK_ON_TEXT, text, typed("image/svg+xml", SVG)))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain",
    "application/json",
    "application/xml",
    "text/xml",
    "image/png",
    "application/pdf"
  })
  void whatIsNoPageCountsNothing(String type) {
    String body =
        switch (type) {
          case "application/json" -> "{\"a\": 1}";
          case "application/xml", "text/xml" -> "<items><item>1</item></items>";
          case "application/pdf" ->
              "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>";
          default -> "Hello";
        };

    assertThat(reason(checkAt(PAGEVIEW, "typed", typed(type, body)))).isEqualTo("page-not-html");
  }

  @Test
  void anEmptyAnswerIsAPageWithoutAnything() {
    assertThat(reason(checkAt(CLICK_ON_ELEMENT, "a", typed("text/html", ""))))
        .isEqualTo("no-match");
  }

  /** The reason on a page that is opened after one on which the goal is met. */
  private static String afterAGoodPage(String url) {
    List<Expectation> goals =
        List.of(
            Expectation.of(goal(CLICK_ON_ELEMENT, "#cta", TestPages.page(LINK))),
            Expectation.of(goal(CLICK_ON_ELEMENT, "#cta", url)));
    return Browsers.with(driver -> reason(GoalVerifier.on(driver).verifyAll(goals).get(1)));
  }

  @Test
  void anAnswerWithoutContentIsNotMistakenForThePageBefore() {
    assertThat(afterAGoodPage(TestPages.emptyStatus(204))).isEqualTo("page-unreachable");
  }

  @Test
  void aDownloadIsNotMistakenForThePageBefore() {
    String download = TestPages.typed("text/html", LINK, "Content-Disposition", "attachment");

    assertThat(afterAGoodPage(download)).isEqualTo("page-unreachable");
  }

  @Test
  void anAnswerWithoutContentIsNotMistakenForThePageThatTheDriverShowed() {
    String good = TestPages.page(LINK);

    Verdict verdict =
        Browsers.with(
            driver -> {
              driver.get(good);
              return GoalVerifier.on(driver)
                  .verify(goal(CLICK_ON_ELEMENT, "#cta", TestPages.emptyStatus(204)));
            });

    assertThat(reason(verdict)).isEqualTo("page-unreachable");
  }

  @ParameterizedTest
  @CsvSource({"#cta, MATCHED", "#ctaa, no-match"})
  void aStrictPolicyForbidsNothingToTheJudge(String selector, String code) {
    String url =
        TestPages.typed(
            "text/html",
            LINK,
            "Content-Security-Policy",
            "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'");

    assertThat(reason(checkAt(CLICK_ON_ELEMENT, selector, url))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"#cta, MATCHED", "#ctaa, no-match"})
  void aSandboxInWhichNoTimerFiresIsJudgedAtOnce(String selector, String code) {
    String url = TestPages.typed("text/html", LINK, "Content-Security-Policy", "sandbox");

    assertThat(reason(checkAt(CLICK_ON_ELEMENT, selector, url))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"#cta, only-in-iframe", "frame, only-in-iframe", "#ctaa, no-match"})
  void aFramesetTakesNoClicksItself(String selector, String code) {
    String inner = TestPages.page(LINK);
    String url =
        TestPages.html("<title>T</title><frameset cols='*'><frame src='" + inner + "'></frameset>");

    assertThat(reason(checkAt(CLICK_ON_ELEMENT, selector, url))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"#outer, MATCHED", "#middle, only-in-iframe", "#ctaa, no-match"})
  void framesWithinFramesAreOutOfReach(String selector, String code) {
    String inner = TestPages.page(LINK);
    String middle = TestPages.page("<p id=middle>x<iframe src='" + inner + "'></iframe>");
    String body = "<a id=outer href=#>Outer</a><iframe src='" + middle + "'></iframe>";

    assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"#cta, MATCHED", "#old, no-match"})
  void whatAScriptWritesOverThePageCounts(String selector, String code) {
    String body =
        "<a id=old href=#>Old</a><script>onload = () => setTimeout(() => { document.open();"
            + " document.write('"
            + LINK
            + "'); document.close() }, 300)</script>";

    assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"#last, MATCHED", "#none, no-match"})
  void aHundredThousandElementsComeToAnEnd(String selector, String code) {
    String body =
        "<script>document.write('<p>x</p>'.repeat(100000))</script><a id=last href=#>Last</a>";

    assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo(code);
  }

  @Tag("full")
  @ParameterizedTest
  @CsvSource({"Last, MATCHED", "Lost, no-match"})
  void textsAmongAHundredThousandElementsComeToAnEnd(String text, String code) {
    String body =
        "<script>document.write('<p>x</p>'.repeat(100000))</script><a id=last href=#>Last</a>";

    assertThat(reason(check(CLICK_ON_TEXT, text, body))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"a, MATCHED", "b, no-match"})
  void aSelectorOfTenThousandCharactersIsJudged(String name, String code) {
    String selector = ("#x" + "y".repeat(100) + ", ").repeat(100) + name;

    assertThat(reason(check(CLICK_ON_ELEMENT, selector, LINK))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"#join, MATCHED", "#leave, no-match"})
  void formsOfXhtmlAreJudged(String selector, String code) {
    String url =
        typed(
            "application/xhtml+xml",
            "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title></head><body>"
                + "<form id='join'><p><button>Join</button></p></form></body></html>");

    assertThat(reason(checkAt(FORM_SUBMIT, selector, url))).isEqualTo(code);
  }
}
