package io.midagoal.internal.judging;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.findings.Catalogue;
import io.midagoal.internal.text.WebAddress;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which pages a goal is judged on, or why on none. */
public record PagesToOpen(List<String> urls, Optional<Finding> obstacle) {

  public static PagesToOpen of(Expectation expectation) {
    Goal goal = expectation.goal();
    Optional<Finding> unjudgeable = unjudgeable(goal);
    if (unjudgeable.isPresent()) {
      return new PagesToOpen(List.of(), unjudgeable);
    }
    List<String> urls = expectation.pages();
    Optional<String> relative = urls.stream().filter(url -> !isAbsolute(url)).findFirst();
    if (relative.isPresent()) {
      return obstructed(Catalogue.NO_PAGE_RELATIVE.finding(Map.of("url", relative.get())));
    }
    return urls.isEmpty()
        ? obstructed(Catalogue.NO_PAGE.finding(Map.of()))
        : new PagesToOpen(urls, Optional.empty());
  }

  private static PagesToOpen obstructed(Finding finding) {
    return new PagesToOpen(List.of(), Optional.of(finding));
  }

  /** What no page can decide, whatever it looks like. */
  public static Optional<Finding> unjudgeable(Goal goal) {
    Map<String, String> data = Map.of("type", goal.type().wireName());
    return switch (goal.type().convertedBy()) {
      case CLICK, SUBMIT, URL -> Optional.empty();
      case TRACKING -> Optional.of(Catalogue.NEEDS_JOURNEY.finding(data));
      case OTHER ->
          Optional.of(
              goal.type() == GoalType.UNKNOWN
                  ? Catalogue.UNKNOWN_TYPE.finding(data)
                  : Catalogue.NEEDS_JOURNEY_BY_HAND.finding(data));
    };
  }

  private static boolean isAbsolute(String url) {
    return WebAddress.of(url).isPresent();
  }
}
