package io.midagoal.internal.judging;

import io.midagoal.internal.facts.Diagnosis;
import io.midagoal.internal.facts.GoalFacts;
import io.midagoal.internal.facts.GoalQuery;
import io.midagoal.internal.facts.PageFacts;
import io.midagoal.internal.facts.Snippet;
import io.midagoal.internal.findings.Catalogue;
import io.midagoal.internal.findings.ElementFindings;
import io.midagoal.internal.findings.Redirections;
import io.midagoal.internal.findings.SnippetFindings;
import io.midagoal.internal.page.PageSession;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Page;
import io.midagoal.verdict.Timing;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the facts of one page into findings for each of its goals.
 *
 * @param requested the URL that was asked for; empty for the page that the browser showed
 * @param facts one answer for each goal, and behind them one about the page's Mida scripts
 */
record PageConclusion(
    PageSession session,
    SnippetFindings snippets,
    Optional<String> requested,
    List<GoalInProgress> goals,
    PageFacts facts,
    Timing timing) {

  /** No goal can be judged on this page. */
  void allFailed(Optional<Finding> reason) {
    goals.forEach(one -> one.visited(page(), timing, Optional.empty(), reason.stream().toList()));
  }

  void concludeHalfLoaded(Finding unreachable) {
    for (int i = 0; i < goals.size(); i++) {
      GoalInProgress one = goals.get(i);
      GoalFacts found = facts.goals().get(i);
      visited(one, found, halfLoadedReasons(one, found, unreachable), Optional.of(unreachable));
    }
  }

  private List<Finding> halfLoadedReasons(
      GoalInProgress one, GoalFacts found, Finding unreachable) {
    if (needsDiagnosis(one, found)) {
      return List.of(unreachable);
    }
    List<Finding> reasons = new ArrayList<>(plainReasons(one, found));
    List<Finding> ofScripts = snippetFindings(one);
    // A script that is not there yet may come; what is said of one that is there holds.
    reasons.addAll(!ofScripts.isEmpty() && scripts().isEmpty() ? List.of(unreachable) : ofScripts);
    if (ProbeFindings.isWanted(one.expectation())) {
      reasons.add(Catalogue.PROBE_UNAVAILABLE_HALF_LOADED.finding(Map.of()));
    }
    return reasons;
  }

  void conclude(Optional<Revealer> revealer) {
    Iterator<Diagnosis> diagnoses = diagnose().iterator();
    for (int i = 0; i < goals.size(); i++) {
      GoalInProgress one = goals.get(i);
      GoalFacts found = facts.goals().get(i);
      List<Finding> reasons = new ArrayList<>();
      boolean isHidden = false;
      if (needsDiagnosis(one, found)) {
        Diagnosis diagnosis = diagnoses.next();
        isHidden = Catalogue.named(diagnosis.finding()).isHidden();
        Finding reason = ElementFindings.ofDiagnosis(one.goal(), found, diagnosis);
        reasons.add(isCut() ? unsettled(reason) : reason);
      } else {
        reasons.addAll(plainReasons(one, found));
      }
      if (revealer.isPresent()) {
        boolean isStillHidden = isHidden;
        reasons.replaceAll(reason -> revealer.get().afterwards(reason, isStillHidden));
      }
      if (found.met() && ProbeFindings.isWanted(one.expectation())) {
        reasons.add(ProbeFindings.of(session, one));
      }
      reasons.addAll(snippetFindings(one));
      redirection(revealer.map(Revealer::before).orElse(facts)).ifPresent(reasons::add);
      revealer.flatMap(clicked -> clicked.departure(facts)).ifPresent(reasons::add);
      visited(one, found, reasons, Optional.empty());
    }
  }

  private List<Diagnosis> diagnose() {
    List<GoalQuery> failed = new ArrayList<>();
    for (int i = 0; i < goals.size(); i++) {
      if (needsDiagnosis(goals.get(i), facts.goals().get(i))) {
        failed.add(goals.get(i).query());
      }
    }
    return failed.isEmpty() ? List.of() : session.diagnose(failed);
  }

  /** URL goals are diagnosed on all their pages together, see {@link UrlGoalConclusion}. */
  private static boolean needsDiagnosis(GoalInProgress one, GoalFacts found) {
    return !found.met() && !one.isUrlGoal() && found.syntaxError().isEmpty();
  }

  /** The findings that need no diagnosis. */
  private static List<Finding> plainReasons(GoalInProgress one, GoalFacts found) {
    if (one.isUrlGoal()) {
      return List.of();
    }
    return found.syntaxError().isPresent()
        ? List.of(ElementFindings.ofSyntax(one.goal(), found.syntaxError().get()))
        : ElementFindings.ofMet(one.expectation(), found);
  }

  /** Whether the time-out ended the wait before the page had settled. */
  private boolean isCut() {
    return timing.waitEndedBy().filter(end -> end == Timing.WaitEnd.CAP).isPresent();
  }

  private static Finding unsettled(Finding lacking) {
    return Catalogue.PAGE_UNSETTLED.finding(Map.of("lacking", lacking.message()));
  }

  private List<Finding> snippetFindings(GoalInProgress one) {
    return snippets.of(one.expectation(), facts.definedUrl(), scripts());
  }

  private List<Snippet> scripts() {
    return facts.goals().get(goals.size()).scripts();
  }

  private Optional<Finding> redirection(PageFacts first) {
    return requested
        .filter(unused -> first.arrival().moved())
        .map(
            url ->
                Redirections.finding(first.arrival().leftSite() ? session.name(url) : url, first));
  }

  private void visited(
      GoalInProgress one, GoalFacts found, List<Finding> reasons, Optional<Finding> excuse) {
    if (one.isUrlGoal()) {
      one.arrived(
          new UrlArrival(page(), facts.definedUrl(), timing, found, facts.arrival(), excuse));
    }
    one.visited(page(), timing, Optional.of(found), reasons);
  }

  private Page page() {
    return new Page(
        requested,
        facts.isPrevious() || facts.browserError().isPresent()
            ? Optional.empty()
            : Optional.of(facts.definedUrl()),
        requested.map(url -> Redirections.between(url, facts)).orElse(List.of()),
        facts.status(),
        Optional.of(facts.title()),
        session.midaScript(),
        session.keptFromMida(facts));
  }
}
