package io.midagoal.goal;

import java.util.Arrays;
import java.util.Optional;

/** What a goal is for. Mida defaults to {@link #SELL}. */
public enum GoalPurpose {
  /** Selling: purchases and the steps towards them. */
  SELL("sell"),
  /** Engagement: visitors who read, play, stay. */
  ENGAGE("engage"),
  /** Leads: sign-ups, contact requests. */
  GENERATE("generate"),
  /**
   * A purpose that this version of midagoal does not know. It can be read from Mida, but not sent.
   */
  UNKNOWN("unknown");

  private final String wireName;

  GoalPurpose(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Returns the name in Mida's REST API ({@code goal_purpose}).
   *
   * @return for example {@code sell}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Returns the purpose with a name of Mida's REST API.
   *
   * @param wireName for example {@code sell}
   * @return the purpose, or empty for an unknown name
   */
  public static Optional<GoalPurpose> fromWireName(String wireName) {
    return Arrays.stream(values())
        .filter(p -> p != UNKNOWN)
        .filter(p -> p.wireName.equals(wireName))
        .findFirst();
  }
}
