package io.midagoal.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** No browser is left, however the JVM ends that has started it. */
@Tag("browser")
class JvmEndTest {
  @TempDir private Path workFolder = Path.of("");

  /** Leases two browsers, gives one back, says so, and then ends as it is told. */
  static final class Leasing {
    private Leasing() {}

    public static void main(String[] arguments) throws Exception {
      BrowserPool pool = BrowserPool.with(Browsers.options(), Path.of(arguments[0]));
      Lease lent = pool.lease();
      pool.lease().close();
      lent.driver().get("data:text/html,<title>Shop</title>");
      System.out.println("leased");
      // Until the other side has read the register.
      System.in.read();
      switch (arguments[1]) {
        case "returns" -> {}
        case "fails" -> throw new AssertionError("as a test does");
        case "exits" -> System.exit(3);
        default -> new CountDownLatch(1).await();
      }
    }
  }

  /** Says so, and then leases a browser. */
  static final class StartingToLease {
    private StartingToLease() {}

    public static void main(String[] arguments) {
      System.out.println("starting");
      BrowserPool.with(Browsers.options(), Path.of(arguments[0])).lease();
    }
  }

  private final List<Process> jvms = new ArrayList<>();

  @AfterEach
  void endWhatAFailureLeft() throws Exception {
    for (Process jvm : jvms) {
      jvm.destroyForcibly().waitFor();
    }
    WorkFolderLock.begin(workFolder).close();
  }

  @Tag("full")
  @Test
  void normally() throws Exception {
    assertNothingIsLeftBy("returns");
  }

  @Tag("full")
  @Test
  void withAFailure() throws Exception {
    assertNothingIsLeftBy("fails");
  }

  @Tag("full")
  @Test
  void bySystemExit() throws Exception {
    assertNothingIsLeftBy("exits");
  }

  // On Windows, destroy() is a kill.
  @DisabledOnOs(OS.WINDOWS)
  @Test
  void bySigterm() throws Exception {
    Process jvm = lease("waits");
    List<ProcessHandle> browsers = registered();
    jvm.destroy();
    jvm.waitFor();
    assertGone(browsers);
  }

  @Test
  void bySigkillOnceTheNextRunBegins() throws Exception {
    Process jvm = lease("waits");
    List<ProcessHandle> browsers = registered();
    jvm.destroyForcibly().waitFor();
    assertThat(browsers).anyMatch(ProcessGroup::isRunning);

    try (BrowserPool next = BrowserPool.with(Browsers.options(), workFolder)) {
      next.lease().close();
      assertGone(browsers);
    }
    assertThat(workFolder).isEmptyDirectory();
  }

  @Test
  void bySigkillWhileABrowserStarts() throws Exception {
    Process jvm = Programs.start(StartingToLease.class, workFolder.toString());
    jvms.add(jvm);
    // A file comes into being before its first line does.
    Await.until(() -> filesNamed("processes").stream().anyMatch(is -> is.toFile().length() > 0));
    List<ProcessHandle> started = registered();
    jvm.destroyForcibly().waitFor();

    WorkFolderLock.begin(workFolder).close();
    assertGone(started);
    assertThat(ProcessHandle.allProcesses().filter(this::mentionsWorkFolder)).isEmpty();
  }

  /** So that nothing of a killed browser is left outside the folder that is deleted. */
  @EnabledOnOs(OS.LINUX)
  @Test
  void leavesTheTemporaryFilesOfBrowsersInTheWorkFolder() throws Exception {
    try (BrowserPool pool = BrowserPool.with(Browsers.options(), workFolder);
        Lease lease = pool.lease()) {
      assertThat(lease.driver().getWindowHandles()).hasSize(1);
      Path link = filesNamed("profile").get(0).resolve("SingletonSocket");
      assertThat(Files.readSymbolicLink(link)).startsWith(workFolder);
    }
  }

  private void assertNothingIsLeftBy(String how) throws Exception {
    Process jvm = lease(how);
    List<ProcessHandle> browsers = registered();
    jvm.getOutputStream().close();
    jvm.waitFor();
    assertGone(browsers);
    assertThat(workFolder).isEmptyDirectory();
  }

  private Process lease(String how) throws IOException {
    Process jvm = Programs.start(Leasing.class, workFolder.toString(), how);
    jvms.add(jvm);
    return jvm;
  }

  private static void assertGone(List<ProcessHandle> processes) {
    assertThat(processes).isNotEmpty();
    Await.until(() -> processes.stream().noneMatch(ProcessGroup::isRunning));
  }

  /** The processes in the register, and all that they have started. */
  private List<ProcessHandle> registered() throws IOException {
    List<ProcessHandle> processes = new ArrayList<>();
    for (Path register : filesNamed("processes")) {
      for (String line : Files.readAllLines(register)) {
        long id = Long.parseLong(line.substring(0, line.indexOf(' ')));
        ProcessHandle process = ProcessHandle.of(id).orElseThrow();
        processes.add(process);
        process.descendants().forEach(processes::add);
      }
    }
    return processes;
  }

  private List<Path> filesNamed(String name) {
    try (Stream<Path> files = Files.find(workFolder, 3, (path, is) -> path.endsWith(name))) {
      return files.toList();
    } catch (IOException | UncheckedIOException changedMeanwhile) {
      return List.of();
    }
  }

  private boolean mentionsWorkFolder(ProcessHandle process) {
    return process.info().commandLine().filter(line -> line.contains("=" + workFolder)).isPresent();
  }
}
