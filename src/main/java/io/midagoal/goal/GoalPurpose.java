package io.midagoal.goal;

import java.util.Arrays;
import java.util.Optional;

/** What a goal is for. Mida takes {@link #SELL} when a definition does not say. */
public enum GoalPurpose {
  /** Selling: purchases and the steps towards them. */
  SELL("sell"),
  /** Engagement: visitors who read, play, stay. */
  ENGAGE("engage"),
  /** Leads: sign-ups, contact requests. */
  GENERATE("generate"),
  /**
   * A purpose that this version of midagoal does not know. It is read from Mida without an error,
   * and cannot be sent.
   */
  UNKNOWN("unknown");

  private final String wireName;

  GoalPurpose(String wireName) {
    this.wireName = wireName;
  }

  /**
   * The name that Mida's REST API uses, as in {@code goal_purpose}.
   *
   * @return for example {@code sell}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Finds a purpose by the name that Mida's REST API uses.
   *
   * @param wireName for example {@code sell}
   * @return the purpose, or empty for a name that this version does not know
   */
  public static Optional<GoalPurpose> fromWireName(String wireName) {
    return Arrays.stream(values())
        .filter(p -> p != UNKNOWN)
        .filter(p -> p.wireName.equals(wireName))
        .findFirst();
  }
}
