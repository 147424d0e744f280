package io.midagoal.config;

import java.util.Locale;

/** What happens with a goal that the project already has. */
public enum OnExisting {
  /** It is used when it is as defined; a different one is a failure that shows the difference. */
  REUSE,
  /** It is changed to the definition: only the fields that differ, at once and for everybody. */
  UPDATE,
  /** It is a failure. */
  FAIL;

  /**
   * The choice as it is written in settings.
   *
   * @return for example {@code reuse}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
