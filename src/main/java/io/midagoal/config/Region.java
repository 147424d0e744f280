package io.midagoal.config;

import java.util.Locale;

/** Where a Mida project is hosted. */
public enum Region {
  /** United States. */
  US,
  /** European Union. */
  EU;

  /**
   * The region as it is written in settings and in the name of Mida's host.
   *
   * @return {@code us} or {@code eu}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
