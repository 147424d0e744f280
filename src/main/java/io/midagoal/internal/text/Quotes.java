package io.midagoal.internal.text;

/** Formats values and URLs for messages: on one line and not too long. */
public final class Quotes {

  /** Longer values are truncated in messages, but complete in the report. */
  private static final int MAX_LENGTH = 100;

  private Quotes() {}

  /** Returns a value in double quotes, on one line, truncated to 100 characters. */
  public static String quoted(String value) {
    return '"' + shortened(onOneLine(value.replace("\r\n", "\n"))) + '"';
  }

  /** Formats a value as a Java string literal. */
  public static String java(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Replaces each line break and control character by a visible one. */
  public static String onOneLine(String value) {
    return value
        .replaceAll("[\\n\\r\\u0085\\u2028\\u2029]", "\u21B5")
        .replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  /** Truncates a text to 100 characters. */
  public static String shortened(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "\u2026";
  }
}
