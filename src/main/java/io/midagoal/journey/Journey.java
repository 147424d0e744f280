package io.midagoal.journey;

import io.midagoal.config.MidaScript;
import io.midagoal.goal.ConvertedBy;
import io.midagoal.goal.Goal;
import io.midagoal.internal.driver.LoadFailure;
import io.midagoal.internal.facts.GoalQuery;
import io.midagoal.internal.facts.PageFacts;
import io.midagoal.internal.findings.Catalogue;
import io.midagoal.internal.findings.PageFindings;
import io.midagoal.internal.findings.SnippetFindings;
import io.midagoal.internal.page.PageScriptException;
import io.midagoal.internal.page.PageSession;
import io.midagoal.internal.page.Recorder;
import io.midagoal.internal.page.Sites;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Page;
import io.midagoal.verdict.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.openqa.selenium.WebDriver;

/**
 * Opens a goal's page and records conversions while a test acts as a visitor.
 *
 * <p>It records goals that the site's JavaScript triggers ({@code script}, {@code event}, {@code
 * revenue}: {@code mdq.push(["track", NAME])} and {@code mida.track(NAME)}) and goals that clicks
 * and submits convert ({@code clickOnElement}, {@code clickOnText}, {@code formSubmit}), by the
 * guide's matching rules, on the goal's page and on all pages of the same origin that the journey
 * visits. The page's own handlers run, so a submit that they prevent does not count. With drivers
 * without CDP, it records only the goal's page, and only after it has loaded.
 *
 * <p>Immutable: each setter returns a new journey. As thread-safe as its driver.
 */
public final class Journey {

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  /** Extra time for a late trigger on a settled page. */
  private static final Duration GRACE = Duration.ofMillis(400);

  private static final Set<ConvertedBy> RECORDED =
      Set.of(ConvertedBy.CLICK, ConvertedBy.SUBMIT, ConvertedBy.TRACKING);

  private final WebDriver driver;
  private final Duration timeout;
  private final Sites sites;
  private final Consumer<WebDriver> beforePage;
  private final MidaScript midaScript;

  private Journey(
      WebDriver driver,
      Duration timeout,
      Sites sites,
      Consumer<WebDriver> beforePage,
      MidaScript midaScript) {
    this.midaScript = midaScript;
    this.driver = driver;
    this.timeout = timeout;
    this.sites = sites;
    this.beforePage = beforePage;
  }

  /**
   * Creates a journey for a browser. The time-out is 10 seconds unless set.
   *
   * @param driver any driver that runs scripts; the caller quits it
   * @return a journey
   */
  public static Journey on(WebDriver driver) {
    return new Journey(driver, DEFAULT_TIMEOUT, Sites.none(), ignored -> {}, MidaScript.STAND_IN);
  }

  /**
   * Sets the time limit for loading the goal's page, and for the last page to settle after the
   * steps.
   *
   * @param cap more than zero
   * @return a new journey
   * @throws IllegalArgumentException if the limit is zero or negative
   */
  public Journey timeout(Duration cap) {
    return new Journey(driver, PageSession.requireCap(cap), sites, beforePage, midaScript);
  }

  /**
   * Maps an origin to the one that serves its pages, like {@code GoalVerifier.site}.
   *
   * @param origin scheme, host and port in the goals
   * @param servedAt scheme, host and port to open instead
   * @return a new journey
   * @throws IllegalArgumentException if either is not an origin
   */
  public Journey site(String origin, String servedAt) {
    return new Journey(driver, timeout, sites.with(origin, servedAt), beforePage, midaScript);
  }

  /**
   * Sets what to do before the goal's page is opened, for example to log in.
   *
   * @param act receives the driver
   * @return a new journey
   */
  public Journey beforePage(Consumer<WebDriver> act) {
    return new Journey(driver, timeout, sites, act, midaScript);
  }

  /**
   * Sets what happens with Mida's script on the journey's pages. Needs a driver that speaks CDP;
   * with others Mida's script runs. Windows that the steps open are not covered.
   *
   * @param midaScript {@link MidaScript#STAND_IN} unless set
   * @return a new journey
   */
  public Journey midaScript(MidaScript midaScript) {
    return new Journey(driver, timeout, sites, beforePage, midaScript);
  }

  /**
   * Opens the goal's page, runs the steps, waits for the page to settle and returns the
   * conversions. Exceptions of the steps propagate.
   *
   * @param expectation the goal; the journey starts at its {@code elementUrl}
   * @param acts what the visitor does; receives the driver, and does not run if the page cannot be
   *     opened
   * @return the conversions; the verdict says why if the journey could not run
   */
  public Conversions during(Expectation expectation, Consumer<WebDriver> acts) {
    Goal goal = expectation.goal();
    if (!RECORDED.contains(goal.type().convertedBy())) {
      return Conversions.notRun(
          expectation,
          Page.none(),
          Catalogue.NEEDS_JOURNEY_UNRECORDED.finding(Map.of("type", goal.type().wireName())));
    }
    if (goal.elementUrl().isEmpty()) {
      Finding noPage = Catalogue.NO_PAGE_JOURNEY.finding(Map.of());
      return Conversions.notRun(expectation, Page.none(), noPage);
    }
    beforePage.accept(driver);
    try (PageSession session = PageSession.opening(driver, sites, timeout, midaScript);
        Recorder recorder =
            Recorder.on(driver, List.of(GoalQuery.of(goal, List.of(), List.of())))) {
      return run(session, recorder, expectation, goal.elementUrl().get(), acts);
    }
  }

  private Conversions run(
      PageSession session,
      Recorder recorder,
      Expectation expectation,
      String url,
      Consumer<WebDriver> acts) {
    long start = System.nanoTime();
    try {
      Optional<LoadFailure> failure = session.open(url);
      if (failure.isPresent()) {
        Finding unreachable = PageFindings.unreachable(session.name(url), failure.get());
        return Conversions.notRun(expectation, pageAt(session, url, Optional.empty()), unreachable);
      }
      PageFacts facts = session.judge(List.of(GoalQuery.midaScript(expectation.requiresSnippet())));
      Page page = pageAt(session, url, Optional.of(facts));
      Optional<Finding> noPage = PageFindings.ofStatus(session.name(url), facts);
      if (noPage.isPresent()) {
        return Conversions.notRun(expectation, page, noPage.get());
      }
      List<Recorder.Trigger> before = recorder.listenHere();
      acts.accept(driver);
      String end = awaitSettled(session, recorder, expectation.goal());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      Timing timing = new Timing(Optional.empty(), Duration.ZERO, took);
      JourneyRecording log = new JourneyRecording(before, recorder.triggers(), facts.url(), end);
      return Conversions.recorded(
          expectation, page, timing, log, SnippetFindings.demandedBy(expectation, facts));
    } catch (PageScriptException e) {
      Finding interferes =
          PageFindings.interferes(Optional.of(url), String.valueOf(e.getMessage()));
      return Conversions.notRun(expectation, pageAt(session, url, Optional.empty()), interferes);
    }
  }

  /**
   * Waits for the last page to settle and returns its URL. The grace period is only for a goal that
   * has not been triggered yet.
   */
  private static String awaitSettled(PageSession session, Recorder recorder, Goal goal) {
    PageFacts last = session.judge(List.of());
    if (recorder.triggers().stream().anyMatch(trigger -> Conversion.counts(trigger, goal))) {
      return last.url();
    }
    pause();
    return session.judge(List.of()).url();
  }

  private static void pause() {
    try {
      Thread.sleep(GRACE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Page pageAt(PageSession session, String url, Optional<PageFacts> facts) {
    return new Page(
        Optional.of(url),
        facts.map(PageFacts::definedUrl),
        List.of(),
        facts.map(PageFacts::status).orElseGet(OptionalInt::empty),
        facts.map(PageFacts::title),
        session.midaScript(),
        facts.map(session::keptFromMida).orElseGet(List::of));
  }
}
