package io.midagoal.internal.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.chrome.ChromeOptions;

/** Command-line flags and capabilities for Chrome and Chromium. */
final class ChromeFlags {
  /** With Docker's default of 64 MB of shared memory, Chrome's pages crash. */
  private static final long MIN_SHARED_MEMORY = 256L << 20;

  private static final List<String> QUIET =
      List.of(
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-quic",
          // Cached pages keep their streams open, until the site is out of connections. A renderer
          // in reserve is one more process to start for each test.
          "--disable-features=BackForwardCache,SpareRendererForSitePerProcess",
          "--disable-search-engine-choice-screen");

  private ChromeFlags() {}

  /** Converts the options, for local browsers and grids. */
  static ChromeOptions of(BrowserOptions options) {
    ChromeOptions chrome = new ChromeOptions();
    chrome.addArguments(QUIET);
    if (options.headless()) {
      chrome.addArguments("--headless=new");
    }
    chrome.addArguments(
        "--window-size=" + options.viewport().width() + "," + options.viewport().height());
    chrome.addArguments(options.extraArguments());
    chrome.setAcceptInsecureCerts(options.acceptInsecureCerts());
    return chrome;
  }

  /** Flags that this machine needs in any case. */
  static List<String> forThisMachine(boolean sandbox) {
    List<String> flags = new ArrayList<>();
    if (!sandbox) {
      flags.add("--no-sandbox");
    }
    if (isTooSmall(Path.of("/dev/shm"))) {
      flags.add("--disable-dev-shm-usage");
    }
    return flags;
  }

  private static boolean isTooSmall(Path sharedMemory) {
    try {
      return Files.isDirectory(sharedMemory)
          && Files.getFileStore(sharedMemory).getTotalSpace() < MIN_SHARED_MEMORY;
    } catch (IOException unknown) {
      return true;
    }
  }
}
