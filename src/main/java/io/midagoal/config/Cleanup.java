package io.midagoal.config;

import java.util.Locale;

/** What happens after a run with the goals that it created. */
public enum Cleanup {
  /** They stay. */
  KEEP,
  /** They are deleted, and no others. */
  DELETE;

  /**
   * The choice as it is written in settings.
   *
   * @return for example {@code keep}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
