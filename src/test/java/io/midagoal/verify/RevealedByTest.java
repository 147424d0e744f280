package io.midagoal.verify;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.goal.GoalType;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/** Goals behind a control that a visitor clicks first. */
@Tag("browser")
class RevealedByTest {

  private static final String MENU =
      "<button id=open onclick='menu.hidden = false'>Menu</button>"
          + "<nav id=menu hidden><a class=entry href=#>Shop</a></nav>";

  private static Verdict revealed(GoalType type, String value, String opener, String body) {
    return check(Expectation.of(goal(type, value, TestPages.page(body))).revealedBy(opener));
  }

  private static Verdict entryBehindOpen(WebDriver driver, String url) {
    return GoalVerifier.on(driver)
        .verify(Expectation.of(goal(CLICK_ON_ELEMENT, ".entry", url)).revealedBy("#open"));
  }

  @Nested
  class Matches {

    @ParameterizedTest
    @ValueSource(
        strings = {
          // opens after a while, as what is fetched does
          "<button id=open onclick='setTimeout(() => menu.hidden = false, 300)'>Menu</button>"
              + "<nav id=menu hidden><a class=entry href=#>Shop</a></nav>",
          // unfolds
          "<style>#menu {max-height:0;overflow:hidden;transition:max-height .4s .2s}"
              + "#menu.on {max-height:200px}</style>"
              + "<button id=open onclick='menu.classList.add(\"on\")'>Menu</button>"
              + "<nav id=menu><a class=entry href=#>Shop</a></nav>",
          // is built when it is asked for
          "<button id=open onclick='this.insertAdjacentHTML(\"afterend\","
              + " \"<a class=entry href=#>Shop</a>\")'>Menu</button>",
          // opens under the pointer
          "<style>li ul {display:none} li:hover ul {display:block}</style>"
              + "<ul><li><a id=open href=#>Menu</a><ul><li><a class=entry href=#>Shop</a></ul></ul>",
          // needs no script
          "<details><summary id=open>Menu</summary><a class=entry href=#>Shop</a></details>",
          "<button id=open popovertarget=menu>Menu</button>"
              + "<nav id=menu popover><a class=entry href=#>Shop</a></nav>",
          // the first twin is for phones and not shown, the second is far below
          "<b id=open hidden>Menu</b><p style='height:3000px'>"
              + "<button id=open onclick='menu.hidden = false'>Menu</button>"
              + "<nav id=menu hidden><a class=entry href=#>Shop</a></nav>",
          // comes late itself
          "<script>setTimeout(() => document.body.insertAdjacentHTML('beforeend',"
              + " '<button id=open onclick=\"menu.hidden = false\">Menu</button>'), 500)</script>"
              + "<nav id=menu hidden><a class=entry href=#>Shop</a></nav>",
        })
    void whatTheClickBringsOut(String body) {
      assertThat(reason(revealed(CLICK_ON_ELEMENT, ".entry", "#open", body))).isEqualTo("MATCHED");
    }

    @Test
    void aTextInADialog() {
      String body =
          "<button id=open onclick='box.showModal()'>Open</button><dialog id=box>"
              + "<button>Yes, please</button></dialog>";

      assertThat(reason(revealed(CLICK_ON_TEXT, "Yes, please", "#open", body)))
          .isEqualTo("MATCHED");
    }

    @Test
    void aFormInATab() {
      String body =
          "<button role=tab id=tab onclick='panel.hidden = false'>Join</button>"
              + "<div role=tabpanel id=panel hidden><form id=f><input><button>Go</button></form></div>";

      assertThat(reason(revealed(FORM_SUBMIT, "#f", "#tab", body))).isEqualTo("MATCHED");
    }

    @Test
    void althoughTheClickOpensADialogOfTheBrowser() {
      String body =
          "<button id=open onclick='alert(\"Hello\"); menu.hidden = false'>Menu</button>"
              + "<nav id=menu hidden><a class=entry href=#>Shop</a></nav>";

      assertThat(reason(revealed(CLICK_ON_ELEMENT, ".entry", "#open", body))).isEqualTo("MATCHED");
    }

    @Test
    void onThePageThatIsShown() {
      Verdict verdict =
          Browsers.with(
              driver -> {
                driver.get(TestPages.page(MENU));
                return GoalVerifier.on(driver)
                    .verifyHere(
                        Expectation.of(goal(CLICK_ON_ELEMENT, ".entry", "https://example.com/"))
                            .revealedBy("#open"));
              });

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void afterAnAct() {
      String url =
          TestPages.page(
              "<button id=show onclick='o.hidden = 0'>Show</button>"
                  + "<div id=o hidden>"
                  + MENU
                  + "</div>");

      Verdict verdict =
          Browsers.with(
              driver ->
                  GoalVerifier.on(driver)
                      .verifyAfter(
                          Expectation.of(goal(CLICK_ON_ELEMENT, ".entry", url)).revealedBy("#open"),
                          browser -> browser.findElement(By.id("show")).click()));

      assertThat(reason(verdict)).isEqualTo("MATCHED");
    }

    @Test
    void andNothingStaysLaidOutThatThePageDoesNotLayOutItself() {
      String url =
          TestPages.page(
              "<p style='height:3000px'><section style='content-visibility:auto'>"
                  + MENU
                  + "</section>");

      Long animations =
          Browsers.with(
              driver -> {
                Verdict verdict = entryBehindOpen(driver, url);
                assertThat(reason(verdict)).isEqualTo("MATCHED");
                return (Long)
                    ((JavascriptExecutor) driver)
                        .executeScript("return document.getAnimations().length");
              });

      assertThat(animations).isZero();
    }

    @Test
    void butWarnsWhenTheClickLeadsToAnotherPage() {
      String other = TestPages.page("<a class=entry href=#>Shop</a>");

      Verdict verdict =
          revealed(CLICK_ON_ELEMENT, ".entry", "#open", "<a id=open href=" + other + ">Menu</a>");

      assertThat(verdict.status()).isEqualTo(Status.MATCHED);
      assertThat(reason(verdict)).isEqualTo("revealer-leaves");
    }
  }

  @Nested
  class Fails {

    @ParameterizedTest
    @CsvSource({
      "#opne,          'Nothing on the page matches the selector \"#opne\".'",
      "#open:visible,  The value uses a jQuery extension",
      "#gone,          it has display: none",
      "#under,         covers it and takes the click"
    })
    void whenTheControlCannotBeClicked(String opener, String why) {
      Verdict verdict =
          revealed(
              CLICK_ON_ELEMENT,
              ".entry",
              opener,
              MENU
                  + "<b id=gone hidden>Menu</b><div style='position:relative'><b id=under>Menu</b>"
                  + "<i style='position:absolute;inset:0'></i></div>");

      assertThat(reason(verdict)).isEqualTo("revealer-unusable");
      assertThat(verdict.findings().get(0).message()).contains(why);
    }

    @Test
    void andSuggestsTheControlThatWasMeant() {
      Verdict verdict = revealed(CLICK_ON_ELEMENT, ".entry", "#opne", MENU);

      assertThat(verdict.findings().get(0).hint()).contains("revealedBy = \"#open\"");
    }

    @Test
    void whenTheClickDoesNotBringItOut() {
      Verdict verdict =
          revealed(CLICK_ON_ELEMENT, ".entry", "#other", "<b id=other>Other</b>" + MENU);

      assertThat(reason(verdict)).isEqualTo("hidden");
      assertThat(verdict.findings().get(0).message()).contains("after a click on <b id=\"other\">");
      assertThat(verdict.findings().get(0).hint()).contains("That click does not reveal it");
    }

    @Test
    void whenTheClickDoesNotBringOutAText() {
      Verdict verdict =
          revealed(CLICK_ON_TEXT, "Log out", "#open", "<b id=open>Menu</b><p hidden>Log out</p>");

      assertThat(reason(verdict)).isEqualTo("text-not-shown");
      assertThat(verdict.findings().get(0).hint()).contains("That click does not reveal it");
    }

    @Test
    void butSaysWhatIsWrongWithAFormThatItBroughtOut() {
      String form = "<form id=f><input name=vat required hidden><button>Go</button></form>";

      Verdict verdict = revealed(FORM_SUBMIT, "#f", "#open", "<b id=open>Menu</b>" + form);

      assertThat(reason(verdict)).isEqualTo("no-submit");
      assertThat(verdict.findings().get(0).hint()).contains("Remove the constraint");
    }

    @Test
    void whenTheClickOpensAWindow() {
      String other = TestPages.page("<a class=entry href=#>Shop</a>");
      String url = TestPages.page("<a id=open target=_blank href=" + other + ">Menu</a>");

      int windows =
          Browsers.with(
              driver -> {
                Verdict verdict = entryBehindOpen(driver, url);
                assertThat(verdict.findings().get(0).message()).contains("opened a new window");
                return driver.getWindowHandles().size();
              });

      assertThat(windows).isEqualTo(1);
    }

    @Test
    void forAPageThatIsNotThere() {
      Verdict verdict =
          check(
              Expectation.of(goal(CLICK_ON_ELEMENT, ".entry", TestPages.status(404)))
                  .revealedBy("#open"));

      assertThat(reason(verdict)).isEqualTo("page-status");
    }
  }

  @Nested
  class Together {

    @Test
    void goalsWithOtherControlsDoNotDisturbEachOther() {
      String url =
          TestPages.page(
              "<a class=plain href=#>Buy</a><div style='height:40px'>"
                  + "<button id=a onclick='one.hidden = 0; two.hidden = 1'>A</button>"
                  + "<button id=b onclick='two.hidden = 0; one.hidden = 1'>B</button></div>"
                  + "<p id=one hidden><a class=one href=#>1</a>"
                  + "<p id=two hidden><a class=two href=#>2</a>");

      List<Verdict> verdicts =
          Browsers.with(
              driver ->
                  GoalVerifier.on(driver)
                      .verifyAll(
                          List.of(
                              Expectation.of(goal(CLICK_ON_ELEMENT, ".one", url)).revealedBy("#a"),
                              Expectation.of(goal(CLICK_ON_ELEMENT, ".two", url)).revealedBy("#b"),
                              Expectation.of(goal(CLICK_ON_ELEMENT, ".plain", url)),
                              Expectation.of(goal(CLICK_ON_ELEMENT, ".one", url)))));

      assertThat(verdicts)
          .extracting(Verdict::summary)
          .containsExactly("MATCHED", "MATCHED", "MATCHED", "BROKEN: hidden");
    }
  }
}
