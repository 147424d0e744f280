package io.midagoal.internal.config;

import org.jspecify.annotations.Nullable;

/** A Mida API key that cannot be printed by accident. */
public final class ApiKey {
  private final String secret;

  ApiKey(String secret) {
    this.secret = secret;
  }

  /** Returns the key for use in requests. Keep it out of messages and logs. */
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

  /** Hides the key. */
  @Override
  public String toString() {
    return "ApiKey[hidden]";
  }
}
