package io.midagoal.verify;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.CLICK_ON_TEXT;
import static io.midagoal.goal.GoalType.FORM_SUBMIT;
import static io.midagoal.verify.Checks.check;
import static io.midagoal.verify.Checks.checkInFrame;
import static io.midagoal.verify.Checks.goal;
import static io.midagoal.verify.Checks.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose scripts get in the way of those that judge them. */
@Tag("browser")
class HostilePagesTest {

  private static final String LINK = "<a id=cta href=#>Buy now</a>";
  private static final String FORM = "<form id=join><input name=mail><button>Join</button></form>";

  /** The reasons for goals that are good and goals that are broken, on a page with this script. */
  private static List<String> reasonsWith(String script) {
    String url = TestPages.page("<script>" + script + "</script>" + LINK + FORM);
    List<Expectation> goals =
        List.of(
            Expectation.of(goal(CLICK_ON_ELEMENT, "#cta", url)),
            Expectation.of(goal(CLICK_ON_ELEMENT, "#ctaa", url)),
            Expectation.of(goal(CLICK_ON_TEXT, "Buy now", url)),
            Expectation.of(goal(CLICK_ON_TEXT, "Sell now", url)),
            Expectation.of(goal(FORM_SUBMIT, "#join", url)),
            Expectation.of(goal(FORM_SUBMIT, "#cta", url)));
    return Browsers.with(
        driver -> GoalVerifier.on(driver).verifyAll(goals).stream().map(Checks::reason).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Document.prototype.querySelectorAll = Document.prototype.querySelector = () => []",
        "Element.prototype.querySelectorAll = Element.prototype.querySelector = () => null",
        "Element.prototype.matches = Element.prototype.closest = () => true",
        "for (const n of ['filter', 'map', 'some', 'every', 'find', 'includes', 'slice', 'push'])"
            + " Array.prototype[n] = () => { throw new Error(n) }",
        "Array.from = () => []; Array.prototype[Symbol.iterator] = function* () {}",
        "JSON.stringify = JSON.parse = () => 'no'",
        "Function.prototype.apply = Function.prototype.call = Function.prototype.bind = () => 7",
        "Object.prototype.toJSON = Array.prototype.toJSON = String.prototype.toJSON = () => 'no'",
        "window.Map = window.Set = window.WeakMap = window.Symbol = undefined",
        "window.Promise = function () { throw new Error('no') };",
        "Promise.prototype.then = () => { throw new Error('no') }",
        "window.getComputedStyle = () => ({display: 'none', visibility: 'hidden'})",
        "Document.prototype.elementFromPoint = () => null",
        "Element.prototype.getClientRects = Element.prototype.getBoundingClientRect = () => []",
        "for (const n of ['innerText', 'textContent']) for (const p of [HTMLElement, Node])"
            + " Object.defineProperty(p.prototype, n, {get: () => 'Sell now', configurable: true})",
        "for (const n of ['length', 'value', 'type', 'get', 'set', 'detail', 'goals', 'met'])"
            + " Object.defineProperty(Object.prototype, n, {set() { throw new Error(n) }})",
        "[Object, Array, Function, Element, Node, Document].forEach((o) => Object.freeze(o.prototype))",
        "window.setTimeout = window.requestAnimationFrame = window.MutationObserver = undefined",
        "window.performance = Performance.prototype.now = EventTarget.prototype.dispatchEvent = null",
        "window.addEventListener = EventTarget.prototype.addEventListener = () => {}",
        "window.CustomEvent = window.Event = Event.prototype.preventDefault = undefined",
        "Object.defineProperty(CustomEvent.prototype, 'detail', {get: () => 'no'})",
        "window.rules = window.judge = window.wait = window.ask = window.midagoal = 1",
        "Date.now = performance.now = () => 0",
      })
  void whatAPageOverridesChangesNothing(String script) {
    assertThat(reasonsWith(script))
        .containsExactly("MATCHED", "no-match", "MATCHED", "no-match", "MATCHED", "not-a-form");
  }

  @Test
  void aFrameInWhichTheDriverStandsIsThePage() {
    Verdict verdict = checkInFrame(CLICK_ON_ELEMENT, "#cta", LINK);

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "a\u0000b", "it's \"x\"\\", "a\nb\r\u2028", "\ud83d\ude00"})
  void everyTextArrivesAsItIs(String text) {
    assertThat(reason(check(CLICK_ON_TEXT, text, LINK))).isEqualTo("no-match");
  }
}
