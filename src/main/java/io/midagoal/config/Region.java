package io.midagoal.config;

import java.util.Locale;

/** Where a Mida project is hosted. */
public enum Region {
  /** United States. */
  US,
  /** European Union. */
  EU;

  /**
   * Returns the region as written in settings and in Mida's host name.
   *
   * @return {@code us} or {@code eu}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
