package io.midagoal.internal.page;

import io.midagoal.config.MidaScript;
import io.midagoal.internal.driver.Dialogs;
import io.midagoal.internal.driver.LoadFailure;
import io.midagoal.internal.driver.TabLostException;
import io.midagoal.internal.facts.Diagnosis;
import io.midagoal.internal.facts.GoalQuery;
import io.midagoal.internal.facts.PageFacts;
import io.midagoal.internal.facts.UrlAnswer;
import io.midagoal.internal.facts.UrlQuestion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.UnreachableBrowserException;

/**
 * One browser while a group of pages is judged. Closing it leaves the driver as it was found:
 * time-outs, windows and scripts that run before a page's own.
 *
 * <p>Not thread-safe, as a {@link WebDriver} is not.
 */
public final class PageSession implements AutoCloseable {

  /** How much longer than the cap the waiting script may take before the driver ends it. */
  private static final Duration SCRIPT_MARGIN = Duration.ofSeconds(5);

  private final WebDriver driver;
  private final Sites sites;
  private final Duration cap;
  private final boolean opensPages;
  private final PageScripts scripts;
  private final Navigation navigation;
  private final Duration pageLoadBefore;
  private final Duration scriptBefore;
  private String asked = "";

  private PageSession(
      WebDriver driver, Sites sites, Duration cap, MidaScript midaScript, boolean opensPages) {
    this.driver = driver;
    this.sites = sites;
    this.cap = cap;
    this.opensPages = opensPages;
    scripts = new PageScripts(driver, cap.plus(SCRIPT_MARGIN), midaScript);
    navigation = new Navigation(driver, scripts);
    WebDriver.Timeouts timeouts = driver.manage().timeouts();
    pageLoadBefore = timeouts.getPageLoadTimeout();
    scriptBefore = timeouts.getScriptTimeout();
    timeouts.pageLoadTimeout(cap);
    timeouts.scriptTimeout(cap.plus(SCRIPT_MARGIN));
    if (opensPages) {
      scripts.runBeforePages();
    }
  }

  /** Returns the cap, unless it is zero or negative. */
  public static Duration requireCap(Duration cap) {
    if (cap.isZero() || cap.isNegative()) {
      throw new IllegalArgumentException(
          "The time-out must be more than zero, but is " + cap + ".");
    }
    return cap;
  }

  /** Prepares a driver for opening pages. The cap limits loading a page, then waiting for it. */
  public static PageSession opening(
      WebDriver driver, Sites sites, Duration cap, MidaScript midaScript) {
    return new PageSession(driver, sites, cap, midaScript, true);
  }

  /** Prepares a driver for judging the page that it shows. */
  public static PageSession here(WebDriver driver, Sites sites, Duration cap) {
    return new PageSession(driver, sites, cap, MidaScript.REAL, false);
  }

  /** Makes {@link Probe} possible on pages that are opened from now on, with CDP. */
  public void guardInput() {
    scripts.guardInput();
  }

  /** Opens a page and waits until it has loaded, or reports why it did not. */
  public Optional<LoadFailure> open(String definedUrl) {
    asked = definedUrl;
    return navigation.open(sites.served(definedUrl));
  }

  /** Judges the page, or the frame, that the driver shows. */
  public void stayHere() {
    navigation.stayHere();
    scripts.stayHere();
  }

  /** Names a page in messages: its URL, and where it is opened if that is elsewhere. */
  public String name(String definedUrl) {
    String served = sites.served(definedUrl);
    return served.equals(definedUrl) ? definedUrl : definedUrl + " (opened as " + served + ")";
  }

  /** Names a page that did not load: if it redirected to another origin, that one failed. */
  public String nameOfFailed(String definedUrl) {
    return navigation
        .otherOriginAfter(sites.served(definedUrl))
        .map(failed -> name(definedUrl) + ", which redirected to " + failed + ",")
        .orElseGet(() -> name(definedUrl));
  }

  /**
   * Waits for the page that the driver shows and judges all its goals. If it navigates meanwhile,
   * the wait begins again on the next page.
   *
   * @throws PageScriptException when the page does not let the scripts finish
   */
  public PageFacts judge(List<GoalQuery> goals) {
    long latest = System.nanoTime() + cap.multipliedBy(2).toNanos();
    for (int left = 0; ; left++) {
      boolean isLast = left == Navigation.MOST_LEFT || System.nanoTime() > latest;
      try {
        return Dialogs.past(driver, () -> waitAndJudge(goals));
      } catch (TabLostException
          | UnhandledAlertException
          | NoSuchSessionException
          | NoSuchWindowException
          | ScriptTimeoutException
          | UnreachableBrowserException e) {
        throw scripts.failed(e);
      } catch (JavascriptException e) {
        if (isLast) {
          throw scripts.failed(e);
        }
      } catch (WebDriverException e) {
        if (isLast) {
          navigation.markRestless();
          throw new PageScriptException("it keeps navigating to another page", e);
        }
      }
    }
  }

  private PageFacts waitAndJudge(List<GoalQuery> goals) {
    return scripts
        .call(
            "judgeWhenReady",
            PageFacts.class,
            asArguments(goals),
            sites.asArgument(asked),
            cap.toMillis(),
            navigation.opened())
        .orElseThrow();
  }

  /**
   * Judges what there is of a page that did not load in time: visitors can often use it although
   * something on it hangs, such as an image.
   *
   * @return the facts, or empty if nothing of the page has loaded
   * @throws PageScriptException when the page does not let the scripts finish
   */
  public Optional<PageFacts> judgeHalfLoaded(List<GoalQuery> goals) {
    return ask("judgeHalfLoaded", PageFacts.class, asArguments(goals), sites.asArgument(asked));
  }

  /**
   * Finds out why goals failed on the page that the driver shows.
   *
   * @return one diagnosis for each, in the same order
   * @throws PageScriptException when the page does not let the scripts finish
   */
  public List<Diagnosis> diagnose(List<GoalQuery> goals) {
    return List.of(ask("diagnose", Diagnosis[].class, asArguments(goals)).orElseThrow());
  }

  /**
   * Asks about URL goals in a tab of its own, where slow regular expressions are stopped.
   *
   * @return one answer for each, in the same order
   * @throws PageScriptException when the browser does not let the scripts finish
   */
  public List<UrlAnswer> askAboutUrls(List<UrlQuestion> questions) {
    return UrlTab.ask(driver, scripts, questions);
  }

  /** What happens with Mida's script; empty for a page that was open before. */
  public Optional<MidaScript> midaScript() {
    return opensPages ? Optional.of(scripts.midaScript()) : Optional.empty();
  }

  /** The requests to Mida that did not leave the browser. */
  public List<String> keptFromMida(PageFacts facts) {
    return midaScript().filter(how -> how != MidaScript.REAL).isPresent()
        ? facts.unansweredByMida()
        : List.of();
  }

  WebDriver driver() {
    return driver;
  }

  /** Calls a function on the page that the driver shows; empty when it answers null. */
  <T> Optional<T> ask(String name, Class<T> answer, Object... arguments) {
    return scripts.ask(name, answer, arguments);
  }

  private static List<Map<String, Object>> asArguments(List<GoalQuery> goals) {
    return goals.stream().map(GoalQuery::asArgument).toList();
  }

  /** Restores the driver, unless its browser is gone. Does not leave it on a restless page. */
  @Override
  public void close() {
    try {
      scripts.close();
      driver.manage().timeouts().pageLoadTimeout(pageLoadBefore);
      driver.manage().timeouts().scriptTimeout(scriptBefore);
      if (opensPages) {
        navigation.leaveRestless();
      }
    } catch (WebDriverException e) {
      System.getLogger(PageSession.class.getName())
          .log(System.Logger.Level.DEBUG, "The driver could not be restored.", e);
    }
  }
}
