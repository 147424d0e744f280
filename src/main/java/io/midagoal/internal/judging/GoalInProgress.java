package io.midagoal.internal.judging;

import io.midagoal.goal.Goal;
import io.midagoal.internal.facts.GoalFacts;
import io.midagoal.internal.facts.GoalQuery;
import io.midagoal.internal.findings.ElementFindings;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Page;
import io.midagoal.verdict.Severity;
import io.midagoal.verdict.Timing;
import io.midagoal.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One goal on its way through its pages; gathers what is found out. Confined to one call. */
public final class GoalInProgress {

  private final Expectation expectation;
  private final PagesToOpen itinerary;
  private final List<Finding> findings = new ArrayList<>();
  private final List<UrlArrival> visits = new ArrayList<>();
  private Page page = Page.none();
  private Optional<GoalFacts> facts = Optional.empty();
  private Timing timing = Timing.none();
  private boolean isDecided;

  public GoalInProgress(Expectation expectation, PagesToOpen itinerary) {
    this.expectation = expectation;
    this.itinerary = itinerary;
    itinerary.obstacle().ifPresent(findings::add);
  }

  public List<String> urls() {
    return itinerary.urls();
  }

  public Expectation expectation() {
    return expectation;
  }

  public Goal goal() {
    return expectation.goal();
  }

  public GoalQuery query() {
    return GoalQuery.of(goal(), expectation.visits(), expectation.ignores());
  }

  /** The first page that has something to say against the goal is the verdict's page. */
  public void visited(Page visited, Timing took, Optional<GoalFacts> found, List<Finding> reasons) {
    if (!isDecided) {
      page = visited;
      timing = took;
      facts = found;
      isDecided = reasons.stream().anyMatch(reason -> reason.severity() == Severity.ERROR);
    }
    reasons.stream().filter(reason -> !findings.contains(reason)).forEach(findings::add);
  }

  /** Remembers where a visit of a URL goal arrived. */
  public void arrived(UrlArrival visit) {
    visits.add(visit);
  }

  /** Where the visits of a URL goal arrived. */
  public List<UrlArrival> visits() {
    return visits;
  }

  /** Tells of a page on which a URL goal fails. */
  public void failsAt(UrlArrival visit, Finding finding) {
    visited(visit.page(), visit.timing(), Optional.of(visit.facts()), List.of(finding));
  }

  public void found(Finding finding) {
    findings.add(finding);
  }

  public Verdict verdict() {
    return Verdict.of(expectation, findings, page, ElementFindings.evidence(facts), timing);
  }
}
