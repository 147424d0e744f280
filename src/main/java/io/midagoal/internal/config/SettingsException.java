package io.midagoal.internal.config;

import java.io.Serial;

/**
 * Thrown when a setting is unknown, misplaced or invalid. The message names the key, its source and
 * the allowed values; it never contains an API key.
 */
public final class SettingsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  SettingsException(String message) {
    super(message);
  }
}
