package io.midagoal.verify;

import static io.midagoal.goal.GoalType.FORM_SUBMIT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.RealInput;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/**
 * Holds verdicts about forms against what real input does: what takes part in the form is filled in
 * by clicks and keys, then every element is clicked and Enter is pressed in every one, each on a
 * fresh page; the document listens for submit events of the form. What has to be opened first stays
 * closed.
 */
@Tag("full")
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class RealSubmitsTest {

  private static final String LISTEN =
      "window.counted = false;"
          + "document.addEventListener('submit', e => {"
          + "  e.preventDefault();"
          + "  if (Element.prototype.matches.call(e.target, '.f')) window.counted = true;"
          + "}, true);"
          // What a click opens would get the clicks that follow.
          + "document.addEventListener('mousedown', e => {"
          + "  if (e.target.localName === 'select') e.preventDefault();"
          + "}, true);";

  /** The middles of all boxes that match, asked from prototypes that no field's name shadows. */
  private static final String MIDDLES =
      "const all = Document.prototype.querySelectorAll.call(document, arguments[0]);"
          + "return Array.from(all, e => {"
          + "  const box = Element.prototype.getBoundingClientRect.call(e);"
          + "  return [box.left + box.width / 2, box.top + box.height / 2, box.width * box.height];"
          + "}).filter(([, , size]) => size > 0);";

  private static final String TYPED = "input:not([type]), input[type=text], input[type=email]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<form class=f><button>Go</button></form>",
        "<form class=f><input type=submit></form>",
        "<form class=f><input type=image alt=Go width=50 height=20></form>",
        "<form class=f><button type=button>Go</button></form>",
        "<form class=f><button type=reset>Go</button></form>",
        "<form class=f><button disabled>Go</button></form>",
        "<form class=f><button disabled>Go</button><button>Go</button></form>",
        "<form class=f><button disabled><b>Go</b></button></form>",
        "<form class=f><fieldset disabled><button>Go</button></fieldset></form>",
        "<form class=f><fieldset disabled><legend><button>Go</button></legend></fieldset></form>",
        "<form class=f id=f></form><button form=f>Go</button>",
        "<form class=f></form><button>Go</button>",
        "<form class=f><input type=submit id=s hidden></form><label for=s>Go</label>",
        "<form class=f><label for=s>Go</label><button id=s disabled hidden></button></form>",
        "<form class=f><details><summary>More</summary><button>Go</button></details></form>",
        "<form class=f action=#x><button type=button onclick='this.form.submit()'>Go</button></form>",
        "<form class=f><button type=button onclick='this.form.requestSubmit()'>Go</button></form>",
        "<form class=f><input type=email></form>",
        "<form class=f><input type=url></form>",
        "<form class=f><input type=radio name=a required hidden><input type=radio name=a><button>Go</button></form>",
        "<form class=f><input type=radio name=a required hidden><input name=a><button>Go</button></form>",
        "<form class=f><fieldset><input required hidden></fieldset><button>Go</button></form>",
        "<form class=f><form><button>Go</button></form></form>",
        "<form><form class=f><button>Go</button></form></form>",
        "<table><form class=f><tr><td><input><td><button>Go</button></tr></form></table>",
        "<dialog open><form class=f method=dialog><button>Go</button></form></dialog>",
        "<form class=f onsubmit='return false'><button>Go</button></form>",
        "<form class=f style='display:none'><button>Go</button></form>",
        // Enter
        "<form class=f><input></form>",
        "<form class=f><input type=search></form>",
        "<form class=f><input type=number></form>",
        "<form class=f><input type=date></form>",
        "<form class=f><input type=time></form>",
        "<form class=f><input type=checkbox></form>",
        "<form class=f><input type=radio></form>",
        "<form class=f><input type=range></form>",
        "<form class=f><input><input></form>",
        "<form class=f><input><input hidden></form>",
        "<form class=f><input><input disabled></form>",
        "<form class=f><input><input type=hidden></form>",
        "<form class=f><input><input type=date></form>",
        "<form class=f><input><textarea></textarea></form>",
        "<form class=f><input hidden><input type=date></form>",
        "<form class=f><input readonly></form>",
        "<form class=f><input disabled></form>",
        "<form class=f><input inert></form>",
        "<form class=f><textarea></textarea></form>",
        "<form class=f><textarea></textarea><button hidden>Go</button></form>",
        "<form class=f><input type=date><button hidden>Go</button></form>",
        "<form class=f><input type=checkbox><button hidden>Go</button></form>",
        "<form class=f><input type=radio><button hidden>Go</button></form>",
        "<form class=f><input type=range><button hidden>Go</button></form>",
        "<form class=f><label>x<input type=checkbox hidden></label><button hidden>Go</button></form>",
        "<form class=f><input><button hidden disabled>Go</button></form>",
        "<form class=f><input><input><button hidden disabled>Go</button><button hidden>Go</button>"
            + "</form>",
        "<form class=f><input type=checkbox><button disabled>Go</button><button hidden>Go</button></form>",
        "<form class=f><input type=date><button disabled>Go</button><button hidden>Go</button></form>",
        "<form class=f><input type=radio><button disabled>Go</button></form>",
        "<form class=f><input><input type=range><button disabled>Go</button><button hidden>Go</button>"
            + "</form>",
        "<form class=f><input type=search><button disabled>Go</button><button hidden>Go</button></form>",
        "<form class=f><input><input><input type=image hidden></form>",
        "<form class=f id=f></form><input form=f>",
        "<form class=f><input type=button value=Go></form>",
        "<form class=f><input><button type=button>Go</button></form>",
        "<form class=f><div contenteditable>x</div></form>",
        // What the browser demands
        "<form class=f><input required><button>Go</button></form>",
        "<form class=f><input type=email required><button>Go</button></form>",
        "<form class=f><input required hidden><button>Go</button></form>",
        "<form class=f><input required style='visibility:hidden'><button>Go</button></form>",
        "<form class=f><input required inert><button>Go</button></form>",
        "<form class=f><input required hidden disabled><button>Go</button></form>",
        "<form class=f><input required hidden readonly><button>Go</button></form>",
        "<form class=f><input required type=hidden><button>Go</button></form>",
        "<form class=f><input required hidden value=x><button>Go</button></form>",
        "<form class=f><fieldset disabled hidden><input required></fieldset><button>Go</button></form>",
        "<form class=f><fieldset hidden><input required></fieldset><button>Go</button></form>",
        "<form class=f novalidate><input required hidden><button>Go</button></form>",
        "<form class=f><input required hidden><button formnovalidate>Go</button></form>",
        "<form class=f><input required hidden><button>1</button><button formnovalidate>2</button>"
            + "</form>",
        "<form class=f><input><input required hidden><button hidden>1</button>"
            + "<button hidden formnovalidate>2</button></form>",
        "<form class=f><input><input required hidden><button hidden formnovalidate>1</button></form>",
        "<form class=f><input hidden value=a pattern=b><button>Go</button></form>",
        "<form class=f><input hidden type=number value=1 min=2><button>Go</button></form>",
        "<form class=f><input hidden type=email value=a><button>Go</button></form>",
        "<form class=f><input id=c hidden><button>Go</button></form>"
            + "<script>c.setCustomValidity('no')</script>",
        "<form class=f id=f><button>Go</button></form><input form=f required hidden>",
        "<form class=f><datalist><input required></datalist><button>Go</button></form>",
        "<form class=f><template><input required></template><button>Go</button></form>",
        "<form class=f><select required hidden><option value=''>x</select><button>Go</button></form>",
        "<form class=f><select required hidden><option>x</select><button>Go</button></form>",
        "<form class=f><select required hidden><option value=''>x</select><select><option>x</select>"
            + "<button>Go</button></form>",
        "<form class=f><label for=t>t</label><input id=t required hidden><button>Go</button></form>",
        "<form class=f><textarea required hidden></textarea><button>Go</button></form>",
        "<form class=f><label>ok<input type=checkbox required hidden></label><button>Go</button></form>",
        "<form class=f><input type=checkbox required hidden><button>Go</button></form>",
        "<form class=f><input type=radio name=r required hidden><label>a<input type=radio name=r"
            + " hidden></label><button>Go</button></form>",
        "<form class=f><input type=radio name=r required hidden><button>Go</button></form>",
        "<form class=f><details><summary>More</summary><input required></details><button>Go</button>"
            + "</form>",
        // Names that shadow what the form itself would answer
        "<form class=f><input name=elements><input name=children><button>Go</button></form>",
        "<form class=f><input name=closest><input name=matches><button>Go</button></form>",
        "<form class=f><input name=parentElement><input name=localName><button>Go</button></form>",
        "<form class=f><input name=getAttribute><input name=id><button>Go</button></form>",
        "<form class=f><input name=querySelectorAll><input name=contains><button>Go</button></form>",
        "<form class=f><input name=getClientRects><input name=submit><button>Go</button></form>",
        "<form class=f><input name=noValidate><input required hidden><button>Go</button></form>",
        "<form class=f><input name=tagName><input name=nodeType><input name=classList></form>",
        "<img name=querySelectorAll><form class=f name=body><input name=ownerDocument></form>",
        "<img name=documentElement><img name=elementFromPoint><form class=f><input></form>",
      })
  void agreeWithTheVerdict(String body) {
    String url = TestPages.page("<style>*{margin:3px}</style>" + body);
    Verdict verdict = Checks.checkAt(FORM_SUBMIT, ".f", url);

    boolean counted = Browsers.with(driver -> countsBySomeAct(driver, url));

    assertThat(verdict.status()).isEqualTo(counted ? Status.MATCHED : Status.BROKEN);
  }

  private static boolean countsBySomeAct(WebDriver driver, String url) {
    driver.get(url);
    ((JavascriptExecutor) driver).executeScript(LISTEN);
    try (RealInput input = RealInput.to(driver)) {
      clickAll(driver, input, "label", () -> {});
      clickAll(driver, input, TYPED, () -> input.type("a@b.example"));
      clickAll(driver, input, "body *:not(details *, label)", input::enter);
      clickAll(driver, input, "label", input::enter);
    }
    return Boolean.TRUE.equals(
        ((JavascriptExecutor) driver).executeScript("return window.counted"));
  }

  private static void clickAll(
      WebDriver driver, RealInput input, String selector, Runnable afterEach) {
    Object middles = requireNonNull(((JavascriptExecutor) driver).executeScript(MIDDLES, selector));
    for (Object middle : (List<?>) middles) {
      List<?> point = (List<?>) middle;
      input.click(number(point.get(0)), number(point.get(1)));
      input.done();
      afterEach.run();
      input.done();
    }
  }

  private static double number(@Nullable Object coordinate) {
    return ((Number) requireNonNull(coordinate)).doubleValue();
  }
}
