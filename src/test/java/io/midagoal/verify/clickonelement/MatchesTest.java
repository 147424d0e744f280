package io.midagoal.verify.clickonelement;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import io.midagoal.verify.GoalVerifier;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a click on an element matches, and what it does not. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class MatchesTest {

  @ParameterizedTest
  @ValueSource(strings = {".cta:hover", "p:hover .cta", ":hover > .cta"})
  void whatItMatchesOnlyUnderThePointer(String selector) {
    String body = "<p><a class=cta href=#>Buy</a></p>";

    assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo("MATCHED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".md\\:hover\\:bold", "[title=':hover']", "[title=\"a :hover\"]", "[href]:HOVER"})
  void namesInWhichThePointerIsJustAWord(String selector) {
    String body = "<a class='md:hover:bold' title=':hover' href=#>A</a><a title='a :hover'>B</a>";

    assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo("MATCHED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:hover + .cta", "a:hover ~ .cta"})
  void nothingThatThePointerWouldHaveToBeBeside(String selector) {
    String body = "<a href=#>Other</a><b class=cta>Buy</b>";

    assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo("no-match");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#terms:checked", "label:has(:checked)", "#free:checked, .none"})
  void aBoxThatIsTickedByTheClickItself(String selector) {
    String body = "<label><input type=checkbox id=terms>Terms</label><input type=radio id=free>";

    assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo("MATCHED");
  }

  @Test
  void aBoxThatAClickUnticks() {
    String body = "<input type=checkbox id=terms>";

    assertThat(reason(check(CLICK_ON_ELEMENT, "#terms:not(:checked)", body))).isEqualTo("MATCHED");
  }

  @Test
  void notWhatStandsBesideABoxThatTheClickDoesNotTickInTime() {
    String body = "<input type=checkbox id=terms><label for=terms>Terms</label>";

    assertThat(reason(check(CLICK_ON_ELEMENT, "#terms:checked + label", body)))
        .isEqualTo("no-match");
  }

  @ParameterizedTest
  @ValueSource(strings = {"button:focus", "form:focus-within button", "form :focus"})
  void whatHasTheFocusAsSoonAsItIsPressed(String selector) {
    String body = "<form><button type=button>Buy</button></form>";

    assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo("MATCHED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"b:focus", "button:focus + b"})
  void notWhatPressingDoesNotFocus(String selector) {
    String body = "<button>Buy</button><b>now</b>";

    assertThat(reason(check(CLICK_ON_ELEMENT, selector, body))).isEqualTo("no-match");
  }

  @ParameterizedTest
  @ValueSource(strings = {"i { visibility: hidden }", "i { display: none }"})
  void whatIsShownAsSoonAsThePointerIsThere(String rule) {
    String body =
        "<style>%s p:hover i { visibility: visible; display: inline }</style><p>Row <i>link</i>"
            .formatted(rule);

    assertThat(reason(check(CLICK_ON_ELEMENT, "p i", body))).isEqualTo("MATCHED");
  }

  @Test
  void notWhatIsShownBesideThePlaceWhereThePointerHasToBeFirst() {
    String body =
        "<style>ul { display: none; position: absolute; top: 60px } p:hover + ul { display: block }"
            + " div:hover ul { display: block } div { height: 20px }</style>"
            + "<div>Menu<ul><li><a class=cta href=#>Buy</a></ul></div>";

    assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("hidden");
  }

  @Test
  void anElementInASlotThatScrolls() {
    String body =
        "<div id=h><p style='height:2000px'>Text</p><a class=cta href=#>Buy</a></div><script>"
            + "h.attachShadow({mode: 'open'}).innerHTML ="
            + " '<div style=\"height:200px;overflow:auto\"><slot></slot></div>';</script>";

    assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("MATCHED");
  }

  @Test
  void anElementInABoxThatScrollsAndIsDrawnSmall() {
    String body =
        "<div style='height:100px;width:150px;overflow:auto;transform:scale(.25)'>"
            + "<p style='height:2200px'>Text</p><a class=cta href=#>Buy</a><p>End</p></div>";

    assertThat(reason(check(CLICK_ON_ELEMENT, ".cta", body))).isEqualTo("MATCHED");
  }

  @Test
  void oneThatIsInViewBehindHundredsThatAreClippedAway() {
    String body =
        "<div style='height:0;overflow:hidden'>"
            + "<i class=cta>a</i>".repeat(250)
            + "</div><p style='height:200px'>Text</p><i class=cta>b</i>";

    assertThat(check(CLICK_ON_ELEMENT, ".cta", body).status()).isEqualTo(Status.MATCHED);
  }

  @Test
  void onlyTheUpperOneOfTwoThatLieOnEachOther() {
    String layer = "<a class=cta style='position:absolute;inset:0'>%s</a>";
    String url =
        TestPages.page(
            "<div style='position:relative;height:40px'>"
                + layer.formatted("Under")
                + layer.formatted("Over")
                + "</div>");

    Verdict verdict = check(Expectation.of(goal(CLICK_ON_ELEMENT, ".cta", url)).unique());

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void anElementFarToTheRight() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=cta href=# style='position:absolute;left:5000px'>Buy</a>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void notWhatItMatchesOnlyWithoutThePointer() {
    String body = "<a class=cta href=#>Buy</a>";

    assertThat(check(CLICK_ON_ELEMENT, ".cta:not(:hover)", body).status()).isEqualTo(Status.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {":hover", ":focus", ":focus-within"})
  void andSuggestsTheSelectorWithoutWhatThePointerChanges(String state) {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta:not( " + state + " )", "<a class=cta href=#>Buy</a>");

    assertThat(verdict.findings().get(0).suggestion()).hasValue(".cta");
  }

  @Test
  void anElementInView() {
    Verdict verdict = check(CLICK_ON_ELEMENT, ".cta", "<a class=\"cta\" href=\"#\">Buy</a>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void anElementThatHasToBeScrolledTo() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div style=\"height:5000px\"></div><a class=\"cta\" href=\"#\">Buy</a>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void textWithoutABoxOfItsOwnThatHasToBeScrolledTo() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div style=\"height:5000px\"></div><a class=\"cta\" href=\"#\" style=\"display:contents\">Buy</a>"
                + "<div style=\"height:5000px\"></div>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void textOfWhichTheMiddleIsNowhere() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div style=\"height:5000px;width:5000px\"></div>"
                + "<a class=\"cta\" href=\"#\" style=\"margin-left:9000px\">Buy it</a>"
                + "<div style=\"height:5000px\"></div>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void anElementInABoxThatHasToBeScrolled() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div style=\"height:100px;overflow:auto\"><p style=\"height:900px\"></p><a class=\"cta\" href=\"#\">Buy</a></div>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  /** The reason after a real click: a box may be thought to scroll elsewhere than it does. */
  private String probed(String body) {
    String url = TestPages.page(body);
    return reason(checkAt(CLICK_ON_ELEMENT, ".cta", url, Expectation::probe));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rotate: -90deg",
        "transform: rotate(30deg)",
        "transform: skewX(45deg)",
        "transform: skewX(70deg)",
        "transform: skewY(45deg)",
        "transform: skew(40deg, 40deg)",
        "transform: perspective(600px) rotateX(50deg)",
        "transform: perspective(600px) rotateY(50deg)"
      })
  void anElementInATurnedBoxThatHasToBeScrolled(String turned) {
    String body =
        "<div style='%s; overflow: auto; width: 200px; height: 200px; margin: 60px'>"
                .formatted(turned)
            + "<div style='width: 1500px; height: 1500px'><a class=cta href=#"
            + " style='position: relative; left: 700px; top: 800px'>Buy</a></div></div>";

    assertThat(probed(body)).isEqualTo("probed");
  }

  @Test
  void anElementInATurnedBoxThatIsHardlyLargerThanItsScrollbars() {
    String body =
        "<div style='transform: rotate(45deg); overflow: scroll; width: 30px; height: 30px'>"
            + "<div style='overflow-x: hidden; height: 20px; position: absolute; inset: 0'>"
            + "<a href=#>Log in</a><ul class=cta><li>Buy now<li>Two</ul></div></div>";

    assertThat(probed(body)).isEqualTo("probed");
  }

  @Test
  void anElementOfWhichOnlyTheFarRightEndBesideTheScrollbarIsFree() {
    String body =
        "<style>body { margin: 0; width: 3000px; height: 3000px }"
            + " .cta { width: 3000px; height: 20px }"
            + " i { position: absolute; left: 0; top: 0; width: 2994px; height: 300px }"
            + "</style><button class=cta>Buy</button><i></i>";

    assertThat(probed(body)).isEqualTo("probed");
  }

  @ParameterizedTest
  @CsvSource({"ltr, 38", "rtl, -2"})
  void aListItemOfNoWidthByWhatIsFreeOfItsMarker(String direction, int covered) {
    String body =
        "<ul dir=%s style='overflow: hidden; width: 0; height: 90px'><li class=cta>Buy</ul>"
                .formatted(direction)
            + "<i style='position: fixed; left: %dpx; width: 20px; top: 0; bottom: 0'></i>"
                .formatted(covered);

    assertThat(probed(body)).isEqualTo("probed");
  }

  @ParameterizedTest
  @CsvSource({"auto, hidden", "hidden, auto"})
  void anElementInABoxThatScrollsOneWayOnly(String across, String down) {
    boolean isFarRight = across.equals("auto");
    String body =
        "<div style='width: 200px; height: 200px; overflow-x: %s; overflow-y: %s'>"
                .formatted(across, down)
            + "<a class=cta href=# style='display: block; width: 80px; margin: %s'>Buy</a></div>"
                .formatted(isFarRight ? "0 900px" : "900px 0");

    assertThat(probed(body)).isEqualTo("probed");
  }

  @Test
  void anElementOnAPageInQuirksModeWhoseBodyScrollsByItself() {
    String url =
        TestPages.html(
            "<html style='overflow: auto'><body style='overflow: auto; height: 200px'>"
                + "<p style='height: 900px'></p><a class=cta href=#>Buy</a>");

    assertThat(reason(checkAt(CLICK_ON_ELEMENT, ".cta", url))).isEqualTo("MATCHED");
  }

  @Test
  void anElementFarDownThatIsLaidOutOnlyWhenItComesIntoView() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div style='height:5000px'></div><div style='content-visibility:auto;"
                + "contain-intrinsic-size:auto 900px'><p>Text</p><a class=cta href='#'>Buy</a></div>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void anElementInAFormWhoseFieldsShadowTheDom() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<form><input name=parentElement><input name=scrollTop><a class=cta>Buy</a></form>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void anElementWhoseChildLiesOnTopOfIt() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=\"cta\" href=\"#\"><b style=\"display:block\">Buy</b></a>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void anElementOfNoSizeWhoseChildCanBeClicked() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div class=\"cta\" style=\"height:0\"><a href=\"#\">Buy</a></div>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void anElementWithoutABoxOfItsOwn() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div class=\"cta\" style=\"display:contents\"><a href=\"#\">Buy</a></div>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void anElementThatIsCoveredInItsMiddleOnly() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div class=\"cta\" style=\"width:300px;height:90px\">Buy</div><p style=\"position:absolute;left:100px;top:20px;width:120px;height:50px;background:red\">x</p>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void anElementInABodyThatScrollsByItself() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<style>html,body{overflow-x:hidden;height:100%}</style>"
                + "<div style='height:3000px'></div><a class=cta href='#'>Buy</a>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void whatANarrowStripIsFreeOfHoweverManyGoalsAreCovered() {
    String row = "<div style='position:relative;width:181px;height:20px'>";
    String link = "<a class=%s href=# style='display:block;height:20px'>Buy</a>";
    String above = "<i style='position:absolute;top:0;height:20px;left:%dpx;width:%dpx'></i>";
    String covered = row + link + above.formatted(0, 181) + "</div>";
    StringBuilder page = new StringBuilder("<style>body{margin:0}</style>");
    IntStream.range(0, 22).mapToObj(i -> covered.formatted("n" + i)).forEach(page::append);
    page.append(row).append(link.formatted("cta"));
    page.append(above.formatted(0, 51)).append(above.formatted(53, 128)).append("</div>");
    String url = TestPages.page(page.toString());
    List<Expectation> goals =
        Stream.concat(IntStream.range(0, 22).mapToObj(i -> ".n" + i), Stream.of(".cta"))
            .map(selector -> Expectation.of(goal(CLICK_ON_ELEMENT, selector, url)))
            .toList();

    List<Verdict> verdicts =
        Browsers.with(
            driver -> GoalVerifier.on(driver).timeout(Duration.ofSeconds(15)).verifyAll(goals));

    assertThat(verdicts.get(22).status()).isEqualTo(Status.MATCHED);
  }

  @Test
  void whatIsFixedAndFreeAtTheEndOfThePageOnly() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div style='position:absolute;z-index:1;top:0;width:100%;height:2000px'></div>"
                + "<div style='height:4000px'></div>"
                + "<a class=cta href=# style='position:fixed;left:9px;bottom:9px'>Buy</a>");

    assertThat(verdict.status()).isEqualTo(Status.MATCHED);
  }

  @Test
  void whatIsFreeAtTheEndOfThePageOnlyAndOnceACoverHasGone() {
    // So small that there is one point to click only, which each look tries at each place.
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<body style='margin:0'><div style='height:4000px'></div>"
                + "<i style='position:absolute;z-index:1;left:0;top:0;width:100%;"
                + "height:calc(4000px - 100vh + 290px)'></i>"
                + "<button class=cta style='position:fixed;left:9px;top:300px;width:1px;height:1px;"
                + "padding:0;border:0'></button>"
                + "<div id=cover style='position:fixed;z-index:2;inset:0'></div>"
                + "<script>setTimeout(() => cover.remove(), 3000)</script>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void whatMovesToWhereAnotherWasCoveredWhenMoreIsLaidOut() {
    String url =
        TestPages.page(
            "<style>button { display: block; width: 90px; height: 100px }</style>"
                + "<div style='position:fixed;bottom:-6000px;height:6600px'>"
                + "<div style='position:absolute;bottom:0'>"
                + "<div style='position:relative'><button id=a></button>"
                + "<i style='position:absolute;inset:0'></i></div>"
                + "<button id=c></button><div style='height:6000px'></div>"
                + "<div style='content-visibility:auto'><button id=b></button></div>"
                + "</div></div>");

    List<Verdict> verdicts =
        Browsers.with(
            driver ->
                GoalVerifier.on(driver)
                    .verifyAll(
                        Stream.of("#a", "#b", "#c")
                            .map(value -> Expectation.of(goal(CLICK_ON_ELEMENT, value, url)))
                            .toList()));

    assertThat(verdicts.get(2).status()).isEqualTo(Status.MATCHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"position: fixed; left: 0; top: 0", "position: sticky; left: 0"})
  void whatStaysAndIsFreeAtTheRightEndOfThePageOnly(String staying) {
    String body =
        "<body style='margin: 0; width: 3000px; height: 9px'><a class=cta href=# style='%s'>Buy</a>"
                .formatted(staying)
            + "<i style='position: absolute; left: 0; top: 0; height: 90px;"
            + " width: calc(3000px - 100vw)'></i>";

    assertThat(probed(body)).isEqualTo("probed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"top: 0", "top: 100vh"})
  void whatIsFixedAndFreeInACornerOfThePageOnly(String covered) {
    String body =
        "<style>body { margin: 0; width: 3000px; height: 3000px } i { position: absolute }</style>"
            + "<a class=cta href=# style='position: fixed; left: 0; top: 0'>Buy</a>"
            + "<i style='left: 0; top: 0; height: 3000px; width: calc(3000px - 100vw)'></i>"
            + "<i style='left: 0; width: 3000px; height: calc(3000px - 100vh); %s'></i>"
                .formatted(covered);

    assertThat(probed(body)).isEqualTo("probed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"top: 0", "top: 100vh"})
  void whatIsFixedAndFreeAtTheLeftOfAPageThatAScriptHasScrolled(String covered) {
    String body =
        "<style>body { margin: 0; width: 30000px; height: 3000px } i { position: absolute }</style>"
            + "<a class=cta href=# style='position: fixed; left: 0; top: 0'>Buy</a>"
            + "<i style='left: 100vw; top: 0; height: 3000px; width: calc(30000px - 100vw)'></i>"
            + "<i style='left: 0; width: 30000px; height: calc(3000px - 100vh); %s'></i>"
                .formatted(covered)
            + "<script>scrollTo(30000, 1500)</script>";

    assertThat(probed(body)).isEqualTo("probed");
  }

  @Test
  void whatIsFixedBeneathAPageThatEndsAboveIt() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<style>body { margin: 0; padding-bottom: 90px }"
                + " main { height: 9000px; background: #fff; position: relative; z-index: 1 }"
                + " footer { position: fixed; bottom: 0; height: 90px; width: 100% }</style>"
                + "<main>Read on</main><footer><a class=cta href=#>Buy</a></footer>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void anElementWhoseMiddlePositionIsCovered() {
    String banner = "<div style='position:fixed;left:0;right:0;height:60vh;background:red;";
    Verdict below =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div style='height:2000px'></div><a class=cta href='#'>Buy</a>"
                + "<div style='height:2000px'></div>"
                + banner
                + "bottom:0'></div>");

    assertThat(reason(below)).isEqualTo("MATCHED");
  }

  @Test
  void anElementUnderAHeaderThatCoversMoreThanHalf() {
    String banner = "<div style='position:fixed;left:0;right:0;height:60vh;background:red;";
    Verdict above =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div style='height:2000px'></div><a class=cta href='#'>Buy</a>"
                + "<div style='height:2000px'></div>"
                + banner
                + "top:0'></div>");

    assertThat(reason(above)).isEqualTo("MATCHED");
  }

  @Test
  void anElementOfWhichOnlyALateDescendantCanBeClicked() {
    String hidden = "<i hidden></i>".repeat(100);
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<div class=cta style='height:0'>" + hidden + "<a href='#'>Buy</a></div>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void theOneThatIsShownAfterHundredsThatAreHidden() {
    String hidden = "<a class=cta hidden>Buy</a>".repeat(300);
    Verdict verdict = check(CLICK_ON_ELEMENT, ".cta", hidden + "<a class=cta href='#'>Buy</a>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void aLinkThatWrapsOverTwoLines() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<p style=\"width:200px\">A text that goes on and <a class=\"cta\" href=\"#\">ends here</a> so</p>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void anInvisibleCheckBoxThroughItsLabel() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            "#agree",
            "<input id=\"agree\" type=\"checkbox\" style=\"position:absolute;left:-99px\"><label for=\"agree\">I agree</label>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @ParameterizedTest
  @CsvSource({
    "<br>, left: 10px; right: 0",
    "<span style=display:block></span>, left: 0; right: 25px"
  })
  void aControlWhoseLabelHasABreakAndOnlyAStripIsFree(String with, String covered) {
    String body =
        "<body style='margin: 0; width: 9000px'><p style='margin-left: 3000px'>"
            + "<label><input class=cta type=checkbox hidden>Accept%sit</label></p>".formatted(with)
            + "<i style='position: fixed; top: 0; bottom: 0; %s'></i>".formatted(covered);

    assertThat(probed(body)).isEqualTo("probed");
  }

  @Test
  void aControlByTheTextThatRunsOutOfItsLabel() {
    String body =
        "<label style='position: fixed; left: -200px; top: 0; width: 180px; white-space: pre'>"
            + "<input class=cta type=radio>A text that is longer than what holds it is</label>";

    assertThat(probed(body)).isEqualTo("probed");
  }

  @Test
  void aControlInsideItsLabel() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            "#agree",
            "<label><input id=\"agree\" type=\"checkbox\" hidden> I agree</label>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void theSecondOfTwoWhenTheFirstIsHidden() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=\"cta\" hidden>Buy</a><a class=\"cta\" href=\"#\">Buy</a>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void anElementOfOpacityZeroWithAWarning() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<a class=\"cta\" href=\"#\" style=\"opacity:0\">Buy</a>");

    assertThat(reason(verdict)).isEqualTo("transparent");
  }

  @Test
  void anElementBesideAnOpenDialogThatHoldsIt() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<dialog id=\"d\"><button class=\"cta\">Buy</button></dialog><script>d.showModal()</script>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void selectorsWithQuotesAndBackslashes() {
    String body = "<a id=\"it's\" data-x='\"\\\\' href='#'>Buy</a>";

    Verdict verdict = check(CLICK_ON_ELEMENT, "[id=\"it's\"]", body);

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }
}
