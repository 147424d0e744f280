package io.midagoal.config;

import java.util.Locale;

/** Where goals are created. */
public enum Mode {
  /**
   * {@link #LIVE} if an API key is set, else {@link #EMBEDDED} if WireMock is on the class path,
   * else {@link #VERIFY_ONLY}. With an API key, a missing project key is an error.
   */
  AUTO,
  /** In your Mida project; needs an API key and a project key. */
  LIVE,
  /** In a stub of Mida inside the test JVM; needs WireMock on the class path. */
  EMBEDDED,
  /** Nowhere: goals are verified but not created. */
  VERIFY_ONLY;

  /**
   * Returns the value as written in settings.
   *
   * @return for example {@code verify-only}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
