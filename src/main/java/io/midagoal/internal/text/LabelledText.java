package io.midagoal.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text for people: what happened, then one fact a line, wrapped at 80 columns so that it can be
 * read in a build log. Not thread-safe.
 */
public final class LabelledText {
  private static final int COLUMNS = 80;

  /** How far facts are indented, in columns. */
  public static final int LABEL = 13;

  private final List<Line> lines = new ArrayList<>();

  /** A line: what it begins with, and what follows, which is wrapped or not. */
  private record Line(String label, String text, boolean isWrapped) {}

  /**
   * Starts a text.
   *
   * @param first is never wrapped: summaries of build tools show the first line alone
   */
  public LabelledText(String first) {
    addAsIs("", first);
  }

  /**
   * Adds a fact. What does not fit into the columns continues below, indented.
   *
   * @param label what it is about, such as {@code Page:}; may be empty
   * @param fact one sentence or more
   */
  public void add(String label, String fact) {
    lines.add(new Line(label, fact, true));
  }

  /**
   * Adds a line that is never wrapped, such as one of a figure in columns.
   *
   * @param indent what it begins with
   * @param text the line
   */
  public void addAsIs(String indent, String text) {
    lines.add(new Line(indent, text, false));
  }

  /**
   * Puts the text together.
   *
   * @return lines, separated by line feeds
   */
  public String text() {
    return text(UnaryOperator.identity());
  }

  /**
   * Puts the text together.
   *
   * @param filter is applied to each fact before it is wrapped
   * @return lines, separated by line feeds
   */
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
    String indent = " ".repeat(LABEL);
    StringBuilder line = new StringBuilder(("  " + label + indent).substring(0, LABEL));
    boolean isEmpty = true;
    // JSON is broken between its fields.
    for (String word : text.split(" |(?<=\",)(?=\")", -1)) {
      boolean glued =
          line.length() > 0 && line.charAt(line.length() - 1) == ',' && word.startsWith("\"");
      String gap = isEmpty || glued ? "" : " ";
      boolean fitsBelow = LABEL + word.length() <= COLUMNS;
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
