package io.midagoal.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;

/**
 * A second engine: Debian's WebKitGTK with its driver, on a display that nobody sees. Packages:
 * webkit2gtk-driver, xvfb, xauth.
 */
public final class WebKit implements AutoCloseable {

  /** What a skipped test says. */
  public static final String NOT_INSTALLED =
      "WebKitGTK is not installed: webkit2gtk-driver, xvfb, xauth";

  private static final Path LIBRARIES = Path.of("/usr/lib");
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final int MOST_STARTS = 3;

  /** A session that comes is there after a second or two; some never come. */
  private static final Duration SESSION_LIMIT = Duration.ofSeconds(15);

  /** Longer than any wait for a page. */
  private static final Duration COMMAND_LIMIT = Duration.ofSeconds(60);

  /** A proxy that does not exist: what is asked for elsewhere fails at once. */
  private static final Map<String, Object> NOTHING_BUT_LOOPBACK =
      Map.of(
          "proxyType",
          "manual",
          "httpProxy",
          "127.0.0.1:9",
          "sslProxy",
          "127.0.0.1:9",
          "noProxy",
          List.of("localhost", "127.0.0.1"));

  private final Process driver;
  private final RemoteWebDriver browser;

  private WebKit(Process driver, RemoteWebDriver browser) {
    this.driver = driver;
    this.browser = browser;
  }

  /** Whether this machine has it. */
  public static boolean isInstalled() {
    return Stream.of("WebKitWebDriver", "xvfb-run", "xauth").allMatch(WebKit::isInPath)
        && miniBrowser().isPresent();
  }

  private static boolean isInPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** It lies in the library's folder, whose name tells machine and version. */
  private static Optional<Path> miniBrowser() {
    try (Stream<Path> files =
        Files.find(
            LIBRARIES,
            3,
            (file, attributes) -> file.toString().matches(".*/webkit2gtk-[^/]*/MiniBrowser"))) {
      return files.max(Path::compareTo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a browser: one at a time, since xvfb-run looks for a free display and takes it a moment
   * later. A driver that does not come to a session is given up, and another one is started.
   */
  public static synchronized WebKit start() {
    for (int tried = 1; ; tried++) {
      int port = freePort();
      Process driver = startDriver(port);
      try {
        awaitAnswer(port);
        RemoteWebDriver browser = openSession(port);
        resize(browser);
        return new WebKit(driver, browser);
      } catch (RuntimeException e) {
        end(driver);
        if (tried == MOST_STARTS) {
          throw new IllegalStateException("WebKitGTK did not start.", e);
        }
      }
    }
  }

  /** The attempt that takes too long ends with its driver. */
  private static RemoteWebDriver openSession(int port) {
    return CompletableFuture.supplyAsync(
            () -> new RemoteWebDriver(session(port), options()), task -> new Thread(task).start())
        .orTimeout(SESSION_LIMIT.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  private static CommandExecutor session(int port) {
    return new HttpCommandExecutor(
        ClientConfig.defaultConfig()
            .baseUri(URI.create("http://127.0.0.1:" + port))
            .readTimeout(COMMAND_LIMIT));
  }

  private static MutableCapabilities options() {
    MutableCapabilities options = new MutableCapabilities();
    options.setCapability(
        "webkitgtk:browserOptions",
        Map.of("binary", miniBrowser().orElseThrow().toString(), "args", List.of("--automation")));
    options.setCapability("proxy", NOTHING_BUT_LOOPBACK);
    return options;
  }

  /** Gives pages the room that they have in the pool's browsers. */
  private static void resize(RemoteWebDriver browser) {
    if (browser.executeScript("return outerHeight - innerHeight") instanceof Long bars) {
      browser.manage().window().setSize(new Dimension(1280, 900 + bars.intValue()));
    }
  }

  /**
   * The shell lives as long as this JVM holds its input open, and takes the whole group and its
   * temporary files with it when it ends: a killed test leaves no browser. It outlives a signal to
   * all processes of the build, such as that of Ctrl-C, for as long as that takes.
   */
  private static final String GUARDED =
      """
      trap : HUP INT TERM
      folder=$(mktemp -d)
      TMPDIR=$folder setsid xvfb-run -a WebKitWebDriver --port=$0 &
      group=$!
      read end
      kill -- -$group
      wait $group
      rm -rf "$folder"
      """;

  private static Process startDriver(int port) {
    try {
      ProcessBuilder shell =
          new ProcessBuilder("sh", "-c", GUARDED, String.valueOf(port))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      // Pages learn of it as the visitor's language: that of a bare machine, "C", is none.
      shell.environment().put("LC_ALL", "en_US.UTF-8");
      return shell.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitAnswer(int port) {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers(port)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("WebKitWebDriver does not answer.");
      }
      pause();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The browser. */
  public WebDriver driver() {
    return browser;
  }

  @Override
  public void close() {
    try {
      browser.quit();
    } finally {
      end(driver);
    }
  }

  private static void end(Process process) {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
