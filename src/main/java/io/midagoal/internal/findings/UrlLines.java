package io.midagoal.internal.findings;

import io.midagoal.internal.facts.UrlDiagnosis;
import io.midagoal.internal.text.Quotes;

/**
 * A value and a page's URL, one under the other, with a mark where they begin to differ. What is
 * too long for a line is cut around that place.
 */
public final class UrlLines {

  /** Together with the label and what a verdict puts before a line, 80 columns. */
  private static final int COLUMNS = 66;

  /** What is shown in front of the difference when the line has to be cut. */
  private static final int BEFORE = 40;

  private static final String ELLIPSIS = "\u2026";

  private UrlLines() {}

  /** Three lines, each begun by a line break; none where one of the two is empty. */
  public static String of(UrlDiagnosis.Difference difference) {
    int from = Math.max(0, Math.min(difference.valueAt(), difference.pageAt()) - BEFORE);
    boolean isCut = isTooLong(difference.value()) || isTooLong(difference.page());
    int valueFrom = isCut ? Math.max(0, difference.valueAt() - BEFORE) : 0;
    int pageFrom = isCut ? Math.max(0, difference.pageAt() - BEFORE) : 0;
    if (difference.valueAt() == difference.pageAt() && isCut) {
      valueFrom = from;
      pageFrom = from;
    }
    int mark = difference.pageAt() - pageFrom + (pageFrom > 0 ? 1 : 0);
    // Under each other means: the value begins where it was meant to stand in the URL.
    int shift = Math.max(0, mark - (difference.valueAt() - valueFrom + (valueFrom > 0 ? 1 : 0)));
    return "\nvalue: "
        + " ".repeat(shift)
        + window(difference.value(), valueFrom, COLUMNS - shift)
        + "\npage:  "
        + window(difference.page(), pageFrom, COLUMNS)
        + "\n       "
        + " ".repeat(mark)
        + "^";
  }

  private static boolean isTooLong(String text) {
    return text.length() > COLUMNS;
  }

  private static String window(String text, int from, int columns) {
    String line = Quotes.onOneLine(text);
    String start = from > 0 ? ELLIPSIS + line.substring(Math.min(from, line.length())) : line;
    return start.length() <= columns
        ? start
        : start.substring(0, Math.max(0, columns - 1)) + ELLIPSIS;
  }
}
