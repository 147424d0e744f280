package io.midagoal.internal.config;

/** The browsers that midagoal can start itself; a test may bring any other as its own driver. */
public enum BrowserName {
  /** Google Chrome. */
  CHROME,
  /** Chromium. */
  CHROMIUM;

  /**
   * The browser as it is written in settings.
   *
   * @return {@code chrome} or {@code chromium}
   */
  @Override
  public String toString() {
    return SettingParsers.textOf(this);
  }
}
