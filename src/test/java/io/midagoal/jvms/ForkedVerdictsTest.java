package io.midagoal.jvms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.report.VerdictReport;
import io.midagoal.testing.TestJvm;
import io.midagoal.verdict.Elements;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Page;
import io.midagoal.verdict.Timing;
import io.midagoal.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The JVMs that a build forks write one file. */
@Timeout(180)
class ForkedVerdictsTest {
  private static final int VERDICTS = 100;

  @TempDir private Path folder = Path.of("");

  private final List<TestJvm> jvms = new ArrayList<>();

  /** A JVM that a build tool forked: it has verdicts, and ends when it is told to. */
  static final class Fork {
    private Fork() {}

    public static void main(String[] arguments) throws IOException {
      try (VerdictReport report = VerdictReport.in(Path.of(arguments[0]))) {
        for (int i = 0; i < VERDICTS; i++) {
          report.add(arguments[1] + "#" + i, verdict());
        }
        Declared.waitForTheOthers();
      }
    }

    private static Verdict verdict() {
      Goal goal = Goal.builder().name("CTA").type(GoalType.SCRIPT).value("v").build();
      return Verdict.of(
          Expectation.of(goal),
          List.of(),
          Page.none(),
          new Elements(0, List.of()),
          new Timing(Optional.empty(), Duration.ZERO, Duration.ZERO));
    }
  }

  @AfterEach
  void end() {
    jvms.forEach(TestJvm::close);
  }

  /**
   * Starts one.
   *
   * @param surefire what Surefire says on a command line, or nothing
   */
  private TestJvm fork(String name, String surefire) throws IOException {
    TestJvm jvm =
        TestJvm.of(Fork.class, folder)
            .arguments(folder.resolve("report").toString(), name, surefire)
            .start();
    jvms.add(jvm);
    return jvm;
  }

  private static void run(TestJvm fork) throws Exception {
    fork.awaitLine("ready after 0");
    fork.goOn();
    assertThat(fork.awaitEnd()).as(fork.allOutput()).isZero();
  }

  private List<String> classes() throws IOException {
    JsonNode report =
        new JsonMapper().readTree(Files.readAllBytes(folder.resolve("report/verdicts.json")));
    assertThat(report.at("/counts/MATCHED").asInt()).isEqualTo(report.path("verdicts").size());
    return report.findValuesAsText("test").stream().map(test -> test.split("#", -1)[0]).toList();
  }

  @Test
  void sideBySide() throws Exception {
    for (String name : List.of("A", "B", "C")) {
      fork(name, "");
    }
    for (TestJvm jvm : jvms) {
      jvm.awaitLine("ready after 0");
    }
    for (TestJvm jvm : jvms) {
      jvm.goOn();
    }
    for (TestJvm jvm : jvms) {
      assertThat(jvm.awaitEnd()).as(jvm.allOutput()).isZero();
    }
    assertThat(classes()).hasSize(3 * VERDICTS).contains("A", "B", "C");
  }

  @Test
  void oneAfterTheOtherWhileAThirdRuns() throws Exception {
    TestJvm third = fork("A", "");
    third.awaitLine("ready after 0");
    run(fork("B", ""));
    run(fork("C", ""));
    third.goOn();
    assertThat(third.awaitEnd()).as(third.allOutput()).isZero();
    assertThat(classes()).hasSize(3 * VERDICTS).contains("A", "B", "C");
  }

  @Test
  void oneAfterTheOtherInOneSurefire() throws Exception {
    run(fork("A", "2026-11-24T08-20-16_826-jvmRun1"));
    run(fork("B", "2026-11-24T08-20-16_826-jvmRun2"));
    assertThat(classes()).hasSize(2 * VERDICTS).contains("A", "B");
  }

  @Tag("full")
  @Test
  void notAfterAnotherBuildOrOneThatWasKilled() throws Exception {
    run(fork("A", "2026-11-24T08-20-16_826-jvmRun1"));
    fork("B", "2026-11-24T09-00-00_000-jvmRun1").awaitLine("ready after 0");
    end();
    run(fork("C", "2026-11-24T09-30-00_000-jvmRun1"));
    assertThat(classes()).containsOnly("C").hasSize(VERDICTS);
  }
}
