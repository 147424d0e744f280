package io.midagoal.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A text for people: what happened, then one fact a line, wrapped at 80 columns. */
final class LabelledText {
  private static final int COLUMNS = 80;
  private static final int LABEL = 13;

  private final String first;
  private final List<Fact> facts = new ArrayList<>();

  private record Fact(String label, String text) {}

  /** The first line is never wrapped: summaries of build tools show it alone. */
  LabelledText(String first) {
    this.first = first;
  }

  void add(String label, String fact) {
    facts.add(new Fact(label, fact));
  }

  String text() {
    return text(UnaryOperator.identity());
  }

  /**
   * Composes the text.
   *
   * @param filter is applied to each fact before it is wrapped
   */
  String text(UnaryOperator<String> filter) {
    List<String> lines = new ArrayList<>();
    lines.add(filter.apply(first));
    facts.forEach(fact -> wrap(fact.label(), filter.apply(fact.text()), lines));
    return String.join("\n", lines);
  }

  /** What does not fit in the columns goes on below, indented. */
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
