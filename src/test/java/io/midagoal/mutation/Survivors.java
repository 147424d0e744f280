package io.midagoal.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The mutants that are known to live: in a file, under each reason, which two marks begin. */
final class Survivors {

  private static final String REASON = "== ";

  private Survivors() {}

  /**
   * A mutant that no test noticed.
   *
   * @param line of the source, from 1
   * @param told as it stands in a file of survivors
   */
  record Living(int line, String told) {}

  /** Prints what lives, with the reason that a file gives; fails when it gives none for some. */
  static void requireNamed(String file, int tried, List<Living> living) {
    Map<String, String> known = knownFrom(file);
    living.forEach(
        mutant ->
            System.out.printf(
                "LIVES line %d: %s (%s)%n",
                mutant.line(),
                mutant.told(),
                known.getOrDefault(mutant.told(), "no test misses it")));
    long unknown = living.stream().filter(mutant -> !known.containsKey(mutant.told())).count();
    System.out.printf(
        "%d mutants, %d live for a known reason, %d for none%n",
        tried, living.size() - unknown, unknown);
    if (unknown > 0) {
      throw new AssertionError(
          unknown + " checks can be taken out, and no test misses them: see above.");
    }
  }

  /** The reasons that a file gives, by how a mutant is told. */
  private static Map<String, String> knownFrom(String file) {
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
