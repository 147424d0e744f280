package io.midagoal.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The mutants that are known to live: in a file, under each reason, which two marks begin. */
final class Survivors {

  private static final String REASON = "== ";

  private Survivors() {}

  /** The reasons that a file gives, by how a mutant is told. */
  static Map<String, String> knownFrom(String file) {
    Map<String, String> known = new HashMap<>();
    String reason = "";
    for (String line : read(file).lines().toList()) {
      if (line.startsWith(REASON)) {
        reason = line.substring(REASON.length());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        known.put(line, reason);
      }
    }
    return known;
  }

  private static String read(String file) {
    try (InputStream in = Survivors.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
