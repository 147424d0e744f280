package io.midagoal.verify;

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
 * Proves in a browser that a visitor can reach a goal and that Mida would count it, or finds out
 * why not.
 *
 * <p>Works on any {@link WebDriver} that runs scripts, and leaves it as it found it: time-outs,
 * windows, scroll position, focus. Nothing on the page is clicked, submitted or changed, but for
 * what an expectation asks for: {@code revealedBy} and {@code probe}. What is out of reach is
 * scrolled to as a visitor would, and back: many pages unlock what lies further down only then.
 *
 * <p>Immutable: each setting returns a new verifier. A verifier is as thread-safe as its driver is,
 * which for most drivers means: one thread at a time.
 */
public final class GoalVerifier {

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  private final WebDriver driver;
  private final Duration timeout;
  private final Sites sites;
  private final Consumer<WebDriver> beforePage;
  private final SnippetFindings snippets;

  private GoalVerifier(
      WebDriver driver,
      Duration timeout,
      Sites sites,
      Consumer<WebDriver> beforePage,
      SnippetFindings snippets) {
    this.snippets = snippets;
    this.driver = driver;
    this.timeout = timeout;
    this.sites = sites;
    this.beforePage = beforePage;
  }

  /**
   * Starts with a browser. The time-out is 10 seconds unless set.
   *
   * @param driver any driver that runs scripts; it stays the caller's to quit
   * @return a verifier
   */
  public static GoalVerifier on(WebDriver driver) {
    return new GoalVerifier(
        driver, DEFAULT_TIMEOUT, Sites.none(), ignored -> {}, SnippetFindings.ofAnyProject());
  }

  /**
   * Sets the cap for one page: loading it may take so long, and then waiting for what it builds.
   *
   * @param cap more than zero
   * @return a new verifier
   * @throws IllegalArgumentException when the cap is not positive
   */
  public GoalVerifier timeout(Duration cap) {
    return new GoalVerifier(driver, PageSession.requireCap(cap), sites, beforePage, snippets);
  }

  /**
   * Opens pages of one origin on another: goals are defined for production, the test runs on
   * localhost or staging. URLs are mapped back before they are compared. May be called for several
   * origins.
   *
   * @param origin scheme, host and port for which goals are defined
   * @param servedAt scheme, host and port at which the test serves them
   * @return a new verifier
   * @throws IllegalArgumentException when either is not an origin
   */
  public GoalVerifier site(String origin, String servedAt) {
    return new GoalVerifier(driver, timeout, sites.with(origin, servedAt), beforePage, snippets);
  }

  /**
   * Sets what to do before each page is opened, for example to log in or to accept cookies.
   *
   * @param act given the driver
   * @return a new verifier
   */
  public GoalVerifier beforePage(Consumer<WebDriver> act) {
    return new GoalVerifier(driver, timeout, sites, act, snippets);
  }

  /**
   * Names the project in which the goals count. A page whose Mida script is missing or belongs to
   * another project gets a warning then.
   *
   * @param key the project's key, as in the page's tag
   * @return a new verifier
   */
  public GoalVerifier project(String key) {
    return new GoalVerifier(
        driver,
        timeout,
        sites,
        beforePage,
        new SnippetFindings(Optional.of(key), Optional.empty()));
  }

  /**
   * Names the project in which the goals count, and its region: a page that loads Mida's script
   * from the servers of the other region gets a warning as well.
   *
   * @param key the project's key, as in the page's tag
   * @param region {@code us} or {@code eu}
   * @return a new verifier
   * @throws IllegalArgumentException when there is no such region
   */
  public GoalVerifier project(String key, String region) {
    if (!region.equals("us") && !region.equals("eu")) {
      throw new IllegalArgumentException("A region is us or eu, but got: " + region);
    }
    return new GoalVerifier(
        driver,
        timeout,
        sites,
        beforePage,
        new SnippetFindings(Optional.of(key), Optional.of(region)));
  }

  /**
   * Opens the goal's page and judges it.
   *
   * @param goal the definition
   * @return what was found out
   */
  public Verdict verify(Goal goal) {
    return verify(Expectation.of(goal));
  }

  /**
   * Opens the goal's pages and judges it on each.
   *
   * @param expectation the goal and what is expected of it
   * @return what was found out
   */
  public Verdict verify(Expectation expectation) {
    return verifyAll(List.of(expectation)).get(0);
  }

  /**
   * Judges a goal on the page that the browser shows, as it stands.
   *
   * @param goal the definition; its {@code elementUrl} is not opened
   * @return what was found out
   */
  public Verdict verifyHere(Goal goal) {
    return verifyHere(Expectation.of(goal));
  }

  /**
   * Judges a goal on the page that the browser shows, as it stands.
   *
   * @param expectation the goal and what is expected of it; no page is opened
   * @return what was found out
   */
  public Verdict verifyHere(Expectation expectation) {
    GoalInProgress examination =
        new GoalInProgress(
            expectation, new PagesToOpen(List.of(), PagesToOpen.unjudgeable(expectation.goal())));
    if (PagesToOpen.unjudgeable(expectation.goal()).isEmpty()) {
      try (PageSession session = PageSession.here(driver, sites, timeout)) {
        PageJudge.here(session, snippets, expectation.revealedBy(), List.of(examination));
        UrlGoalConclusion.judge(session, List.of(examination));
      }
    }
    return examination.verdict();
  }

  /**
   * Opens the goal's page, lets something be done there such as opening a menu, and judges the goal
   * on the page that the browser shows then, in the window in which the acts leave the driver. What
   * the acts throw is thrown on.
   *
   * @param expectation the goal and what is expected of it; on each of its pages the acts are run
   * @param acts given the driver; not run when the page cannot be opened
   * @return what was found out
   */
  public Verdict verifyAfter(Expectation expectation, Consumer<WebDriver> acts) {
    GoalInProgress examination = new GoalInProgress(expectation, PagesToOpen.of(expectation));
    if (!examination.urls().isEmpty()) {
      try (PageSession session = opening(List.of(expectation))) {
        for (String url : examination.urls()) {
          beforePage.accept(driver);
          PageJudge.openAndAct(
              session,
              snippets,
              url,
              expectation.revealedBy(),
              List.of(examination),
              () -> acts.accept(driver));
        }
        UrlGoalConclusion.judge(session, List.of(examination));
      }
    }
    return examination.verdict();
  }

  /**
   * Opens the pages of many goals, each page once, and judges all goals of a page together. Goals
   * with {@code revealedBy} get their page opened anew, once for each such control.
   *
   * @param expectations the goals and what is expected of them
   * @return one verdict for each, in the same order
   */
  public List<Verdict> verifyAll(Collection<Expectation> expectations) {
    List<GoalInProgress> examinations =
        expectations.stream().map(one -> new GoalInProgress(one, PagesToOpen.of(one))).toList();
    if (examinations.stream().anyMatch(GoalVerifier::needsBrowser)) {
      try (PageSession session = opening(expectations)) {
        byPage(examinations).forEach((group, here) -> open(session, group, here));
        UrlGoalConclusion.judge(session, examinations);
      }
    }
    return examinations.stream().map(GoalInProgress::verdict).toList();
  }

  private PageSession opening(Collection<Expectation> expectations) {
    PageSession session = PageSession.opening(driver, sites, timeout);
    if (expectations.stream().anyMatch(ProbeFindings::isWanted)) {
      session.guardInput();
    }
    return session;
  }

  private static boolean needsBrowser(GoalInProgress examination) {
    return !examination.urls().isEmpty() || examination.goal().type() == GoalType.PAGEVIEW_REGEX;
  }

  /** A page, and the control on it that is clicked first, if any. */
  private record PageGroup(String url, Optional<String> revealedBy) {}

  /** What is to be clicked first changes the page, so each such control gets the page anew. */
  private static Map<PageGroup, List<GoalInProgress>> byPage(List<GoalInProgress> examinations) {
    Map<PageGroup, List<GoalInProgress>> groups = new LinkedHashMap<>();
    for (GoalInProgress examination : examinations) {
      for (String url : examination.urls()) {
        PageGroup group = new PageGroup(url, examination.expectation().revealedBy());
        groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(examination);
      }
    }
    return groups;
  }

  private void open(PageSession session, PageGroup group, List<GoalInProgress> here) {
    beforePage.accept(driver);
    PageJudge.open(session, snippets, group.url(), group.revealedBy(), here);
  }
}
