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
  void a_status_decides(int status, String code) {
    assertThat(reason(checkAt(CLICK_ON_ELEMENT, "p", TestPages.status(status)))).isEqualTo(code);
  }

  @Test
  void a_status_without_a_page_decides_too() {
    assertThat(reason(checkAt(CLICK_ON_ELEMENT, "p", TestPages.emptyStatus(404))))
        .isEqualTo("page-status");
  }

  @Test
  void a_page_of_the_url_type_needs_a_good_status_as_well() {
    assertThat(reason(checkAt(PAGEVIEW, "status", TestPages.status(404)))).isEqualTo("page-status");
  }

  @Test
  void a_refused_connection_is_told() {
    Verdict verdict = checkAt(CLICK_ON_ELEMENT, "p", "http://127.0.0.1:1/");

    assertThat(verdict.findings().get(0).message()).contains("ERR_UNSAFE_PORT");
  }

  @Test
  void a_page_that_is_not_there_is_told_with_the_address_at_which_it_was_looked_for() {
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
  void a_host_that_does_not_resolve_is_undecided() {
    Verdict verdict = checkAt(CLICK_ON_ELEMENT, "p", "http://nowhere.example/");

    assertThat(verdict.status()).isEqualTo(Status.UNDECIDED);
  }

  @Test
  void a_page_that_does_not_answer_in_time_is_unreachable() {
    String url = TestPages.slow("<p>late</p>", 3000);

    Verdict verdict =
        Browsers.with(
            driver ->
                GoalVerifier.on(driver)
                    .timeout(Duration.ofMillis(500))
                    .verify(goal(CLICK_ON_ELEMENT, "p", url)));

    assertThat(reason(verdict)).isEqualTo("page-unreachable");
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
  void a_page_of_which_something_hangs_can_be_used_all_the_same() {
    assertThat(reason(withHangingImage("#cta"))).isEqualTo("MATCHED");
  }

  @Test
  void nothing_is_missing_on_a_page_of_which_something_hangs() {
    assertThat(reason(withHangingImage("#other"))).isEqualTo("page-unreachable");
  }

  @Test
  void a_page_that_does_not_come_is_not_mistaken_for_the_one_before() {
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
  void a_redirect_is_noted() {
    String target = TestPages.page(LINK);

    Verdict verdict = checkAt(CLICK_ON_ELEMENT, "#cta", TestPages.redirect(target));

    assertThat(verdict.findings()).extracting(Finding::code).containsExactly("redirected");
  }

  @ParameterizedTest
  @EnumSource(
      value = GoalType.class,
      names = {
        "SCRIPT",
        "EVENT",
        "REVENUE",
        "SCROLLING",
        "DURATION",
        "EXTERNAL_LINK",
        "ELEMENT_APPEARS"
      })
  void some_types_need_a_journey(GoalType type) {
    assertThat(reason(checkAt(type, "value", TestPages.page(LINK)))).isEqualTo("needs-journey");
  }

  @Test
  void an_unknown_type_is_undecided() {
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
    void not_at_all_when_all_is_there() {
      assertThat(matchedBy(LINK)).isEqualTo("MATCHED met");
    }

    @Test
    void until_a_timer_has_added_the_element() {
      assertThat(
              matchedBy(
                  "<script>setTimeout(() => document.body.innerHTML = `"
                      + LINK
                      + "`, 900)</script>"))
          .isEqualTo("MATCHED met");
    }

    @Test
    void until_a_request_has_brought_the_element() {
      String late = TestPages.slow(LINK, 1200);
      assertThat(
              matchedBy(
                  "<script>fetch('"
                      + late
                      + "').then(r => r.text()).then(t => document.body.innerHTML = t)</script>"))
          .isEqualTo("MATCHED met");
    }

    @Test
    void until_an_xml_http_request_has_brought_the_element() {
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
    void until_an_idle_callback_has_added_the_element() {
      assertThat(
              matchedBy(
                  "<script>requestIdleCallback(() => setTimeout(() =>"
                      + " document.body.innerHTML = `"
                      + LINK
                      + "`, 700))</script>"))
          .isEqualTo("MATCHED met");
    }

    @Test
    void and_not_taken_for_good_when_a_script_takes_the_element_away() {
      assertThat(matchedBy(LINK + "<script>setTimeout(() => cta.remove(), 600)</script>"))
          .isEqualTo("no-match settled");
    }

    @Test
    void until_the_anti_flicker_style_is_gone() {
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
    void without_regard_to_a_page_that_ticks() {
      assertThat(
              matchedBy(
                  LINK
                      + "<p id=t><script>(function tick() { t.textContent = Date.now();"
                      + " setTimeout(tick, 50) })()</script>"))
          .isEqualTo("MATCHED met");
    }

    @Test
    void not_to_the_cap_when_something_is_missing_on_a_page_that_ticks() {
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
    void with_the_window_scrolled_to_where_it_was() {
      assertThat(afterwards("<div style='height:5000px'></div>" + LINK, "return scrollY"))
          .isEqualTo(300L);
    }

    @Test
    void with_boxes_scrolled_to_where_they_were() {
      assertThat(
              afterwards(
                  "<div id=box style='height:99px;overflow:auto'><p style='height:900px'></p>"
                      + LINK
                      + "</div>",
                  "return box.scrollTop"))
          .isEqualTo(0L);
    }

    @Test
    void without_a_click() {
      assertThat(
              afterwards(
                  "<script>var clicks = 0; addEventListener('click', () => clicks++)</script>"
                      + LINK,
                  "return clicks"))
          .isEqualTo(0L);
    }

    @Test
    void with_the_time_outs_that_the_driver_had() {
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
    void without_scripts_that_run_on_pages_to_come() {
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
  void a_page_that_differs_in_the_fragment_alone_is_loaded_anew() {
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
    void before_page_runs_before_each_page() {
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
    void a_time_out_must_be_positive() {
      Browsers.with(
          driver ->
              assertThatThrownBy(() -> GoalVerifier.on(driver).timeout(Duration.ZERO))
                  .isInstanceOf(IllegalArgumentException.class)
                  .hasMessageContaining("more than zero"));
    }
  }

  @Test
  void verdicts_come_in_the_order_of_the_goals() {
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
    void without_keeping_the_pages_after_it_from_loading() {
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
