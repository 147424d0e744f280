package io.midagoal.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.midagoal.testing.TestJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
  private static final String SUFFIX = ".run";

  @TempDir private Path folder = Path.of("");

  /** Prints the lines of each dead run, then makes a file and leaves it. */
  static final class AnotherRun {
    private AnotherRun() {}

    public static void main(String[] arguments) throws IOException {
      Path folder = Path.of(arguments[0]);
      for (RunFile dead : RunFile.ofDeadRuns(folder, SUFFIX)) {
        System.out.println(dead.lines());
      }
      RunFile.create(folder, SUFFIX).append("another run");
    }
  }

  private List<String> seenByAnotherRun() throws Exception {
    try (TestJvm jvm = TestJvm.of(AnotherRun.class, folder).arguments(folder.toString()).start()) {
      assertThat(jvm.awaitEnd()).isZero();
      return jvm.lines();
    }
  }

  @Test
  void isOfADeadRunOnceItsJvmHasEnded() throws Exception {
    assertThat(seenByAnotherRun()).isEmpty();
    assertThat(seenByAnotherRun()).containsExactly("[another run]");
  }

  @Test
  void staysLockedWhenItIsWrittenAndRead() throws Exception {
    try (RunFile file = RunFile.create(folder, SUFFIX)) {
      file.append("first");
      file.append("second");
      assertThat(file.lines()).containsExactly("first", "second");
      assertThat(RunFile.ofDeadRuns(folder, SUFFIX)).isEmpty();
      assertThat(seenByAnotherRun()).isEmpty();
    }
    assertThat(seenByAnotherRun()).contains("[first, second]");
  }

  @Test
  void takesNoLineAfterItWasDeleted() throws IOException {
    RunFile file = RunFile.create(folder, SUFFIX);
    file.delete();
    assertThatIOException().isThrownBy(() -> file.append("too late"));
    assertThat(folder).isEmptyDirectory();
  }
}
