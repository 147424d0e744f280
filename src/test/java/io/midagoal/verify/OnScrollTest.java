package io.midagoal.verify;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.JavascriptExecutor;

/** Goals on what a page brings only once a visitor has scrolled to it. */
@Tag("browser")
class OnScrollTest {

  private static final String FAR_DOWN = "<p style='height:3000px'>Read on</p>";

  private static final String LINK = "<a class=x href=#>Buy now</a>";

  /** Calls {@code show(isIntersecting)} for the element {@code #m}. */
  private static final String OBSERVE =
      "<script>new IntersectionObserver((all) => show(all.at(-1).isIntersecting)).observe(m)</script>";

  private static Object ask(String url, Expectation expectation, String question) {
    return Browsers.with(
        driver -> {
          driver.get(url);
          JavascriptExecutor page = (JavascriptExecutor) driver;
          page.executeScript("scrollTo(0, 100)");
          GoalVerifier.on(driver).verifyHere(expectation);
          return page.executeScript("return " + question);
        });
  }

  @Nested
  class Matches {

    @ParameterizedTest
    @ValueSource(
        strings = {
          // lets clicks through until it has come in, as AOS does
          FAR_DOWN
              + "<style>.in {pointer-events:none} .in.on {pointer-events:auto}</style><p class=in id=m>"
              + LINK
              + "</p><script>let last = 0; addEventListener('scroll', () => {"
              + " const now = Date.now(); if (now - last > 99) { last = now;"
              + " if (m.getBoundingClientRect().top < innerHeight) m.classList.add('on') } })</script>",
          // shows itself when it is looked at, as WOW and ScrollReveal do
          FAR_DOWN
              + "<p id=m style='visibility:hidden'>"
              + LINK
              + "</p><script>setInterval(() => {"
              + " if (m.getBoundingClientRect().top < innerHeight) m.style.visibility = '' },"
              + " 50)</script>",
          // goes again when it is out of sight
          FAR_DOWN
              + "<p id=m style='visibility:hidden'>"
              + LINK
              + "</p>"
              + FAR_DOWN
              + "<script>const show = (is) => m.style.visibility = is ? '' : 'hidden'</script>"
              + OBSERVE,
          // comes a while after
          FAR_DOWN
              + "<p id=m style='visibility:hidden'>"
              + LINK
              + "</p><script>const show = (is) => { if (is)"
              + " setTimeout(() => m.style.visibility = '', 900) }</script>"
              + OBSERVE,
          // in a box that is drawn askew, so that what goes down in it goes aside too
          "<div style='transform:skewX(70deg);overflow:auto;width:200px;height:200px;margin:150px'>"
              + "<div style='width:2500px;height:2500px'><p id=m style='visibility:hidden;"
              + "position:relative;left:900px;top:1200px;width:60px'>"
              + LINK
              + "</p></div></div><script>const show = (is) => { if (is) m.style.visibility = '' }"
              + "</script>"
              + OBSERVE,
          // in a box that scrolls in place of the page
          "<style>body {margin:0} main {height:100vh;overflow:auto}</style><main>"
              + FAR_DOWN
              + "<p id=m style='visibility:hidden'>"
              + LINK
              + "</p></main><script>const show = (is) => m.style.visibility = ''; const root ="
              + " document.querySelector('main'); root.onscroll = () => root.scrollTop > 2000"
              + " && show()</script>",
        })
    void whatComesToLifeWhenAVisitorGetsThere(String body) {
      Verdict verdict = check(CLICK_ON_ELEMENT, ".x", body);

      assertThat(verdict.status()).isEqualTo(Status.MATCHED);
      assertThat(reason(verdict)).isEqualTo("on-scroll");
    }

    @Test
    void aTextThatIsNotShownBefore() {
      String body =
          FAR_DOWN
              + "<p id=m style='visibility:hidden;text-transform:uppercase'>Buy now</p>"
              + "<script>const show = (is) => { if (is) m.style.visibility = '' }</script>"
              + OBSERVE;

      assertThat(reason(check(CLICK_ON_TEXT, "BUY NOW", body))).isEqualTo("on-scroll");
    }

    @Test
    void whatComesWithAFrameThatIsLateAndGoesWhenItIsOutOfSight() {
      String body =
          FAR_DOWN
              + "<p id=m style='visibility:hidden'>"
              + LINK
              + "</p>"
              + FAR_DOWN
              + "<script>requestAnimationFrame = (draw) => setTimeout(draw, 400);"
              + " const show = (is) => requestAnimationFrame(() =>"
              + " m.style.visibility = is ? '' : 'hidden')</script>"
              + OBSERVE;

      // Of a frame in which the driver stands, midagoal's scripts see the page's own functions.
      Verdict verdict = checkInFrame(CLICK_ON_ELEMENT, ".x", body);

      assertThat(reason(verdict)).isEqualTo("on-scroll");
    }

    @Test
    void whatComesAtDifferentPlaces() {
      String script =
          "<script>const show = (is) => { m.style.visibility = is ? '' : 'hidden';"
              + " f.style.visibility = is ? 'hidden' : '' }</script>";
      String url =
          TestPages.page(
              FAR_DOWN
                  + "<p id=m style='visibility:hidden'>"
                  + LINK
                  + "</p>"
                  + FAR_DOWN
                  + "<form id=f style='visibility:hidden'><input><button>Go</button></form>"
                  + script
                  + OBSERVE);

      List<Verdict> verdicts =
          Browsers.with(
              driver ->
                  GoalVerifier.on(driver)
                      .verifyAll(
                          List.of(
                              Expectation.of(goal(CLICK_ON_ELEMENT, ".x", url)),
                              Expectation.of(goal(FORM_SUBMIT, "#f", url)))));

      assertThat(verdicts).extracting(Verdict::status).containsOnly(Status.MATCHED);
    }
  }

  @Nested
  class IsNotSaid {

    @Test
    void ofWhatOnlyLiesFurtherDown() {
      assertThat(reason(check(CLICK_ON_ELEMENT, ".x", FAR_DOWN + LINK))).isEqualTo("MATCHED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"display: none", "visibility: hidden"})
    void ofABarThatAppearsOnceAVisitorHasScrolledElsewhere(String style) {
      String bar =
          "<style>p.bar:not(.on) { %s }</style>".formatted(style)
              + "<p id=m class=bar style='position:fixed;bottom:0'>"
              + LINK
              + "</p>"
              + FAR_DOWN
              + "<script>onscroll = () => m.classList.toggle('on', scrollY > 100)</script>";

      assertThat(reason(check(CLICK_ON_ELEMENT, ".x", bar))).isEqualTo("hidden");
    }

    @Test
    void ofWhatNeverComes() {
      assertThat(
              reason(
                  check(
                      CLICK_ON_ELEMENT,
                      ".x",
                      FAR_DOWN + "<p style='visibility:hidden'>" + LINK + "</p>")))
          .isEqualTo("hidden");
    }
  }

  @Nested
  class ThePage {

    private static final String COUNTS =
        "<script>window.screens = []; addEventListener('scroll', () => screens.push(scrollY))</script>";

    private final String url =
        TestPages.page(
            LINK + FAR_DOWN + "<b class=none style='visibility:hidden'>No</b>" + FAR_DOWN + COUNTS);

    private Object ask(String value, String question) {
      return OnScrollTest.ask(url, Expectation.of(goal(CLICK_ON_ELEMENT, value, url)), question);
    }

    @Test
    void standsWhereItStood() {
      assertThat(ask(".none", "scrollY")).isEqualTo(100L);
    }

    @Test
    void isScrolledToWhatIsOutOfReach() {
      assertThat(ask(".none", "Math.max(...screens) > 2000")).isEqualTo(true);
    }

    @Test
    void isNotScrolledWhenNothingIsOutOfReach() {
      assertThat(ask(".x", "Math.max(100, ...screens)")).isEqualTo(100L);
    }
  }
}
