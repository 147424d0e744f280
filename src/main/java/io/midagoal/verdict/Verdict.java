package io.midagoal.verdict;

import io.midagoal.goal.GoalProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about one goal.
 *
 * @param expectation the goal and what was expected of it
 * @param profile the goal as Mida holds it, when it was created there
 * @param status derived from the findings: {@code BROKEN} if any is an error, else {@code
 *     UNDECIDED} if any is undecided, else {@code MATCHED}
 * @param findings in order of importance; the first is the reason
 * @param page the page that was judged
 * @param elements the elements that match
 * @param timing how long it took
 */
public record Verdict(
    Expectation expectation,
    Optional<GoalProfile> profile,
    Status status,
    List<Finding> findings,
    Page page,
    Elements elements,
    Timing timing) {

  /**
   * Takes a copy of the list, and user and password out of URLs.
   *
   * @param expectation the goal and what was expected of it
   * @param profile the goal as Mida holds it, when it was created there
   * @param status derived from the findings: {@code BROKEN} if any is an error, else {@code
   *     UNDECIDED} if any is undecided, else {@code MATCHED}
   * @param findings in order of importance
   * @param page the page that was judged
   * @param elements the elements that match
   * @param timing how long it took
   */
  public Verdict {
    findings = findings.stream().map(Finding::withoutCredentials).toList();
    page = page.withoutCredentials();
  }

  /**
   * Makes a verdict whose status follows from its findings.
   *
   * @param expectation the goal and what was expected of it
   * @param findings in any order
   * @param page the page that was judged
   * @param elements the elements that match
   * @param timing how long it took
   * @return a verdict without a profile
   */
  public static Verdict of(
      Expectation expectation,
      List<Finding> findings,
      Page page,
      Elements elements,
      Timing timing) {
    List<Finding> sorted =
        findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    return new Verdict(
        expectation, Optional.empty(), statusOf(sorted), sorted, page, elements, timing);
  }

  private static Status statusOf(List<Finding> sorted) {
    if (sorted.isEmpty()) {
      return Status.MATCHED;
    }
    return switch (sorted.get(0).severity()) {
      case ERROR -> Status.BROKEN;
      case UNDECIDED -> Status.UNDECIDED;
      case WARNING, INFO -> Status.MATCHED;
    };
  }

  /**
   * The same verdict about a goal that Mida holds.
   *
   * @param created the goal as Mida holds it
   * @return a new verdict
   */
  public Verdict withProfile(GoalProfile created) {
    return new Verdict(expectation, Optional.of(created), status, findings, page, elements, timing);
  }

  /**
   * The verdict in few words: the status, and the code of the first finding if there is any.
   *
   * @return for example {@code BROKEN: no-match}
   */
  public String summary() {
    return findings.isEmpty() ? status.name() : status + ": " + findings.get(0).code();
  }

  /**
   * Tells the verdict to a person: goal and verdict in the first line, then one fact a line, then
   * the next step.
   *
   * @return several lines, without a line break at the end
   */
  public String describe() {
    return VerdictText.of(this);
  }
}
