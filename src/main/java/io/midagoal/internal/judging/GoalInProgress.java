package io.midagoal.internal.judging;

import io.midagoal.goal.ConvertedBy;
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

/** Collects the findings on one goal, page by page. Confined to one call. */
public final class GoalInProgress {

  private final Expectation expectation;
  private final PagesToOpen pages;
  private final List<Finding> findings = new ArrayList<>();
  private final List<UrlArrival> arrivals = new ArrayList<>();
  private Page page = Page.none();
  private Optional<GoalFacts> facts = Optional.empty();
  private Timing timing = Timing.none();
  private boolean isDecided;

  public GoalInProgress(Expectation expectation, PagesToOpen pages) {
    this.expectation = expectation;
    this.pages = pages;
    pages.obstacle().ifPresent(findings::add);
  }

  public List<String> urls() {
    return pages.urls();
  }

  public Expectation expectation() {
    return expectation;
  }

  public Goal goal() {
    return expectation.goal();
  }

  boolean isUrlGoal() {
    return goal().type().convertedBy() == ConvertedBy.URL;
  }

  GoalQuery query() {
    return GoalQuery.of(goal(), expectation.visits(), expectation.ignores());
  }

  /** Adds a page's findings. The verdict shows the first page with an error, or else the last. */
  void visited(Page visited, Timing took, Optional<GoalFacts> found, List<Finding> reasons) {
    if (!isDecided) {
      page = visited;
      timing = took;
      facts = found;
      isDecided = reasons.stream().anyMatch(reason -> reason.severity() == Severity.ERROR);
    }
    reasons.stream().filter(reason -> !findings.contains(reason)).forEach(findings::add);
  }

  /** Adds where a visit of a URL goal arrived. */
  void arrived(UrlArrival arrival) {
    arrivals.add(arrival);
  }

  List<UrlArrival> arrivals() {
    return arrivals;
  }

  /** Adds the finding on a page on which a URL goal fails. */
  void failsAt(UrlArrival arrival, Finding finding) {
    visited(arrival.page(), arrival.timing(), Optional.of(arrival.facts()), List.of(finding));
  }

  void found(Finding finding) {
    findings.add(finding);
  }

  public Verdict verdict() {
    return Verdict.of(expectation, findings, page, ElementFindings.evidence(facts), timing);
  }
}
