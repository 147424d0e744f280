package io.midagoal.internal.config;

/** What happens with goals that were declared and never verified in the run. */
public enum Unchecked {
  /** They are reported; the run's result stays as it is. */
  WARN,
  /** They make the run fail. */
  FAIL,
  /** They are passed over. */
  IGNORE;

  /**
   * The choice as it is written in settings.
   *
   * @return for example {@code warn}
   */
  @Override
  public String toString() {
    return SettingParsers.textOf(this);
  }
}
