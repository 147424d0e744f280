package io.midagoal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verify.Expectation;
import io.midagoal.verify.Finding;
import io.midagoal.verify.Status;
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
    void a_command_put_on_the_queue() {
      String url = page(QUEUE, "mdq.push([\"track\", \"signup_completed\"])");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void a_queue_that_is_made_only_when_it_is_used() {
      String url =
          page("", "(window.mdq = window.mdq || []).push([\"track\", \"signup_completed\", {}])");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void a_call_of_the_library() {
      String url = page("window.mida = {track() {}}", "mida.track(\"signup_completed\")");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void a_call_of_the_library_that_could_not_be_loaded() {
      String url =
          TestPages.page(
              "<script async src='https://cdn.mida.so/js/optimize.js?key=k'></script>"
                  + "<button id=go onclick='mida.track(\"signup_completed\")'>Go</button>");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void a_queue_that_a_library_replaces_by_its_own() {
      String url =
          page(
              QUEUE + "setTimeout(() => { window.mdq = {push() {}} }, 100)",
              "mdq.push([\"track\", \"signup_completed\"])");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void a_queue_whose_push_is_replaced() {
      String url =
          page(QUEUE + "mdq.push = () => {}", "mdq.push([\"track\", \"signup_completed\"])");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void what_happens_while_the_page_is_left() {
      String next = TestPages.page("<p>Thank you</p>");
      String url =
          page(
              QUEUE,
              "mdq.push([\"track\", \"signup_completed\"]); location.href = \"" + next + "\"");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void what_the_next_page_does_as_it_loads() {
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
    void a_command_that_comes_into_the_queue_without_being_pushed(String script) {
      assertThatCode(() -> journey(page(QUEUE, script), JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void what_happened_before_the_page_clears_its_storage() {
      String url =
          page(
              QUEUE,
              "mdq.push([\"track\", \"signup_completed\"]); sessionStorage.clear();"
                  + "localStorage.clear()");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void what_happened_before_the_next_page_clears_its_storage() {
      String next = TestPages.page("<script>sessionStorage.clear()</script>");
      String url =
          page(
              QUEUE,
              "mdq.push([\"track\", \"signup_completed\"]); location.href = \"" + next + "\"");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void what_comes_after_a_request() {
      String slow = TestPages.slow("{}", 700);
      String url =
          page(
              QUEUE,
              "fetch(\"" + slow + "\").then(() => mdq.push([\"track\", \"signup_completed\"]))");

      assertThatCode(() -> journey(url, JourneyTest::click).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void what_the_page_still_gets_to_see() {
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
    void a_click_inside_an_element_that_matches() {
      String body = "<p class=x><button id=go>Go</button></p>";

      assertThatCode(() -> journey(GoalType.CLICK_ON_ELEMENT, ".x", body).shouldConvertOnce())
          .doesNotThrowAnyException();
    }

    @Test
    void a_click_that_the_page_keeps_to_itself() {
      String body = "<button id=go class=x onclick='event.stopImmediatePropagation()'>Go</button>";

      assertThatCode(() -> journey(GoalType.CLICK_ON_ELEMENT, ".x", body).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void a_click_on_a_text() {
      assertThatCode(
              () ->
                  journey(GoalType.CLICK_ON_TEXT, "Go on", "<button id=go>Go <b>on</b></button>")
                      .shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void a_submit() {
      String body = "<form id=f action=/thanks><button id=go>Go</button></form>";

      assertThatCode(() -> journey(GoalType.FORM_SUBMIT, "#f", body).shouldConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void no_submit_that_the_button_prevents() {
      String body = "<form id=f><button id=go onclick='event.preventDefault()'>Go</button></form>";

      assertThatThrownBy(() -> journey(GoalType.FORM_SUBMIT, "#f", body).shouldConvert())
          .hasMessageContaining("No submit event came at all.");
    }

    @Test
    void no_form_that_a_script_sends() {
      String body =
          "<form id=f><button type=button id=go onclick='form.submit()'>Go</button></form>";

      assertThat(journey(GoalType.FORM_SUBMIT, "#f", body).verdict().status())
          .isEqualTo(Status.BROKEN);
    }

    @Test
    void no_other_form() {
      String body =
          "<form id=other onsubmit='return false'><button id=go>Go</button></form><form id=f></form>";

      assertThatThrownBy(() -> journey(GoalType.FORM_SUBMIT, "#f", body).shouldConvert())
          .hasMessageContaining("Submitted instead: <form id=\"other\">.");
    }

    @Test
    void no_click_beside_it() {
      String body = "<button id=go class=big>Go</button><p class=x>Here</p>";

      assertThatThrownBy(() -> journey(GoalType.CLICK_ON_ELEMENT, ".x", body).shouldConvert())
          .hasMessageContaining("Clicks landed on <button id=\"go\" class=\"big\">.");
    }

    @Test
    void no_click_beside_a_text() {
      String body = "<button id=go class=big>Go</button><p>Here</p>";

      assertThatThrownBy(() -> journey(GoalType.CLICK_ON_TEXT, "Here", body).shouldConvert())
          .hasMessageContaining("Clicks landed on <button id=\"go\" class=\"big\">.");
    }

    @Test
    void only_the_goal_for_which_the_journey_was_made() {
      Conversions made = journey(GoalType.CLICK_ON_ELEMENT, "#go", "<button id=go>Go</button>");
      Goal other = Goal.builder().name("Other").type(GoalType.CLICK_ON_ELEMENT).value("b").build();

      assertThatThrownBy(() -> made.of(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("did not look out for \"Other\"");
    }
  }

  @Nested
  class DoesNotRecord {

    @Test
    void a_call_of_a_library_that_the_page_does_not_have() {
      String url = page("", "mida.track(\"signup_completed\")");

      assertThat(journey(url, JourneyTest::click).verdict().status()).isEqualTo(Status.BROKEN);
    }

    @Test
    void another_name() {
      String url = page(QUEUE, "mdq.push([\"track\", \"Signup_completed\"])");

      assertThat(journey(url, JourneyTest::click).verdict().findings())
          .extracting(Finding::code)
          .containsExactly("not-triggered");
    }

    @Test
    void another_command() {
      String url = page(QUEUE, "mdq.push([\"identify\", \"signup_completed\"])");

      assertThat(journey(url, JourneyTest::click).verdict().status()).isEqualTo(Status.BROKEN);
    }

    @Test
    void what_happened_before_the_acts() {
      String url = page("(window.mdq = []).push(['track', 'signup_completed'])", "");

      assertThat(journey(url, JourneyTest::click).verdict().status()).isEqualTo(Status.BROKEN);
    }
  }

  @Nested
  class Tells {

    @Test
    void what_was_tracked_instead() {
      String url = page(QUEUE, "mdq.push([\"track\", \"sign_up\"])");

      assertThatThrownBy(() -> journey(url, JourneyTest::click).shouldConvert())
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("Tracked instead: \"sign_up\"");
    }

    @Test
    void that_it_was_triggered_before_the_acts() {
      String url = page("(window.mdq = []).push(['track', 'signup_completed'])", "");

      assertThatThrownBy(() -> journey(url, JourneyTest::click).shouldConvert())
          .hasMessageContaining("was triggered while the page loaded");
    }

    @Test
    void that_it_cannot_know_when_the_journey_ends_on_another_site() {
      String url = page(QUEUE, "location.href = \"" + TestPages.anyPath() + "/pay\"");

      assertThat(journey(url, JourneyTest::click).verdict().status()).isEqualTo(Status.UNDECIDED);
    }

    @Test
    void that_it_converted_twice() {
      String push = "mdq.push([\"track\", \"signup_completed\"]);";

      assertThatThrownBy(
              () -> journey(page(QUEUE, push + push), JourneyTest::click).shouldConvertOnce())
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("converted 2 times");
    }

    @Test
    void that_it_converted_a_second_time_later() {
      String push = "mdq.push([\"track\", \"signup_completed\"]);";
      String url = page(QUEUE, push + "setTimeout(() => {" + push + "}, 600)");

      assertThatThrownBy(() -> journey(url, JourneyTest::click).shouldConvertOnce())
          .hasMessageContaining("converted 2 times");
    }

    @Test
    void that_it_converted_and_should_not_have() {
      String url = page(QUEUE, "mdq.push([\"track\", \"signup_completed\"])");

      assertThatThrownBy(() -> journey(url, JourneyTest::click).shouldNotConvert())
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("should not have");
    }

    @Test
    void nothing_when_it_should_not_and_did_not() {
      assertThatCode(() -> journey(page(QUEUE, ""), JourneyTest::click).shouldNotConvert())
          .doesNotThrowAnyException();
    }

    @Test
    void on_which_page_it_converted() {
      String url = page(QUEUE, "mdq.push([\"track\", \"signup_completed\"])");

      assertThat(journey(url, JourneyTest::click).of(goal(url)))
          .containsExactly(new Conversion("signup_completed", url));
    }
  }

  @Nested
  class IsNotMade {

    @Test
    void on_a_page_that_is_not_there() {
      AtomicBoolean acted = new AtomicBoolean();

      journey(TestPages.status(404), driver -> acted.set(true));

      assertThat(acted).isFalse();
    }

    @Test
    void and_does_not_count_as_not_converting() {
      assertThatThrownBy(
              () -> journey(TestPages.status(404), JourneyTest::click).shouldNotConvert())
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("page-status");
    }

    @Test
    void without_a_page() {
      Goal goal =
          Goal.builder().name("Signup").type(GoalType.SCRIPT).value("signup_completed").build();

      Verdict verdict = new Verdict(goal);
      assertThat(verdict.code()).isEqualTo("no-page");
    }

    @Test
    void for_a_type_that_time_alone_triggers() {
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
    void and_fails_on_a_page_without_it() {
      assertThat(conversionsOn("")).isEqualTo("BROKEN: snippet-missing");
    }

    @Test
    void and_finds_it() {
      assertThat(
              conversionsOn(
                  "<script async src='https://cdn.mida.so/js/optimize.js?key=k'></script>"))
          .startsWith("MATCHED");
    }
  }

  @Test
  void a_time_out_must_be_positive() {
    Browsers.with(
        driver ->
            assertThatThrownBy(() -> Journey.on(driver).timeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The time-out must be more than zero, but is PT0S."));
  }
}
