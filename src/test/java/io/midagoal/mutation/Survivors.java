package io.midagoal.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The mutants that are known to live: under each reason, a line that begins with two marks. */
final class Survivors {

  private static final String REASON = "== ";

  private Survivors() {}

  /** What is known, by how a mutant is told. */
  static Map<String, String> known() {
    Map<String, String> known = new HashMap<>();
    String reason = "";
    for (String line : read().lines().toList()) {
      if (line.startsWith(REASON)) {
        reason = line.substring(REASON.length());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        known.put(line, reason);
      }
    }
    return known;
  }

  private static String read() {
    try (InputStream in = Survivors.class.getResourceAsStream("survivors.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
