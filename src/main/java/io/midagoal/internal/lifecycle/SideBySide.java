package io.midagoal.internal.lifecycle;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalField;
import io.midagoal.goal.GoalProfile;
import io.midagoal.internal.text.UrlCredentials;
import java.util.ArrayList;
import java.util.List;

/** Two definitions in two columns, field by field, within 80 columns. */
final class SideBySide {
  private static final int FIELD = 14;
  private static final int COLUMN = 30;

  private SideBySide() {}

  /** One field a line; a {@code !} stands before each that differs. */
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

  /** Cut anywhere: values such as selectors have no words, and every character counts. */
  private static List<String> cut(String text) {
    String visible =
        UrlCredentials.hideIn(text).replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    List<String> parts = new ArrayList<>();
    for (int start = 0; start < visible.length(); start += COLUMN) {
      parts.add(visible.substring(start, Math.min(visible.length(), start + COLUMN)));
    }
    return parts;
  }

  private static String row(char mark, String field, String left, String right) {
    return (" %s %-" + FIELD + "s %-" + COLUMN + "s %s")
        .formatted(mark, field, left, right)
        .stripTrailing();
  }
}
