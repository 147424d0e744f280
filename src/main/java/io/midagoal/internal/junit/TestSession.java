package io.midagoal.internal.junit;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.internal.config.Setting;
import io.midagoal.internal.config.Settings;
import io.midagoal.journey.Conversions;
import io.midagoal.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** A running test with its goals, kept in the Store of the test's context. Not thread-safe. */
public final class TestSession {

  /** The number of a parameterized or repeated test in JUnit's unique id. */
  private static final Pattern INVOCATION =
      Pattern.compile("\\[test-template-invocation:#(\\d+)]$");

  private final ExtensionContext context;
  private final RunStore run;
  private final TestGoals goals;
  private final Settings settings;
  private final TestBrowser browser;
  private final Map<Goal, GoalProfile> profiles = new HashMap<>();

  /** Results of journeys, reported when it is known whether the test expected no conversion. */
  private final List<JourneyResult> journeys = new ArrayList<>();

  private record JourneyResult(Conversions conversions, Verdict verdict) {}

  private TestSession(
      ExtensionContext context, TestGoals goals, Settings settings, TestBrowser browser) {
    this.context = context;
    this.run = RunStore.of(context);
    this.goals = goals;
    this.settings = settings;
    this.browser = browser;
  }

  /**
   * Starts the session of a test and creates its goals.
   *
   * @param needsBrowser whether the test is likely to check a goal
   */
  public static void start(
      ExtensionContext context, TestGoals goals, ExtensionOptions options, boolean needsBrowser) {
    TestSettings settings = new TestSettings(context, options);
    TestBrowser browser = new TestBrowser(context, settings, options);
    TestSession session = new TestSession(context, goals, settings.beforePages(), browser);
    session.createGoals(needsBrowser);
    store(context).put(TestSession.class, session);
  }

  /** Returns the session of a running test; empty if the test has no goals. */
  public static Optional<TestSession> of(ExtensionContext context) {
    return Optional.ofNullable(store(context).get(TestSession.class, TestSession.class));
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(RunStore.NAMESPACE);
  }

  private void createGoals(boolean needsBrowser) {
    settings.warnings().forEach(run::warn);
    run.report(settings);
    GoalCreator creator = GoalCreator.of(run, settings);
    List<Goal> definitions = goals.all().stream().map(DeclaredGoal::goal).toList();
    creator.begin(definitions);
    if (!creator.areDone(definitions) && needsBrowser) {
      browser.prepare();
    }
    for (DeclaredGoal goal : goals.all()) {
      creator.await(goal.goal()).ifPresent(profile -> profiles.put(goal.goal(), profile));
    }
    // Only now: a test whose goals cannot be created is not blamed for unverified goals.
    goals
        .all()
        .forEach(
            goal -> run.unchecked().declared(goal, scopeOf(goal), settings.get(Setting.UNCHECKED)));
  }

  public TestGoals goals() {
    return goals;
  }

  public TestBrowser browser() {
    return browser;
  }

  public GoalProfile profileOf(DeclaredGoal goal) {
    return Optional.ofNullable(profiles.get(goal.goal()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Mida goal \"%s\" has no profile, because mode verify-only creates no goals. Set midagoal.mode to embedded or live."
                        .formatted(goal.goal().name())));
  }

  /** Adds a verdict to the results of the run. */
  public Verdict record(DeclaredGoal goal, Verdict verdict) {
    Verdict complete = withProfile(goal, verdict);
    report(complete);
    return complete;
  }

  /**
   * Adds a journey's verdict to the results at the end of the test, unless the test asserted that
   * the goal does not convert.
   */
  public void recordAtEnd(DeclaredGoal goal, Conversions conversions) {
    journeys.add(new JourneyResult(conversions, withProfile(goal, conversions.verdict())));
  }

  private Verdict withProfile(DeclaredGoal goal, Verdict verdict) {
    run.unchecked().checked(goal, scopeOf(goal));
    return Optional.ofNullable(profiles.get(goal.goal())).map(verdict::withProfile).orElse(verdict);
  }

  private void report(Verdict verdict) {
    run.report(settings).ifPresent(report -> report.add(testName(), verdict));
    context.publishReportEntry(
        "midagoal: " + verdict.expectation().goal().name(), verdict.summary());
  }

  /** The test's name in the report, with the number of its repetition. */
  private String testName() {
    Matcher invocation = INVOCATION.matcher(context.getUniqueId());
    return AnnotatedPlace.nameOf(context.getRequiredTestClass())
        + "#"
        + context.getRequiredTestMethod().getName()
        + (invocation.find() ? "[" + invocation.group(1) + "]" : "");
  }

  /**
   * Ends a test.
   *
   * @throws AssertionError if a goal was not verified and {@link Setting#UNCHECKED} is {@code fail}
   */
  public static void end(ExtensionContext context) {
    TestSession session = store(context).remove(TestSession.class, TestSession.class);
    if (session != null) {
      session.end();
    }
  }

  /**
   * Ends a test class.
   *
   * @throws AssertionError as for {@link #end(ExtensionContext)}, for the class's goals
   */
  public static void endClass(ExtensionContext context) {
    RunStore.of(context).unchecked().end(context.getRequiredTestClass());
  }

  private void end() {
    boolean failed = context.getExecutionException().isPresent();
    journeys.stream()
        .filter(journey -> !journey.conversions().expectedNoConversion())
        .forEach(journey -> report(journey.verdict()));
    if (failed) {
      goals.all().forEach(goal -> run.unchecked().checked(goal, scopeOf(goal)));
    }
    run.unchecked().end(context.getUniqueId());
  }

  private Object scopeOf(DeclaredGoal goal) {
    return goal.level().isMethod() ? context.getUniqueId() : goal.level().testClass();
  }
}
