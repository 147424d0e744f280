package io.midagoal.jvms;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.client.MidaClient;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalType;
import io.midagoal.stub.MidaStub;
import io.midagoal.testing.TestJvm;
import io.midagoal.testing.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Eight jobs at the same time that declare the same 1,000 goals. */
@Timeout(300)
class ManyJvmsTest {
  private static final int JVMS = 8;
  private static final int GOALS = 1000;

  @TempDir private static Path classes = Path.of("");

  private final MidaStub stub = MidaStub.start();
  private final List<TestJvm> jvms = new ArrayList<>();
  private final List<GoalProfile> before = new ArrayList<>();

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void compile() {
    ManyGoalsTestCases.compile(classes, GOALS);
  }

  @AfterEach
  void end() {
    jvms.forEach(TestJvm::close);
    stub.close();
  }

  private void start(String cleanup) throws IOException {
    MidaClient mida =
        MidaClient.builder()
            .apiKey(stub.apiKey())
            .projectKey(stub.projectKey())
            .baseUrl(stub.baseUrl())
            .build();
    // One that the jobs declare as well, and one that is none of their business.
    before.add(mida.create(goal(ManyGoalsTestCases.goalName(7), ManyGoalsTestCases.goalValue(7))));
    before.add(mida.create(goal("By hand", ".by-hand")));
    for (int i = 0; i < JVMS; i++) {
      jvms.add(
          TestJvm.of(TestRun.class, folder)
              .classes(classes)
              .arguments(folder.resolve("xml" + i).toString(), ManyGoalsTestCases.NAME)
              .environment("MIDA_API_KEY", stub.apiKey())
              .environment("MIDA_API_URL", stub.baseUrl())
              .environment("MIDA_PROJECT_KEY", stub.projectKey())
              .environment("MIDA_CLEANUP", cleanup)
              .environment("MIDA_JOURNAL", folder.resolve("journal").toString())
              .environment("MIDA_UNCHECKED", "ignore")
              .environment("MIDA_REPORT", "off")
              .start());
    }
    for (TestJvm jvm : jvms) {
      jvm.awaitLine("ready after " + GOALS);
    }
  }

  private static Goal goal(String name, String value) {
    return Goal.builder().name(name).type(GoalType.CLICK_ON_ELEMENT).value(value).build();
  }

  private void finish() throws IOException, InterruptedException {
    for (TestJvm jvm : jvms) {
      jvm.goOn();
    }
    for (TestJvm jvm : jvms) {
      jvm.awaitEnd();
      assertThat(jvm.allOutput()).contains("4 passed, 0 failed");
    }
  }

  /** All have their goals; none has ended yet. */
  private List<GoalProfile> assertThatAllHaveTheSameGoals() {
    List<GoalProfile> goals = stub.goals();
    assertThat(goals).hasSize(GOALS + 1).containsAll(before);
    List<String> expected =
        goals.stream()
            .filter(goal -> !goal.goal().name().equals("By hand"))
            .map(Declared::line)
            .toList();
    for (TestJvm jvm : jvms) {
      assertThat(jvm.lines())
          .filteredOn(line -> line.startsWith("goal "))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    return goals;
  }

  @Tag("full")
  @Test
  void createEachGoalOnceAndGetTheSameIds() throws Exception {
    start("keep");
    List<GoalProfile> goals = assertThatAllHaveTheSameGoals();
    finish();
    assertThat(stub.goals()).isEqualTo(goals);
    assertThat(requests("PATCH")).isZero();
  }

  @Tag("full")
  @Test
  void deleteTogetherWhatTheyCreatedAndNothingElse() throws Exception {
    start("delete");
    assertThatAllHaveTheSameGoals();
    finish();
    assertThat(stub.goals()).isEqualTo(before);
    assertThat(requests("DELETE")).isEqualTo(GOALS - 1);
    assertThat(notes()).isEmpty();
  }

  private long requests(String method) {
    return stub.requests().stream().filter(request -> request.method().equals(method)).count();
  }

  private List<Path> notes() throws IOException {
    Path journal = folder.resolve("journal");
    if (!Files.isDirectory(journal)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(journal)) {
      return files.toList();
    }
  }
}
