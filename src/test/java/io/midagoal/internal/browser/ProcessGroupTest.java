package io.midagoal.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.midagoal.internal.browser.Programs.Sleeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessGroupTest {
  private final List<Process> started = new ArrayList<>();
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder(@TempDir Path parent) throws IOException {
    folder = Files.createDirectory(parent.resolve("1"));
  }

  @AfterEach
  void endWhatIsLeft() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process sleeper(String... arguments) throws IOException {
    Process process = Programs.start(Sleeper.class, arguments);
    started.add(process);
    return process;
  }

  @Test
  void endsWhatAnotherObjectHasRecordedInTheSameFolder() throws IOException {
    Process recorded = sleeper();
    new ProcessGroup(folder).record(recorded.toHandle());
    new ProcessGroup(folder).end();
    assertThat(ProcessGroup.isRunning(recorded.toHandle())).isFalse();
  }

  @Test
  void endsWhatARecordedProcessHasStarted() throws IOException {
    Process recorded = sleeper("1");
    List<ProcessHandle> children = recorded.children().toList();
    ProcessGroup group = new ProcessGroup(folder);
    group.record(recorded.toHandle());
    group.end();
    assertThat(children).hasSize(1).noneMatch(ProcessGroup::isRunning);
  }

  @Test
  void leavesAProcessThatHasTheIdButNotTheStart() throws IOException {
    Process stranger = sleeper();
    long start = stranger.info().startInstant().orElseThrow().minusSeconds(60).toEpochMilli();
    Files.writeString(folder.resolve("processes"), stranger.pid() + " " + start + "\n");
    new ProcessGroup(folder).end();
    assertThat(ProcessGroup.isRunning(stranger.toHandle())).isTrue();
  }

  @Test
  void readsOverALineThatWasHalfWritten() throws IOException {
    Process recorded = sleeper();
    Files.writeString(folder.resolve("processes"), "12\n");
    ProcessGroup group = new ProcessGroup(folder);
    group.record(recorded.toHandle());
    group.end();
    assertThat(ProcessGroup.isRunning(recorded.toHandle())).isFalse();
  }

  // Other systems do not tell the command lines of processes, or only those of one's own.
  @EnabledOnOs({OS.LINUX, OS.MAC})
  @Test
  void endsAProcessThatUsesTheProfileAlthoughItWasNotRecorded() throws IOException {
    ProcessGroup group = new ProcessGroup(folder);
    Process unrecorded = sleeper("0", group.profileArgument());
    group.end();
    assertThat(ProcessGroup.isRunning(unrecorded.toHandle())).isFalse();
  }

  @Test
  void leavesAProcessThatOnlyLooksIntoTheFolder() throws IOException {
    ProcessGroup group = new ProcessGroup(folder);
    Process reader = sleeper("0", group.log().toString());
    group.end();
    assertThat(ProcessGroup.isRunning(reader.toHandle())).isTrue();
  }

  @Test
  void endsAtOnceAProcessThatStartsTooLate() throws IOException {
    ProcessGroup group = new ProcessGroup(folder);
    group.end();
    Process late = sleeper();
    assertThatIOException().isThrownBy(() -> group.record(late.toHandle()));
    Await.until(() -> !late.isAlive());
  }

  @Test
  void deletesTheFolder() throws IOException {
    ProcessGroup group = new ProcessGroup(folder);
    Files.createDirectories(group.profile().resolve("Default"));
    Files.writeString(group.log(), "started");
    group.end();
    assertThat(folder).doesNotExist();
  }

  @Test
  void deletesNothingBehindALink(@TempDir Path elsewhere) throws IOException {
    Path kept = Files.writeString(elsewhere.resolve("kept"), "");
    Files.createSymbolicLink(folder.resolve("profile"), elsewhere);
    new ProcessGroup(folder).end();
    assertThat(kept).exists();
  }

  /** A process that has ended, and whose parent never asks how. */
  @EnabledOnOs(OS.LINUX)
  @Test
  void countsAZombieAsEnded() throws IOException {
    Process parent =
        new ProcessBuilder("sh", "-c", "sleep 0.1 & exec sleep 300")
            .redirectErrorStream(true)
            .start();
    started.add(parent);
    Await.until(() -> parent.children().findAny().isPresent());
    ProcessHandle zombie = parent.children().findAny().orElseThrow();
    Await.until(() -> !ProcessGroup.isRunning(zombie));
    assertThat(zombie.isAlive()).isTrue();
  }
}
