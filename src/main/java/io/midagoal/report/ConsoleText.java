package io.midagoal.report;

import java.lang.Character.UnicodeScript;
import java.util.PrimitiveIterator;

/** Text in the columns of a terminal, where a character is none, one or two columns wide. */
final class ConsoleText {

  private static final String ELLIPSIS = "...";

  private ConsoleText() {}

  /**
   * Takes out what would spoil the table: line breaks, control sequences of terminals, and
   * characters that turn the direction of writing.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(character -> isSpoiling(character) ? ' ' : character)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip().replaceAll(" {2,}", " ");
  }

  private static boolean isSpoiling(int character) {
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

  /** Fills with spaces, or cuts with three dots, to exactly the given columns. */
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
   * East Asian characters and emoji. In doubt wide: then a row may be shorter, but never longer.
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
