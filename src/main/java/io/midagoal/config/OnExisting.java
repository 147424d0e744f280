package io.midagoal.config;

import java.util.Locale;

/** What to do with a goal that the project already has. */
public enum OnExisting {
  /** Use it if it matches the definition, else fail and show the difference. */
  REUSE,
  /** Update the fields that differ from the definition; takes effect at once, for everybody. */
  UPDATE,
  /** Fail. */
  FAIL;

  /**
   * Returns the value as written in settings.
   *
   * @return for example {@code reuse}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
