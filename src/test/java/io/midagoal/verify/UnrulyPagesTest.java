package io.midagoal.verify;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.verify.Checks.goal;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.internal.browser.Lease;
import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/**
 * Pages that open dialogs and windows, leave, block or crash; the next page is judged all the same.
 */
@Tag("browser")
class UnrulyPagesTest {

  private static final String LINK = "<a id=cta href=#>Buy now</a>";

  private static Expectation cta(String url) {
    return Expectation.of(goal(CLICK_ON_ELEMENT, "#cta", url));
  }

  private static Expectation missing(String url) {
    return Expectation.of(goal(CLICK_ON_ELEMENT, "#ctaa", url));
  }

  private static List<String> reasons(WebDriver driver, Duration cap, Expectation... goals) {
    return GoalVerifier.on(driver).timeout(cap).verifyAll(List.of(goals)).stream()
        .map(Checks::reason)
        .toList();
  }

  /** The reasons for a good and a broken goal on a page, and for a good one on the next page. */
  private static List<String> onThePageAndTheNext(String body) {
    String url = TestPages.page(body);
    return Browsers.with(
        driver ->
            reasons(
                driver, Duration.ofSeconds(8), cta(url), missing(url), cta(TestPages.page(LINK))));
  }

  @Nested
  class Dialogs {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "alert(1)",
          "alert(1); confirm(2); prompt(3)",
          "onload = () => alert(1)",
          "setTimeout(() => alert(1), 300)",
          "setTimeout(() => confirm(1), 600); setTimeout(() => prompt(1), 900)",
          "for (let i = 0; i < 5; i++) alert(i)",
          "onbeforeunload = (e) => { e.preventDefault(); return 'stay' }",
        })
    void areClosedAsAVisitorWould(String script) {
      assertThat(onThePageAndTheNext(LINK + "<script>" + script + "</script>"))
          .containsExactly("MATCHED", "no-match", "MATCHED");
    }

    @Test
    void withoutEndLeaveTheNextPageInPeace() {
      assertThat(onThePageAndTheNext(LINK + "<script>for (;;) alert(1)</script>"))
          .containsExactly("page-interferes", "page-interferes", "MATCHED");
    }

    @Test
    void thatAskBeforeLeavingDoNotKeepTheNextPageFromBeingJudged() {
      String asking =
          TestPages.page(
              "<input id=i><script>onbeforeunload = (e) => { e.preventDefault(); return 1 }</script>");

      String next =
          Browsers.with(
              driver -> {
                driver.get(asking);
                driver.findElement(By.id("i")).sendKeys("a");
                return reasons(driver, Duration.ofSeconds(8), cta(TestPages.page(LINK))).get(0);
              });

      assertThat(next).isEqualTo("MATCHED");
    }
  }

  @Nested
  class PopUps {

    @Test
    void leaveTheDriverInItsWindow() {
      String url = TestPages.page(LINK + "<script>window.open('about:blank')</script>");

      Boolean isSame =
          Browsers.with(
              driver -> {
                String window = driver.getWindowHandle();
                GoalVerifier.on(driver).verify(cta(url));
                return window.equals(driver.getWindowHandle());
              });

      assertThat(isSame).isTrue();
    }

    @Test
    void doNotKeepAPageFromBeingJudged() {
      assertThat(onThePageAndTheNext(LINK + "<script>window.open('about:blank')</script>"))
          .containsExactly("MATCHED", "no-match", "MATCHED");
    }
  }

  @Nested
  class Leaving {

    private static final String LEAVES_WITHOUT_END =
        "<script>setTimeout(() => location.replace('?' + Math.random()), 150)</script>";

    private static final String BLANK = "about:blank";

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 400})
    void onceIsJudgedOnThePageThatCame(int delay) {
      String next = TestPages.page(LINK);
      assertThat(
              onThePageAndTheNext(
                  "<script>setTimeout(() => location.href = '"
                      + next
                      + "', "
                      + delay
                      + ")</script>"))
          .containsExactly("redirected", "no-match", "MATCHED");
    }

    @Test
    void withoutEndIsTold() {
      assertThat(onThePageAndTheNext(LEAVES_WITHOUT_END))
          .containsExactly("page-interferes", "page-interferes", "MATCHED");
    }

    @Test
    void withoutEndIsOverWhenThePageHasBeenJudged() {
      String url = TestPages.page(LEAVES_WITHOUT_END);

      String left =
          Browsers.with(
              driver -> {
                GoalVerifier.on(driver).verify(cta(url));
                return driver.getCurrentUrl();
              });

      assertThat(left).isEqualTo(BLANK);
    }

    @Test
    void withoutEndGoesOnWhereThePageWasNotOpenedByMidagoal() {
      String url = TestPages.page(LEAVES_WITHOUT_END);

      String left =
          Browsers.with(
              driver -> {
                driver.get(url);
                GoalVerifier.on(driver).verifyHere(cta(url));
                String shown = driver.getCurrentUrl();
                leave(driver);
                return shown;
              });

      assertThat(left).startsWith(url);
    }

    /** A page that leaves may do so while the blank one is on its way, and win. */
    private static void leave(WebDriver driver) {
      do {
        driver.get(BLANK);
      } while (!BLANK.equals(driver.getCurrentUrl()));
    }

    @Test
    void byRedirectsWithoutEndIsToldInWords() {
      Verdict verdict = Checks.check(cta(TestPages.redirect("?again")));

      assertThat(verdict.findings().get(0).message())
          .contains("it redirects without end (ERR_TOO_MANY_REDIRECTS)");
    }
  }

  @Nested
  class Blocking {

    @Test
    void forAWhileIsWaitedFor() {
      assertThat(
              onThePageAndTheNext(
                  "<script>setTimeout(() => { const end = Date.now() + 5000;"
                      + " while (Date.now() < end); document.body.innerHTML = `"
                      + LINK
                      + "` }, 300)</script>"))
          .containsExactly("MATCHED", "no-match", "MATCHED");
    }

    @Tag("full")
    @Test
    void withoutEndLeavesTheNextPageInPeace() {
      String url = TestPages.page(LINK + "<script>setTimeout(() => { for (;;); }, 700)</script>");
      String next = TestPages.page(LINK);
      List<String> reasons;
      try (Lease lease = Browsers.lease()) {
        reasons =
            reasons(lease.driver(), Duration.ofSeconds(4), missing(url), cta(next), missing(next));
      }

      assertThat(reasons).containsExactly("page-interferes", "MATCHED", "no-match");
    }

    @Test
    void whileThePageLoadsLeavesTheNextPageInPeace() {
      String url = TestPages.page(LINK + "<script>for (;;);</script>");

      List<String> reasons =
          Browsers.with(
              driver ->
                  reasons(driver, Duration.ofSeconds(4), missing(url), cta(TestPages.page(LINK))));

      assertThat(reasons).containsExactly("page-interferes", "MATCHED");
    }
  }

  private static void crash(WebDriver driver) {
    try {
      driver.get("chrome://crash");
    } catch (WebDriverException e) {
      // That is what this address is for.
    }
  }

  @Test
  void aTabThatCrashesIsTold() {
    Verdict verdict =
        Browsers.with(
            driver ->
                GoalVerifier.on(driver)
                    .verifyAfter(cta(TestPages.page(LINK)), UnrulyPagesTest::crash));

    assertThat(verdict.findings().get(0).message()).contains("its tab crashed");
  }

  @Test
  void aDriverWhoseTabHasCrashedBeforeGetsANewOne() {
    String reason =
        Browsers.with(
            driver -> {
              crash(driver);
              return reasons(driver, Duration.ofSeconds(8), cta(TestPages.page(LINK))).get(0);
            });

    assertThat(reason).isEqualTo("MATCHED");
  }
}
