package io.midagoal.internal.config;

/** What to do about goals that were declared but never verified. */
public enum Unchecked {
  /** Log a warning at the end of the run. */
  WARN,
  /** Fail the test or test class. */
  FAIL,
  /** Ignore them. */
  IGNORE;

  /** Returns the value as written in settings. */
  @Override
  public String toString() {
    return SettingParsers.textOf(this);
  }
}
