package io.midagoal.internal.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds unknown and misspelled setting names. */
final class SettingNames {
  private SettingNames() {}

  /**
   * Rejects unknown names that begin with {@code midagoal.}; in test code, which passes only
   * settings, all unknown names.
   */
  static void requireKnown(Collection<String> names, SettingSource source) {
    for (String name : new TreeSet<>(names)) {
      if (source == SettingSource.CODE || name.startsWith(Setting.PREFIX)) {
        requireKnown(name, source);
      }
    }
  }

  private static void requireKnown(String name, SettingSource source) {
    String shortName = name.replaceFirst("^" + Pattern.quote(Setting.PREFIX), "");
    if (!Setting.shortNames().contains(shortName) || name.equals(shortName)) {
      String meant =
          nearest(shortName).map(n -> "; did you mean " + Setting.PREFIX + n + "?").orElse(".");
      throw new SettingsException(
          name
              + " (from "
              + source.describe(name)
              + ") is not a setting of midagoal"
              + meant
              + " Allowed are "
              + allKeys());
    }
  }

  /**
   * Warns of environment variables with a name close to a setting's; others may belong to other
   * tools.
   */
  static List<String> checkEnvironment(Map<String, String> environment) {
    return new TreeSet<>(environment.keySet())
        .stream()
            .filter(name -> name.toUpperCase(Locale.ROOT).startsWith(Setting.ENVIRONMENT_PREFIX))
            .flatMap(name -> misspelt(name).stream())
            .toList();
  }

  private static Optional<String> misspelt(String variable) {
    String shortName = variable.substring(Setting.ENVIRONMENT_PREFIX.length());
    return nearest(shortName)
        .map(Setting::environmentVariable)
        .filter(known -> !known.equals(variable))
        .map(
            known ->
                "The environment variable "
                    + variable
                    + " is not a setting of midagoal and was ignored; did you mean "
                    + known
                    + "?");
  }

  private static String allKeys() {
    return Setting.shortNames().stream()
        .map(n -> Setting.PREFIX + n)
        .collect(Collectors.joining(", ", "", "."));
  }

  /** Allows one typo in a short name, more in a long one; ignores case and separators. */
  private static Optional<String> nearest(String shortName) {
    String given = plain(shortName);
    return Setting.shortNames().stream()
        .filter(known -> distance(given, known) <= Math.max(1, known.length() / 4))
        .min(Comparator.comparingInt(known -> distance(given, known)));
  }

  private static int distance(String given, String known) {
    return new DamerauLevenshteinDistance().apply(given, plain(known));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
  }
}
