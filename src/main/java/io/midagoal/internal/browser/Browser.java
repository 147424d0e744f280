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

/** One running browser: its driver, how to clear it and how to end it. */
final class Browser {
  /** A page in an endless loop keeps its browser from answering; no clearing takes this long. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Executor IN_BACKGROUND =
      task -> {
        Thread thread = new Thread(task, "midagoal-browser");
        thread.setDaemon(true);
        thread.start();
      };

  private final WebDriver driver;
  private final Viewport viewport;
  private final Runnable endProcesses;
  private volatile boolean listens = true;

  /**
   * Wraps a browser that was just started.
   *
   * @param endProcesses ends what is left of the browser once its driver was asked to quit
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

  /** Whether the browser is alive. For idle browsers: a lent one may be busy with its page. */
  boolean answers() {
    try {
      return !driver.getWindowHandles().isEmpty();
    } catch (WebDriverException dead) {
      return false;
    }
  }

  /**
   * Makes the browser as if it were new.
   *
   * @return whether that worked, and in good time
   */
  boolean clear() {
    return inTime(this::forgetEverything);
  }

  /** Ends the browser: it is asked to quit unless it was found not to listen. */
  void end() {
    if (listens) {
      inTime(driver::quit);
    }
    endProcesses.run();
    if (!listens) {
      // Now that there is nobody to wait for: frees what the driver holds in this JVM.
      inTime(driver::quit);
    }
  }

  private boolean inTime(Runnable task) {
    try {
      CompletableFuture.runAsync(task, IN_BACKGROUND)
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException refused) {

      return false;
    } catch (TimeoutException stuck) {

      listens = false;
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * A fresh tab takes the place of all windows, which takes as long as a blank page in the old one
   * and leaves nothing of it: no session storage, history, preload scripts or emulation.
   */
  private void forgetEverything() {
    Set<String> used = driver.getWindowHandles();
    driver.switchTo().window(used.iterator().next());
    openTab();
    used.forEach(handle -> cdp("Target.closeTarget", Map.of("targetId", handle)));
    awaitOneWindow();
    // After the pages have gone, so that none of them can store anything again. "*": all origins.
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
      // The page showed a dialog. WebDriver has dismissed it, and says so instead of opening a tab.
      driver.switchTo().newWindow(WindowType.TAB);
    }
  }

  private void awaitOneWindow() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (driver.getWindowHandles().size() > 1) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("A window does not close.");
      }
    }
  }

  private void cdp(String command, Map<String, Object> parameters) {
    ((HasCdp) driver).executeCdpCommand(command, parameters);
  }

  /**
   * WebDriver sets the size of the window; what a page sees is smaller by the browser's own bars.
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
