package io.midagoal.jvms;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.midagoal.MidaGoal;
import io.midagoal.client.MidaClient;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.stub.Faults;
import io.midagoal.stub.MidaStub;
import io.midagoal.testing.TestJvm;
import io.midagoal.testing.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With {@code cleanup = delete}: however a run ends, exactly the goals that it created go. */
@Timeout(180)
@Tag("browser")
class EndsOfRunsTest {
  private final MidaStub stub = MidaStub.start();
  private final MidaClient mida =
      MidaClient.builder()
          .apiKey(stub.apiKey())
          .projectKey(stub.projectKey())
          .baseUrl(stub.baseUrl())
          .build();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void createGoalsBeforeTheRun() {
    mida.create(goal("used"));
    mida.create(goal("by hand"));
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  private static Goal goal(String name) {
    return Goal.builder().name(name).type(CLICK_ON_ELEMENT).value(".cta").build();
  }

  /** A test with two goals, one of which the project has; it ends as it is told. */
  static class TwoGoalsTestCases {
    @MidaGoal(name = "used", type = CLICK_ON_ELEMENT, value = ".cta")
    @MidaGoal(name = "new", type = CLICK_ON_ELEMENT, value = ".cta")
    @Test
    void test() throws IOException {
      Declared.waitForTheOthers();
      switch (System.getProperty("ends", "")) {
        case "by failing" -> throw new AssertionError("as a test does");
        case "by System.exit" -> System.exit(3);
        default -> {}
      }
    }
  }

  /** A test with a goal that it shares with the other class, and that does nothing. */
  static class AnotherTestCases {
    @MidaGoal(name = "other", type = CLICK_ON_ELEMENT, value = ".cta")
    @Test
    void test() {}
  }

  private TestJvm run(Class<?> testClass, String cleanup, String ends) throws IOException {
    return TestJvm.of(TestRun.class, folder)
        .arguments(folder.resolve("xml").toString(), testClass.getName())
        .option("-Dends=" + ends)
        .environment("MIDA_API_KEY", stub.apiKey())
        .environment("MIDA_API_URL", stub.baseUrl())
        .environment("MIDA_PROJECT_KEY", stub.projectKey())
        .environment("MIDA_CLEANUP", cleanup)
        .environment("MIDA_JOURNAL", folder.resolve("journal").toString())
        .environment("MIDA_UNCHECKED", "ignore")
        .environment("MIDA_REPORT", "off")
        .start();
  }

  /** Starts a run and waits until it has its goals. */
  private TestJvm begun(String ends) throws IOException {
    TestJvm jvm = run(TwoGoalsTestCases.class, "delete", ends);
    jvm.awaitLine("ready after 0");
    assertThat(names()).containsExactly("used", "by hand", "new");
    return jvm;
  }

  /** What a run says that begins and ends. */
  private String nextRun(String cleanup) throws Exception {
    try (TestJvm jvm = run(AnotherTestCases.class, cleanup, "")) {
      jvm.awaitEnd();
      return jvm.allOutput();
    }
  }

  private List<String> names() {
    return stub.goals().stream().map(GoalProfile::goal).map(Goal::name).toList();
  }

  private List<Path> notes() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
      return files.toList();
    }
  }

  private void assertThatOnlyTheNewGoalIsGone() throws IOException {
    assertThat(names()).containsExactly("used", "by hand");
    assertThat(notes()).isEmpty();
  }

  private void kill() throws IOException {
    // The kernel ends it: no part of the program runs any more.
    begun("by a kill").close();
    assertThat(names()).containsExactly("used", "by hand", "new");
    assertThat(notes()).hasSize(1);
  }

  @Nested
  class ARunThatEnds {

    private void assertThatItCleansUp(String ends) throws Exception {
      try (TestJvm jvm = begun(ends)) {
        jvm.goOn();
        jvm.awaitEnd();
        assertThatOnlyTheNewGoalIsGone();
      }
    }

    @Test
    void normallyDeletesWhatItCreated() throws Exception {
      assertThatItCleansUp("normally");
    }

    @Tag("full")
    @Test
    void withAFailureDeletesWhatItCreated() throws Exception {
      assertThatItCleansUp("by failing");
    }

    @Test
    void bySystemExitDeletesWhatItCreated() throws Exception {
      assertThatItCleansUp("by System.exit");
    }
  }

  // On Windows, these signals do not exist.
  @DisabledOnOs(OS.WINDOWS)
  @Nested
  class ARunThatIsEnded {

    private void assertThatItCleansUpAfter(String signal) throws Exception {
      try (TestJvm jvm = begun("by a signal")) {
        send(signal, jvm);
        jvm.awaitEnd();
        assertThatOnlyTheNewGoalIsGone();
      }
    }

    private static void send(String signal, TestJvm jvm) throws Exception {
      long pid = jvm.process().pid();
      new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    }

    @Test
    void byABuildServerDeletesWhatItCreated() throws Exception {
      assertThatItCleansUpAfter("TERM");
    }

    @Tag("full")
    @Test
    void listsWhatItCouldNotDelete() throws Exception {
      try (TestJvm jvm = begun("by a signal")) {
        Faults.STATUS_500.on(stub, "DELETE", 1);
        send("TERM", jvm);
        jvm.awaitEnd();
        assertThat(jvm.allOutput())
            .contains("midagoal could not delete 1 of the 1 goals")
            .contains("  3003  \"new\"");
        assertThat(notes()).hasSize(1);
      }
    }

    @Test
    void byCtrlCDeletesWhatItCreated() throws Exception {
      assumeFalse(isInterruptIgnored(), "started in the background, where Ctrl-C does nothing");
      assertThatItCleansUpAfter("INT");
    }

    /** Signals that a shell ignores for programs in the background are ignored by all below. */
    private static boolean isInterruptIgnored() throws IOException {
      Path status = Path.of("/proc/self/status");
      if (!Files.isReadable(status)) {
        return false;
      }
      try (Stream<String> lines = Files.lines(status)) {
        return lines
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
      }
    }
  }

  @Nested
  class ARunThatIsKilled {

    @Test
    void hasItsGoalsDeletedByTheNextOne() throws Exception {
      kill();
      nextRun("delete");
      assertThatOnlyTheNewGoalIsGone();
    }

    @Tag("full")
    @Test
    void hasItsGoalsListedByTheNextOneThatKeeps() throws Exception {
      kill();
      assertThat(nextRun("keep"))
          .contains("A run that was killed left goals in " + mida.projectUrl())
          .contains("  3003  \"new\"");
      assertThat(names()).containsExactly("used", "by hand", "new", "other");
      assertThat(notes()).hasSize(1);
    }

    @Tag("full")
    @Test
    void hasAGoalWhoseCreatorIsUnknownListedAndNotDeleted() throws Exception {
      Faults.NO_ANSWER_DONE.on(stub, "POST", 1);
      kill();
      assertThat(nextRun("delete"))
          .contains("midagoal does not know whether")
          .contains("  \"new\"");
      assertThat(names()).containsExactly("used", "by hand", "new");
    }

    @Tag("full")
    @Test
    void hasGoalsThatCannotBeDeletedListedAndLeftToTheRunAfterThat() throws Exception {
      kill();
      Faults.STATUS_500.on(stub, "DELETE", 2);
      assertThat(nextRun("delete"))
          .contains("midagoal could not delete 1 of the 1 goals")
          .contains("  3003  \"new\"");
      assertThat(names()).contains("new");
      nextRun("delete");
      assertThatOnlyTheNewGoalIsGone();
    }
  }
}
