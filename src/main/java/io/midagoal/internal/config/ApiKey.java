package io.midagoal.internal.config;

import org.jspecify.annotations.Nullable;

/** A Mida API key that cannot be printed by accident. */
public final class ApiKey {
  private final String secret;

  ApiKey(String secret) {
    this.secret = secret;
  }

  /**
   * The key itself, for the request that needs it. Keep it out of messages and logs.
   *
   * @return visible ASCII characters only
   */
  public String reveal() {
    return secret;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApiKey key && key.secret.equals(secret);
  }

  @Override
  public int hashCode() {
    return secret.hashCode();
  }

  /**
   * Hides the key.
   *
   * @return a text that is the same for every key
   */
  @Override
  public String toString() {
    return "ApiKey[hidden]";
  }
}
