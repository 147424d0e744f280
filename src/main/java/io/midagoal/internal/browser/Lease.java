package io.midagoal.internal.browser;

import java.util.concurrent.atomic.AtomicBoolean;
import org.openqa.selenium.WebDriver;

/**
 * A browser that is lent to one user until it is closed. For use by one thread at a time, like the
 * driver itself.
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
   * The browser's driver. It has one window, which shows a blank page, and no cookies or stored
   * data. A dialog that a page opens ({@code alert}, {@code confirm}) is dismissed by the next
   * command, which fails and says so: WebDriver's default.
   *
   * @return the driver; for use until this lease is closed
   * @throws IllegalStateException when the lease is closed already
   */
  public WebDriver driver() {
    if (returned.get()) {
      throw new IllegalStateException(
          "This browser was given back already: its lease is closed. Take a new lease.");
    }
    return browser.driver();
  }

  /**
   * Gives the browser back. Its windows, cookies, stored data and caches are cleared before it is
   * lent again; a browser that is dead or cannot be cleared is ended. Closing twice does nothing.
   */
  @Override
  public void close() {
    if (returned.compareAndSet(false, true)) {
      pool.takeBack(browser);
    }
  }
}
