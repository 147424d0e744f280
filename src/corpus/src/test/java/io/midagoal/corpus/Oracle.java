package io.midagoal.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.os.ExecutableFinder;

/**
 * Finds the truth about a definition without the library: acts with a real mouse and keyboard on a
 * page that was opened for it alone, watches what arrives at the document, and applies the readings
 * that the guide gives ({@code matching-rules.md}). It prefers waiting too long over waiting
 * cleverly, and trying everything over judging what is worth a try.
 */
final class Oracle implements AutoCloseable {

  /** Applications build their pages after loading; the others serve them as they are. */
  private static final Set<String> APPLICATIONS =
      Set.of("docs", "hal", "monitor", "knife", "browser", "jobs", "pool", "mock");

  private static final Duration FOR_APPLICATIONS = Duration.ofSeconds(4);
  private static final Duration FOR_PAGES = Duration.ofSeconds(2);
  private static final int MOST_MATCHES = 25;

  private static final Set<Long> DENIED = Set.of(401L, 403L, 407L, 429L);

  private static final String RECORDER =
      """
      (() => {
        const keep = (name) => sessionStorage.setItem('oracle', (sessionStorage.getItem('oracle') ?? '') + JSON.stringify(name) + '\\n');
        const queue = [];
        queue.push = (...all) => {
          all.forEach((one) => Array.isArray(one) && one[0] === 'track' && keep(one[1]));
          return all.length;
        };
        window.mdq = queue;
        window.oracleKeeps = keep;
      })()
      """;

  private final Sites sites;
  private final ChromeDriver driver;
  private final String eyes = resource("oracle.js");

  private Oracle(Sites sites, ChromeDriver driver) {
    this.sites = sites;
    this.driver = driver;
  }

  /** Starts a browser of its own, which reaches nothing but loopback. */
  static Oracle on(Sites sites) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(
        List.of("google-chrome", "chromium", "chrome").stream()
            .map(name -> new ExecutableFinder().find(name))
            .filter(found -> found != null)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No Chrome in the search path.")));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        // Pages that were left would keep their event streams open, of which a site gets six.
        "--disable-features=BackForwardCache",
        "--window-size=1280,900",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
    options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.DISMISS);
    String chromedriver = new ExecutableFinder().find("chromedriver");
    if (chromedriver == null) {
      throw new IllegalStateException("No chromedriver in the search path.");
    }
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of(chromedriver).toFile())
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
    driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30));
    return new Oracle(sites, driver);
  }

  @Override
  public void close() {
    driver.quit();
  }

  /** Finds the truth; {@code definition} as written, with its placeholder for a session. */
  Truth judge(Definition written) {
    Definition definition = written.in(sites.session());
    if (pageOf(definition).isEmpty()) {
      return truth(definition, "UNDECIDED", "no page to look at");
    }
    if (definition.type().equals("script") && definition.act().isEmpty()) {
      return truth(definition, "UNDECIDED", "only a script can tell, and there is no journey");
    }
    String recorder =
        String.valueOf(
            driver
                .executeCdpCommand(
                    "Page.addScriptToEvaluateOnNewDocument", Map.of("source", RECORDER))
                .get("identifier"));
    try {
      @Nullable Truth noPage = open(definition);
      return noPage == null ? onPage(definition) : noPage;
    } finally {
      driver.executeCdpCommand(
          "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", recorder));
    }
  }

  /** A plain address is a page itself; of a pattern nobody knows a page. */
  private static String pageOf(Definition definition) {
    boolean plain = Set.of("pageview", "pageviewExact").contains(definition.type());
    return definition.page().isEmpty() && plain && definition.value().startsWith("https://")
        ? definition.value()
        : definition.page();
  }

  private Truth onPage(Definition definition) {
    return switch (definition.type()) {
      case "clickOnElement", "clickOnText" -> clicks(definition);
      case "formSubmit" -> submits(definition);
      case "script" -> triggers(definition);
      default -> url(definition);
    };
  }

  /** Opens the page afresh; answers the truth when it is none to convert on. */
  private @Nullable Truth open(Definition definition) {
    driver.get("about:blank");
    driver.manage().deleteAllCookies();
    try {
      driver.get(sites.served(pageOf(definition)));
    } catch (WebDriverException e) {
      throw new IllegalStateException("The page did not load: " + pageOf(definition), e);
    }
    pause(APPLICATIONS.contains(definition.project()) ? FOR_APPLICATIONS : FOR_PAGES);
    long status =
        number("return performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0");
    if (status == 0 || status >= 500 || DENIED.contains(status)) {
      return truth(definition, "UNDECIDED", "the page answered " + status);
    }
    if (status >= 400) {
      return truth(definition, "BROKEN", "the page answered " + status);
    }
    return null;
  }

  // Clicks.

  private Truth clicks(Definition definition) {
    boolean text = definition.type().equals("clickOnText");
    Truth first = clicks(definition, text, false);
    if (first.status().equals("MATCHED") || first.how().startsWith("nothing")) {
      return first;
    }
    @Nullable Truth gone = open(definition);
    return gone == null ? clicks(definition, text, true) : gone;
  }

  private Truth clicks(Definition definition, boolean text, boolean fine) {
    driver.executeScript(eyes);
    long count;
    try {
      count =
          number(
              "return oracle." + (text ? "text" : "selector") + "(arguments[0])",
              definition.value());
    } catch (WebDriverException e) {
      return truth(definition, "BROKEN", "nothing: the browser rejects the selector");
    }
    int tried = 0;
    for (int i = 0; i < count && tried < MOST_MATCHES; i++) {
      if (!Boolean.TRUE.equals(driver.executeScript("return oracle.rendered(arguments[0])", i))) {
        continue;
      }
      tried++;
      if (clickAllOver(i, fine)) {
        return truth(
            definition,
            "MATCHED",
            "a click on " + hits().get(0) + ", for " + (i + 1) + " of " + count);
      }
    }
    return truth(
        definition,
        "BROKEN",
        (count == 0 ? "nothing matches" : "no click counted, " + tried + " tried of " + count));
  }

  private boolean clickAllOver(int thing, boolean fine) {
    for (String block : List.of("center", "start", "end")) {
      points(thing, block, fine); // Scrolls; what sticks to the window needs a moment.
      pause(Duration.ofMillis(150));
      points(thing, block, fine).forEach(this::click);
      if (!hits().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("unchecked")
  private List<List<Number>> points(int thing, String block, boolean fine) {
    Object points =
        driver.executeScript(
            "return oracle.points(arguments[0], arguments[1], arguments[2])", thing, block, fine);
    return points == null ? List.of() : (List<List<Number>>) points;
  }

  @SuppressWarnings("unchecked")
  private List<String> hits() {
    Object hits = driver.executeScript("return window.oracle ? oracle.hits() : []");
    return hits == null ? List.of() : (List<String>) hits;
  }

  private void click(List<Number> point) {
    mouse("mouseMoved", point, "none");
    mouse("mousePressed", point, "left");
    mouse("mouseReleased", point, "left");
  }

  private void mouse(String type, List<Number> point, String button) {
    Map<String, Object> event = new HashMap<>();
    event.put("type", type);
    event.put("x", point.get(0).doubleValue());
    event.put("y", point.get(1).doubleValue());
    event.put("button", button);
    event.put("clickCount", button.equals("none") ? 0 : 1);
    driver.executeCdpCommand("Input.dispatchMouseEvent", event);
  }

  // Forms.

  private Truth submits(Definition definition) {
    driver.executeScript(eyes);
    List<Number> counts;
    try {
      counts = forms(definition);
    } catch (WebDriverException e) {
      return truth(definition, "BROKEN", "nothing: the browser rejects the selector");
    }
    if (counts.get(0).intValue() == 0) {
      return truth(
          definition, "BROKEN", "no form matches, but " + counts.get(1) + " other elements");
    }
    boolean reachedSubmit = false;
    for (boolean filled : List.of(false, true)) {
      for (String kind : List.of("submit", "field", "other")) {
        for (int form = 0; form < counts.get(0).intValue(); form++) {
          String how = submit(definition, form, kind, filled);
          if (how.startsWith("submitted")) {
            String apart = kind.equals("other") ? "handlers" : "";
            return new Truth(definition.id(), "MATCHED", apart, how);
          }
          reachedSubmit |= how.startsWith("clicked");
        }
      }
    }
    return new Truth(
        definition.id(),
        "BROKEN",
        reachedSubmit ? "handlers" : "",
        reachedSubmit
            ? "clicks reach a submit control, and no submit follows"
            : "no submit from any control or field");
  }

  /** Uses the parts of one kind on a fresh page, one after the other. */
  private String submit(Definition definition, int form, String kind, boolean filled) {
    open(definition);
    driver.executeScript(eyes);
    if (forms(definition).get(0).intValue() <= form) {
      return "";
    }
    if (filled) {
      fill(form);
      if (forms(definition).get(0).intValue() <= form) {
        return ""; // What was typed has changed the classes of the form.
      }
    }
    boolean clicked = false;
    long parts = number("return oracle.parts(arguments[0], arguments[1])", form, kind);
    for (int i = 0; i < parts && i < 12; i++) {
      if (use(i, kind)) {
        String by = kind.equals("field") ? "Enter in a field" : "a click on a control";
        return "submitted by " + by + " of form " + (form + 1) + (filled ? ", filled in" : "");
      }
      if (!stillThere()) {
        break;
      }
      clicked |=
          kind.equals("submit")
              && Boolean.TRUE.equals(
                  driver.executeScript("return oracle.clicksOn(arguments[0])", i));
    }
    return clicked ? "clicked" : "";
  }

  private boolean stillThere() {
    return Boolean.TRUE.equals(driver.executeScript("return window.oracle !== undefined"));
  }

  @SuppressWarnings("unchecked")
  private List<Number> forms(Definition definition) {
    Object counts = driver.executeScript("return oracle.forms(arguments[0])", definition.value());
    return counts == null ? List.of(0, 0) : (List<Number>) counts;
  }

  /** Writes into empty fields what a visitor could. */
  private void fill(int form) {
    long fields = number("return oracle.parts(arguments[0], 'field')", form);
    for (int i = 0; i < fields && i < 20; i++) {
      String type = text("return oracle.kind(arguments[0])", i);
      if (type.isEmpty()) {
        continue;
      }
      List<List<Number>> points = points(i, "center", false);
      if (points.isEmpty()) {
        continue;
      }
      click(points.get(0));
      String text =
          switch (type) {
            case "email" -> "ada@shop.example";
            case "url" -> "https://shop.example/";
            case "number", "tel", "range" -> "1";
            default -> "ada";
          };
      driver.executeCdpCommand("Input.insertText", Map.of("text", text));
    }
  }

  private boolean use(int part, String kind) {
    if (!kind.equals("field")) {
      return clickAllOver(part, false);
    }
    List<List<Number>> points = points(part, "center", false);
    if (points.isEmpty()) {
      return false;
    }
    click(points.get(0));
    enter();
    pause(Duration.ofMillis(300));
    return !hits().isEmpty();
  }

  private void enter() {
    for (String type : List.of("keyDown", "keyUp")) {
      Map<String, Object> key = new HashMap<>();
      key.put("type", type);
      key.put("key", "Enter");
      key.put("code", "Enter");
      key.put("windowsVirtualKeyCode", 13);
      if (type.equals("keyDown")) {
        key.put("text", "\r");
      }
      driver.executeCdpCommand("Input.dispatchKeyEvent", key);
    }
  }

  // Scripts.

  private Truth triggers(Definition definition) {
    if (!definition.tag().isEmpty()) {
      driver.executeScript(definition.tag());
      driver.executeScript(
          "if (window.mida && window.mida.track) {"
              + "const own = mida.track; mida.track = (...all) => {"
              + "oracleKeeps(all[0]); return own(...all); }; }");
    }
    for (String act : definition.act().split(" && ", -1)) {
      String[] words = act.split(" ", 2);
      List<Number> point = visiblePoint(words[1]);
      click(point);
      if (words[0].equals("enter")) {
        enter();
      }
      pause(Duration.ofMillis(700));
    }
    pause(Duration.ofSeconds(1));
    Object kept = driver.executeScript("return sessionStorage.getItem('oracle') ?? ''");
    boolean counted =
        String.valueOf(kept).lines().anyMatch(name -> name.equals(quoted(definition.value())));
    String how = String.valueOf(kept).replace('\n', ' ');
    return truth(definition, counted ? "MATCHED" : "BROKEN", "triggered: " + how);
  }

  private @Nullable String quoted(String value) {
    return (String) driver.executeScript("return JSON.stringify(arguments[0])", value);
  }

  @SuppressWarnings("unchecked")
  private List<Number> visiblePoint(String selector) {
    Object point =
        driver.executeScript(
            "for (const one of document.querySelectorAll(arguments[0])) {"
                + "one.scrollIntoView({block: 'center', behavior: 'instant'});"
                + "const box = one.getBoundingClientRect();"
                + "const at = [box.left + box.width / 2, box.top + box.height / 2];"
                + "if (box.width && one.contains(document.elementFromPoint(...at))) return at; }",
            selector);
    if (point == null) {
      throw new IllegalStateException("A visitor finds no " + selector);
    }
    return (List<Number>) point;
  }

  // URLs.

  private Truth url(Definition definition) {
    String href = sites.named(String.valueOf(driver.executeScript("return location.href")));
    String value = definition.value();
    String outcome =
        switch (definition.type()) {
          case "pageview" -> String.valueOf(href.contains(value));
          case "pageviewExact" -> String.valueOf(href.equals(value));
          case "pageviewWildcard" -> String.valueOf(wildcard(value, href));
          case "pageviewRegex" -> regex(value, href);
          default -> throw new IllegalArgumentException(definition.type());
        };
    return truth(
        definition,
        outcome.equals("true") ? "MATCHED" : "BROKEN",
        (outcome.equals("true") || outcome.equals("false") ? "" : outcome + ", ") + "at " + href);
  }

  private static String pathAndQuery(String href) {
    URI uri = URI.create(href.replaceAll("#.*", "").replace("{", "%7B").replace("}", "%7D"));
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private static boolean wildcard(String value, String href) {
    String compared = value.startsWith("/") ? pathAndQuery(href) : href;
    StringBuilder pattern = new StringBuilder();
    for (String literal : value.split("\\*", -1)) {
      pattern.append(pattern.isEmpty() ? "" : "[\\s\\S]*").append(Pattern.quote(literal));
    }
    return Pattern.matches(pattern.toString(), compared);
  }

  /** The browser's engine decides, in a worker that can be ended. */
  private String regex(String value, String href) {
    boolean path = value.startsWith("/") || value.startsWith("^/") || value.startsWith("^\\/");
    driver.get("about:blank");
    Object outcome =
        driver.executeAsyncScript(
            """
            const [value, text, done] = arguments;
            const source = `onmessage = ({data}) => {
              try { postMessage(String(new RegExp(data[0]).test(data[1]))); }
              catch (e) { postMessage('rejected'); }
            }`;
            const worker = new Worker(URL.createObjectURL(new Blob([source])));
            setTimeout(() => { worker.terminate(); done('endless'); }, 6000);
            worker.onmessage = ({data}) => done(data);
            worker.postMessage([value, text]);
            """,
            value,
            path ? pathAndQuery(href) : href);
    return String.valueOf(outcome);
  }

  // Small things.

  private static Truth truth(Definition definition, String status, String how) {
    return new Truth(definition.id(), status, "", how);
  }

  private long number(String script, Object... arguments) {
    return driver.executeScript(script, arguments) instanceof Number number
        ? number.longValue()
        : 0;
  }

  private String text(String script, Object... arguments) {
    return String.valueOf(driver.executeScript(script, arguments));
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String resource(String name) {
    try (InputStream in = Oracle.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No " + name + " on the class path.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
