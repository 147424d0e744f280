package io.midagoal.internal.lifecycle;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalField;
import io.midagoal.goal.GoalProfile;
import io.midagoal.internal.text.UrlCredentials;
import java.util.ArrayList;
import java.util.List;

/** Shows two definitions side by side, field by field, within 80 columns. */
final class SideBySide {
  private static final int FIELD_WIDTH = 14;
  private static final int COLUMN_WIDTH = 30;

  private SideBySide() {}

  /** One field per line; a {@code !} marks those that differ. */
  static String of(Goal declared, GoalProfile existing) {
    List<GoalField> differences = existing.differencesFrom(declared);
    List<String> lines = new ArrayList<>();
    lines.add(row(' ', "", "this test declares", "Mida has"));
    for (GoalField field : GoalField.values()) {
      char mark = differences.contains(field) ? '!' : ' ';
      List<String> left = cut(field.of(declared).orElse("(not set)"));
      List<String> right = cut(field.of(existing).orElse("(not set)"));
      for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
        lines.add(
            row(i == 0 ? mark : ' ', i == 0 ? field.wireName() : "", at(left, i), at(right, i)));
      }
    }
    return String.join("\n", lines);
  }

  private static String at(List<String> parts, int i) {
    return i < parts.size() ? parts.get(i) : "";
  }

  /** Breaks anywhere: values such as selectors have no words, and every character matters. */
  private static List<String> cut(String text) {
    String visible =
        UrlCredentials.hideIn(text).replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    List<String> parts = new ArrayList<>();
    for (int start = 0; start < visible.length(); start += COLUMN_WIDTH) {
      parts.add(visible.substring(start, Math.min(visible.length(), start + COLUMN_WIDTH)));
    }
    return parts;
  }

  private static String row(char mark, String field, String left, String right) {
    return (" %s %-" + FIELD_WIDTH + "s %-" + COLUMN_WIDTH + "s %s")
        .formatted(mark, field, left, right)
        .stripTrailing();
  }
}
