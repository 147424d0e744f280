package io.midagoal.verify;

import static io.midagoal.goal.GoalType.CLICK_ON_TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.RealInput;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/**
 * Holds verdicts about texts against real mouse clicks all over the upper left of a page, and
 * whether one of them lands in an innermost element, or in a control, whose {@code innerText} has
 * the text. The rows keep to texts on which {@code innerText} and a reader agree.
 */
@Tag("full")
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class RealTextsTest {

  private static final int WIDTH = 200;
  private static final int HEIGHT = 100;
  private static final int STEP = 8;

  private static final String LISTEN =
      "window.counted = false;"
          + "const getter = (type, name) => Object.getOwnPropertyDescriptor(type.prototype, name).get;"
          + "const kids = getter(Element, 'children');"
          + "const up = getter(Node, 'parentElement');"
          + "const read = text => text.replace(/\\s+/g, ' ').trim();"
          + "const wanted = arguments[0];"
          + "const shows = e => read(e.innerText ?? e.textContent).includes(wanted);"
          + "const isControl = e => Element.prototype.matches.call(e, 'a, button, label, summary, select, option,"
          + "  [role=button], [role=link]');"
          + "const counts = e => e !== null && (shows(e) && (isControl(e) || ![...kids.call(e)].some(shows))"
          + "  || counts(up.call(e)));"
          + "document.addEventListener('click', e => {"
          + "  e.preventDefault();"
          + "  if (counts(e.target)) window.counted = true;"
          + "}, true);";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Buy | <a href=#>Buy</a>",
        "Buy now | <a href=#>Buy <b>now</b></a>",
        "Buy now | <p>Buy <b>now</b></p>",
        "Buy now | <div><span>Buy now</span><button>x</button></div>",
        "Buy | <a href=#>+<span style='pointer-events:none'>Buy</span></a>",
        "Buy | <p>+<span style='pointer-events:none'>Buy</span></p>",
        "Buy | <div style='pointer-events:none'><a href=# style='pointer-events:auto'>Buy</a></div>",
        "Buy | <p style='padding:20px'><b style='pointer-events:none'>Buy</b><i>Sell</i></p>",
        "Buy | <p style='font-size:0'>Buy</p>",
        "Buy | <button>+<span style='font-size:0'>Buy</span></button>",
        "Buy | <p style='opacity:0'>Buy</p>",
        "Buy | <p style='color:transparent'>Buy</p>",
        "Buy | <p style='visibility:hidden'>Buy</p>",
        "Buy | <p style='text-indent:-999px'>Buy</p>",
        "Buy | <p style='position:absolute;clip:rect(0,0,0,0)'>Buy</p>",
        "Buy | <button>+<span style='position:absolute;clip:rect(0,0,0,0)'>Buy</span></button>",
        "Buy | <div style='height:0;overflow:hidden'>Buy</div>",
        "Buy | <button disabled>Buy</button>",
        "Buy | <button disabled><span>Buy</span></button>",
        "Buy | <div style='padding:20px'><button disabled>Buy</button></div>",
        "Buy | <label for=c>Buy</label><input id=c type=checkbox>",
        "Buy | <label><input type=checkbox><b style='pointer-events:none'>Buy</b></label>",
        "Buy | <details><summary>More</summary><p>Buy</details>",
        "Buy | <details><summary>Buy</summary><p>More</details>",
        "Buy | <select multiple size=3><option>Sell<option>Buy</select>",
        "Buy | <select multiple size=3 disabled><option>Sell<option>Buy</select>",
        "Buy | <table><tr><td>Sell<td>Buy</table>",
        "Sell Buy | <table><tr><td>Sell<td>Buy</table>",
        "Buy | <p>Buy</p><div style='position:absolute;inset:0'></div>",
        "Buy | <p>Buy</p><div style='position:absolute;inset:0;pointer-events:none'></div>",
        "Buy | <svg width=90 height=40><text y=30>Buy</text></svg>",
        "Buy | <svg width=90 height=40><text y=30 pointer-events=none>Buy</text></svg>",
        "Buy | <a href=#><svg width=90 height=40><text y=30 pointer-events=none>Buy</text></svg></a>",
        "Buy | <div id=h>Buy</div><script>h.attachShadow({mode:'open'}).innerHTML='<slot>'</script>",
        "Buy | <div id=h>Buy</div><script>h.attachShadow({mode:'open'}).innerHTML='x'</script>",
        "Buy | <div style='display:contents'>Buy</div>",
        "Buy | <form><input name=children><input name=matches>Buy</form>",
        "BUY | <p style='text-transform:uppercase'>Buy</p>",
        "Buy | <p style='text-transform:uppercase'>Buy</p>",
        "Buy now | <p>Buy<br>now</p>",
        "Buynow | <p>Buy<wbr>now</p>",
        "Buy | <dialog>Buy</dialog>",
        "Buy | <main inert><p>Buy</p></main>",
        "Buy | <iframe srcdoc='Buy'></iframe>",
      })
  void agreeWithTheVerdict(String value, String body) {
    String url = TestPages.page(body);
    Verdict verdict = Checks.checkAt(CLICK_ON_TEXT, value, url);

    boolean counted = Browsers.with(driver -> countsOnSomeClick(driver, url, value));

    assertThat(verdict.status()).isEqualTo(counted ? Status.MATCHED : Status.BROKEN);
  }

  private static boolean countsOnSomeClick(WebDriver driver, String url, String value) {
    driver.get(url);
    JavascriptExecutor scripts = (JavascriptExecutor) driver;
    scripts.executeScript(LISTEN, value);
    try (RealInput input = RealInput.to(driver)) {
      input.clickGrid(WIDTH, HEIGHT, STEP * 2, STEP);
    }
    return Boolean.TRUE.equals(scripts.executeScript("return window.counted"));
  }
}
