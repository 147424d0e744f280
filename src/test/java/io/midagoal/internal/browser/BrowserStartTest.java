package io.midagoal.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.midagoal.internal.config.Setting;
import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.HasCapabilities;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chromium.HasCdp;

@Tag("browser")
class BrowserStartTest {
  @TempDir private Path workFolder = Path.of("");
  @TempDir private Path scripts = Path.of("");

  private BrowserPool poolWith(Setting<?> setting, String value) {
    return BrowserPool.with(Browsers.options(Map.of(setting.key(), value)), workFolder);
  }

  private BrowserStartException failureWith(Setting<?> setting, Object value) {
    try (BrowserPool pool = poolWith(setting, value.toString())) {
      return catchThrowableOfType(BrowserStartException.class, pool::lease);
    }
  }

  @Nested
  class WhatTheOptionsAskFor {
    @Test
    void isTheViewport() {
      try (BrowserPool pool = poolWith(Setting.VIEWPORT, "390x844");
          Lease lease = pool.lease()) {
        assertThat(
                ((JavascriptExecutor) lease.driver())
                    .executeScript("return innerWidth + 'x' + innerHeight"))
            .isEqualTo("390x844");
      }
    }

    @Test
    void areInsecureCertificates() {
      try (BrowserPool pool = poolWith(Setting.ACCEPT_INSECURE_CERTS, "true");
          Lease lease = pool.lease()) {
        assertThat(
                ((HasCapabilities) lease.driver())
                    .getCapabilities()
                    .getCapability("acceptInsecureCerts"))
            .isEqualTo(true);
      }
    }

    @Test
    void areFurtherArguments() {
      try (BrowserPool pool = poolWith(Setting.BROWSER_ARGS, "--user-agent=Ada");
          Lease lease = pool.lease()) {
        assertThat(
                ((JavascriptExecutor) lease.driver()).executeScript("return navigator.userAgent"))
            .isEqualTo("Ada");
      }
    }
  }

  @Nested
  class WithoutABrowser {
    @Test
    void aMissingBinaryIsNamed() {
      Path missing = workFolder.resolve("no-such-browser");
      assertThat(failureWith(Setting.BROWSER_BINARY, missing))
          .hasMessage(
              """
              No browser could be started.
                Tried:     %s
                Answer:    there is no such executable file
                Next step: install Chrome or Chromium with its chromedriver, set \
              midagoal.browser-binary to the browser's executable, or supply your own driver."""
                  .formatted(missing));
    }

    @Test
    void aProgramThatIsNoBrowserIsNamed() {
      assertThat(failureWith(Setting.BROWSER_BINARY, java()))
          .hasMessageContaining("Tried:     " + java() + " with ")
          .hasMessageContaining("Answer:    session not created");
    }

    @Test
    void theMessageIsFreeOfDriverDetails() {
      assertThat(failureWith(Setting.BROWSER_BINARY, java()).getMessage())
          .doesNotContain("Build info", "Driver info", "System info", "Capabilities", "\tat ");
    }

    @Test
    void thereIsNoCauseToPrint() {
      assertThat(failureWith(Setting.BROWSER_BINARY, java())).hasNoCause();
    }

    @Test
    void theLastComplaintsOfTheBrowserAreTold() {
      String log =
          """
          Starting ChromeDriver 156 on port 0
          [1:1:0101/000000.000000:ERROR:dbus/bus.cc:405] No bus.
          [1:1:0101/000000.000000:ERROR:dbus/bus.cc:405] No other bus.
          [1:1:0101/000000.000000:INFO:page.cc:1] All is well.
          [1:1:0101/000000.000000:ERROR:ui/display.cc:256] Missing X server.
          chrome: error while loading shared libraries: libnss3.so
          """;
      assertThat(new StartFailure("chrome", new IOException("exited"), log).describe())
          .isEqualTo(
              """
                Tried:     chrome
                Answer:    exited
                           No other bus.
                           Missing X server.
                           chrome: error while loading shared libraries: libnss3.so
              """);
    }

    @Test
    void nothingIsLeft() {
      Path folder = workFolder;
      assertThat(failureWith(Setting.BROWSER_BINARY, java())).isNotNull();
      assertThat(folder).isEmptyDirectory();
    }

    private Path java() {
      return Path.of(System.getProperty("java.home"), "bin", "java");
    }
  }

  /** The Chrome in the search path is none, so that whoever starts it fails. */
  @DisabledOnOs(OS.WINDOWS)
  @Nested
  class WithChromeAndChromiumInTheSearchPath {
    @TempDir private Path searchPath = Path.of("");

    @Test
    void chromiumIsStartedWhenItIsAskedFor() throws Exception {
      assertThat(leaseChromium(searchPath + ":" + System.getenv("PATH"))).isEqualTo("leased");
    }

    @Test
    void chromeIsNotStartedWhenChromiumIsAskedForAndMissing() throws Exception {
      assertThat(leaseChromium(searchPath.toString()))
          .contains("Tried:     Chromium (midagoal.browser)")
          .contains("Answer:    it is not on the PATH");
    }

    /** Selenium before 4.20 has another {@code DriverFinder}. */
    @Test
    void anOldSeleniumIsToldApartFromAMissingBrowser(@TempDir Path classes) throws Exception {
      Path source = classes.resolve("DriverFinder.java");
      Files.writeString(
          source, "package org.openqa.selenium.remote.service; public class DriverFinder {}");
      ToolProvider.findFirst("javac")
          .orElseThrow()
          .run(System.out, System.err, "-d", classes.toString(), source.toString());
      Path chromium = Files.writeString(searchPath.resolve("chromium"), "#!/bin/sh\nexit 1\n");
      assertThat(chromium.toFile().setExecutable(true)).isTrue();
      assertThat(leaseChromium(searchPath.toString(), classes))
          .contains("Tried:     Selenium Manager")
          .contains("Answer:    it needs Selenium 4.20 or newer");
    }

    private String leaseChromium(String path) throws IOException, InterruptedException {
      return leaseChromium(path, scripts);
    }

    private String leaseChromium(String path, Path classes)
        throws IOException, InterruptedException {
      Path chrome = Files.writeString(searchPath.resolve("google-chrome"), "#!/bin/sh\nexit 1\n");
      assertThat(chrome.toFile().setExecutable(true)).isTrue();
      try (TestJvm jvm =
          TestJvm.of(LeasingChromium.class, scripts)
              .classes(classes)
              .environment("PATH", path)
              .arguments(workFolder.toString())
              .start()) {
        assertThat(jvm.awaitEnd()).isZero();
        return String.join("\n", jvm.lines());
      }
    }
  }

  /** Leases Chromium and prints whether that worked. */
  static final class LeasingChromium {
    private LeasingChromium() {}

    public static void main(String[] arguments) {
      BrowserOptions options = Browsers.options(Map.of(Setting.BROWSER.key(), "chromium"));
      try (BrowserPool pool = BrowserPool.with(options, Path.of(arguments[0]))) {
        pool.lease();
        System.out.println("leased");
      } catch (BrowserStartException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Nested
  class WhereTheSandboxCannotWork {
    /** As root, Chrome has no sandbox. */
    @EnabledIfSystemProperty(named = "user.name", matches = "root")
    @Test
    void itStartsWithout() throws Exception {
      Process jvm = Programs.start(LeasingUnderAnotherName.class, workFolder.toString());
      assertThat(jvm.waitFor()).isZero();
    }

    @Test
    void itIsTriedWithoutOnlyWhenTheBrowserSaysSo() {
      StartFailure other = new StartFailure("chrome", new IOException("exited"), "");
      assertThat(other.isAboutSandbox()).isFalse();
    }
  }

  /** Leases a browser where midagoal cannot know beforehand that there is no sandbox. */
  static final class LeasingUnderAnotherName {
    private LeasingUnderAnotherName() {}

    public static void main(String[] arguments) {
      System.setProperty("user.name", "ada");
      BrowserPool.with(Browsers.options(), Path.of(arguments[0])).lease();
      System.out.println("leased");
    }
  }

  @Nested
  class WithADriverOfAnotherVersion {
    @Test
    void anotherInstallationIsLookedFor() {
      Exception answer =
          new IOException(
              "session not created: This version of ChromeDriver only supports Chrome version 90");
      assertThat(new StartFailure("chrome", answer, "").isAboutInstallation()).isTrue();
    }
  }

  /** A script stands before the driver, since which ports are taken is not for a test to say. */
  @DisabledOnOs(OS.WINDOWS)
  @Nested
  class WhereTheDriverEndsAtOnce {
    @Test
    void itIsStartedAgainWhenItsPortWasTaken() throws IOException {
      Path driver =
          script("[ -e $0.tried ] || { touch $0.tried; echo IPv4 port not available.; exit 1; }");
      try (WorkFolderLock run = WorkFolderLock.begin(workFolder)) {
        assertThat(Chromedriver.start(driver, run.newGroup()).isRunning()).isTrue();
      }
    }

    @Test
    void itsLastWordsAreTold() throws IOException {
      Path driver = script("echo Starting; echo No memory.; exit 1");
      try (WorkFolderLock run = WorkFolderLock.begin(workFolder)) {
        assertThatIOException()
            .isThrownBy(() -> Chromedriver.start(driver, run.newGroup()))
            .withMessage("chromedriver exited at once: No memory.");
      }
    }

    @Test
    void itIsNotStartedForEver() throws IOException {
      Path driver = script("echo . >> $0.tried; echo IPv4 port not available.; exit 1");
      try (WorkFolderLock run = WorkFolderLock.begin(workFolder)) {
        assertThatIOException().isThrownBy(() -> Chromedriver.start(driver, run.newGroup()));
      }
      assertThat(Path.of(driver + ".tried")).content().hasLineCount(5);
    }

    private Path script(String first) throws IOException {
      Path real = Installation.onThisMachine(Optional.empty()).orElseThrow().driver();
      Path script = scripts.resolve("chromedriver");
      Files.writeString(script, "#!/bin/sh\n" + first + "\nexec " + real + " \"$@\"\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
      return script;
    }
  }

  @Nested
  class WithAnUnusableWorkFolder {
    @Test
    void theFolderIsNamed() throws IOException {
      Path file = Files.writeString(workFolder.resolve("file"), "");
      assertThatExceptionOfType(BrowserStartException.class)
          .isThrownBy(
              () -> {
                try (BrowserPool pool = BrowserPool.with(Browsers.options(), file)) {
                  pool.lease();
                }
              })
          .withMessageContaining("Tried:     the work folder " + file);
    }
  }

  /** A chromedriver stands for the grid: it speaks the same protocol. */
  @Nested
  class AGrid {
    @Test
    void startsBrowsersThatAreCleared() throws IOException {
      try (WorkFolderLock run = WorkFolderLock.begin(workFolder);
          BrowserPool pool = poolOfAGridIn(run)) {
        WebDriver first;
        try (Lease lease = pool.lease()) {
          first = lease.driver();
          first.get("data:text/html,<title>Shop</title>");
        }
        try (Lease lease = pool.lease()) {
          assertThat(lease.driver()).isSameAs(first);
          assertThat(lease.driver().getCurrentUrl()).isEqualTo("about:blank");
        }
      }
    }

    @Test
    void givesBrowsersThatTakeDevToolsCommands() throws IOException {
      try (WorkFolderLock run = WorkFolderLock.begin(workFolder);
          BrowserPool pool = poolOfAGridIn(run);
          Lease lease = pool.lease()) {
        assertThat(lease.driver()).isInstanceOf(HasCdp.class);
      }
    }

    @Test
    void isFreeAgainWhenThePoolIsClosed() throws IOException {
      try (WorkFolderLock run = WorkFolderLock.begin(workFolder)) {
        BrowserPool pool = poolOfAGridIn(run);
        Capabilities browser = ((HasCapabilities) pool.lease().driver()).getCapabilities();
        String process = String.valueOf(browser.getCapability("goog:processID"));
        pool.close();
        assertThat(ProcessHandle.of(Long.parseLong(process))).isNotPresent();
      }
    }

    @Test
    void isNamedWhenItDoesNotAnswer() throws IOException {
      URI nobody;
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        nobody = URI.create("http://localhost:" + free.getLocalPort());
      }
      assertThat(failureWith(Setting.GRID_URL, nobody))
          .hasMessageContaining("Tried:     the Selenium Grid at " + nobody)
          .hasMessageContaining("remove midagoal.grid-url");
    }

    private BrowserPool poolOfAGridIn(WorkFolderLock run) throws IOException {
      Path driver = Installation.onThisMachine(Optional.empty()).orElseThrow().driver();
      URL address = Chromedriver.start(driver, run.newGroup()).getUrl();
      String arguments = String.join(" ", Browsers.options().extraArguments());
      return BrowserPool.with(
          Browsers.options(
              Map.of(
                  Setting.GRID_URL.key(),
                  address.toString(),
                  // A grid knows itself whether its browsers can run in a sandbox.
                  Setting.BROWSER_ARGS.key(),
                  arguments + " --no-sandbox")));
    }
  }
}
