package io.midagoal.report;

import java.lang.Character.UnicodeScript;
import java.util.PrimitiveIterator;

/** Fits text into terminal columns, where a character is zero, one or two columns wide. */
final class ConsoleText {

  private static final String ELLIPSIS = "...";

  private ConsoleText() {}

  /**
   * Removes what would break the table: line breaks, terminal control sequences, and characters
   * that change the text direction.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(character -> isUnsafe(character) ? ' ' : character)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip().replaceAll(" {2,}", " ");
  }

  private static boolean isUnsafe(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Pads with spaces, or truncates with three dots, to an exact number of columns. */
  static String fit(String text, int columns) {
    String cut = width(text) <= columns ? text : cut(text, columns - ELLIPSIS.length()) + ELLIPSIS;
    return cut + " ".repeat(columns - width(cut));
  }

  private static String cut(String text, int columns) {
    StringBuilder cut = new StringBuilder();
    int left = columns;
    PrimitiveIterator.OfInt characters = text.codePoints().iterator();
    while (characters.hasNext()) {
      int character = characters.nextInt();
      left -= width(character);
      if (left < 0) {
        break;
      }
      cut.appendCodePoint(character);
    }
    return cut.toString().stripTrailing();
  }

  static int width(String text) {
    return text.codePoints().map(ConsoleText::width).sum();
  }

  private static int width(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(character) ? 2 : 1;
    };
  }

  /**
   * East Asian characters and emoji. When in doubt, wide: a row may then be too short, but never
   * too long.
   */
  private static boolean isWide(int character) {
    return character >= 0x10000
        || (character >= 0x2300 && character < 0x2800)
        || (character >= 0x2B00 && character < 0x2C00)
        || (character >= 0x2E80 && character < 0xA4D0)
        || (character >= 0xFE30 && character < 0xFFF0)
        || Character.isIdeographic(character)
        || UnicodeScript.of(character) == UnicodeScript.HANGUL;
  }
}
