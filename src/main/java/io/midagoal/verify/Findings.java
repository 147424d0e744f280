package io.midagoal.verify;

import java.util.Optional;

/** Makes findings, so that their callers read as a list of cases. */
final class Findings {

  /** Longer values are cut in messages; the report has them whole. */
  private static final int LONGEST_QUOTE = 100;

  private Findings() {}

  static Finding error(String code, String message, String hint) {
    return new Finding(code, Severity.ERROR, message, hint, Optional.empty());
  }

  static Finding error(String code, String message, String hint, Optional<String> suggestion) {
    return new Finding(code, Severity.ERROR, message, hint, suggestion);
  }

  static Finding undecided(String code, String message, String hint) {
    return new Finding(code, Severity.UNDECIDED, message, hint, Optional.empty());
  }

  static Finding warning(String code, String message, String hint) {
    return new Finding(code, Severity.WARNING, message, hint, Optional.empty());
  }

  static Finding warning(String code, String message, String hint, Optional<String> suggestion) {
    return new Finding(code, Severity.WARNING, message, hint, suggestion);
  }

  static Finding info(String code, String message, String hint) {
    return new Finding(code, Severity.INFO, message, hint, Optional.empty());
  }

  /** A value in quotes, on one line, at a length that can be read. */
  static String quoted(String value) {
    String line = onOneLine(value.replace("\r\n", "\n"));
    String cut =
        line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE - 1) + "\u2026";
    return '"' + cut + '"';
  }

  /** The same text with each line break, or other control character, as one visible character. */
  static String onOneLine(String value) {
    return value
        .replaceAll("[\\n\\r\\u0085\\u2028\\u2029]", "\u21B5")
        .replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  /** A URL at a length that can be read. */
  static String shortened(String url) {
    return url.length() <= LONGEST_QUOTE ? url : url.substring(0, LONGEST_QUOTE - 1) + "\u2026";
  }

  /** What to do when a value is known that works, or else. */
  static String changeTo(Optional<String> suggestion, String otherwise) {
    return suggestion
        .map(value -> "Change value to " + quoted(value) + "; tried on this page, it works.")
        .orElse(otherwise);
  }
}
