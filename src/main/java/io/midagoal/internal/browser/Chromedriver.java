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
 * A chromedriver process that midagoal started itself, because Selenium does not tell the process
 * ids of those that it starts.
 */
final class Chromedriver extends ChromeDriverService {
  private static final Duration TIME_TO_START = Duration.ofSeconds(20);
  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");

  /** It chooses a port for one of IPv4 and IPv6, and gives up when the other has it in use. */
  private static final String PORT_TAKEN = "port not available";

  private static final int MOST_PORTS = 5;

  private final Process started;

  private Chromedriver(Path executable, int port, Process started) throws IOException {
    super(executable.toFile(), port, TIME_TO_START, List.of(), Map.of());
    this.started = started;
    showSelenium(started);
  }

  /**
   * When a driver is quit, Selenium waits for the end of this process. Older versions keep it in
   * another way; there, only a test that quits midagoal's browser itself notices.
   */
  private void showSelenium(Process process) {
    try {
      // The output goes to a file, so that no thread needs to read it.
      this.process = new ExternalProcess(process, OutputStream.nullOutputStream(), new Thread());
    } catch (LinkageError olderSelenium) {
      // See above.
    }
  }

  /** It runs already. */
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
   * Starts chromedriver on a port that it chooses, and waits until it listens.
   *
   * @throws IOException when it cannot be started or does not listen
   */
  static Chromedriver start(Path executable, ProcessGroup group) throws IOException {
    for (int tried = 1; ; tried++) {
      Process process = launch(executable, group);
      OptionalInt port = awaitPort(process, group.log());
      if (port.isPresent()) {
        return new Chromedriver(executable, port.getAsInt(), process);
      }
      String said = Files.readString(group.log());
      if (tried == MOST_PORTS || !said.contains(PORT_TAKEN)) {
        throw new IOException(whyNot(process, said));
      }
    }
  }

  private static Process launch(Path executable, ProcessGroup group) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(executable.toString(), "--port=0", "--enable-chrome-logs")
            .redirectErrorStream(true)
            .redirectOutput(group.log().toFile());
    // A browser that does not end by itself leaves files; here they are deleted with the rest.
    group
        .temporaryFiles()
        .ifPresent(folder -> builder.environment().put("TMPDIR", folder.toString()));
    // What neither driver nor browser needs, and pages may bring them to crash and to dump.
    builder.environment().remove(Setting.API_KEY.environmentVariable());
    Process process = builder.start();
    group.record(process.toHandle());
    return process;
  }

  private static OptionalInt awaitPort(Process process, Path log) throws IOException {
    long deadline = System.nanoTime() + TIME_TO_START.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      Matcher port = STARTED.matcher(Files.readString(log));
      if (port.find()) {
        return OptionalInt.of(Integer.parseInt(port.group(1)));
      }
      pause();
    }
    return OptionalInt.empty();
  }

  private static String whyNot(Process process, String said) {
    return process.isAlive()
        ? "chromedriver did not say which port it listens on (versions before 128 never do)"
        : "chromedriver ended at once: "
            + said.lines().reduce((first, last) -> last).orElse("it said nothing");
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(5);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("the test was interrupted");
    }
  }

  /** Writes down the browser that this chromedriver started. */
  void recordBrowser(ProcessGroup group) throws IOException {
    for (ProcessHandle browser : started.children().toList()) {
      group.record(browser);
    }
  }
}
