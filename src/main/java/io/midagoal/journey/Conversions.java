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

/** What converted on a journey. Thread-safe. */
public final class Conversions {

  private final Verdict verdict;
  private final List<Recorder.Trigger> triggers;
  private final boolean isMade;
  private volatile boolean expectedNoConversion;

  private Conversions(Verdict verdict, List<Recorder.Trigger> triggers, boolean isMade) {
    this.verdict = verdict;
    this.triggers = List.copyOf(triggers);
    this.isMade = isMade;
  }

  /** The journey could not be made, for this reason. */
  static Conversions notMade(Expectation expectation, Page page, Finding reason) {
    Verdict verdict =
        Verdict.of(expectation, List.of(reason), page, Elements.none(), Timing.none());
    return new Conversions(verdict, List.of(), false);
  }

  static Conversions recorded(
      Expectation expectation,
      Page page,
      Timing timing,
      JourneyRecording log,
      List<Finding> ofScript) {
    List<Finding> findings = new ArrayList<>();
    if (conversions(log.triggers(), expectation.goal()).isEmpty()) {
      findings.add(JourneyFindings.notTriggered(expectation.goal(), log));
    }
    findings.addAll(ofScript);
    Verdict verdict = Verdict.of(expectation, findings, page, Elements.none(), timing);
    return new Conversions(verdict, log.triggers(), true);
  }

  /**
   * The verdict on the goal for which the journey was made: matched, {@code not-triggered}, or why
   * it could not be found out.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * What converted for a goal, in the order in which it happened.
   *
   * @param goal the goal of the journey, or any goal that scripts trigger; values are compared
   *     exactly
   * @return the conversions, or an empty list
   * @throws IllegalArgumentException for another goal of clicks or submits: the journey did not
   *     look out for it
   */
  public List<Conversion> of(Goal goal) {
    if (!Conversion.isTracked(goal) && !goal.equals(goal())) {
      throw new IllegalArgumentException(
          "This journey was made for the goal \""
              + goal().name()
              + "\" and did not look out for \""
              + goal.name()
              + "\": make one for that goal too.");
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
   * Demands that the goal converted, once or more.
   *
   * @throws AssertionFailedError with the diagnosis, when it did not or that could not be found out
   */
  public void shouldConvert() {
    if (verdict.status() != Status.MATCHED) {
      throw new AssertionFailedError(
          verdict.describe(), Status.MATCHED.name(), verdict.status().name());
    }
  }

  /**
   * Demands that the goal converted exactly once.
   *
   * @throws AssertionFailedError when it did not, did more often, or that could not be found out
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
              + " times on one journey, and should once: "
              + pages(),
          1,
          times);
    }
  }

  /**
   * Demands that the goal did not convert.
   *
   * @throws AssertionFailedError when it did, or that could not be found out
   */
  public void shouldNotConvert() {
    if (!isMade) {
      throw new AssertionFailedError(verdict.describe(), "no conversion", "no journey");
    }
    int times = of(goal()).size();
    if (times > 0) {
      throw new AssertionFailedError(
          "Mida goal \"" + goal().name() + "\" converted, and should not have: " + pages(),
          0,
          times);
    }
    expectedNoConversion = true;
  }

  /**
   * Whether it was demanded that the goal does not convert, and it did not: then a verdict that
   * says {@code not-triggered} is no fault of the goal.
   *
   * @return whether {@link #shouldNotConvert()} passed
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
