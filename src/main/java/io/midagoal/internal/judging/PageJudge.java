package io.midagoal.internal.judging;

import io.midagoal.internal.driver.LoadFailure;
import io.midagoal.internal.facts.GoalQuery;
import io.midagoal.internal.facts.PageFacts;
import io.midagoal.internal.findings.Catalogue;
import io.midagoal.internal.findings.PageFindings;
import io.midagoal.internal.findings.SnippetFindings;
import io.midagoal.internal.page.PageScriptException;
import io.midagoal.internal.page.PageSession;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Page;
import io.midagoal.verdict.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges all goals of one page: opens it, reveals what is to be judged, and asks the page. */
public final class PageJudge {

  private final PageSession session;
  private final SnippetFindings snippets;
  private final Optional<String> requested;
  private final List<GoalInProgress> goals;
  private final long start = System.nanoTime();

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

  /** Opens a page and judges its goals, all of which have the same {@code revealedBy}, if any. */
  public static void open(
      PageSession session,
      SnippetFindings snippets,
      String url,
      Optional<String> revealedBy,
      List<GoalInProgress> goals) {
    PageJudge judge = new PageJudge(session, snippets, Optional.of(url), goals);
    Optional<LoadFailure> failure = session.open(url);
    if (failure.isEmpty()) {
      judge.judge(revealedBy);
    } else if (failure.get().timedOut()) {
      judge.judgeHalfLoaded(PageFindings.unreachable(session.name(url), failure.get()));
    } else {
      judge.allFailed(PageFindings.unreachable(session.nameOfFailed(url), failure.get()));
    }
  }

  /** Opens a page, runs the acts there, and judges goals on what the browser shows then. */
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

  /** Opens a page and waits for it, without any goal; answers why there is no such page. */
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
    new PageJudge(session, snippets, Optional.empty(), goals).judge(revealedBy);
  }

  private void judge(Optional<String> revealedBy) {
    unlessInterfered(
        () ->
            revealedBy.ifPresentOrElse(
                this::revealAndJudge, () -> judgeRevealed(Optional.empty())));
  }

  private void unlessInterfered(Runnable judging) {
    try {
      judging.run();
    } catch (PageScriptException e) {
      allFailed(
          PageFindings.interferes(requested.map(session::name), String.valueOf(e.getMessage())));
    }
  }

  /** Clicks what a visitor clicks first, and judges what that reveals. */
  private void revealAndJudge(String selector) {
    long opened = System.nanoTime();
    Revealer.Attempt attempt = Revealer.click(session, selector, requested.map(session::name));
    if (attempt.clicked().isPresent()) {
      judgeRevealed(attempt.clicked());
    } else {
      conclusion(attempt.page(), opened).allFailed(attempt.failure());
    }
  }

  private void judgeRevealed(Optional<Revealer> revealer) {
    long opened = System.nanoTime();
    PageFacts facts = session.judge(queries());
    PageConclusion conclusion = conclusion(facts, opened);
    Optional<Finding> noPage =
        PageFindings.ofStatus(requested.map(session::name).orElse(facts.url()), facts)
            .or(() -> nothingInstead(facts));
    if (noPage.isPresent()) {
      conclusion.allFailed(noPage);
    } else {
      conclusion.conclude(revealer);
    }
  }

  /** WebKitGTK shows a blank page when a page cannot be loaded, without an error. */
  private Optional<Finding> nothingInstead(PageFacts facts) {
    return requested
        .filter(url -> facts.url().equals("about:blank"))
        .map(session::name)
        .map(name -> Catalogue.PAGE_UNREACHABLE_BLANK.finding(Map.of("url", name)));
  }

  /** On a page that is still loading, what matches counts; what does not match may yet appear. */
  private void judgeHalfLoaded(Finding unreachable) {
    long timedOut = System.nanoTime();
    unlessInterfered(
        () ->
            session
                .judgeHalfLoaded(queries())
                .ifPresentOrElse(
                    facts -> conclusion(facts, timedOut).concludeHalfLoaded(unreachable),
                    () -> allFailed(unreachable)));
  }

  /** The queries of all goals, and behind them the one about the page's Mida scripts. */
  private List<GoalQuery> queries() {
    return Stream.concat(
            goals.stream().map(GoalInProgress::query),
            Stream.of(snippets.query(goals.stream().map(GoalInProgress::expectation).toList())))
        .toList();
  }

  private void allFailed(Finding finding) {
    Page page = Page.notLoaded(requested);
    Timing timing = new Timing(Optional.empty(), Duration.ZERO, since(start));
    goals.forEach(one -> one.visited(page, timing, Optional.empty(), List.of(finding)));
  }

  private PageConclusion conclusion(PageFacts facts, long opened) {
    Timing.WaitEnd end = Timing.WaitEnd.valueOf(facts.endedBy().toUpperCase(Locale.ROOT));
    Timing timing = new Timing(Optional.of(end), since(opened), since(start));
    return new PageConclusion(session, snippets, requested, goals, facts, timing);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
