package io.midagoal.internal.config;

/** The browsers that midagoal can start; for others, a test supplies its own driver. */
public enum BrowserName {
  /** Google Chrome. */
  CHROME,
  /** Chromium. */
  CHROMIUM;

  /** Returns the value as written in settings. */
  @Override
  public String toString() {
    return SettingParsers.textOf(this);
  }
}
