package io.midagoal.internal.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.chrome.ChromeOptions;

/** The command line and capabilities that a browser is started with. */
final class ChromeFlags {
  /** Docker gives containers 64 MB of shared memory, with which Chrome's pages crash. */
  private static final long ENOUGH_SHARED_MEMORY = 256L << 20;

  private static final List<String> QUIET =
      List.of(
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-quic",
          // Pages that were left keep their streams open there, until the site has no connection
          // left.
          "--disable-features=BackForwardCache",
          "--disable-search-engine-choice-screen");

  private ChromeFlags() {}

  /**
   * What the options ask for, for a browser anywhere.
   *
   * @return capabilities that the caller may add to
   */
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

  /** What this machine needs, whatever the options say. */
  static List<String> forThisMachine(boolean sandbox) {
    List<String> flags = new ArrayList<>();
    if (!sandbox) {
      flags.add("--no-sandbox");
    }
    if (isShort(Path.of("/dev/shm"))) {
      flags.add("--disable-dev-shm-usage");
    }
    return flags;
  }

  private static boolean isShort(Path sharedMemory) {
    try {
      return Files.isDirectory(sharedMemory)
          && Files.getFileStore(sharedMemory).getTotalSpace() < ENOUGH_SHARED_MEMORY;
    } catch (IOException unknown) {
      return true;
    }
  }
}
