package io.midagoal.internal.facts;

import java.util.List;
import java.util.Map;

/**
 * A question about a URL goal: why it does not match, or, for a regular expression, whether.
 *
 * @param goal the goal
 * @param pages the pages at which visits arrived; none to judge the value alone
 */
public record UrlQuestion(GoalQuery goal, List<Arrived> pages) {

  /** Takes a copy of the list. */
  public UrlQuestion {
    pages = List.copyOf(pages);
  }

  /**
   * A page at which a visit arrived.
   *
   * @param url its URL, on the origin for which the goal is defined
   * @param asked the requested URL, or empty for a page that was already open
   * @param links where the page's links lead
   */
  public record Arrived(String url, String asked, List<String> links) {

    /** Takes a copy of the list. */
    public Arrived {
      links = List.copyOf(links);
    }

    public Map<String, Object> asArgument() {
      return Map.of("url", url, "asked", asked, "links", links);
    }
  }

  public int countOfUrls() {
    return pages.size() + goal.ignores().size();
  }

  public Map<String, Object> asArgument() {
    return Map.of(
        "goal", goal.asArgument(),
        "pages", pages.stream().map(Arrived::asArgument).toList(),
        "ignores", goal.ignores());
  }
}
