package io.midagoal.internal.browser;

import io.midagoal.internal.config.BrowserName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** Starts Chrome or Chromium on this machine, and records its processes. */
final class LocalStarter implements BrowserStarter {
  // Strong references: the JVM holds loggers weakly and would lose their level. They warn at each
  // start if Selenium has no typed DevTools for the browser's version, which midagoal does not use.
  // The second one is for older versions of Selenium.
  private static final List<Logger> DEVTOOLS_VERSION =
      List.of(
          Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder"),
          Logger.getLogger("org.openqa.selenium.chromium.ChromiumDriver"));

  static {
    DEVTOOLS_VERSION.stream()
        .filter(logger -> logger.getLevel() == null)
        .forEach(logger -> logger.setLevel(Level.SEVERE));
  }

  private final BrowserOptions options;
  private final Path workFolder;
  private final Object lock = new Object();
  private @Nullable WorkFolderLock run;
  private boolean closed;

  /** Cache of the installation that works. */
  private volatile @Nullable Installation installation;

  /** Chrome does not run as root with its sandbox; other restrictions show at the start. */
  private volatile boolean sandbox = !"root".equals(System.getProperty("user.name"));

  /** The browser's executable; empty if any Chrome or Chromium will do. */
  private final Optional<Path> binary;

  LocalStarter(BrowserOptions options, Path workFolder) {
    this.options = options;
    this.workFolder = workFolder;
    this.binary = options.binary().or(() -> wanted(options.browser()));
  }

  private static Optional<Path> wanted(BrowserName browser) {
    return browser == BrowserName.CHROMIUM ? Installation.findChromium() : Optional.empty();
  }

  @Override
  public Browser start() {
    List<StartFailure> failures = new ArrayList<>();
    try {
      return startAny(failures);
    } catch (StartFailure failure) {
      failures.add(failure);
      throw new BrowserStartException(
          failures,
          "install Chrome or Chromium with its chromedriver, set midagoal.browser-binary to the"
              + " browser's executable, or supply your own driver.");
    }
  }

  @Override
  public boolean canStartAhead() {
    return installation != null || Installation.onThisMachine(binary).isPresent();
  }

  private Browser startAny(List<StartFailure> failures) throws StartFailure {
    checkBinary();
    Installation known = installation;
    if (known != null) {
      return start(known);
    }
    Optional<Installation> installed = Installation.onThisMachine(binary);
    if (installed.isPresent()) {
      try {
        return start(installed.get());
      } catch (StartFailure failure) {
        if (!failure.isAboutInstallation()) {
          throw failure;
        }
        failures.add(failure);
      }
    }
    return start(askSeleniumManager());
  }

  private void checkBinary() throws StartFailure {
    if (binary.isPresent() && !Files.isExecutable(binary.get())) {
      throw new StartFailure(
          binary.get().toString(), new IOException("there is no such executable file"), "");
    }
    if (binary.isEmpty() && options.browser() == BrowserName.CHROMIUM) {
      throw new StartFailure(
          "Chromium (midagoal.browser)", new IOException("it is not on the PATH"), "");
    }
  }

  private Installation askSeleniumManager() throws StartFailure {
    try {
      return Installation.bySeleniumManager(binary);
    } catch (WebDriverException failure) {
      throw new StartFailure(
          "Selenium Manager, which looks for Chrome and downloads what is missing", failure, "");
    } catch (NoSuchMethodError tooOld) {
      throw new StartFailure(
          "Selenium Manager",
          new IOException(
              "it needs Selenium 4.20 or newer; with an older one, install chromedriver"),
          "");
    }
  }

  private Browser start(Installation candidate) throws StartFailure {
    Browser browser;
    try {
      browser = launch(candidate, sandbox);
    } catch (StartFailure failure) {
      if (!sandbox || !failure.isAboutSandbox()) {
        throw failure;
      }
      browser = launch(candidate, false);
      sandbox = false;
    }
    installation = candidate;
    return browser;
  }

  private Browser launch(Installation candidate, boolean inSandbox) throws StartFailure {
    ProcessGroup group = newGroup();
    try {
      Chromedriver service = Chromedriver.start(candidate.driver(), group);
      ChromeDriver driver = new ChromeDriver(service, chromeOptions(candidate, group, inSandbox));
      service.recordBrowser(group);
      return new Browser(driver, options.viewport(), group::end);
    } catch (WebDriverException | IOException failure) {
      String log = read(group.log());
      group.end();
      throw new StartFailure(candidate.toString(), failure, log);
    }
  }

  private ChromeOptions chromeOptions(
      Installation candidate, ProcessGroup group, boolean inSandbox) {
    ChromeOptions chrome = ChromeFlags.of(options);
    chrome.addArguments(ChromeFlags.forThisMachine(inSandbox));
    chrome.addArguments(group.profileArgument());
    candidate.browser().map(Path::toFile).ifPresent(chrome::setBinary);
    return chrome;
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException notWritten) {
      return "";
    }
  }

  private ProcessGroup newGroup() throws StartFailure {
    try {
      synchronized (lock) {
        if (closed) {
          throw new IllegalStateException("The browser pool is closed.");
        }
        if (run == null) {
          run = WorkFolderLock.begin(workFolder);
        }
        return run.newGroup();
      }
    } catch (IOException failure) {
      throw new StartFailure("the work folder " + workFolder, failure, "");
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      if (run != null) {
        run.close();
      }
    }
  }
}
