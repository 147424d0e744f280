package io.midagoal.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.midagoal.internal.browser.Programs.Sleeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderLockTest {
  @TempDir private Path workFolder = Path.of("");

  /** Begins a run with one process, says so, and sleeps. */
  static final class Owner {
    private Owner() {}

    public static void main(String[] arguments) throws Exception {
      ProcessGroup group = WorkFolderLock.begin(Path.of(arguments[0])).newGroup();
      group.record(Programs.start(Sleeper.class).toHandle());
      System.out.println("running");
      Thread.sleep(300_000);
    }
  }

  @Test
  void endsWhatAKilledJvmLeft() throws Exception {
    Process owner = Programs.start(Owner.class, workFolder.toString());
    ProcessHandle left = owner.children().findFirst().orElseThrow();
    owner.destroyForcibly().waitFor();
    WorkFolderLock.begin(workFolder).close();
    assertThat(ProcessGroup.isRunning(left)).isFalse();
  }

  @Test
  void deletesTheFilesThatAKilledJvmLeft() throws Exception {
    Process owner = Programs.start(Owner.class, workFolder.toString());
    owner.destroyForcibly().waitFor();
    WorkFolderLock.begin(workFolder).close();
    assertThat(workFolder).isEmptyDirectory();
  }

  @Test
  void leavesWhatALivingJvmOwns() throws Exception {
    Process owner = Programs.start(Owner.class, workFolder.toString());
    ProcessHandle owned = owner.children().findFirst().orElseThrow();
    WorkFolderLock.begin(workFolder).close();
    boolean survived = ProcessGroup.isRunning(owned);
    owner.destroyForcibly().waitFor();
    owned.destroyForcibly();
    assertThat(survived).isTrue();
  }

  @Test
  void leavesWhatAnotherRunOfTheSameJvmOwns() throws Exception {
    try (WorkFolderLock first = WorkFolderLock.begin(workFolder)) {
      Process owned = Programs.start(Sleeper.class);
      first.newGroup().record(owned.toHandle());
      WorkFolderLock.begin(workFolder).close();
      assertThat(owned.isAlive()).isTrue();
    }
  }

  @Test
  void isStillOwnedAfterAnotherRunOfTheSameJvmHasLooked() throws Exception {
    Process owned = Programs.start(Sleeper.class);
    try (WorkFolderLock first = WorkFolderLock.begin(workFolder)) {
      first.newGroup().record(owned.toHandle());
      WorkFolderLock.begin(workFolder).close();
      Process other = Programs.start(Owner.class, workFolder.toString());
      boolean survived = owned.isAlive();
      other.descendants().forEach(ProcessHandle::destroyForcibly);
      other.destroyForcibly().waitFor();
      assertThat(survived).isTrue();
    }
  }

  @Test
  void leavesNothingWhenItIsClosed() throws IOException {
    WorkFolderLock run = WorkFolderLock.begin(workFolder);
    Files.createDirectory(run.newGroup().profile());
    run.close();
    assertThat(workFolder).isEmptyDirectory();
  }

  @Test
  void startsNothingAfterItWasClosed() throws IOException {
    WorkFolderLock run = WorkFolderLock.begin(workFolder);
    run.close();
    assertThatIOException().isThrownBy(run::newGroup);
  }

  @DisabledOnOs(OS.WINDOWS)
  @Test
  void keepsOtherUsersOutOfTheWorkFolder() throws IOException {
    Files.setPosixFilePermissions(workFolder, PosixFilePermissions.fromString("rwxrwxrwx"));
    WorkFolderLock.begin(workFolder).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workFolder)))
        .isEqualTo("rwx------");
  }

  @DisabledOnOs(OS.WINDOWS)
  @Test
  void refusesAWorkFolderThatIsALink(@TempDir Path elsewhere) throws IOException {
    Path link = Files.createSymbolicLink(workFolder.resolve("link"), elsewhere);
    assertThatIOException()
        .isThrownBy(() -> WorkFolderLock.begin(link))
        .withMessage("%s is a link; it must be a folder of this user", link);
  }
}
