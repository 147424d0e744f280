package io.midagoal.config;

import java.util.Locale;

/** What to do after a run with the goals that it created. */
public enum Cleanup {
  /** Keep them. */
  KEEP,
  /** Delete them, and no others. */
  DELETE;

  /**
   * Returns the value as written in settings.
   *
   * @return for example {@code keep}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
