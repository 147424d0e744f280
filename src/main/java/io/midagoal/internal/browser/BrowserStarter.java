package io.midagoal.internal.browser;

/** Starts browsers, and shuts them down on close. Thread-safe. */
interface BrowserStarter extends AutoCloseable {

  /**
   * Starts one browser.
   *
   * @throws BrowserStartException if that fails
   */
  Browser start();

  /** Whether a browser can be started ahead of use, without a download. */
  boolean canStartAhead();

  /** Shuts down all browsers that are still running. Can be called twice, even concurrently. */
  @Override
  void close();
}
