package io.midagoal.internal.browser;

/** Starts browsers, and ends at once whatever it started. Thread-safe. */
interface BrowserStarter extends AutoCloseable {

  /**
   * Starts one browser.
   *
   * @throws BrowserStartException when that fails
   */
  Browser start();

  /** Whether a browser is there, so that none has to be downloaded first. */
  boolean isAtHand();

  /**
   * Ends everything that was started and is still there. May be called twice, and by two threads.
   */
  @Override
  void close();
}
