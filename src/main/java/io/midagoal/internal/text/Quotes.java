package io.midagoal.internal.text;

/** Values and URLs as messages show them: on one line, at a length that can be read. */
public final class Quotes {

  /** Longer values are cut in messages; the report has them whole. */
  private static final int LONGEST_QUOTE = 100;

  private Quotes() {}

  /**
   * Quotes a value.
   *
   * @param value any text
   * @return the same in double quotes, on one line, cut after 100 characters
   */
  public static String quoted(String value) {
    return '"' + shortened(onOneLine(value.replace("\r\n", "\n"))) + '"';
  }

  /**
   * Writes a value as a Java source has it.
   *
   * @param value any text
   * @return a string literal
   */
  public static String java(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /**
   * Makes control characters visible.
   *
   * @param value any text
   * @return the same text with each line break, or other control character, as one character
   */
  public static String onOneLine(String value) {
    return value
        .replaceAll("[\\n\\r\\u0085\\u2028\\u2029]", "\u21B5")
        .replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  /**
   * Cuts a text, such as a URL.
   *
   * @param text any text
   * @return its first 100 characters
   */
  public static String shortened(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE - 1) + "\u2026";
  }
}
