package io.midagoal.verify;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.goal.GoalType;
import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/** Goals that are tried with a real click or submit, of which the page sees nothing. */
@Tag("browser")
class ProbeTest {

  /** Ahead of everything else on the page: notes every event that a page could listen to. */
  private static final String LISTEN =
      "<script>window.seen = [];"
          + "for (const type of ['pointerdown', 'pointerup', 'pointermove', 'pointerover',"
          + " 'pointerenter', 'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseenter', 'click',"
          + " 'auxclick', 'keydown', 'keypress', 'keyup', 'submit', 'invalid', 'formdata', 'focus',"
          + " 'focusin', 'blur', 'change', 'input', 'beforeinput', 'toggle', 'reset', 'beforeunload',"
          + " 'pagehide', 'DOMActivate', 'selectstart', 'contextmenu']) {"
          + " for (const target of [window, document]) {"
          + "  target.addEventListener(type, () => seen.push(type), true); } }</script>";

  private record Probed(Verdict verdict, Map<?, ?> page) {}

  private static Probed probe(GoalType type, String value, String body) {
    return probe(type, value, body, Expectation::probe);
  }

  private static Probed probe(
      GoalType type, String value, String body, UnaryOperator<Expectation> expect) {
    String url = TestPages.page(LISTEN + body);
    return Browsers.with(
        driver -> {
          Verdict verdict =
              GoalVerifier.on(driver).verify(expect.apply(Expectation.of(goal(type, value, url))));
          return new Probed(verdict, stateOf(driver));
        });
  }

  private static Map<?, ?> stateOf(WebDriver driver) {
    String script =
        "return {seen: window.seen, path: location.href.slice(location.origin.length),"
            + " focus: document.activeElement.localName, y: scrollY,"
            + " html: document.body.outerHTML, hovered: document.querySelector('.x:hover') !== null,"
            + " checked: document.querySelector(':checked') !== null}";
    return Objects.requireNonNull((Map<?, ?>) ((JavascriptExecutor) driver).executeScript(script));
  }

  private static Finding finding(Probed probed) {
    return probed.verdict().findings().stream()
        .filter(finding -> finding.code().startsWith("probe"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(probed.verdict().describe()));
  }

  @Nested
  class IsNotSeenByThePage {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<a class=x href=/elsewhere>Buy</a>",
          "<a class=x href=/elsewhere target=_blank>Buy</a>",
          "<a class=x href='javascript:document.title=1'>Buy</a>",
          "<button class=x onclick='document.title=1' onpointerdown='document.title=2'>Buy</button>",
          "<form action=/elsewhere><button class=x>Buy</button></form>",
          "<form action=/elsewhere><input required><button class=x>Buy</button></form>",
          "<input class=x type=checkbox>",
          "<input class=x type=radio>",
          "<input class=x type=text>",
          "<input class=x type=file>",
          "<input class=x type=date>",
          "<label class=x>Agree <input type=checkbox></label>",
          "<label for=c>Agree</label><input class=x id=c type=checkbox hidden>",
          "<label class=x for=c>Agree</label><input id=c type=text>",
          "<select class=x><option>One<option>Two</select>",
          "<select class=x size=2><option>One<option>Two</select>",
          "<details class=x><summary>More</summary>Less</details>",
          "<button class=x popovertarget=p>Open</button><div id=p popover>Pop</div>",
          "<div class=x draggable=true>Drag</div>",
          "<div class=x contenteditable>Write</div>",
          "<p style='height:3000px'><a class=x href=/elsewhere>Buy</a>",
          "<iframe class=x style='border:20px solid' srcdoc='<p>x'></iframe>",
        })
    void whenItClicks(String body) {
      String url = TestPages.page(LISTEN + body);

      Probed probed =
          Browsers.with(
              driver -> {
                driver.get(url);
                Map<?, ?> before = stateOf(driver);
                Verdict verdict =
                    GoalVerifier.on(driver)
                        .verify(Expectation.of(goal(CLICK_ON_ELEMENT, ".x", url)).probe());
                assertThat(stateOf(driver)).isEqualTo(before);
                assertThat(driver.getWindowHandles()).hasSize(1);
                return new Probed(verdict, before);
              });

      assertThat(finding(probed).code()).isEqualTo("probed");
      assertThat(probed.verdict().status()).isEqualTo(Status.MATCHED);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<form id=f action=/elsewhere><button>Go</button></form>",
          "<form id=f action=/elsewhere target=_blank><button>Go</button></form>",
          "<form id=f method=post action=/elsewhere><input type=image alt=Go width=50></form>",
          "<form id=f action=/elsewhere></form><button form=f>Go</button>",
          "<form id=f action=/elsewhere onsubmit='document.title=1'><input name=q></form>",
          "<form id=f action=/elsewhere><input><input><button hidden>Go</button></form>",
          "<dialog open><form id=f method=dialog><button>Go</button></form></dialog>",
        })
    void whenItSubmits(String body) {
      Probed probed = probe(FORM_SUBMIT, "#f", body);

      assertThat(finding(probed).code()).isEqualTo("probed");
      assertThat(finding(probed).message()).contains("a submit event on <form id=\"f\"");
      assertThat(probed.page().get("seen")).isEqualTo(List.of());
      assertThat(String.valueOf(probed.page().get("path"))).startsWith("/page-");
      assertThat(probed.page().get("focus")).isEqualTo("body");
    }

    @Test
    void butAClickAfterItIs() {
      String url = TestPages.page(LISTEN + "<a class=x href=#>Buy</a>");

      Object seen =
          Browsers.with(
              driver -> {
                GoalVerifier.on(driver)
                    .verify(Expectation.of(goal(CLICK_ON_ELEMENT, ".x", url)).probe());
                driver.findElement(org.openqa.selenium.By.className("x")).click();
                return stateOf(driver).get("seen");
              });

      assertThat((List<?>) seen).asString().contains("click");
    }

    @Test
    void orAnyPageAfterIt() {
      String url = TestPages.page("<a class=x href=#>Buy</a>");

      Object guards =
          Browsers.with(
              driver -> {
                GoalVerifier.on(driver)
                    .verify(Expectation.of(goal(CLICK_ON_ELEMENT, ".x", url)).probe());
                driver.get(url);
                return Checks.reason(
                    GoalVerifier.on(driver)
                        .verifyHere(Expectation.of(goal(CLICK_ON_ELEMENT, ".x", url)).probe()));
              });

      assertThat(guards).isEqualTo("probe-unavailable");
    }
  }

  @Nested
  class Finds {

    @Test
    void whatComesUpUnderThePointer() {
      Probed probed =
          probe(
              CLICK_ON_ELEMENT,
              ".x",
              TestPages.styleOfAnotherOrigin(
                      ".card {position:relative;width:200px} .card i {display:none}"
                          + ".card:hover i {display:block;position:absolute;inset:0}")
                  + "<div class=card><a class=x href=#>Buy</a><i></i></div>");

      assertThat(reason(probed.verdict())).isEqualTo("probe-failed");
      assertThat(finding(probed).message()).contains("hits <i>, which does not count");
    }

    @Test
    void whatMovesAwayUnderThePointer() {
      Probed probed =
          probe(
              CLICK_ON_ELEMENT,
              ".x",
              TestPages.styleOfAnotherOrigin(
                      "div {height:400px} div:hover a {position:relative;top:200px}")
                  + "<div><a class=x href=#>Buy</a></div>");

      assertThat(reason(probed.verdict())).isEqualTo("probe-failed");
    }

    @Test
    void whatTheBrowserAsksForFirst() {
      Probed probed =
          probe(
              FORM_SUBMIT,
              "#f",
              "<form id=f><input type=email name=email required><button>Go</button></form>");

      assertThat(probed.verdict().status()).isEqualTo(Status.MATCHED);
      assertThat(finding(probed).code()).isEqualTo("probe-incomplete");
      assertThat(finding(probed).message()).contains("<input name=\"email\" type=\"email\">");
      assertThat(probed.page().get("seen")).isEqualTo(List.of());
    }
  }

  @Nested
  class IsTried {

    @Test
    void onAText() {
      assertThat(
              finding(probe(CLICK_ON_TEXT, "Buy now", "<a href=/elsewhere>Buy <b>now</b></a>"))
                  .code())
          .isEqualTo("probed");
    }

    @Test
    void behindAControl() {
      Probed probed =
          probe(
              CLICK_ON_ELEMENT,
              ".x",
              "<button id=o onclick='m.hidden = 0'>Menu</button>"
                  + "<nav id=m hidden><a class=x href=/elsewhere>Buy</a></nav>",
              expectation -> expectation.revealedBy("#o").probe());

      assertThat(finding(probed).code()).isEqualTo("probed");
    }

    @Test
    void onAPageThatBreaksTheBrowsersObjects() {
      Probed probed =
          probe(
              CLICK_ON_ELEMENT,
              ".x",
              "<script>Event.prototype.stopImmediatePropagation = () => {};"
                  + "Event.prototype.preventDefault = () => {};"
                  + "EventTarget.prototype.addEventListener = () => {};</script>"
                  + "<a class=x href=/elsewhere onclick='seen.push(1)'>Buy</a>");

      assertThat(finding(probed).code()).isEqualTo("probed");
      assertThat(probed.page().get("seen")).isEqualTo(List.of());
    }

    @Test
    void forEachOfSeveralGoals() {
      String url = TestPages.page("<a class=x href=#>Buy</a><a class=y href=#>Sell</a>");

      List<Verdict> verdicts =
          Browsers.with(
              driver ->
                  GoalVerifier.on(driver)
                      .verifyAll(
                          List.of(
                              Expectation.of(goal(CLICK_ON_ELEMENT, ".x", url)).probe(),
                              Expectation.of(goal(CLICK_ON_ELEMENT, ".y", url)).probe(),
                              Expectation.of(goal(CLICK_ON_ELEMENT, ".y", url)))));

      assertThat(verdicts)
          .extracting(Checks::reason)
          .containsExactly("probed", "probed", "MATCHED");
    }
  }

  @Nested
  class IsNotTried {

    @Test
    void onAPageThatMidagoalDidNotOpen() {
      Verdict verdict =
          Browsers.with(
              driver -> {
                driver.get(TestPages.page("<a class=x href=#>Buy</a>"));
                return GoalVerifier.on(driver)
                    .verifyHere(
                        Expectation.of(goal(CLICK_ON_ELEMENT, ".x", "https://example.com/"))
                            .probe());
              });

      assertThat(verdict.status()).isEqualTo(Status.UNDECIDED);
      assertThat(reason(verdict)).isEqualTo("probe-unavailable");
    }

    @Test
    void onAPageThatHasWrittenItselfAnew() {
      Probed probed =
          probe(
              CLICK_ON_ELEMENT,
              ".x",
              "<script>addEventListener('load', () => setTimeout(() => { document.open();"
                  + " document.write('<a class=x href=/elsewhere>Buy</a>'); document.close(); }))"
                  + "</script>");

      assertThat(reason(probed.verdict())).isEqualTo("probe-unavailable");
    }

    @Test
    void forAGoalThatIsBroken() {
      Probed probed = probe(CLICK_ON_ELEMENT, ".y", "<a class=x href=/elsewhere>Buy</a>");

      assertThat(probed.verdict().findings()).extracting(Finding::code).containsExactly("no-match");
    }

    @Test
    void forAGoalThatNoClickConverts() {
      String url = TestPages.page("<p>Hello");

      assertThat(check(Expectation.of(goal(PAGEVIEW, url, url)).probe()).findings()).isEmpty();
    }
  }
}
