package io.midagoal.verdict;

import io.midagoal.goal.GoalProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The result of checking one goal: its status and the reasons.
 *
 * @param expectation the goal and what was expected of it
 * @param profile the goal in Mida, if it was created there
 * @param status {@code BROKEN} if any finding is an error, else {@code UNDECIDED} if any is
 *     undecided, else {@code MATCHED}
 * @param findings the findings, most important first; the first is the reason
 * @param page the page that was checked
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
   * Copies the list and removes credentials from URLs.
   *
   * @param expectation the goal and what was expected of it
   * @param profile the goal in Mida
   * @param status the status that follows from the findings
   * @param findings the findings, most important first
   * @param page the page that was checked
   * @param elements the elements that match
   * @param timing how long it took
   */
  public Verdict {
    findings = findings.stream().map(Finding::withoutCredentials).toList();
    page = page.withoutCredentials();
  }

  /**
   * Creates a verdict with the status that follows from its findings.
   *
   * @param expectation the goal and what was expected of it
   * @param findings the findings in any order
   * @param page the page that was checked
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
   * Returns a copy with the goal's profile.
   *
   * @param created the goal in Mida
   * @return a new verdict
   */
  public Verdict withProfile(GoalProfile created) {
    return new Verdict(expectation, Optional.of(created), status, findings, page, elements, timing);
  }

  /**
   * Returns the status, and the code of the first finding if there is one.
   *
   * @return for example {@code BROKEN: no-match}
   */
  public String summary() {
    return findings.isEmpty() ? status.name() : status + ": " + findings.get(0).code();
  }

  /**
   * Returns the verdict as readable text: goal and status in the first line, then the details and
   * the next step.
   *
   * @return several lines, without a line break at the end
   */
  public String describe() {
    return VerdictText.of(this);
  }
}
