package io.midagoal.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A message with a first line and labelled details, wrapped at 80 columns for build logs. Not
 * thread-safe.
 */
public final class LabelledText {
  private static final int COLUMNS = 80;

  /** The width of the label column. */
  public static final int LABEL_WIDTH = 13;

  private final List<Line> lines = new ArrayList<>();

  /** A label and its text, wrapped or not. */
  private record Line(String label, String text, boolean isWrapped) {}

  /**
   * Starts a message.
   *
   * @param first the first line; never wrapped, because build tools show it alone
   */
  public LabelledText(String first) {
    addUnwrapped("", first);
  }

  /**
   * Adds a labelled detail; continuation lines are indented.
   *
   * @param label for example {@code Page:}; may be empty
   * @param fact one sentence or more
   */
  public void add(String label, String fact) {
    lines.add(new Line(label, fact, true));
  }

  /**
   * Adds a line that is never wrapped, such as one of a figure.
   *
   * @param indent the prefix
   * @param text the line
   */
  public void addUnwrapped(String indent, String text) {
    lines.add(new Line(indent, text, false));
  }

  /** Formats the message. */
  public String text() {
    return text(UnaryOperator.identity());
  }

  /** Formats the message, applying a filter to each text before it is wrapped. */
  public String text(UnaryOperator<String> filter) {
    List<String> result = new ArrayList<>();
    for (Line line : lines) {
      String text = filter.apply(line.text());
      if (line.isWrapped()) {
        wrap(line.label(), text, result);
      } else {
        result.add(line.label() + text);
      }
    }
    return String.join("\n", result);
  }

  private static void wrap(String label, String text, List<String> lines) {
    String indent = " ".repeat(LABEL_WIDTH);
    StringBuilder line = new StringBuilder(("  " + label + indent).substring(0, LABEL_WIDTH));
    boolean isEmpty = true;
    // JSON can be broken between fields.
    for (String word : text.split(" |(?<=\",)(?=\")", -1)) {
      boolean glued =
          line.length() > 0 && line.charAt(line.length() - 1) == ',' && word.startsWith("\"");
      String gap = isEmpty || glued ? "" : " ";
      boolean fitsBelow = LABEL_WIDTH + word.length() <= COLUMNS;
      if (!isEmpty && fitsBelow && line.length() + gap.length() + word.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        gap = "";
      }
      line.append(gap).append(word);
      isEmpty = false;
    }
    lines.add(line.toString());
  }
}
