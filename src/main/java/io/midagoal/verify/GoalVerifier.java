package io.midagoal.verify;

import io.midagoal.config.MidaScript;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.findings.SnippetFindings;
import io.midagoal.internal.judging.GoalInProgress;
import io.midagoal.internal.judging.PageJudge;
import io.midagoal.internal.judging.PagesToOpen;
import io.midagoal.internal.judging.ProbeFindings;
import io.midagoal.internal.judging.UrlGoalConclusion;
import io.midagoal.internal.page.PageSession;
import io.midagoal.internal.page.Sites;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openqa.selenium.WebDriver;

/**
 * Checks in a browser that a visitor can reach a goal and that Mida would count it, and diagnoses
 * why not.
 *
 * <p>Works with any {@link WebDriver} that runs scripts, and restores its time-outs, windows,
 * scroll position and focus. It clicks, submits and changes nothing on the page unless an
 * expectation asks for it with {@code revealedBy} or {@code probe}. It scrolls through the page and
 * back, because many pages load content on scroll.
 *
 * <p>Immutable: each setter returns a new verifier. As thread-safe as its driver: most drivers
 * allow one thread at a time.
 */
public final class GoalVerifier {

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  private final WebDriver driver;
  private final Duration timeout;
  private final Sites sites;
  private final Consumer<WebDriver> beforePage;
  private final SnippetFindings snippets;
  private final MidaScript midaScript;

  private GoalVerifier(
      WebDriver driver,
      Duration timeout,
      Sites sites,
      Consumer<WebDriver> beforePage,
      SnippetFindings snippets,
      MidaScript midaScript) {
    this.midaScript = midaScript;
    this.snippets = snippets;
    this.driver = driver;
    this.timeout = timeout;
    this.sites = sites;
    this.beforePage = beforePage;
  }

  /**
   * Creates a verifier for a browser. The time-out is 10 seconds unless set.
   *
   * @param driver any driver that runs scripts; the caller quits it
   * @return a verifier
   */
  public static GoalVerifier on(WebDriver driver) {
    return new GoalVerifier(
        driver,
        DEFAULT_TIMEOUT,
        Sites.none(),
        ignored -> {},
        SnippetFindings.ofAnyProject(),
        MidaScript.STAND_IN);
  }

  /**
   * Sets the time limit for loading a page, and again for waiting until it settles.
   *
   * @param cap more than zero
   * @return a new verifier
   * @throws IllegalArgumentException if the limit is not positive
   */
  public GoalVerifier timeout(Duration cap) {
    return new GoalVerifier(
        driver, PageSession.requireCap(cap), sites, beforePage, snippets, midaScript);
  }

  /**
   * Maps an origin to the one that serves its pages during the test: goals are defined for
   * production, the test runs on localhost or staging. URLs are mapped back before they are
   * compared. Call it once per origin.
   *
   * @param origin scheme, host and port in the goals
   * @param servedAt scheme, host and port to open instead
   * @return a new verifier
   * @throws IllegalArgumentException if either is not an origin
   */
  public GoalVerifier site(String origin, String servedAt) {
    return new GoalVerifier(
        driver, timeout, sites.with(origin, servedAt), beforePage, snippets, midaScript);
  }

  /**
   * Sets what to do before each page is opened, for example to log in or to accept cookies.
   *
   * @param act receives the driver
   * @return a new verifier
   */
  public GoalVerifier beforePage(Consumer<WebDriver> act) {
    return new GoalVerifier(driver, timeout, sites, act, snippets, midaScript);
  }

  /**
   * Sets the Mida project of the goals. Pages whose Mida script is missing or belongs to another
   * project then get a warning.
   *
   * @param key the project key, as in the page's script tag
   * @return a new verifier
   */
  public GoalVerifier project(String key) {
    return new GoalVerifier(
        driver,
        timeout,
        sites,
        beforePage,
        new SnippetFindings(Optional.of(key), Optional.empty()),
        midaScript);
  }

  /**
   * Sets the Mida project of the goals and its region. Pages that load Mida's script from the other
   * region's servers get a warning as well.
   *
   * @param key the project key, as in the page's script tag
   * @param region {@code us} or {@code eu}
   * @return a new verifier
   * @throws IllegalArgumentException for any other region
   */
  public GoalVerifier project(String key, String region) {
    if (!region.equals("us") && !region.equals("eu")) {
      throw new IllegalArgumentException("region must be us or eu, but is: " + region);
    }
    return new GoalVerifier(
        driver,
        timeout,
        sites,
        beforePage,
        new SnippetFindings(Optional.of(key), Optional.of(region)),
        midaScript);
  }

  /**
   * Sets what happens with Mida's script on the pages that are opened. Needs a driver that speaks
   * CDP; with others Mida's script runs.
   *
   * @param midaScript {@link MidaScript#STAND_IN} unless set
   * @return a new verifier
   */
  public GoalVerifier midaScript(MidaScript midaScript) {
    return new GoalVerifier(driver, timeout, sites, beforePage, snippets, midaScript);
  }

  /**
   * Opens the goal's page and checks the goal.
   *
   * @param goal the definition
   * @return the verdict
   */
  public Verdict verify(Goal goal) {
    return verify(Expectation.of(goal));
  }

  /**
   * Opens the goal's pages and checks the goal on each.
   *
   * @param expectation the goal and what is expected of it
   * @return the verdict
   */
  public Verdict verify(Expectation expectation) {
    return verifyAll(List.of(expectation)).get(0);
  }

  /**
   * Checks a goal on the browser's current page.
   *
   * @param goal the definition; its {@code elementUrl} is not opened
   * @return the verdict
   */
  public Verdict verifyHere(Goal goal) {
    return verifyHere(Expectation.of(goal));
  }

  /**
   * Checks a goal on the browser's current page.
   *
   * @param expectation the goal and what is expected of it; no page is opened
   * @return the verdict
   */
  public Verdict verifyHere(Expectation expectation) {
    GoalInProgress goal =
        new GoalInProgress(
            expectation, new PagesToOpen(List.of(), PagesToOpen.unjudgeable(expectation.goal())));
    if (PagesToOpen.unjudgeable(expectation.goal()).isEmpty()) {
      try (PageSession session = PageSession.here(driver, sites, timeout)) {
        PageJudge.here(session, snippets, expectation.revealedBy(), List.of(goal));
        UrlGoalConclusion.judge(session, List.of(goal));
      }
    }
    return goal.verdict();
  }

  /**
   * Opens the goal's page, runs steps such as opening a menu, and checks the goal on the page and
   * window that the driver is on afterwards. Exceptions of the steps propagate.
   *
   * @param expectation the goal and what is expected of it; the steps run on each of its pages
   * @param acts receives the driver; not run if the page cannot be opened
   * @return the verdict
   */
  public Verdict verifyAfter(Expectation expectation, Consumer<WebDriver> acts) {
    GoalInProgress goal = new GoalInProgress(expectation, PagesToOpen.of(expectation));
    if (!goal.urls().isEmpty()) {
      try (PageSession session = opening(List.of(expectation))) {
        for (String url : goal.urls()) {
          beforePage.accept(driver);
          PageJudge.openAndAct(
              session,
              snippets,
              url,
              expectation.revealedBy(),
              List.of(goal),
              () -> acts.accept(driver));
        }
        UrlGoalConclusion.judge(session, List.of(goal));
      }
    }
    return goal.verdict();
  }

  /**
   * Checks many goals. Each page is opened once and all its goals are checked together; for goals
   * with {@code revealedBy}, the page is opened once more per control.
   *
   * @param expectations the goals and what is expected of them
   * @return one verdict per expectation, in the same order
   */
  public List<Verdict> verifyAll(Collection<Expectation> expectations) {
    List<GoalInProgress> goals =
        expectations.stream().map(one -> new GoalInProgress(one, PagesToOpen.of(one))).toList();
    if (goals.stream().anyMatch(GoalVerifier::needsBrowser)) {
      try (PageSession session = opening(expectations)) {
        byPage(goals).forEach((group, here) -> open(session, group, here));
        UrlGoalConclusion.judge(session, goals);
      }
    }
    return goals.stream().map(GoalInProgress::verdict).toList();
  }

  private PageSession opening(Collection<Expectation> expectations) {
    PageSession session = PageSession.opening(driver, sites, timeout, midaScript);
    if (expectations.stream().anyMatch(ProbeFindings::isWanted)) {
      session.guardInput();
    }
    return session;
  }

  private static boolean needsBrowser(GoalInProgress goal) {
    return !goal.urls().isEmpty() || goal.goal().type() == GoalType.PAGEVIEW_REGEX;
  }

  /** A page, and the control to click first, if any. */
  private record PageGroup(String url, Optional<String> revealedBy) {}

  /** Clicking a control changes the page, so each control gets a fresh page. */
  private static Map<PageGroup, List<GoalInProgress>> byPage(List<GoalInProgress> goals) {
    Map<PageGroup, List<GoalInProgress>> groups = new LinkedHashMap<>();
    for (GoalInProgress goal : goals) {
      for (String url : goal.urls()) {
        PageGroup group = new PageGroup(url, goal.expectation().revealedBy());
        groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(goal);
      }
    }
    return groups;
  }

  private void open(PageSession session, PageGroup group, List<GoalInProgress> here) {
    beforePage.accept(driver);
    PageJudge.open(session, snippets, group.url(), group.revealedBy(), here);
  }
}
