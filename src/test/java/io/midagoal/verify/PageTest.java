package io.midagoal.verify;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.CLICK_ON_TEXT;
import static io.midagoal.goal.GoalType.DURATION;
import static io.midagoal.goal.GoalType.PAGEVIEW;
import static io.midagoal.goal.GoalType.SCRIPT;
import static io.midagoal.goal.GoalType.UNKNOWN;
import static io.midagoal.verify.Checks.check;
import static io.midagoal.verify.Checks.checkAt;
import static io.midagoal.verify.Checks.goal;
import static io.midagoal.verify.Checks.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midagoal.goal.GoalType;
import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.JavascriptExecutor;

/** Pages that are missing, denied, slow or late, and how the browser is left. */
@Tag("browser")
class PageTest {

  private static final String LINK = "<a id=cta href=#>Buy</a>";

  @ParameterizedTest
  @CsvSource({
    "404, page-status",
    "410, page-status",
    "418, page-status",
    "401, page-denied",
    "403, page-denied",
    "429, page-denied",
    "500, page-unreachable",
    "503, page-unreachable"
  })
  void aStatusDecides(int status, String code) {
    assertThat(reason(checkAt(CLICK_ON_ELEMENT, "p", TestPages.status(status)))).isEqualTo(code);
  }

  @Test
  void aStatusWithoutAPageDecidesToo() {
    assertThat(reason(checkAt(CLICK_ON_ELEMENT, "p", TestPages.emptyStatus(404))))
        .isEqualTo("page-status");
  }

  @Test
  void aPageOfTheUrlTypeNeedsAGoodStatusAsWell() {
    assertThat(reason(checkAt(PAGEVIEW, "status", TestPages.status(404)))).isEqualTo("page-status");
  }

  @Test
  void aRefusedConnectionIsTold() {
    Verdict verdict = checkAt(CLICK_ON_ELEMENT, "p", "http://127.0.0.1:1/");

    assertThat(verdict.findings().get(0).message()).contains("ERR_UNSAFE_PORT");
  }

  @Test
  void aPageThatIsNotThereIsToldWithTheAddressAtWhichItWasLookedFor() {
    Verdict verdict =
        Browsers.with(
            driver ->
                GoalVerifier.on(driver)
                    .site("https://example.com", "http://127.0.0.1:1")
                    .verify(goal(CLICK_ON_ELEMENT, "p", "https://example.com/a")));

    assertThat(verdict.findings().get(0).message())
        .contains("https://example.com/a (opened as http://127.0.0.1:1/a)");
  }

  @Test
  void aHostThatDoesNotResolveIsUndecided() {
    Verdict verdict = checkAt(CLICK_ON_ELEMENT, "p", "http://nowhere.example/");

    assertThat(verdict.status()).isEqualTo(Status.UNDECIDED);
  }

  @Test
  void aPageThatDoesNotAnswerInTimeIsUnreachable() {
    String url = TestPages.slow("<p>late</p>", 3000);

    Verdict verdict =
        Browsers.with(
            driver ->
                GoalVerifier.on(driver)
                    .timeout(Duration.ofMillis(500))
                    .verify(goal(CLICK_ON_ELEMENT, "p", url)));

    assertThat(reason(verdict)).isEqualTo("page-unreachable");
  }

  @Test
  void hostsThatNobodyKnowsMayHaveToBeMapped() {
    Verdict verdict = checkAt(CLICK_ON_ELEMENT, "#cta", "https://unmapped.example/");

    assertThat(verdict.findings().get(0).code()).isEqualTo("page-unreachable");
    assertThat(verdict.findings().get(0).hint()).contains("midagoal.site");
  }

  /** Judges a link on a page with an image that does not answer in time. */
  private static Verdict withHangingImage(String selector) {
    String image = TestPages.slow("", 6000);
    String url = TestPages.page(LINK + "<img src='" + image + "'>");
    return Browsers.with(
        driver ->
            GoalVerifier.on(driver)
                .timeout(Duration.ofMillis(1500))
                .verify(goal(CLICK_ON_ELEMENT, selector, url)));
  }

  @Test
  void aPageOfWhichSomethingHangsCanBeUsedAllTheSame() {
    assertThat(reason(withHangingImage("#cta"))).isEqualTo("MATCHED");
  }

  @Test
  void nothingIsMissingOnAPageOfWhichSomethingHangs() {
    assertThat(reason(withHangingImage("#other"))).isEqualTo("page-unreachable");
  }

  @Test
  void aPageThatDoesNotComeIsNotMistakenForTheOneBefore() {
    String before = TestPages.page(LINK);
    String slow = TestPages.slow(LINK, 4000);

    List<Verdict> verdicts =
        Browsers.with(
            driver ->
                GoalVerifier.on(driver)
                    .timeout(Duration.ofMillis(1500))
                    .verifyAll(
                        List.of(
                            Expectation.of(goal(CLICK_ON_ELEMENT, "#cta", before)),
                            Expectation.of(goal(CLICK_ON_ELEMENT, "#cta", slow)))));

    assertThat(reason(verdicts.get(1))).isEqualTo("page-unreachable");
  }

  @Test
  void aRedirectIsNoted() {
    String target = TestPages.page(LINK);

    Verdict verdict = checkAt(CLICK_ON_ELEMENT, "#cta", TestPages.redirect(target));

    assertThat(verdict.findings()).extracting(Finding::code).containsExactly("redirected");
  }

  @ParameterizedTest
  @EnumSource(
      value = GoalType.class,
      names = {"SCRIPT", "EVENT", "REVENUE", "SCROLLING", "DURATION", "ELEMENT_APPEARS"})
  void someTypesNeedAJourney(GoalType type) {
    assertThat(reason(checkAt(type, "value", TestPages.page(LINK)))).isEqualTo("needs-journey");
  }

  @Test
  void anUnknownTypeIsUndecided() {
    assertThat(reason(checkAt(UNKNOWN, "value", TestPages.page(LINK)))).isEqualTo("unknown-type");
  }

  @Nested
  class IsWaitedFor {

    private String matchedBy(String body) {
      Verdict verdict = check(CLICK_ON_ELEMENT, "#cta", body);
      return reason(verdict)
          + verdict.timing().waitEndedBy().map(end -> " " + end.word()).orElse("");
    }

    @Test
    void notAtAllWhenAllIsThere() {
      assertThat(matchedBy(LINK)).isEqualTo("MATCHED met");
    }

    @Test
    void untilATimerHasAddedTheElement() {
      assertThat(
              matchedBy(
                  "<script>setTimeout(() => document.body.innerHTML = `"
                      + LINK
                      + "`, 900)</script>"))
          .isEqualTo("MATCHED met");
    }

    @Test
    void untilARequestHasBroughtTheElement() {
      String late = TestPages.slow(LINK, 1200);
      assertThat(
              matchedBy(
                  "<script>fetch('"
                      + late
                      + "').then(r => r.text()).then(t => document.body.innerHTML = t)</script>"))
          .isEqualTo("MATCHED met");
    }

    @Test
    void untilAnXmlHttpRequestHasBroughtTheElement() {
      String late = TestPages.slow(LINK, 1200);
      assertThat(
              matchedBy(
                  "<script>const x = new XMLHttpRequest(); x.open('GET', '"
                      + late
                      + "'); x.onload = () => document.body.innerHTML = x.responseText;"
                      + " x.send()</script>"))
          .isEqualTo("MATCHED met");
    }

    @Test
    void untilAnIdleCallbackHasAddedTheElement() {
      assertThat(
              matchedBy(
                  "<script>requestIdleCallback(() => setTimeout(() =>"
                      + " document.body.innerHTML = `"
                      + LINK
                      + "`, 700))</script>"))
          .isEqualTo("MATCHED met");
    }

    @Test
    void andNotTakenForGoodWhenAScriptTakesTheElementAway() {
      assertThat(matchedBy(LINK + "<script>setTimeout(() => cta.remove(), 600)</script>"))
          .isEqualTo("no-match settled");
    }

    @Test
    void untilTheAntiFlickerStyleIsGone() {
      Verdict verdict =
          check(
              CLICK_ON_ELEMENT,
              "#cta",
              "<style id=abhide>body{opacity:0}</style>"
                  + LINK
                  + "<script>setInterval(() => document.getElementById('abhide')?.remove(),"
                  + " 800)</script>");
      assertThat(verdict.timing().waited()).isGreaterThan(Duration.ofMillis(500));
    }

    @Test
    void withoutRegardToAPageThatTicks() {
      assertThat(
              matchedBy(
                  LINK
                      + "<p id=t><script>(function tick() { t.textContent = Date.now();"
                      + " setTimeout(tick, 50) })()</script>"))
          .isEqualTo("MATCHED met");
    }

    @Test
    void notToTheCapWhenSomethingIsMissingOnAPageThatTicks() {
      assertThat(
              matchedBy(
                  "<p id=t><script>setInterval(() => t.textContent = Date.now(), 50)</script>"))
          .isEqualTo("no-match settled");
    }
  }

  @Nested
  class IsLeftAsItWas {

    private Object afterwards(String body, String script) {
      String url = TestPages.page(body);
      return Browsers.with(
          driver -> {
            driver.get(url);
            ((JavascriptExecutor) driver).executeScript("scrollTo(0, 300)");
            GoalVerifier.on(driver).verifyHere(goal(CLICK_ON_ELEMENT, "#cta", url));
            return ((JavascriptExecutor) driver).executeScript(script);
          });
    }

    @Test
    void withTheWindowScrolledToWhereItWas() {
      assertThat(afterwards("<div style='height:5000px'></div>" + LINK, "return scrollY"))
          .isEqualTo(300L);
    }

    @Test
    void withBoxesScrolledToWhereTheyWere() {
      assertThat(
              afterwards(
                  "<div id=box style='height:99px;overflow:auto'><p style='height:900px'></p>"
                      + LINK
                      + "</div>",
                  "return box.scrollTop"))
          .isEqualTo(0L);
    }

    @Test
    void withoutAClick() {
      assertThat(
              afterwards(
                  "<script>var clicks = 0; addEventListener('click', () => clicks++)</script>"
                      + LINK,
                  "return clicks"))
          .isEqualTo(0L);
    }

    @Test
    void withTheTimeOutsThatTheDriverHad() {
      List<Duration> timeouts =
          Browsers.with(
              driver -> {
                driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(77));
                driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(66));
                GoalVerifier.on(driver).verify(goal(CLICK_ON_TEXT, "Buy", TestPages.page(LINK)));
                return List.of(
                    driver.manage().timeouts().getPageLoadTimeout(),
                    driver.manage().timeouts().getScriptTimeout());
              });

      assertThat(timeouts).containsExactly(Duration.ofSeconds(77), Duration.ofSeconds(66));
    }

    @Test
    void withoutScriptsThatRunOnPagesToCome() {
      String url = TestPages.page(LINK);
      Object timer =
          Browsers.with(
              driver -> {
                GoalVerifier.on(driver).verify(goal(CLICK_ON_ELEMENT, "#cta", url));
                driver.get(url);
                return ((JavascriptExecutor) driver).executeScript("return String(setTimeout)");
              });

      assertThat(timer).asString().contains("[native code]");
    }
  }

  @Test
  void aPageThatDiffersInTheFragmentAloneIsLoadedAnew() {
    String page =
        TestPages.page(
            "<script>if (location.hash === '#b') document.write('<a id=cta>Buy</a>')</script>");
    List<Expectation> goals =
        List.of(
            Expectation.of(goal(CLICK_ON_ELEMENT, "#cta", page)),
            Expectation.of(goal(CLICK_ON_ELEMENT, "#cta", page + "#b")));

    List<Verdict> verdicts = Browsers.with(driver -> GoalVerifier.on(driver).verifyAll(goals));

    assertThat(verdicts).extracting(Checks::reason).containsExactly("no-match", "MATCHED");
  }

  @Nested
  class Hooks {

    @Test
    void beforePageRunsBeforeEachPage() {
      AtomicInteger calls = new AtomicInteger();
      String first = TestPages.page(LINK);
      String second = TestPages.page(LINK);

      Browsers.with(
          driver ->
              GoalVerifier.on(driver)
                  .beforePage(given -> calls.incrementAndGet())
                  .verifyAll(
                      List.of(
                          Expectation.of(goal(CLICK_ON_ELEMENT, "#cta", first)),
                          Expectation.of(goal(CLICK_ON_TEXT, "Buy", first)),
                          Expectation.of(goal(CLICK_ON_TEXT, "Buy", second)))));

      assertThat(calls).hasValue(2);
    }

    @Test
    void aTimeOutMustBePositive() {
      Browsers.with(
          driver ->
              assertThatThrownBy(() -> GoalVerifier.on(driver).timeout(Duration.ZERO))
                  .isInstanceOf(IllegalArgumentException.class)
                  .hasMessageContaining("more than zero"));
    }
  }

  @Test
  void verdictsComeInTheOrderOfTheGoals() {
    String first = TestPages.page(LINK);
    String second = TestPages.page(LINK);
    List<Expectation> goals =
        List.of(
            Expectation.of(goal(CLICK_ON_ELEMENT, "#cta", first)),
            Expectation.of(goal(SCRIPT, "done", first)),
            Expectation.of(goal(CLICK_ON_ELEMENT, "#none", second)),
            Expectation.of(goal(DURATION, "30", second)),
            Expectation.of(goal(CLICK_ON_TEXT, "Buy", first)));

    List<Verdict> verdicts = Browsers.with(driver -> GoalVerifier.on(driver).verifyAll(goals));

    assertThat(verdicts)
        .extracting(Checks::reason)
        .containsExactly("MATCHED", "needs-journey", "no-match", "needs-journey", "MATCHED");
  }

  @Nested
  class KeepsAStreamOpen {

    @Tag("full")
    @Test
    void withoutKeepingThePagesAfterItFromLoading() {
      List<Expectation> goals =
          IntStream.range(0, 8)
              .mapToObj(
                  page ->
                      TestPages.page(
                          "<a class=x href=#>Buy</a><script>new EventSource('"
                              + TestPages.stream()
                              + "')</script>"))
              .map(url -> Expectation.of(goal(CLICK_ON_ELEMENT, ".x", url)))
              .toList();

      List<Verdict> verdicts = Browsers.with(driver -> GoalVerifier.on(driver).verifyAll(goals));

      assertThat(verdicts).extracting(Verdict::status).containsOnly(Status.MATCHED);
    }
  }
}
