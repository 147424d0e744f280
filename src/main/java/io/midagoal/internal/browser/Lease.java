package io.midagoal.internal.browser;

import java.util.concurrent.atomic.AtomicBoolean;
import org.openqa.selenium.WebDriver;

/**
 * A browser on loan from the pool until the lease is closed. Not thread-safe, like the driver
 * itself.
 */
public final class Lease implements AutoCloseable {
  private final BrowserPool pool;
  private final Browser browser;
  private final AtomicBoolean returned = new AtomicBoolean();

  Lease(BrowserPool pool, Browser browser) {
    this.pool = pool;
    this.browser = browser;
  }

  /**
   * Returns the browser's driver. It starts with one window on a blank page, without cookies or
   * stored data. As is WebDriver's default, the next command after a dialog ({@code alert}, {@code
   * confirm}) dismisses it and fails.
   *
   * @throws IllegalStateException if the lease is closed
   */
  public WebDriver driver() {
    if (returned.get()) {
      throw new IllegalStateException(
          "This lease is closed: its browser went back to the pool. Take a new lease.");
    }
    return browser.driver();
  }

  /**
   * Returns the browser to the pool, which clears its windows, cookies, stored data and caches, or
   * shuts it down if that fails. Closing twice does nothing.
   */
  @Override
  public void close() {
    if (returned.compareAndSet(false, true)) {
      pool.giveBack(browser);
    }
  }
}
