package io.midagoal.internal.facts;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import java.util.List;
import java.util.Map;

/**
 * What the page scripts need to know about one goal. Values are passed as script arguments, never
 * pasted into code.
 *
 * @param type the type's wire name
 * @param value the selector, text or pattern
 * @param visits further pages on which a URL pattern must match
 * @param ignores URLs that a URL pattern must not match
 */
public record GoalQuery(String type, String value, List<String> visits, List<String> ignores) {

  /**
   * A query about a goal.
   *
   * @param goal the definition
   * @param visits further pages on which its pattern must match
   * @param ignores URLs that its pattern must not match
   * @return a query
   */
  public static GoalQuery of(Goal goal, List<String> visits, List<String> ignores) {
    return new GoalQuery(goal.type().wireName(), goal.value(), visits, ignores);
  }

  /**
   * A click on any element that a selector matches.
   *
   * @param selector a CSS selector
   * @return a query
   */
  public static GoalQuery click(String selector) {
    return new GoalQuery(GoalType.CLICK_ON_ELEMENT.wireName(), selector, List.of(), List.of());
  }

  /**
   * The page's Mida script.
   *
   * @param isWanted whether to wait for a missing one, as for a goal that is not met yet
   * @return a query
   */
  public static GoalQuery midaScript(boolean isWanted) {
    return new GoalQuery("midaScript", isWanted ? "wanted" : "", List.of(), List.of());
  }

  public Map<String, Object> asArgument() {
    return Map.of("type", type, "value", value, "visits", visits, "ignores", ignores);
  }
}
