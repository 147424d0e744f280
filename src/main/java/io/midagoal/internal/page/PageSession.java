package io.midagoal.internal.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.midagoal.internal.driver.Dialogs;
import io.midagoal.internal.driver.DriverMessages;
import io.midagoal.internal.driver.LoadFailure;
import io.midagoal.internal.driver.TabLostException;
import io.midagoal.internal.facts.Diagnosis;
import io.midagoal.internal.facts.GoalQuery;
import io.midagoal.internal.facts.PageFacts;
import io.midagoal.internal.facts.UrlAnswer;
import io.midagoal.internal.facts.UrlQuestion;
import io.midagoal.internal.scripts.DocumentStartScript;
import io.midagoal.internal.scripts.ScriptContext;
import io.midagoal.internal.scripts.Scripts;
import io.midagoal.internal.text.WebAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.remote.UnreachableBrowserException;

/**
 * The use of one browser for as long as a group of pages is judged. Closing it leaves the driver as
 * it was found: time-outs, windows and scripts that run ahead of the page.
 *
 * <p>Not thread-safe, as a {@link WebDriver} is not.
 */
public final class PageSession implements AutoCloseable {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** How long one task with a regular expression may take. */
  private static final Duration PATTERN_LIMIT = Duration.ofSeconds(1);

  /** What the script that waits may take beyond the cap before the driver ends it. */
  private static final Duration SCRIPT_MARGIN = Duration.ofSeconds(5);

  /** How often a page may leave for another while it is waited for. */
  private static final int MOST_LEFT = 4;

  private static final String BLANK = "about:blank";
  private static final String LEAVES = "it keeps navigating to another page";

  private final WebDriver driver;
  private ScriptContext world;
  private final Sites sites;
  private final Duration cap;
  private final Duration pageLoadBefore;
  private final Duration scriptBefore;
  private final boolean opensPages;
  private Optional<String> preload;
  private Optional<String> guard = Optional.empty();
  private String asked = "";

  /** Whether the page that the driver shows leaves again and again. */
  private boolean isRestless;

  /** How many pages were opened; 0 while the driver's own page is judged. */
  private int opened;

  private PageSession(WebDriver driver, Sites sites, Duration cap, boolean opensPages) {
    this.driver = driver;
    this.sites = sites;
    this.cap = cap;
    this.opensPages = opensPages;
    world = ScriptContext.of(driver, cap.plus(SCRIPT_MARGIN));
    WebDriver.Timeouts timeouts = driver.manage().timeouts();
    pageLoadBefore = timeouts.getPageLoadTimeout();
    scriptBefore = timeouts.getScriptTimeout();
    timeouts.pageLoadTimeout(cap);
    timeouts.scriptTimeout(cap.plus(SCRIPT_MARGIN));
    preload = opensPages ? registerPreload() : Optional.empty();
  }

  /**
   * Checks the cap of one page.
   *
   * @param cap how long opening and judging a page may take
   * @return the cap
   * @throws IllegalArgumentException when it is zero or negative
   */
  public static Duration requireCap(Duration cap) {
    if (cap.isZero() || cap.isNegative()) {
      throw new IllegalArgumentException(
          "The time-out must be more than zero, but is " + cap + ".");
    }
    return cap;
  }

  /**
   * Prepares a driver for opening pages.
   *
   * @param driver any driver that runs scripts
   * @param sites which origins stand in for which
   * @param cap the longest that loading a page may take, and the longest that waiting for it may
   * @return a session to be closed
   */
  public static PageSession opening(WebDriver driver, Sites sites, Duration cap) {
    return new PageSession(driver, sites, cap, true);
  }

  /**
   * Prepares a driver for judging the page that it shows.
   *
   * @param driver any driver that runs scripts
   * @param sites which origins stand in for which
   * @param cap the longest that waiting for the page may take
   * @return a session to be closed
   */
  public static PageSession here(WebDriver driver, Sites sites, Duration cap) {
    return new PageSession(driver, sites, cap, false);
  }

  /** Where the driver speaks CDP, pending work is counted; elsewhere the wait is more patient. */
  private Optional<String> registerPreload() {
    return DocumentStartScript.register(driver, Scripts.PAGE_SIDE);
  }

  /** Makes {@link Probe} possible on the pages that are opened from now on, where CDP is spoken. */
  public void guardInput() {
    guard = DocumentStartScript.registerInOwnWorld(driver, Scripts.GUARD);
  }

  /**
   * Opens a page and waits until it has loaded.
   *
   * @param definedUrl the URL on the origin for which the goals are defined
   * @return what went wrong, or empty
   */
  public Optional<LoadFailure> open(String definedUrl) {
    asked = definedUrl;
    try {
      if (opened == 0) {
        markPageBefore();
      }
      opened++;
      world.pageLeft();
      String url = sites.served(definedUrl);
      Dialogs.past(driver, () -> load(url));
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.of(new LoadFailure(true, DriverMessages.firstLine(e)));
    } catch (WebDriverException e) {
      return Optional.of(new LoadFailure(false, DriverMessages.firstLine(lookAfterTab(e))));
    }
  }

  /** Later on, pages are marked when they are judged. */
  private void markPageBefore() {
    try {
      Dialogs.past(driver, () -> Optional.ofNullable(world.run(Scripts.MARK, 0)));
    } catch (WebDriverException e) {
      WebDriverException told = lookAfterTab(e);
      System.getLogger(PageSession.class.getName())
          .log(System.Logger.Level.DEBUG, "The page before cannot be told from the next.", told);
    }
  }

  private boolean load(String url) {
    if (isRestless) {
      leaveForGood();
    } else if (isOtherFragmentOfThisPage(url)) {
      driver.get(BLANK);
    }
    driver.get(url);
    return true;
  }

  /** A page that leaves again and again may do so while another one is on its way, and win. */
  private void leaveForGood() {
    for (int tried = 0; tried < MOST_LEFT && !currentUrl().equals(BLANK); tried++) {
      driver.get(BLANK);
    }
    isRestless = false;
  }

  /**
   * What a failure means for the tab; one that was lost has a successor, which knows nothing yet.
   */
  private WebDriverException lookAfterTab(WebDriverException failure) {
    WebDriverException told =
        failure instanceof TabLostException ? failure : world.afterFailure(failure);
    if (told instanceof TabLostException && opensPages) {
      preload = registerPreload();
      guard.ifPresent(lost -> guardInput());
    }
    return told;
  }

  /**
   * Takes the page that the driver shows as the one to judge. Where the driver stands in a frame,
   * the frame's document is that page, and its scripts are not kept away.
   */
  public void stayHere() {
    opened = 0;
    world =
        standsInFrame()
            ? ScriptContext.ofPage(driver)
            : ScriptContext.of(driver, cap.plus(SCRIPT_MARGIN));
  }

  private boolean standsInFrame() {
    try {
      String script = "return window !== window.top";
      return Boolean.TRUE.equals(((JavascriptExecutor) driver).executeScript(script));
    } catch (WebDriverException e) {
      // A page that breaks the driver's own scripts: it is looked at from a world of its own.
      return false;
    }
  }

  /**
   * A page as a person has to look for it.
   *
   * @param definedUrl the URL on the origin for which the goals are defined
   * @return that URL, and where it is opened when that is elsewhere
   */
  public String name(String definedUrl) {
    String served = sites.served(definedUrl);
    return served.equals(definedUrl) ? definedUrl : definedUrl + " (opened as " + served + ")";
  }

  /**
   * A page that did not load as a person has to look for it: a redirect may have led on to another
   * origin, which is the one that failed then.
   *
   * @param definedUrl the URL on the origin for which the goals are defined
   * @return its name, and where it led
   */
  public String nameOfFailed(String definedUrl) {
    try {
      String failed = currentUrl();
      Optional<String> origin = WebAddress.of(failed).map(WebAddress::origin);
      Optional<String> opened = WebAddress.of(sites.served(definedUrl)).map(WebAddress::origin);
      return origin.isPresent() && !origin.equals(opened)
          ? name(definedUrl) + ", which redirected to " + failed + ","
          : name(definedUrl);
    } catch (WebDriverException e) {
      return name(definedUrl);
    }
  }

  /** Going to another fragment of the page that is shown would not load it, as a visit does. */
  private boolean isOtherFragmentOfThisPage(String url) {
    return url.contains("#") && withoutFragment(url).equals(withoutFragment(currentUrl()));
  }

  private String currentUrl() {
    String url = driver.getCurrentUrl();
    return url == null ? "" : url;
  }

  private static String withoutFragment(String url) {
    int at = url.indexOf('#');
    return at < 0 ? url : url.substring(0, at);
  }

  /**
   * Waits for the page that the driver shows and judges all its goals.
   *
   * @param goals what to judge
   * @return the facts
   * @throws PageScriptException when the page does not let the scripts run to their end
   */
  public PageFacts judge(List<GoalQuery> goals) {
    return JSON.convertValue(judgeWhenReady(asArguments(goals)), PageFacts.class);
  }

  /**
   * Judges a page that did not finish loading in time, as far as it has come. Something on it may
   * hang, such as an image, while visitors can use it all the same.
   *
   * @param goals what to judge
   * @return the facts, or empty when the page has not come at all
   * @throws PageScriptException when the page does not let the scripts run to their end
   */
  public Optional<PageFacts> judgeHalfLoaded(List<GoalQuery> goals) {
    Object facts = run(() -> world.call("judgeHalfLoaded", asArguments(goals), siteList()));
    return facts == null
        ? Optional.empty()
        : Optional.of(JSON.convertValue(facts, PageFacts.class));
  }

  /** A page may leave while it is waited for; then the wait begins again on the page that came. */
  private @Nullable Object judgeWhenReady(List<Map<String, Object>> queries) {
    long latest = System.nanoTime() + cap.multipliedBy(2).toNanos();
    for (int left = 0; ; left++) {
      boolean isLast = left == MOST_LEFT || System.nanoTime() > latest;
      try {
        return Dialogs.past(driver, () -> Optional.ofNullable(waitInPage(queries))).orElse(null);
      } catch (TabLostException
          | UnhandledAlertException
          | NoSuchSessionException
          | NoSuchWindowException
          | ScriptTimeoutException
          | UnreachableBrowserException e) {
        throw failed(e);
      } catch (JavascriptException e) {
        if (isLast) {
          throw failed(e);
        }
      } catch (WebDriverException e) {
        if (isLast) {
          isRestless = true;
          throw new PageScriptException(LEAVES, e);
        }
      }
    }
  }

  private @Nullable Object waitInPage(List<Map<String, Object>> queries) {
    return world.call("judgeWhenReady", queries, siteList(), cap.toMillis(), opened);
  }

  /**
   * Finds out why goals failed on the page that the driver shows.
   *
   * @param goals the goals that failed
   * @return one diagnosis for each, in the same order
   * @throws PageScriptException when the page does not let the scripts run to their end
   */
  public List<Diagnosis> diagnose(List<GoalQuery> goals) {
    Object answer = run(() -> world.call("diagnose", asArguments(goals)));
    return JSON.convertValue(answer, new TypeReference<List<Diagnosis>>() {});
  }

  /**
   * Asks about URL goals in a tab of their own, in a worker that is ended when an expression does
   * not end in time, and comes back to the window from which it started.
   *
   * @param questions what to ask
   * @return one answer for each, in the same order
   * @throws PageScriptException when the browser does not let the scripts run to their end
   */
  public List<UrlAnswer> askAboutUrls(List<UrlQuestion> questions) {
    String window = driver.getWindowHandle();
    Dialogs.past(driver, () -> driver.switchTo().newWindow(WindowType.TAB));
    try {
      driver.manage().timeouts().scriptTimeout(limitFor(questions));
      Object answers =
          run(
              () ->
                  ScriptContext.ofPage(driver)
                      .run(
                          Scripts.ANSWER_ON_URLS,
                          Scripts.URL_WORKER,
                          questions.stream().map(UrlQuestion::asArgument).toList(),
                          PATTERN_LIMIT.toMillis()));
      return JSON.readValue(String.valueOf(answers), new TypeReference<List<UrlAnswer>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("midagoal's own script answered what it cannot read.", e);
    } finally {
      driver.close();
      driver.switchTo().window(window);
    }
  }

  /** Each question may take the whole limit several times, on each of its URLs, and a new start. */
  private static Duration limitFor(List<UrlQuestion> questions) {
    long urls = questions.stream().mapToLong(UrlQuestion::countOfUrls).sum();
    return PATTERN_LIMIT.multipliedBy(urls + 15L * questions.size() + 15L);
  }

  WebDriver driver() {
    return driver;
  }

  /**
   * Calls a function of midagoal's on the page that the driver shows; empty when it answers null.
   */
  <T> Optional<T> ask(String name, Class<T> answer, Object... arguments) {
    return Optional.ofNullable(run(() -> world.call(name, arguments)))
        .map(found -> JSON.convertValue(found, answer));
  }

  private interface ScriptCall {
    @Nullable Object execute();
  }

  private @Nullable Object run(ScriptCall call) {
    try {
      return Dialogs.past(driver, () -> Optional.ofNullable(call.execute())).orElse(null);
    } catch (WebDriverException e) {
      throw failed(e);
    }
  }

  private PageScriptException failed(WebDriverException failure) {
    WebDriverException told = lookAfterTab(failure);
    String reason = DriverMessages.ofLostTab(told).orElseGet(() -> DriverMessages.firstLine(told));
    return new PageScriptException(reason, told);
  }

  private static List<Map<String, Object>> asArguments(List<GoalQuery> goals) {
    return goals.stream().map(GoalQuery::asArgument).toList();
  }

  private Map<String, Object> siteList() {
    return sites.asArgument(asked);
  }

  /**
   * Gives the driver back as it was found, but not on a page that leaves again and again. A browser
   * that is gone needs nothing given back.
   */
  @Override
  public void close() {
    try {
      preload.ifPresent(id -> DocumentStartScript.remove(driver, id));
      guard.ifPresent(id -> DocumentStartScript.remove(driver, id));
      world.close();
      driver.manage().timeouts().pageLoadTimeout(pageLoadBefore);
      driver.manage().timeouts().scriptTimeout(scriptBefore);
      if (isRestless && opensPages) {
        // Whoever opens the next page knows nothing of it.
        leaveForGood();
      }
    } catch (WebDriverException e) {
      System.getLogger(PageSession.class.getName())
          .log(
              System.Logger.Level.DEBUG, "The browser could not be given back as it was found.", e);
    }
  }
}
