package io.midagoal.journey;

import io.midagoal.goal.Goal;
import io.midagoal.internal.page.Recorder;
import io.midagoal.verdict.Elements;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Page;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Timing;
import io.midagoal.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** The conversions recorded on a journey, and assertions on them. Thread-safe. */
public final class Conversions {

  private final Verdict verdict;
  private final List<Recorder.Trigger> triggers;
  private final boolean hasRun;
  private volatile boolean expectedNoConversion;

  private Conversions(Verdict verdict, List<Recorder.Trigger> triggers, boolean hasRun) {
    this.verdict = verdict;
    this.triggers = List.copyOf(triggers);
    this.hasRun = hasRun;
  }

  /** The journey could not run. */
  static Conversions notRun(Expectation expectation, Page page, Finding reason) {
    Verdict verdict =
        Verdict.of(expectation, List.of(reason), page, Elements.none(), Timing.none());
    return new Conversions(verdict, List.of(), false);
  }

  static Conversions recorded(
      Expectation expectation,
      Page page,
      Timing timing,
      JourneyRecording log,
      List<Finding> snippetFindings) {
    List<Finding> findings = new ArrayList<>();
    if (conversions(log.triggers(), expectation.goal()).isEmpty()) {
      findings.add(JourneyFindings.notTriggered(expectation.goal(), log));
    }
    findings.addAll(snippetFindings);
    Verdict verdict = Verdict.of(expectation, findings, page, Elements.none(), timing);
    return new Conversions(verdict, log.triggers(), true);
  }

  /**
   * Returns the verdict on the journey's goal: matched, {@code not-triggered}, or why it could not
   * be checked.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * Returns the conversions of a goal, in order.
   *
   * @param goal the journey's goal, or any goal that scripts trigger; values are compared exactly
   * @return the conversions; may be empty
   * @throws IllegalArgumentException for any other click or submit goal, which the journey did not
   *     record
   */
  public List<Conversion> of(Goal goal) {
    if (!Conversion.isTracked(goal) && !goal.equals(goal())) {
      throw new IllegalArgumentException(
          "This journey recorded the goal \""
              + goal().name()
              + "\", not \""
              + goal.name()
              + "\": make a journey for that goal too.");
    }
    return conversions(triggers, goal);
  }

  private static List<Conversion> conversions(List<Recorder.Trigger> triggers, Goal goal) {
    return triggers.stream()
        .filter(trigger -> Conversion.counts(trigger, goal))
        .map(trigger -> new Conversion(trigger.name(), trigger.url()))
        .toList();
  }

  /**
   * Asserts that the goal converted at least once.
   *
   * @throws AssertionFailedError with the diagnosis, if it did not or could not be checked
   */
  public void shouldConvert() {
    if (verdict.status() != Status.MATCHED) {
      throw new AssertionFailedError(
          verdict.describe(), Status.MATCHED.name(), verdict.status().name());
    }
  }

  /**
   * Asserts that the goal converted exactly once.
   *
   * @throws AssertionFailedError if it did not, converted more often or could not be checked
   */
  public void shouldConvertOnce() {
    shouldConvert();
    int times = of(goal()).size();
    if (times != 1) {
      throw new AssertionFailedError(
          "Mida goal \""
              + goal().name()
              + "\" converted "
              + times
              + " times on one journey instead of once: "
              + pages(),
          1,
          times);
    }
  }

  /**
   * Asserts that the goal did not convert.
   *
   * @throws AssertionFailedError if it did, or could not be checked
   */
  public void shouldNotConvert() {
    if (!hasRun) {
      throw new AssertionFailedError(verdict.describe(), "no conversion", "no journey");
    }
    int times = of(goal()).size();
    if (times > 0) {
      throw new AssertionFailedError(
          "Mida goal \"" + goal().name() + "\" converted but should not have: " + pages(),
          0,
          times);
    }
    expectedNoConversion = true;
  }

  /**
   * Whether {@link #shouldNotConvert()} passed, so that {@code not-triggered} is the expected
   * verdict.
   *
   * @return true after a passed {@link #shouldNotConvert()}
   */
  public boolean expectedNoConversion() {
    return expectedNoConversion;
  }

  private Goal goal() {
    return verdict.expectation().goal();
  }

  private String pages() {
    return of(goal()).stream().map(Conversion::url).collect(Collectors.joining(", ", "on ", "."));
  }
}
