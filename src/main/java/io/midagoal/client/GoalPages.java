package io.midagoal.client;

import io.midagoal.goal.GoalProfile;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Fetches a project's goals page by page, until a page has no new ones. A short page and {@code
 * count} are no reliable end marks: Mida does not document them for projects with deleted goals.
 */
final class GoalPages {
  /** Mida's maximum page size. */
  private static final int LIMIT = 500;

  private static final int MAX_BYTES = 8 * Call.MIB;

  private final String projectUrl;
  private final Function<Call, List<GoalProfile>> fetch;
  private final Set<Long> seen = new HashSet<>();
  private int offset;

  GoalPages(String projectUrl, Function<Call, List<GoalProfile>> fetch) {
    this.projectUrl = projectUrl;
    this.fetch = fetch;
  }

  /** Returns the new goals of the next page; empty at the end. */
  List<GoalProfile> next() {
    List<GoalProfile> page = fetch.apply(call());
    offset += page.size();
    return page.stream().filter(goal -> seen.add(goal.id())).toList();
  }

  private Call call() {
    String url = "%s/goals?limit=%d&offset=%d".formatted(projectUrl, LIMIT, offset);
    return new Call(MidaClient.LIST, "Listing the Mida goals", "GET", URI.create(url))
        .withAnswerUpTo(MAX_BYTES);
  }
}
