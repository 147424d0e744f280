package io.midagoal.verify;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.verify.Checks.goal;
import static io.midagoal.verify.Checks.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.testing.TestSockets;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Verdict;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/**
 * How long a page is waited for: a table of pages, each with its verdict and what ended the wait.
 * The waits of a table run side by side, since a wait is mostly idle.
 */
@Tag("browser")
class WaitingTest {

  private static final String LINK = "<a id=cta href=/buy>Buy</a>";

  /** Adds the link; takes it away; and something that goes on for ever. */
  private static final String HELPERS =
      "<p id=t></p><script>const add = () => document.body.insertAdjacentHTML('beforeend', '"
          + LINK
          + "'); const take = () => document.getElementById('cta').remove();"
          + "const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));</script>";

  private static final String BUILT = "MATCHED met";
  private static final String TAKEN = "no-match settled";

  private static final ExecutorService SIDE_BY_SIDE = Executors.newFixedThreadPool(4);

  @AfterAll
  static void end() {
    SIDE_BY_SIDE.shutdown();
  }

  private interface Driven {
    WebDriver by(WebDriver driver);
  }

  /** Pages with the verdict on {@code #cta} that each must get. */
  private static final class Table {
    private final List<Row> rows = new ArrayList<>();
    private final Driven driven;

    private record Row(String name, Future<String> found, String expected) {}

    Table(Driven driven) {
      this.driven = driven;
    }

    Table page(String name, String body, String expected) {
      return at(name, TestPages.page(HELPERS + body), expected);
    }

    Table script(String name, String script, String expected) {
      return page(name, "<script>" + script + "</script>", expected);
    }

    /** A page with the link and a script. */
    Table withLink(String name, String script, String expected) {
      return page(name, LINK + "<script>" + script + "</script>", expected);
    }

    Table at(String name, String url, String expected) {
      rows.add(new Row(name, SIDE_BY_SIDE.submit(() -> outcome(driven, url)), expected));
      return this;
    }

    Stream<DynamicTest> tests() {
      return rows.stream()
          .map(
              row ->
                  DynamicTest.dynamicTest(
                      row.name, () -> assertThat(row.found.get()).isEqualTo(row.expected)));
    }
  }

  private static String outcome(Driven driven, String url) {
    Verdict verdict =
        Browsers.with(
            driver ->
                GoalVerifier.on(driven.by(driver))
                    .timeout(Duration.ofSeconds(10))
                    .verify(goal(CLICK_ON_ELEMENT, "#cta", url)));
    if (Boolean.getBoolean("waiting.show")) {
      System.err.println(reason(verdict) + " " + verdict.timing() + " " + url);
    }
    return reason(verdict) + verdict.timing().waitEndedBy().map(end -> " " + end.word()).orElse("");
  }

  private static Table withCdp() {
    return new Table(driver -> driver);
  }

  private static String text(long delayMs) {
    return TestPages.slow(LINK, delayMs);
  }

  private static String code(String script, long delayMs) {
    return TestPages.slow("text/javascript", script, delayMs);
  }

  /** Fetches what an address answers and shows it. */
  private static String fetching(String url) {
    return "fetch('"
        + url
        + "').then((r) => r.text()).then((t) => document.body.insertAdjacentHTML('beforeend', t))";
  }

  @TestFactory
  Stream<DynamicTest> theElementIsWaitedForThatComes() {
    return withCdp()
        .page("with the page", LINK, BUILT)
        .script("by a timer of 0.1 s", "setTimeout(add, 100)", BUILT)
        .script("by a timer of 2 s", "setTimeout(add, 2000)", BUILT)
        .script("by a timer of 8 s", "setTimeout(add, 8000)", BUILT)
        .script("by a timer that is given text", "setTimeout('add()', 700)", BUILT)
        .script(
            "by a chain of 21 timers of 100 ms",
            "let n = 0; (function step() { ++n < 21 ? setTimeout(step, 100) : add(); })()",
            BUILT)
        .script(
            "by a chain of 60 timers of 50 ms",
            "let n = 0; (function step() { ++n < 60 ? setTimeout(step, 50) : add(); })()",
            BUILT)
        .script(
            "after steps that each add something, for 6 s",
            "(async () => { for (let i = 0; i < 10; i++) { await after(600);"
                + " document.body.append(document.createElement('p')); } add(); })()",
            BUILT)
        .script(
            "by an interval that clears itself",
            "const id = setInterval(() => { clearInterval(id); add(); }, 1800)",
            BUILT)
        .script(
            "after 60 frames",
            "let n = 0; (function step() { ++n < 60 ? requestAnimationFrame(step) : add(); })()",
            BUILT)
        .script(
            "by an idle callback and a timer",
            "requestIdleCallback(() => setTimeout(add, 700))",
            BUILT)
        .script(
            "by microtasks and a timer",
            "queueMicrotask(() => after(600).then(() => null).then(add))",
            BUILT)
        .script("by a request of 0.1 s", fetching(text(100)), BUILT)
        .script("by a request of 6 s", fetching(text(6000)), BUILT)
        .script(
            "by three requests in a row",
            "(async () => { for (const u of ['"
                + text(900)
                + "', '"
                + text(900)
                + "', '"
                + text(900)
                + "']) await (await fetch(u)).text(); add(); })()",
            BUILT)
        .script(
            "by an XMLHttpRequest",
            "const x = new XMLHttpRequest(); x.open('GET', '"
                + text(2500)
                + "'); x.onload = () => setTimeout(add, 300); x.send()",
            BUILT)
        .script(
            "by messages, as React's scheduler sends them",
            "const c = new MessageChannel(); let n = 0; c.port1.onmessage = () => ++n < 50"
                + " ? setTimeout(() => c.port2.postMessage(0), 20) : add(); c.port2.postMessage(0)",
            BUILT)
        .script(
            "when a mutation is observed",
            "new MutationObserver(() => setTimeout(add, 600)).observe(t, {attributes: true});"
                + " setTimeout(() => t.id = 'u', 600)",
            BUILT)
        .script(
            "when an element is on the screen",
            "new IntersectionObserver(() => setTimeout(add, 600)).observe(t)",
            BUILT)
        .script("by a module that is imported", "import('" + code("add()", 2500) + "')", BUILT)
        .page(
            "by a module script that waits for others",
            "<script type=module>const m = await import('"
                + code("export const f = () => setTimeout(add, 300)", 900)
                + "'); m.f()</script>",
            BUILT)
        .script(
            "by a chain of scripts",
            "const load = (url, then) => { const s = document.createElement('script');"
                + " s.src = url; s.onload = then; document.head.append(s); };"
                + " setTimeout(() => load('"
                + code("", 900)
                + "', () => load('"
                + code("add()", 900)
                + "')), 300)",
            BUILT)
        .script(
            "when an image has loaded",
            "setTimeout(() => { const i = new Image(); i.onerror = add; i.src = '"
                + TestPages.slow("image/png", "", 2500)
                + "' }, 300)",
            BUILT)
        .script(
            "when a frame has sent a message",
            "addEventListener('message', add); setTimeout(() => {"
                + " const f = document.createElement('iframe'); f.src = '"
                + TestPages.page(
                    "<script>setTimeout(() => parent.postMessage(1, '*'), 900)</script>")
                + "'; document.body.append(f) }, 300)",
            BUILT)
        .script(
            "by a web socket",
            "new WebSocket('" + TestSockets.after(2500) + "').onmessage = add",
            BUILT)
        .script(
            "by an event source",
            "const e = new EventSource('"
                + TestPages.slow("text/event-stream", "data: x\n\n", 2500)
                + "'); e.onmessage = () => { e.close(); add(); }",
            BUILT)
        .script(
            "by a worker",
            "new Worker('"
                + code("setTimeout(() => postMessage(1), 1500)", 0)
                + "').onmessage = add",
            BUILT)
        .script(
            "when a service worker has been registered",
            "navigator.serviceWorker.register('"
                + code("", 900)
                + "').then((r) => r.unregister()).then(() => setTimeout(add, 600))",
            BUILT)
        .script(
            "from a data base in the browser",
            "const o = indexedDB.open('d' + Math.random()); o.onupgradeneeded = () =>"
                + " o.result.createObjectStore('s'); o.onsuccess = () => { const g ="
                + " o.result.transaction('s').objectStore('s').get(1);"
                + " g.onsuccess = () => setTimeout(add, 600) }",
            BUILT)
        .script(
            "after pauses of different lengths",
            "after(300).then(() => after(2500)).then(() => after(1200)).then(add)",
            BUILT)
        .script(
            "after work of a second that blocks the page",
            "setTimeout(() => { const end = Date.now() + 1000; while (Date.now() < end);"
                + " setTimeout(add, 300) }, 100)",
            BUILT)
        .script(
            "when fonts have loaded",
            "const f = new FontFace('F', 'url("
                + TestPages.slow("font/woff2", "", 2500)
                + ")'); document.fonts.add(f); f.load().finally(add)",
            BUILT)
        .script(
            "with a view transition",
            "setTimeout(() => document.startViewTransition(() => after(600).then(add)), 300)",
            BUILT)
        .page(
            "when an animation has revealed it",
            "<style>@keyframes show { to { visibility: visible } }"
                + " #cta { visibility: hidden; animation: show 1.2s steps(1, end) forwards }</style>"
                + LINK,
            BUILT)
        .page(
            "when a late animation has revealed it",
            "<style>@keyframes show { to { visibility: visible } }"
                + " #cta { visibility: hidden; animation: show .1s 4s forwards }</style>"
                + LINK,
            BUILT)
        .page("when the anti-flicker style never goes", flickering(""), BUILT)
        .tests();
  }

  private static String flickering(String script) {
    return "<style id=abhide>body{opacity:0}</style>" + LINK + "<script>" + script + "</script>";
  }

  @TestFactory
  Stream<DynamicTest> anElementIsNotAcceptedThatGoes() {
    return withCdp()
        .withLink("by a timer of 2 s", "setTimeout(take, 2000)", TAKEN)
        .withLink("by a timer that is given text", "setTimeout('take()', 700)", TAKEN)
        .withLink("by a request of 3 s", "fetch('" + text(3000) + "').then(take)", TAKEN)
        .withLink(
            "by an XMLHttpRequest of 3 s",
            "const x = new XMLHttpRequest(); x.open('GET', '"
                + text(3000)
                + "'); x.onload = take; x.send()",
            TAKEN)
        .withLink("by an idle callback", "requestIdleCallback(() => after(300).then(take))", TAKEN)
        .withLink(
            "by a chain of 21 timers of 100 ms",
            "let n = 0; (function step() { ++n < 21 ? setTimeout(step, 100) : take(); })()",
            TAKEN)
        .withLink(
            "by an interval that clears itself",
            "const id = setInterval(() => { clearInterval(id); take(); }, 1800)",
            TAKEN)
        .withLink(
            "after 60 frames",
            "let n = 0; (function step() { ++n < 60 ? requestAnimationFrame(step) : take(); })()",
            TAKEN)
        .withLink(
            "by messages",
            "const c = new MessageChannel(); let n = 0; c.port1.onmessage = () => ++n < 40"
                + " ? c.port2.postMessage(0) : take(); addEventListener('load',"
                + " () => c.port2.postMessage(0))",
            TAKEN)
        .withLink(
            "by a script that is added",
            "setTimeout(() => { const s = document.createElement('script'); s.src = '"
                + code("take()", 1500)
                + "'; document.head.append(s) }, 300)",
            TAKEN)
        .withLink("by a module", "import('" + code("take()", 900) + "')", TAKEN)
        .withLink(
            "by a web socket's first word",
            "new WebSocket('" + TestSockets.after(900) + "').onmessage = take",
            TAKEN)
        .page(
            "by an animation",
            "<style>@keyframes hide { to { visibility: hidden } }"
                + " #cta { animation: hide 1.2s steps(1, end) forwards }</style>"
                + LINK,
            "hidden settled")
        .tests();
  }

  /** Things that never end, each a script. */
  private static Table withoutEnd(Table table, String prefix, String expected) {
    String never = TestPages.slow("", 40_000);
    return table
        .page(
            "a spinner drawn by CSS",
            prefix
                + "<style>@keyframes turn { to { rotate: 360deg } }"
                + " i { display: inline-block; animation: turn 1s infinite }</style><i>o</i>",
            expected)
        .page(
            "a spinner drawn frame by frame",
            prefix
                + "<script>(function turn() { t.style.rotate = Date.now() % 360 + 'deg';"
                + " requestAnimationFrame(turn) })()</script>",
            expected)
        .page(
            "a clock by an interval",
            prefix + "<script>setInterval(() => t.textContent = Date.now(), 1000)</script>",
            expected)
        .page(
            "a clock by timers",
            prefix
                + "<script>(function tick() { t.textContent = Date.now(); setTimeout(tick, 250)"
                + " })()</script>",
            expected)
        .page(
            "a ticker that changes the page every 100 ms",
            prefix
                + "<script>setInterval(() => { t.className = Date.now();"
                + " t.innerHTML = '<b>' + Date.now() + '</b>' }, 100)</script>",
            expected)
        .page(
            "a feed that grows every 100 ms",
            prefix
                + "<script>setInterval(() => document.body.insertAdjacentHTML('beforeend',"
                + " '<p>x</p>'), 100)</script>",
            expected)
        .page(
            "a clock that keeps to the second",
            prefix
                + "<script>(function tick() { t.textContent = Date.now();"
                + " setTimeout(tick, 200 - Date.now() % 200) })()</script>",
            expected)
        .page(
            "pauses of random length",
            prefix
                + "<script>(async () => { while (true) { await after(Math.random() * 500);"
                + " t.textContent = Date.now() } })()</script>",
            expected)
        .page(
            "transitions that begin again before they have ended",
            prefix
                + "<style>#t { transition: margin .4s }</style><script>setInterval(() => {"
                + " t.style.marginLeft = Date.now() % 99 + 'px' }, 100)</script>",
            expected)
        .page(
            "a module that is imported on a click only",
            prefix + "<script>onclick = () => import('/none.js')</script>",
            expected)
        .page(
            "a poll every 300 ms",
            prefix
                + "<script>(function poll() { fetch('"
                + text(10)
                + "?' + Date.now()).then(() => setTimeout(poll, 300)) })()</script>",
            expected)
        .page("a long poll", prefix + "<script>fetch('" + never + "')</script>", expected)
        .page(
            "a long poll by XMLHttpRequest",
            prefix
                + "<script>const x = new XMLHttpRequest(); x.open('GET', '"
                + never
                + "'); x.send()</script>",
            expected)
        .page(
            "a web socket that says nothing",
            prefix + "<script>new WebSocket('" + TestSockets.silent() + "')</script>",
            expected)
        .page(
            "an event source that says nothing",
            prefix + "<script>new EventSource('" + never + "')</script>",
            expected)
        .page(
            "an image that never comes",
            prefix
                + "<script>addEventListener('load', () => setTimeout(() => { t.innerHTML ="
                + " \"<img src='"
                + never
                + "'>\" }, 100))</script>",
            expected)
        .page(
            "an observer that answers its own changes",
            prefix
                + "<script>new MutationObserver(() => setTimeout(() => t.title = Date.now(), 30))"
                + ".observe(t, {attributes: true}); t.title = 1</script>",
            expected)
        .page(
            "messages",
            prefix
                + "<script>const c = new MessageChannel(); c.port1.onmessage = () =>"
                + " setTimeout(() => c.port2.postMessage(0), 5); c.port2.postMessage(0)</script>",
            expected);
  }

  @TestFactory
  Stream<DynamicTest> whatNeverEndsDoesNotKeepAGoalFromBeingMet() {
    return withoutEnd(withCdp(), LINK, "MATCHED met").tests();
  }

  @TestFactory
  Stream<DynamicTest> whatNeverEndsDoesNotKeepTheWaitFromEnding() {
    return withoutEnd(withCdp(), "", "no-match settled").tests();
  }

  @TestFactory
  Stream<DynamicTest> aPageThatLeavesIsJudgedWhereItArrives() {
    String slow = TestPages.slow(LINK, 2500);
    String hop =
        TestPages.page("<script>setTimeout(() => location.replace('" + slow + "'))</script>");
    String away = TestPages.slow("<p>Moved</p>", 2500);
    return withCdp()
        .script(
            "by a script",
            "onload = () => setTimeout(() => location.replace('" + slow + "'))",
            "redirected met")
        .script(
            "by a script after a second",
            "setTimeout(() => location.href = '" + slow + "', 1000)",
            "redirected met")
        .page(
            "by a refresh after a second",
            "<meta http-equiv=refresh content='1;url=" + slow + "'>",
            "redirected met")
        .script(
            "by a form that a script submits",
            "const f = document.createElement('form'); f.action = '"
                + slow
                + "'; document.body.append(f); onload = () => setTimeout(() => f.submit(), 100)",
            "redirected met")
        .script("twice", "setTimeout(() => location.href = '" + hop + "', 300)", "redirected met")
        .script(
            "three times",
            "setTimeout(() => location.href = '"
                + TestPages.page(
                    "<script>setTimeout(() => location.href = '" + hop + "', 300)</script>")
                + "', 300)",
            "redirected met")
        .withLink(
            "with what was there before",
            "setTimeout(() => location.href = '" + away + "', 1000)",
            "no-match settled")
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> aPageThatStaysIsJudgedAlthoughItCallsForAnother() {
    String download = TestPages.slow("application/zip", "PK", 300);
    return withCdp()
        .withLink("a download", "setTimeout(() => location.href = '" + download + "', 300)", BUILT)
        .withLink(
            "an answer without a page",
            "setTimeout(() => location.href = '" + TestPages.emptyStatus(204) + "', 300)",
            BUILT)
        .withLink("a mail", "setTimeout(() => location.href = 'mailto:a@example.com', 300)", BUILT)
        .withLink(
            "a route of its own",
            "navigation.addEventListener('navigate', (e) => e.intercept({handler: () =>"
                + " after(300)})); setTimeout(() => navigation.navigate('/other'), 300)",
            "redirected met")
        .page("its own refresh", LINK + "<meta http-equiv=refresh content='1; url='>", BUILT)
        .tests();
  }

  /** What a page sees that looks for changes to the browser's own functions. */
  private static Table looking(String... conditions) {
    Table table = withCdp();
    for (String condition : conditions) {
      table.page(
          condition,
          LINK + "<script>if (!(() => { " + condition + " })()) cta.remove()</script>",
          BUILT);
    }
    return table;
  }

  @TestFactory
  Stream<DynamicTest> pagesDoNotNoticeWhatCountsTheirWork() {
    return looking(
            "return `${setTimeout}` === 'function setTimeout() { [native code] }'",
            "return `${Function.prototype.toString}` === 'function toString() { [native code] }'",
            "return `${WebSocket}` === 'function WebSocket() { [native code] }'",
            "return fetch.name === 'fetch' && fetch.length === 1",
            "return new WebSocket('ws://127.0.0.1:1').constructor === WebSocket",
            "return new (class Mine extends Worker {})('data:,') instanceof Worker",
            "return Object.keys(window).includes('setTimeout')",
            "return typeof setTimeout(() => {}, '10') === 'number'",
            "try { setTimeout() } catch (e) { return e instanceof TypeError }",
            "try { setTimeout.call({}, add) } catch (e) { return e instanceof TypeError }",
            "let n = 0; setTimeout(add, {valueOf: () => { n++; return 9e5 }}); return n === 1",
            "setTimeout(function (a) { if (this !== window || a !== 7) take() }, 100, 7); return 1",
            "const id = setTimeout(take, 100); clearInterval(id); return true",
            "const id = setInterval(take, 100); clearTimeout(String(id)); return true",
            "const id = requestAnimationFrame(take); cancelAnimationFrame(id); return true",
            "requestIdleCallback((d) => { if (!(d.timeRemaining() >= 0)) take() }); return true",
            "onerror = (m) => m.includes('mine') || take(); setTimeout(() => { throw 'mine' });"
                + " return true",
            "fetch('http://127.0.0.1:1').catch(() => {}); onunhandledrejection = take; return true",
            "let n = 0; onunhandledrejection = () => { n++ }; fetch('http://127.0.0.1:1');"
                + " setTimeout(() => { if (n !== 1) take() }, 900); return true",
            "return fetch('data:,x') instanceof Promise",
            "Array.prototype.forEach = Map.prototype.get = WeakMap.prototype.get = null;"
                + " Promise.prototype.then = null; setTimeout(() => new Image().src = 'x', 50);"
                + " return true")
        .tests();
  }

  @Test
  void whatAUserDoesStartsTheWaitAnew() {
    String url =
        TestPages.page(
            HELPERS
                + "<script>const poll = () => fetch('"
                + text(800)
                + "?' + Math.random()); setInterval(poll, 300)</script>"
                + "<button onclick='poll().then(add)'>Show</button>");

    Verdict verdict =
        Browsers.with(
            driver ->
                GoalVerifier.on(driver)
                    .verifyAfter(
                        Expectation.of(goal(CLICK_ON_ELEMENT, "#cta", url)),
                        given -> given.findElement(By.tagName("button")).click()));

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @TestFactory
  Stream<DynamicTest> withoutCdpTheWaitIsLonger() {
    return new Table(WaitingTest::withoutCdp)
        .page("with what is there", LINK, BUILT)
        .script("with a timer of 1.2 s", "setTimeout(add, 1200)", BUILT)
        .script("with a request of 1.2 s", fetching(text(1200)), BUILT)
        .withLink("with what a timer takes away", "setTimeout(take, 1200)", TAKEN)
        .withLink("with what a request takes away", "fetch('" + text(1200) + "').then(take)", TAKEN)
        .page(
            "but not with a clock",
            LINK + "<script>setInterval(() => t.textContent = Date.now(), 50)</script>",
            BUILT)
        .script(
            "but not with a clock when something is missing",
            "setInterval(() => t.textContent = Date.now(), 50)",
            TAKEN)
        .tests();
  }

  /** The same driver for somebody who cannot see that it speaks CDP. */
  private static WebDriver withoutCdp(WebDriver driver) {
    return (WebDriver)
        Proxy.newProxyInstance(
            WaitingTest.class.getClassLoader(),
            new Class<?>[] {WebDriver.class, JavascriptExecutor.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(driver, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
