package io.midagoal.verify;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.goal.GoalType;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Verdict;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The control that a visitor may have to click first, named in the hint for what is hidden. */
@Tag("browser")
class OpenersTest {

  private static final String ENTRY = "<a class=x href=#>Shop</a>";
  private static final Pattern NAMED = Pattern.compile("revealedBy = \"(.*)\"\\.$");

  private static String hint(GoalType type, String value, String body) {
    return check(type, value, body).findings().get(0).hint();
  }

  private static boolean isNamed(String body) {
    return NAMED.matcher(hint(CLICK_ON_ELEMENT, ".x", body)).find();
  }

  /** Each page's control really opens the thing, and stands beside another that does not. */
  @Tag("full")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<button aria-controls=m onclick='m.hidden=0'>Menu</button><nav id=m hidden>%s</nav>",
        "<button class=t data-bs-toggle=collapse data-bs-target=#m onclick='m.hidden=0'>Menu</button>"
            + "<nav id=m hidden>%s</nav>",
        "<button data-toggle=modal data-target=.m onclick='m.hidden=0'>Menu</button>"
            + "<nav id=m class=m hidden>%s</nav>",
        "<button data-bs-toggle=dropdown data-bs-target=#m onclick='m.hidden=0'>Menu</button>"
            + "<nav id=m hidden>%s</nav>",
        "<button data-bs-toggle=offcanvas data-bs-target=#m onclick='m.hidden=0'>Menu</button>"
            + "<nav id=m hidden>%s</nav>",
        "<button data-bs-toggle=pill data-bs-target=#m onclick='m.hidden=0'>Menu</button>"
            + "<nav id=m hidden>%s</nav>",
        "<button data-bs-toggle=tab data-bs-target=#m onclick='m.hidden=0'>Menu</button>"
            + "<nav id=m hidden>%s</nav>",
        "<button aria-controls=m onclick='m.style.width=\"\"'>Menu</button>"
            + "<nav id=m style='width:0;overflow:hidden'>%s</nav>",
        "<button popovertarget=m>Menu</button><nav id=m popover>%s</nav>",
        "<button popovertarget=m popovertargetaction=hide>Close</button>"
            + "<button popovertarget=m>Menu</button><nav id=m popover>%s</nav>",
        "<button commandfor=m command=show-modal>Menu</button><dialog id=m>%s</dialog>",
        "<a href=#m onclick='m.hidden=0'>Menu</a><nav id=m hidden>%s</nav>",
        "<style>#m {display:none} #m:target {display:block}</style>"
            + "<a href=#m>Menu</a><nav id=m>%s</nav>",
        "<button aria-expanded=false onclick='m.hidden=0'>Menu</button><nav id=m hidden>%s</nav>",
        "<h2><button aria-expanded=false onclick='m.style.maxHeight=\"none\"'>Q</button></h2>"
            + "<div id=m style='max-height:0;overflow:hidden'>%s</div>"
            + "<h2><button aria-expanded=false>Q</button></h2><div hidden>A</div>",
        "<details><summary>More</summary>%s</details>",
        "<details class=a><summary>One</summary></details>"
            + "<details class=b><summary>Two</summary>%s</details>",
        "<style>#m {visibility:hidden} #t:checked ~ #m {visibility:visible}</style>"
            + "<input type=checkbox id=t hidden><label for=t>Menu</label><nav id=m>%s</nav>",
        "<style>#m {display:none} :is(#t:checked) ~ #m {display:block}</style>"
            + "<input type=checkbox id=t><nav id=m>%s</nav>",
        "<button role=tab id=tab onclick='m.hidden=0'>Tab</button>"
            + "<div role=tabpanel aria-labelledby=tab id=m hidden>%s</div>",
        "<ul><li><a aria-expanded=false href=# onclick='m.hidden=0'>Menu</a>"
            + "<ul id=m hidden><li>%s</ul></ul>",
        "<nav id=m hidden><button aria-expanded=false>More</button>%s</nav>"
            + "<button aria-expanded=false onclick='m.hidden=0'>Menu</button>",
        "<button aria-controls=w aria-expanded=false onclick='m.hidden=0'>Menu</button>"
            + "<div id=w><nav id=m hidden>%s</nav></div>",
      })
  void isNamedSoThatItCanBePasted(String page) {
    String body = "<button type=button class=other>Other</button>" + page.formatted(ENTRY);
    String hint = hint(CLICK_ON_ELEMENT, ".x", body);
    Matcher named = NAMED.matcher(hint);

    assertThat(named.find()).as(hint).isTrue();
    Verdict verdict =
        check(
            Expectation.of(goal(CLICK_ON_ELEMENT, ".x", TestPages.page(body)))
                .revealedBy(named.group(1)));
    assertThat(reason(verdict)).as(named.group(1)).isEqualTo("MATCHED");
  }

  @Nested
  class IsNamed {

    @Test
    void forAText() {
      assertThat(
              hint(
                  CLICK_ON_TEXT,
                  "Shop now",
                  "<button id=o aria-controls=m>M</button><nav id=m hidden><a href=#>Shop now</a></nav>"))
          .contains("revealedBy = \"#o\"");
    }

    @Test
    void forATextThatIsInAnAttributeAsWell() {
      assertThat(
              hint(
                  CLICK_ON_TEXT,
                  "Shop now",
                  "<img alt='Shop now'><button id=o aria-controls=m>M</button>"
                      + "<nav id=m hidden><a href=#>Shop now</a></nav>"))
          .contains("revealedBy = \"#o\"");
    }

    @Test
    void forAForm() {
      assertThat(
              hint(
                  FORM_SUBMIT,
                  "#f",
                  "<button id=o aria-controls=m>M</button>"
                      + "<div id=m hidden><form id=f><input><button>Go</button></form></div>"))
          .contains("revealedBy = \"#o\"");
    }

    @Test
    void forTheSubmitButtonOfAForm() {
      assertThat(
              hint(
                  FORM_SUBMIT,
                  "#f",
                  "<form id=f><p>Join</p><button type=button id=o aria-controls=m>M</button>"
                      + "<div id=m hidden><input><button>Go</button></div></form>"))
          .contains("revealedBy = \"#o\"");
    }
  }

  /** A control's attributes, and the selector by which it is named. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "id=o class=t                    | #o",
        "id=radix-1 data-testid=o        | [data-testid='o']",
        "class=t                         | button[aria-controls='m']",
        "aria-controls=radix-m class=t   | .t",
        "aria-controls='' aria-expanded=false class=css-1a2b3c | button[aria-expanded]",
      })
  void isNamedByWhatLasts(String attributes, String selector) {
    String body =
        "<button type=button class=other>Other</button>"
            + "<div><button %s aria-controls=m>M</button><nav id=%s hidden>%s</nav></div>"
                .formatted(attributes, attributes.contains("radix-m") ? "radix-m" : "m", ENTRY);

    assertThat(hint(CLICK_ON_ELEMENT, ".x", body)).contains("revealedBy = \"" + selector + "\"");
  }

  /** Where the rule stands that shows the menu once the check box is ticked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#t:checked ~ #m {display:block}",
        "@media all { #t:checked ~ #m {display:block} }",
        "@layer menus { @supports (color: red) { #t:checked ~ #m {display:block !important} } }",
        "#t:checked { ~ #m {display:block} }",
        "@media all { #m { #t:checked ~ & {display:block} } }",
      })
  void isNamedByARuleAnywhereInAStyleSheet(String rule) {
    String body =
        "<style>#m {display:none} %s</style><input type=checkbox id=t><nav id=m>%s</nav>"
            .formatted(rule, ENTRY);

    assertThat(hint(CLICK_ON_ELEMENT, ".x", body)).contains("revealedBy = \"#t\"");
  }

  @Nested
  class IsNotNamed {

    @Test
    void whenItCannotBeClickedItself() {
      assertThat(isNamed("<b hidden aria-controls=m>M</b><nav id=m hidden>" + ENTRY + "</nav>"))
          .isFalse();
    }

    @Test
    void whenTwoThingsAreClosedAroundIt() {
      assertThat(
              isNamed(
                  "<button aria-controls=a>A</button><div id=a hidden><button aria-controls=b>B</button>"
                      + "<div id=b hidden>"
                      + ENTRY
                      + "</div></div>"))
          .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"class=disabled", "aria-disabled=true"})
    void whenItSaysThatItIsDisabled(String how) {
      String body = "<a href=#m %s>M</a><nav id=m hidden>%s</nav>";

      assertThat(isNamed(body.formatted(how, ENTRY))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "popovertarget=m popovertargetaction=hide",
          "commandfor=m command=hide-popover",
          "commandfor=m command=close",
          "commandfor=m command=request-close",
          "aria-controls=m aria-expanded=true",
        })
    void whenItOnlyCloses(String how) {
      String body = "<button %s>X</button><nav id=m popover>%s</nav>";

      assertThat(isNamed(body.formatted(how, ENTRY))).isFalse();
    }

    @Test
    void whenTwoBesideItAreNotExpanded() {
      assertThat(
              isNamed(
                  "<div><button aria-expanded=false>A</button><button aria-expanded=false>B</button>"
                      + "<p></p><nav hidden>"
                      + ENTRY
                      + "</nav></div>"))
          .isFalse();
    }

    @Test
    void whenItLeadsToWhatIsOpenAroundIt() {
      assertThat(isNamed("<a href=#w>W</a><div id=w><nav hidden>" + ENTRY + "</nav></div>"))
          .isFalse();
    }

    @Test
    void whenARuleSpeaksOfAnotherCheckBox() {
      String body =
          "<style>nav { display: none } .on:checked + nav { display: block }</style>"
              + "<input type=checkbox class=off><label for=z>Z</label><nav>%s</nav>";

      assertThat(isNamed(body.formatted(ENTRY))).isFalse();
    }

    @Test
    void whenItMovesSlides() {
      assertThat(
              isNamed(
                  "<button data-bs-target=#c data-bs-slide=next>Next</button><div id=c><div hidden>"
                      + ENTRY
                      + "</div></div>"))
          .isFalse();
    }

    @Test
    void whenItBelongsToSomethingElse() {
      assertThat(
              isNamed(
                  "<button aria-expanded=false aria-controls=y>M</button><nav hidden>"
                      + ENTRY
                      + "</nav>"))
          .isFalse();
    }
  }

  @Test
  void isNeverClickedWhileJudging() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".x",
            "<button aria-controls=m onclick='document.title=\"clicked\"'>M</button><nav id=m hidden>"
                + ENTRY
                + "</nav>");

    assertThat(verdict.page().title()).hasValue("Test");
  }
}
