package io.midagoal.internal.config;

import java.io.Serial;

/**
 * A setting is unknown, misplaced or has a bad value. The message is one sentence that names the
 * key, where the value came from, and what is allowed; it never contains an API key.
 */
public final class SettingsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  SettingsException(String message) {
    super(message);
  }
}
