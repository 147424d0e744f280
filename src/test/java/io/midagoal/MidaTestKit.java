package io.midagoal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.midagoal.stub.MidaStub;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * Runs fixture classes as JUnit would, and tells what came of it.
 *
 * <p>Unless a test sets it otherwise, goals go to an embedded Mida, no report is written, and goals
 * need not be verified.
 */
final class MidaTestKit {

  private final List<DiscoverySelector> selectors;
  private final Map<String, String> parameters = new HashMap<>();

  private MidaTestKit(List<DiscoverySelector> selectors) {
    this.selectors = selectors;
    with("midagoal.mode", "embedded");
    with("midagoal.report", "off");
    with("midagoal.unchecked", "ignore");
  }

  static MidaTestKit classes(Class<?>... testClasses) {
    List<DiscoverySelector> selectors = new ArrayList<>();
    for (Class<?> testClass : testClasses) {
      selectors.add(selectClass(testClass));
    }
    return new MidaTestKit(selectors);
  }

  static MidaTestKit method(Class<?> testClass, String name) {
    List<Method> named =
        ReflectionSupport.findMethods(
            testClass, method -> method.getName().equals(name), HierarchyTraversalMode.TOP_DOWN);
    assertThat(named).as("methods named " + name).hasSize(1);
    return new MidaTestKit(List.of(selectMethod(testClass, named.get(0))));
  }

  /** Sets a JUnit configuration parameter. */
  MidaTestKit with(String key, String value) {
    parameters.put(key, value);
    return this;
  }

  /** Sends goals to a stub that the test can look into. */
  MidaTestKit live(MidaStub stub) {
    return with("midagoal.mode", "live")
        .with("midagoal.api-url", stub.baseUrl())
        .with("midagoal.api-key", stub.apiKey())
        .with("midagoal.project-key", stub.projectKey());
  }

  MidaTestKit inParallel() {
    return with("junit.jupiter.execution.parallel.enabled", "true")
        .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "8");
  }

  Outcome run() {
    EngineTestKit.Builder kit =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectors.toArray(DiscoverySelector[]::new))
            .configurationParameters(parameters);
    List<String> log = new ArrayList<>();
    return new Outcome(logging(log, kit::execute), log);
  }

  /** Other tests may run at the same time: only what this thread logs is this run's. */
  private static EngineExecutionResults logging(
      List<String> log, Supplier<EngineExecutionResults> run) {
    long thread = Thread.currentThread().getId();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            if (line.getLongThreadID() == thread) {
              log.add(line.getLevel() + " " + line.getMessage());
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("io.midagoal");
    logger.addHandler(handler);
    try {
      return run.get();
    } finally {
      logger.removeHandler(handler);
    }
  }

  /**
   * What came of a run.
   *
   * @param log the lines that midagoal logged in the thread that ran, each with its level in front
   */
  record Outcome(EngineExecutionResults results, List<String> log) {

    /** All tests ran, and none failed. */
    Outcome passed(int tests) {
      assertThat(failures()).isEmpty();
      results.testEvents().assertStatistics(stats -> stats.succeeded(tests).started(tests));
      return this;
    }

    /** The message of the one failure. */
    String failure() {
      assertThat(failures()).hasSize(1);
      return String.valueOf(failures().get(0).getMessage());
    }

    /** What tests and classes failed with. */
    List<Throwable> failures() {
      return results.allEvents().failed().stream().map(Outcome::failureOf).toList();
    }

    private static Throwable failureOf(Event event) {
      return event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
    }

    /** The report entries, each as {@code key = value}. */
    List<String> reportEntries() {
      return results
          .allEvents()
          .reportingEntryPublished()
          .map(event -> event.getRequiredPayload(ReportEntry.class))
          .flatMap(entry -> entry.getKeyValuePairs().entrySet().stream())
          .map(pair -> pair.getKey() + " = " + pair.getValue())
          .toList();
    }
  }
}
