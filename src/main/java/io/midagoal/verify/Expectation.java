package io.midagoal.verify;

import io.midagoal.goal.Goal;
import io.midagoal.page.WebAddress;
import java.util.Arrays;
import java.util.List;

/**
 * A goal and what a test expects of it beyond its definition. Immutable: each method returns a new
 * expectation.
 *
 * @param goal the definition
 * @param visits further absolute URLs to open; the goal must match on each
 * @param ignores absolute URLs that the goal's URL pattern must not match
 * @param unique whether exactly one element may count
 */
public record Expectation(Goal goal, List<String> visits, List<String> ignores, boolean unique) {

  /**
   * Takes copies of the lists.
   *
   * @param goal the definition
   * @param visits further absolute URLs to open
   * @param ignores absolute URLs that the goal's URL pattern must not match
   * @param unique whether exactly one element may count
   * @throws IllegalArgumentException when {@code ignores} holds anything but absolute {@code http}
   *     or {@code https} URLs
   */
  public Expectation {
    visits = List.copyOf(visits);
    ignores = List.copyOf(ignores);
    ignores.forEach(Expectation::requireAbsolute);
  }

  private static void requireAbsolute(String ignored) {
    if (WebAddress.of(ignored).isEmpty()) {
      throw new IllegalArgumentException(
          "ignores takes absolute URLs such as https://example.com/pricing, but got: " + ignored);
    }
  }

  /**
   * Expects of a goal what its definition says, and no more.
   *
   * @param goal the definition
   * @return an expectation without visits or ignores, not unique
   */
  public static Expectation of(Goal goal) {
    return new Expectation(goal, List.of(), List.of(), false);
  }

  /**
   * Replaces the URLs to open in addition to the goal's own page.
   *
   * @param urls absolute URLs, as the definition's; a {@code site} mapping applies to them
   * @return a new expectation
   */
  public Expectation visits(String... urls) {
    return new Expectation(goal, Arrays.asList(urls), ignores, unique);
  }

  /**
   * Replaces the URLs that the goal's URL pattern must not match.
   *
   * @param urls absolute URLs; they are compared, not opened
   * @return a new expectation
   * @throws IllegalArgumentException when one is not an absolute {@code http} or {@code https} URL
   */
  public Expectation ignores(String... urls) {
    return new Expectation(goal, visits, Arrays.asList(urls), unique);
  }

  /**
   * Demands that exactly one element counts: {@code several-matches} becomes an error.
   *
   * @return a new expectation
   */
  public Expectation uniquely() {
    return new Expectation(goal, visits, ignores, true);
  }
}
