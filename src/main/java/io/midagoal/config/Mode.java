package io.midagoal.config;

import java.util.Locale;

/** With which Mida goals are created. */
public enum Mode {
  /**
   * {@link #LIVE} when there is an API key, else {@link #EMBEDDED} when WireMock is on the class
   * path, else {@link #VERIFY_ONLY}.
   */
  AUTO,
  /** With the hosted service; needs an API key and a project key. */
  LIVE,
  /** With the stub that midagoal brings; needs WireMock on the class path. */
  EMBEDDED,
  /** With none: goals are verified and not created. */
  VERIFY_ONLY;

  /**
   * The mode as it is written in settings.
   *
   * @return for example {@code verify-only}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
