package io.midagoal.internal.judging;

import io.midagoal.goal.ConvertedBy;
import io.midagoal.internal.driver.LoadFailure;
import io.midagoal.internal.facts.Diagnosis;
import io.midagoal.internal.facts.GoalFacts;
import io.midagoal.internal.facts.GoalQuery;
import io.midagoal.internal.facts.PageFacts;
import io.midagoal.internal.findings.Catalogue;
import io.midagoal.internal.findings.ElementFindings;
import io.midagoal.internal.findings.PageFindings;
import io.midagoal.internal.findings.Redirections;
import io.midagoal.internal.findings.SnippetFindings;
import io.midagoal.internal.page.PageScriptException;
import io.midagoal.internal.page.PageSession;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Page;
import io.midagoal.verdict.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Judges all goals of one page and hands each what was found out about it. */
public final class PageJudge {

  private final PageSession session;
  private final SnippetFindings snippets;
  private final Optional<String> requested;
  private final List<GoalInProgress> goals;
  private final long start = System.nanoTime();
  private Optional<Revealer> revealer = Optional.empty();

  private PageJudge(
      PageSession session,
      SnippetFindings snippets,
      Optional<String> requested,
      List<GoalInProgress> goals) {
    this.session = session;
    this.snippets = snippets;
    this.requested = requested;
    this.goals = goals;
  }

  /**
   * Opens a page and judges its goals, all of which a visitor reaches through the same control, if
   * through any.
   */
  public static void open(
      PageSession session,
      SnippetFindings snippets,
      String url,
      Optional<String> revealedBy,
      List<GoalInProgress> goals) {
    PageJudge judge = new PageJudge(session, snippets, Optional.of(url), goals);
    Optional<LoadFailure> failure = session.open(url);
    if (failure.isEmpty() && revealedBy.isPresent()) {
      judge.revealAndJudge(revealedBy.get());
    } else if (failure.isEmpty()) {
      judge.judge();
    } else if (failure.get().timedOut()) {
      judge.judgeHalfLoaded(PageFindings.unreachable(session.name(url), failure.get()));
    } else {
      judge.allFailed(PageFindings.unreachable(session.nameOfFailed(url), failure.get()));
    }
  }

  /**
   * Opens a page, lets something be done there, and judges goals on what the browser shows then.
   */
  public static void openAndAct(
      PageSession session,
      SnippetFindings snippets,
      String url,
      Optional<String> revealedBy,
      List<GoalInProgress> goals,
      Runnable acts) {
    Optional<Finding> noPage = openOnly(session, url);
    if (noPage.isPresent()) {
      new PageJudge(session, snippets, Optional.of(url), goals).allFailed(noPage.get());
    } else {
      acts.run();
      here(session, snippets, revealedBy, goals);
    }
  }

  /** Opens a page and waits for it, without any goal; tells why there is no such page. */
  private static Optional<Finding> openOnly(PageSession session, String url) {
    Optional<LoadFailure> failure = session.open(url);
    if (failure.isPresent()) {
      return Optional.of(PageFindings.unreachable(session.name(url), failure.get()));
    }
    try {
      return PageFindings.ofStatus(session.name(url), session.judge(List.of()));
    } catch (PageScriptException e) {
      return Optional.of(PageFindings.interferes(Optional.of(url), String.valueOf(e.getMessage())));
    }
  }

  /** Judges goals on the page that the browser shows. */
  public static void here(
      PageSession session,
      SnippetFindings snippets,
      Optional<String> revealedBy,
      List<GoalInProgress> goals) {
    session.stayHere();
    PageJudge judge = new PageJudge(session, snippets, Optional.empty(), goals);
    revealedBy.ifPresentOrElse(judge::revealAndJudge, judge::judge);
  }

  /** Clicks what a visitor clicks first, and judges what that brings out. */
  private void revealAndJudge(String selector) {
    long opened = System.nanoTime();
    try {
      Revealer.Attempt attempt = Revealer.click(session, selector, requested.map(session::name));
      if (attempt.clicked().isPresent()) {
        revealer = attempt.clicked();
        judge();
        return;
      }
      PageFacts facts = attempt.page();
      Timing timing = new Timing(endOf(facts), since(opened), since(start));
      goals.forEach(
          one ->
              one.visited(
                  page(facts), timing, Optional.empty(), attempt.failure().stream().toList()));
    } catch (PageScriptException e) {
      allFailed(interferes(e));
    }
  }

  private void judge() {
    long opened = System.nanoTime();
    try {
      PageFacts facts = session.judge(queries());
      Timing timing = new Timing(endOf(facts), since(opened), since(start));
      Optional<Finding> noPage =
          PageFindings.ofStatus(requested.map(session::name).orElse(facts.url()), facts)
              .or(() -> nothingInstead(facts));
      if (noPage.isPresent()) {
        goals.forEach(
            one -> one.visited(page(facts), timing, Optional.empty(), List.of(noPage.get())));
      } else {
        conclude(facts, timing);
      }
    } catch (PageScriptException e) {
      allFailed(interferes(e));
    }
  }

  /** WebKitGTK shows a page of its own when a page cannot be loaded, and tells nobody. */
  private Optional<Finding> nothingInstead(PageFacts facts) {
    return requested
        .filter(url -> facts.url().equals("about:blank"))
        .map(session::name)
        .map(name -> Catalogue.PAGE_UNREACHABLE_BLANK.finding(Map.of("url", name)));
  }

  /** What a visitor can reach on a page of which something hangs counts; nothing is missing yet. */
  private void judgeHalfLoaded(Finding unreachable) {
    long timedOut = System.nanoTime();
    try {
      Optional<PageFacts> come = session.judgeHalfLoaded(queries());
      if (come.isEmpty()) {
        allFailed(unreachable);
        return;
      }
      PageFacts facts = come.get();
      Timing timing = new Timing(endOf(facts), since(timedOut), since(start));
      for (int i = 0; i < goals.size(); i++) {
        GoalFacts found = facts.goals().get(i);
        GoalInProgress one = goals.get(i);
        List<Finding> reasons = halfLoadedReasons(one, facts, found, unreachable);
        arrived(one, facts, found, timing, Optional.of(unreachable));
        one.visited(page(facts), timing, Optional.of(found), reasons);
      }
    } catch (PageScriptException e) {
      allFailed(interferes(e));
    }
  }

  private Finding interferes(PageScriptException e) {
    return PageFindings.interferes(requested.map(session::name), String.valueOf(e.getMessage()));
  }

  private List<Finding> halfLoadedReasons(
      GoalInProgress one, PageFacts facts, GoalFacts found, Finding unreachable) {
    if (needsDiagnosis(one, found)) {
      return List.of(unreachable);
    }
    List<Finding> reasons = new ArrayList<>(plainReasons(one, found));
    snippetFindings(one, facts).stream()
        .map(finding -> finding.code().equals("snippet-missing") ? unreachable : finding)
        .forEach(reasons::add);
    if (ProbeFindings.isWanted(one.expectation())) {
      reasons.add(Catalogue.PROBE_UNAVAILABLE_HALF_LOADED.finding(Map.of()));
    }
    return reasons;
  }

  private List<GoalQuery> queries() {
    return Stream.concat(
            goals.stream().map(GoalInProgress::query),
            Stream.of(snippets.query(goals.stream().map(GoalInProgress::expectation).toList())))
        .toList();
  }

  private void allFailed(Finding finding) {
    Page page =
        new Page(requested, Optional.empty(), List.of(), OptionalInt.empty(), Optional.empty());
    Timing timing = new Timing(Optional.empty(), Duration.ZERO, since(start));
    goals.forEach(one -> one.visited(page, timing, Optional.empty(), List.of(finding)));
  }

  private void conclude(PageFacts facts, Timing timing) {
    List<Diagnosis> diagnoses = diagnose(facts);
    int diagnosed = 0;
    for (int i = 0; i < goals.size(); i++) {
      GoalInProgress one = goals.get(i);
      GoalFacts found = facts.goals().get(i);
      List<Finding> reasons = new ArrayList<>();
      if (needsDiagnosis(one, found)) {
        Diagnosis diagnosis = diagnoses.get(diagnosed++);
        Finding reason = ElementFindings.ofDiagnosis(one.goal(), found, diagnosis);
        reasons.add(isCut(timing) ? unsettled(reason) : reason);
      } else {
        reasons.addAll(plainReasons(one, found));
      }
      arrived(one, facts, found, timing, Optional.empty());
      reasons.replaceAll(reason -> revealer.map(r -> r.afterwards(reason)).orElse(reason));
      if (found.met() && ProbeFindings.isWanted(one.expectation())) {
        reasons.add(ProbeFindings.of(session, one));
      }
      reasons.addAll(snippetFindings(one, facts));
      redirection(revealer.map(Revealer::before).orElse(facts)).ifPresent(reasons::add);
      revealer.flatMap(clicked -> clicked.departure(facts)).ifPresent(reasons::add);
      one.visited(page(facts), timing, Optional.of(found), reasons);
    }
  }

  /** Whether the time-out ended the wait while the page was still at work. */
  private static boolean isCut(Timing timing) {
    return timing.waitEndedBy().filter(end -> end == Timing.WaitEnd.CAP).isPresent();
  }

  /** The page's scripts were asked for behind the goals. */
  private List<Finding> snippetFindings(GoalInProgress one, PageFacts facts) {
    return snippets.of(
        one.expectation(), facts.definedUrl(), facts.goals().get(goals.size()).scripts());
  }

  private static Finding unsettled(Finding lacking) {
    return Catalogue.PAGE_UNSETTLED.finding(Map.of("lacking", lacking.message()));
  }

  /** Why a URL does not match is found out for all pages of a goal together (see Patterns). */
  private static boolean needsDiagnosis(GoalInProgress one, GoalFacts found) {
    return !found.met()
        && one.goal().type().convertedBy() != ConvertedBy.URL
        && found.syntaxError().isEmpty();
  }

  private void arrived(
      GoalInProgress one,
      PageFacts facts,
      GoalFacts found,
      Timing timing,
      Optional<Finding> excuse) {
    if (one.goal().type().convertedBy() == ConvertedBy.URL) {
      one.arrived(
          new UrlArrival(page(facts), facts.definedUrl(), timing, found, facts.arrival(), excuse));
    }
  }

  private List<Diagnosis> diagnose(PageFacts facts) {
    List<GoalQuery> failed = new ArrayList<>();
    for (int i = 0; i < goals.size(); i++) {
      if (needsDiagnosis(goals.get(i), facts.goals().get(i))) {
        failed.add(goals.get(i).query());
      }
    }
    return failed.isEmpty() ? List.of() : session.diagnose(failed);
  }

  /** What can be said of a goal from the facts alone. */
  private static List<Finding> plainReasons(GoalInProgress one, GoalFacts found) {
    if (one.goal().type().convertedBy() == ConvertedBy.URL) {
      return List.of();
    }
    return found.syntaxError().isPresent()
        ? List.of(ElementFindings.ofSyntax(one.goal(), found.syntaxError().get()))
        : ElementFindings.ofMet(one.expectation(), found);
  }

  private Optional<Finding> redirection(PageFacts facts) {
    return requested
        .filter(unused -> facts.arrival().moved())
        .map(
            url ->
                Redirections.finding(facts.arrival().leftSite() ? session.name(url) : url, facts));
  }

  private Page page(PageFacts facts) {
    return new Page(
        requested,
        facts.browserError().isPresent() ? Optional.empty() : Optional.of(facts.definedUrl()),
        requested.map(url -> Redirections.between(url, facts)).orElse(List.of()),
        facts.status(),
        Optional.of(facts.title()));
  }

  private static Optional<Timing.WaitEnd> endOf(PageFacts facts) {
    return Optional.of(Timing.WaitEnd.valueOf(facts.endedBy().toUpperCase(Locale.ROOT)));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
