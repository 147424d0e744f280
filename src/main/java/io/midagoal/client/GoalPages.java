package io.midagoal.client;

import io.midagoal.goal.GoalProfile;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Goes through the pages of a project's goals. The end is a page without anything new: neither a
 * short page nor {@code count} is a sure sign of it, as Mida's documentation does not say what they
 * mean when goals are left out.
 */
final class GoalPages {
  /** The most that Mida gives at once. */
  private static final int LIMIT = 500;

  private static final int MOST_BYTES = 8 * Call.MIB;

  private final String projectUrl;
  private final Function<Call, List<GoalProfile>> fetch;
  private final Set<Long> seen = new HashSet<>();
  private int offset;

  GoalPages(String projectUrl, Function<Call, List<GoalProfile>> fetch) {
    this.projectUrl = projectUrl;
    this.fetch = fetch;
  }

  /** The goals of the next page that were on none before; empty when there are no more. */
  List<GoalProfile> next() {
    List<GoalProfile> page = fetch.apply(call());
    offset += page.size();
    return page.stream().filter(goal -> seen.add(goal.id())).toList();
  }

  private Call call() {
    String url = "%s/goals?limit=%d&offset=%d".formatted(projectUrl, LIMIT, offset);
    return new Call(MidaClient.LIST, "Listing the Mida goals", "GET", URI.create(url))
        .withAnswerUpTo(MOST_BYTES);
  }
}
