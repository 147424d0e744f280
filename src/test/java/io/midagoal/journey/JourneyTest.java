package io.midagoal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Status;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.opentest4j.AssertionFailedError;

@Tag("browser")
class JourneyTest {

  private static final String QUEUE = "window.mdq = window.mdq || [];";

  private static void click(WebDriver browser) {
    browser.findElement(By.id("go")).click();
  }

  private static Goal goal(String url) {
    return Goal.builder()
        .name("Signup")
        .type(GoalType.SCRIPT)
        .value("signup_completed")
        .elementUrl(url)
        .build();
  }

  private static Conversions journey(String url, Consumer<WebDriver> acts) {
    return Browsers.with(driver -> Journey.on(driver).during(Expectation.of(goal(url)), acts));
  }

  /** A page with a button that runs a script, made before that by another script. */
  private static String page(String before, String onClick) {
    return TestPages.page(
        "<script>" + before + "</script><button id=go onclick='" + onClick + "'>Go</button>");
  }

  @Nested
  class Records {

    @Test
    void aCommandPutOnTheQueue() {
      String url = page(QUEUE, "mdq.push([\"track\", \"signup_completed\"])");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void aQueueThatIsMadeOnlyWhenItIsUsed() {
      String url =
          page("", "(window.mdq = window.mdq || []).push([\"track\", \"signup_completed\", {}])");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void aCallOfTheLibrary() {
      String url = page("window.mida = {track() {}}", "mida.track(\"signup_completed\")");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void aCallOfTheLibraryThatCouldNotBeLoaded() {
      String url =
          TestPages.page(
              "<script async src='https://cdn.mida.so/js/optimize.js?key=k'></script>"
                  + "<button id=go onclick='mida.track(\"signup_completed\")'>Go</button>");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void aQueueThatALibraryReplacesByItsOwn() {
      String url =
          page(
              QUEUE + "setTimeout(() => { window.mdq = {push() {}} }, 100)",
              "mdq.push([\"track\", \"signup_completed\"])");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void aQueueWhosePushIsReplaced() {
      String url =
          page(QUEUE + "mdq.push = () => {}", "mdq.push([\"track\", \"signup_completed\"])");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void whatHappensWhileThePageIsLeft() {
      String next = TestPages.page("<p>Thank you</p>");
      String url =
          page(
              QUEUE,
              "mdq.push([\"track\", \"signup_completed\"]); location.href = \"" + next + "\"");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void whatTheNextPageDoesAsItLoads() {
      String next =
          TestPages.page("<script>(window.mdq = []).push(['track', 'signup_completed'])</script>");
      String url = page(QUEUE, "location.href = \"" + next + "\"");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "mdq[mdq.length] = [\"track\", \"signup_completed\"]",
          "Array.prototype.push.call(mdq, [\"track\", \"signup_completed\"])",
          "mdq = [[\"track\", \"signup_completed\"]]",
          "mdq.unshift([\"track\", \"signup_completed\"])"
        })
    void aCommandThatComesIntoTheQueueWithoutBeingPushed(String script) {
      assertThatCode(() -> journey(page(QUEUE, script), JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void whatHappenedBeforeThePageClearsItsStorage() {
      String url =
          page(
              QUEUE,
              "mdq.push([\"track\", \"signup_completed\"]); sessionStorage.clear();"
                  + "localStorage.clear()");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void whatHappenedBeforeTheNextPageClearsItsStorage() {
      String next = TestPages.page("<script>sessionStorage.clear()</script>");
      String url =
          page(
              QUEUE,
              "mdq.push([\"track\", \"signup_completed\"]); location.href = \"" + next + "\"");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void whatComesAfterARequest() {
      String slow = TestPages.slow("{}", 700);
      String url =
          page(
              QUEUE,
              "fetch(\"" + slow + "\").then(() => mdq.push([\"track\", \"signup_completed\"]))");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void whatThePageStillGetsToSee() {
      String url =
          page(QUEUE, "mdq.push([\"track\", \"signup_completed\"]); document.title = mdq.length");

      String title =
          Browsers.with(
              driver -> {
                Journey.on(driver)
                    .during(Expectation.of(goal(url)), JourneyTest::click)
                    .shouldConvert();
                return driver.getTitle();
              });

      assertThat(title).isEqualTo("1");
    }
  }

  @Nested
  class Counts {

    private Conversions journey(GoalType type, String value, String body) {
      Goal goal =
          Goal.builder()
              .name("Goal")
              .type(type)
              .value(value)
              .elementUrl(TestPages.page(body))
              .build();
      return Browsers.with(
          driver -> Journey.on(driver).during(Expectation.of(goal), JourneyTest::click));
    }

    @Test
    void aClickInsideAnElementThatMatches() {
      String body = "<p class=x><button id=go>Go</button></p>";

      assertThatCode(() -> journey(GoalType.CLICK_ON_ELEMENT, ".x", body).shouldConvertOnce())
          .doesNotThrowAnyException();
    }

    @Test
    void aClickThatThePageKeepsToItself() {
      String body = "<button id=go class=x onclick='event.stopImmediatePropagation()'>Go</button>";

      assertThatCode(() -> journey(GoalType.CLICK_ON_ELEMENT, ".x", body).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void aClickOnAText() {
      assertThatCode(
              () ->
                  journey(GoalType.CLICK_ON_TEXT, "Go on", "<button id=go>Go <b>on</b></button>")
                      .shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void aSubmit() {
      String body = "<form id=f action=/thanks><button id=go>Go</button></form>";

      assertThatCode(() -> journey(GoalType.FORM_SUBMIT, "#f", body).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void noSubmitThatTheButtonPrevents() {
      String body = "<form id=f><button id=go onclick='event.preventDefault()'>Go</button></form>";

      assertThatThrownBy(() -> journey(GoalType.FORM_SUBMIT, "#f", body).shouldConvert())
          .hasMessageContaining("There was no submit event at all.");
    }

    @Test
    void noFormThatAScriptSends() {
      String body =
          "<form id=f><button type=button id=go onclick='form.submit()'>Go</button></form>";

      assertThat(journey(GoalType.FORM_SUBMIT, "#f", body).verdict().status())
          .isEqualTo(Status.BROKEN);
    }

    @Test
    void noOtherForm() {
      String body =
          "<form id=other onsubmit='return false'><button id=go>Go</button></form><form id=f></form>";

      assertThatThrownBy(() -> journey(GoalType.FORM_SUBMIT, "#f", body).shouldConvert())
          .hasMessageContaining("Submitted instead: <form id=\"other\">.");
    }

    @Test
    void noClickBesideIt() {
      String body = "<button id=go class=big>Go</button><p class=x>Here</p>";

      assertThatThrownBy(() -> journey(GoalType.CLICK_ON_ELEMENT, ".x", body).shouldConvert())
          .hasMessageContaining("Clicks landed on <button id=\"go\" class=\"big\">.");
    }

    @Test
    void noClickBesideAText() {
      String body = "<button id=go class=big>Go</button><p>Here</p>";

      assertThatThrownBy(() -> journey(GoalType.CLICK_ON_TEXT, "Here", body).shouldConvert())
          .hasMessageContaining("Clicks landed on <button id=\"go\" class=\"big\">.");
    }

    @Test
    void onlyTheGoalForWhichTheJourneyWasMade() {
      Conversions made = journey(GoalType.CLICK_ON_ELEMENT, "#go", "<button id=go>Go</button>");
      Goal other = Goal.builder().name("Other").type(GoalType.CLICK_ON_ELEMENT).value("b").build();

      assertThatThrownBy(() -> made.of(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not \"Other\"");
    }
  }

  @Nested
  class DoesNotRecord {

    @Test
    void aCallOfALibraryThatThePageDoesNotHave() {
      String url = page("", "mida.track(\"signup_completed\")");

      assertThat(journey(url, JourneyTest::click).verdict().status()).isEqualTo(Status.BROKEN);
    }

    @Test
    void anotherName() {
      String url = page(QUEUE, "mdq.push([\"track\", \"Signup_completed\"])");

      assertThat(journey(url, JourneyTest::click).verdict().findings())
          .extracting(Finding::code)
          .containsExactly("not-triggered");
    }

    @Test
    void anotherCommand() {
      String url = page(QUEUE, "mdq.push([\"identify\", \"signup_completed\"])");

      assertThat(journey(url, JourneyTest::click).verdict().status()).isEqualTo(Status.BROKEN);
    }

    @Test
    void whatHappenedBeforeTheActs() {
      String url = page("(window.mdq = []).push(['track', 'signup_completed'])", "");

      assertThat(journey(url, JourneyTest::click).verdict().status()).isEqualTo(Status.BROKEN);
    }
  }

  @Nested
  class Tells {

    @Test
    void whatWasTrackedInstead() {
      String url = page(QUEUE, "mdq.push([\"track\", \"sign_up\"])");

      assertThatThrownBy(() -> journey(url, JourneyTest::click).shouldConvert())
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("Tracked instead: \"sign_up\"");
    }

    @Test
    void thatItWasTriggeredBeforeTheActs() {
      String url = page("(window.mdq = []).push(['track', 'signup_completed'])", "");

      assertThatThrownBy(() -> journey(url, JourneyTest::click).shouldConvert())
          .hasMessageContaining("was triggered while the page loaded");
    }

    @Test
    void thatItCannotKnowWhenTheJourneyEndsOnAnotherSite() {
      String url = page(QUEUE, "location.href = \"" + TestPages.anyPath() + "/pay\"");

      assertThat(journey(url, JourneyTest::click).verdict().status()).isEqualTo(Status.UNDECIDED);
    }

    @Test
    void thatItConvertedTwice() {
      String push = "mdq.push([\"track\", \"signup_completed\"]);";

      assertThatThrownBy(
              () -> journey(page(QUEUE, push + push), JourneyTest::click).shouldConvertOnce())
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("converted 2 times");
    }

    @Test
    void thatItConvertedASecondTimeLater() {
      String push = "mdq.push([\"track\", \"signup_completed\"]);";
      String url = page(QUEUE, push + "setTimeout(() => {" + push + "}, 600)");

      assertThatThrownBy(() -> journey(url, JourneyTest::click).shouldConvertOnce())
          .hasMessageContaining("converted 2 times");
    }

    @Test
    void thatItConvertedAndShouldNotHave() {
      String url = page(QUEUE, "mdq.push([\"track\", \"signup_completed\"])");

      assertThatThrownBy(() -> journey(url, JourneyTest::click).shouldNotConvert())
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("should not have");
    }

    @Test
    void nothingWhenItShouldNotAndDidNot() {
      assertThatCode(() -> journey(page(QUEUE, ""), JourneyTest::click).shouldNotConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void onWhichPageItConverted() {
      String url = page(QUEUE, "mdq.push([\"track\", \"signup_completed\"])");

      assertThat(journey(url, JourneyTest::click).of(goal(url)))
          .containsExactly(new Conversion("signup_completed", url));
    }
  }

  @Nested
  class IsNotMade {

    @Test
    void onAPageThatIsNotThere() {
      AtomicBoolean acted = new AtomicBoolean();

      journey(TestPages.status(404), driver -> acted.set(true));

      assertThat(acted).isFalse();
    }

    @Test
    void andDoesNotCountAsNotConverting() {
      assertThatThrownBy(
              () -> journey(TestPages.status(404), JourneyTest::click).shouldNotConvert())
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("page-status");
    }

    @Test
    void withoutAPage() {
      Goal goal =
          Goal.builder().name("Signup").type(GoalType.SCRIPT).value("signup_completed").build();

      Verdict verdict = new Verdict(goal);
      assertThat(verdict.code()).isEqualTo("no-page");
    }

    @Test
    void forATypeThatTimeAloneTriggers() {
      Goal goal = Goal.builder().name("A").type(GoalType.DURATION).value("30").build();

      Verdict verdict = new Verdict(goal);
      assertThat(verdict.code()).isEqualTo("needs-journey");
    }

    private record Verdict(Goal goal) {
      String code() {
        return Browsers.with(
                driver -> Journey.on(driver).during(Expectation.of(goal), unused -> {}))
            .verdict()
            .findings()
            .get(0)
            .code();
      }
    }
  }

  @Nested
  class DemandsMidasScript {

    private String conversionsOn(String head) {
      String url =
          TestPages.page(
              head
                  + "<script>"
                  + QUEUE
                  + "</script><button id=go onclick='mdq.push([\"track\", \"signup_completed\"])'>"
                  + "Go</button>");
      return Browsers.with(
          driver ->
              Journey.on(driver)
                  .during(Expectation.of(goal(url)).requireSnippet(), JourneyTest::click)
                  .verdict()
                  .summary());
    }

    @Test
    void andFailsOnAPageWithoutIt() {
      assertThat(conversionsOn("")).isEqualTo("BROKEN: snippet-missing");
    }

    @Test
    void andFindsIt() {
      assertThat(
              conversionsOn(
                  "<script async src='https://cdn.mida.so/js/optimize.js?key=k'></script>"))
          .startsWith("MATCHED");
    }
  }

  @Test
  void aTimeOutMustBePositive() {
    Browsers.with(
        driver ->
            assertThatThrownBy(() -> Journey.on(driver).timeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The time-out must be more than zero, but is PT0S."));
  }
}
