package io.midagoal.internal.browser;

import io.midagoal.internal.config.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.os.ExternalProcess;

/**
 * A chromedriver process that midagoal starts itself, because Selenium does not expose process ids.
 */
final class Chromedriver extends ChromeDriverService {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(20);
  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");

  /** chromedriver picks a port that is free for IPv4 or IPv6, and exits if the other uses it. */
  private static final String PORT_TAKEN = "port not available";

  private static final int MAX_ATTEMPTS = 5;

  private final Process started;

  private Chromedriver(Path executable, int port, Process started) throws IOException {
    super(executable.toFile(), port, START_TIMEOUT, List.of(), Map.of());
    this.started = started;
    exposeProcess(started);
  }

  /**
   * Lets Selenium wait for the end of the process on quit. Older versions store it differently;
   * there, it matters only if a test quits midagoal's browser itself.
   */
  private void exposeProcess(Process process) {
    try {
      // The output goes to a file, so that no thread needs to read it.
      this.process = new ExternalProcess(process, OutputStream.nullOutputStream(), new Thread());
    } catch (LinkageError olderSelenium) {
      // See above.
    }
  }

  /** Already running. */
  @Override
  public void start() {}

  @Override
  public boolean isRunning() {
    return started.isAlive();
  }

  @Override
  public void stop() {
    started.destroy();
  }

  /**
   * Starts chromedriver on a free port and waits until it listens.
   *
   * @throws IOException if it cannot be started or does not listen
   */
  static Chromedriver start(Path executable, ProcessGroup group) throws IOException {
    for (int tried = 1; ; tried++) {
      Process process = launch(executable, group);
      OptionalInt port = awaitPort(process, group.log());
      if (port.isPresent()) {
        return new Chromedriver(executable, port.getAsInt(), process);
      }
      String output = Files.readString(group.log());
      if (tried == MAX_ATTEMPTS || !output.contains(PORT_TAKEN)) {
        throw new IOException(reason(process, output));
      }
    }
  }

  private static Process launch(Path executable, ProcessGroup group) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(executable.toString(), "--port=0", "--enable-chrome-logs")
            .redirectErrorStream(true)
            .redirectOutput(group.log().toFile());
    // A killed browser leaves files; here they are deleted with the rest.
    group
        .temporaryFiles()
        .ifPresent(folder -> builder.environment().put("TMPDIR", folder.toString()));
    // Neither driver nor browser needs it, and it could end up in a crash dump.
    builder.environment().remove(Setting.API_KEY.environmentVariable());
    Process process = builder.start();
    group.record(process.toHandle());
    return process;
  }

  private static OptionalInt awaitPort(Process process, Path log) throws IOException {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      Matcher port = STARTED.matcher(Files.readString(log));
      if (port.find()) {
        return OptionalInt.of(Integer.parseInt(port.group(1)));
      }
      pause();
    }
    return OptionalInt.empty();
  }

  private static String reason(Process process, String output) {
    return process.isAlive()
        ? "chromedriver did not say which port it listens on (versions before 128 never do)"
        : "chromedriver exited at once: "
            + output.lines().reduce((first, last) -> last).orElse("no output");
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(5);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("the test was interrupted");
    }
  }

  /** Records the browser that this chromedriver started. */
  void recordBrowser(ProcessGroup group) throws IOException {
    for (ProcessHandle browser : started.children().toList()) {
      group.record(browser);
    }
  }
}
