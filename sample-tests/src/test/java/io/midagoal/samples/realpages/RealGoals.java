package io.midagoal.samples.realpages;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.verdict.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads {@code realpages/goals.csv}. */
final class RealGoals {

  /**
   * One goal and the truth about it.
   *
   * @param status the right verdict
   * @param finding the code of the right reason; empty for a good goal
   * @param goal the definition
   * @param why what it is about the page that makes it so
   */
  record RealGoal(Status status, String finding, Goal goal, String why) {

    /** Names the test. */
    @Override
    public String toString() {
      return "%s %s %s: %s"
          .formatted(status, finding, goal.type().wireName() + " " + goal.name(), why);
    }
  }

  private RealGoals() {}

  static List<RealGoal> all() {
    try (InputStream in = RealGoals.class.getResourceAsStream("/realpages/goals.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> goal(line.split("\\s*;\\s*")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RealGoal goal(String[] columns) {
    String page = columns[2];
    String type = columns[3];
    String value = columns[4];
    Goal goal =
        Goal.builder()
            .name(value + " on " + page)
            .type(GoalType.fromWireName(type))
            .value(value)
            .elementUrl(page)
            .build();
    return new RealGoal(Status.valueOf(columns[0]), columns[1], goal, columns[5]);
  }
}
