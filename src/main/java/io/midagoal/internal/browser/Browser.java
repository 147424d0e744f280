package io.midagoal.internal.browser;

import io.midagoal.internal.config.Viewport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chromium.HasCdp;

/** A running browser that can be reset and shut down. */
final class Browser {
  /** Limit for commands, since a page in an endless loop blocks its browser. */
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final Executor IN_BACKGROUND =
      task -> {
        Thread thread = new Thread(task, "midagoal-browser");
        thread.setDaemon(true);
        thread.start();
      };

  private final WebDriver driver;
  private final Viewport viewport;
  private final Runnable endProcesses;
  private volatile boolean responsive = true;

  /**
   * Wraps a browser that was just started.
   *
   * @param endProcesses kills what is left of the browser after {@code quit}
   */
  Browser(WebDriver driver, Viewport viewport, Runnable endProcesses) {
    this.driver = driver;
    this.viewport = viewport;
    this.endProcesses = endProcesses;
    fitViewport();
  }

  WebDriver driver() {
    return driver;
  }

  /** Whether the browser is alive. For idle browsers only: a lent one may be busy. */
  boolean isAlive() {
    try {
      return !driver.getWindowHandles().isEmpty();
    } catch (WebDriverException dead) {
      return false;
    }
  }

  /** Resets the browser to the state of a new one; false if that failed or took too long. */
  boolean clear() {
    return withTimeout(this::reset);
  }

  /** Shuts the browser down; skips {@code quit} at first if the browser is unresponsive. */
  void end() {
    if (responsive) {
      withTimeout(driver::quit);
    }
    endProcesses.run();
    if (!responsive) {
      // Returns at once now, and frees the driver's resources in this JVM.
      withTimeout(driver::quit);
    }
  }

  private boolean withTimeout(Runnable task) {
    try {
      CompletableFuture.runAsync(task, IN_BACKGROUND)
          .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException refused) {

      return false;
    } catch (TimeoutException stuck) {

      responsive = false;
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Replaces all windows with a fresh tab. It is as fast as opening a blank page, and drops session
   * storage, history, preload scripts and emulation as well.
   */
  private void reset() {
    Set<String> used = driver.getWindowHandles();
    driver.switchTo().window(used.iterator().next());
    openTab();
    used.forEach(handle -> cdp("Target.closeTarget", Map.of("targetId", handle)));
    awaitOneWindow();
    // After closing the pages, so that none can store anything again. "*": all origins.
    cdp("Storage.clearDataForOrigin", Map.of("origin", "*", "storageTypes", "all"));
    cdp("Network.clearBrowserCache", Map.of());
    driver
        .manage()
        .timeouts()
        .implicitlyWait(Duration.ZERO)
        .pageLoadTimeout(Duration.ofSeconds(300))
        .scriptTimeout(Duration.ofSeconds(30));
    fitViewport();
  }

  private void openTab() {
    try {
      driver.switchTo().newWindow(WindowType.TAB);
    } catch (UnhandledAlertException dismissed) {
      // The page showed a dialog. WebDriver dismissed it and threw instead of opening a tab.
      driver.switchTo().newWindow(WindowType.TAB);
    }
  }

  private void awaitOneWindow() {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (driver.getWindowHandles().size() > 1) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("A browser window did not close.");
      }
    }
  }

  private void cdp(String command, Map<String, Object> parameters) {
    ((HasCdp) driver).executeCdpCommand(command, parameters);
  }

  /**
   * Sets the window size so that the viewport fits: WebDriver's size includes the browser's bars.
   */
  private void fitViewport() {
    List<?> sizes =
        (List<?>)
            ((JavascriptExecutor) driver)
                .executeScript("return [innerWidth, innerHeight, outerWidth, outerHeight];");
    if (sizes == null
        || (size(sizes, 0) == viewport.width() && size(sizes, 1) == viewport.height())) {
      return;
    }
    int barsWide = size(sizes, 2) - size(sizes, 0);
    int barsHigh = size(sizes, 3) - size(sizes, 1);
    driver
        .manage()
        .window()
        .setSize(new Dimension(viewport.width() + barsWide, viewport.height() + barsHigh));
  }

  private static int size(List<?> sizes, int index) {
    return ((Number) sizes.get(index)).intValue();
  }
}
