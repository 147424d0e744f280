package io.midagoal.client;

import io.midagoal.goal.GoalProfile;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes through the pages of a project's goals. The end is a page without anything new: neither a
 * short page nor {@code count} is a sure sign of it, as Mida's documentation does not say what they
 * mean when goals are left out.
 *
 * @param <X> what fetching a page may throw
 */
final class Pages<X extends Exception> {
  /** The most that Mida gives at once. */
  private static final int LIMIT = 500;

  private static final int MOST_BYTES = 8 * Call.MIB;

  private final String projectUrl;
  private final Fetch<X> fetch;
  private final Set<Long> seen = new HashSet<>();
  private int offset;

  /** Fetches one page. */
  interface Fetch<X extends Exception> {
    List<GoalProfile> page(Call call) throws X;
  }

  Pages(String projectUrl, Fetch<X> fetch) {
    this.projectUrl = projectUrl;
    this.fetch = fetch;
  }

  /** The goals of the next page that were on none before; empty when there are no more. */
  List<GoalProfile> next() throws X {
    List<GoalProfile> page = fetch.page(call());
    offset += page.size();
    return page.stream().filter(goal -> seen.add(goal.id())).toList();
  }

  private Call call() {
    String url = "%s/goals?limit=%d&offset=%d".formatted(projectUrl, LIMIT, offset);
    return new Call(MidaClient.LIST, "Listing the Mida goals", "GET", URI.create(url))
        .withAnswerUpTo(MOST_BYTES);
  }
}
