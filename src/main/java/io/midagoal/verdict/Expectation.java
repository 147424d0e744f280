package io.midagoal.verdict;

import io.midagoal.goal.ConvertedBy;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.text.UrlCredentials;
import io.midagoal.internal.text.WebAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A goal, and what a test expects beyond the goal's definition. The expectations are not sent to
 * Mida. Immutable: each method returns a new expectation.
 *
 * <pre>{@code
 * Expectation.of(goal).revealedBy("#menu-button").unique()
 * }</pre>
 *
 * @param goal the definition
 * @param visits further absolute URLs to open; the goal must match on each
 * @param ignores absolute URLs that the goal's URL pattern must not match
 * @param isUnique whether exactly one element must match
 * @param revealedBy the selector of the control that reveals the goal when clicked
 * @param isProbed whether to try a matching goal with a real click or submit
 * @param requiresSnippet whether problems with the page's Mida script are errors
 */
public record Expectation(
    Goal goal,
    List<String> visits,
    List<String> ignores,
    boolean isUnique,
    Optional<String> revealedBy,
    boolean isProbed,
    boolean requiresSnippet) {

  /**
   * Copies the lists.
   *
   * @param goal the definition
   * @param visits further absolute URLs to open
   * @param ignores absolute URLs that the goal's URL pattern must not match
   * @param isUnique whether exactly one element must match
   * @param revealedBy the selector of the control that reveals the goal
   * @param isProbed whether to try a matching goal
   * @param requiresSnippet whether problems with the Mida script are errors
   * @throws IllegalArgumentException if a URL in {@code ignores} is not absolute {@code http} or
   *     {@code https}, or {@code revealedBy} is blank
   */
  public Expectation {
    visits = List.copyOf(visits);
    ignores = List.copyOf(ignores);
    ignores.forEach(Expectation::requireAbsolute);
    revealedBy.ifPresent(Expectation::requireSelector);
  }

  private static void requireAbsolute(String ignored) {
    if (WebAddress.of(ignored).isEmpty()) {
      throw new IllegalArgumentException(
          "ignores takes absolute URLs such as https://example.com/pricing, but got: "
              + UrlCredentials.hideInUrl(ignored));
    }
  }

  private static void requireSelector(String revealedBy) {
    if (revealedBy.isBlank()) {
      throw new IllegalArgumentException(
          "revealedBy is blank. Name the control that visitors click first, like"
              + " \"#menu-button\".");
    }
  }

  /**
   * Lists all parts, without the credentials in URLs.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return UrlCredentials.hideIn(
        "Expectation[goal=%s, visits=%s, ignores=%s, isUnique=%s, revealedBy=%s, isProbed=%s, requiresSnippet=%s]"
            .formatted(
                goal, visits, ignores, isUnique, revealedBy.orElse(""), isProbed, requiresSnippet));
  }

  /**
   * Starts with a goal and no further expectations.
   *
   * @param goal the definition
   * @return an expectation for the other methods to extend
   */
  public static Expectation of(Goal goal) {
    return new Expectation(goal, List.of(), List.of(), false, Optional.empty(), false, false);
  }

  /**
   * Returns the pages to open: {@code elementUrl} and {@link #visits()}. For a URL goal without
   * {@code elementUrl}, a value that is a plain absolute URL is its page.
   *
   * @return the URLs as written, without duplicates; may be empty
   */
  public List<String> pages() {
    Optional<String> own = goal.elementUrl().or(this::valueAsPage);
    return Stream.concat(own.stream(), visits.stream()).distinct().toList();
  }

  private Optional<String> valueAsPage() {
    boolean mayBeUrl =
        goal.type().convertedBy() == ConvertedBy.URL && goal.type() != GoalType.PAGEVIEW_REGEX;
    return Optional.of(goal.value())
        .filter(value -> mayBeUrl && !value.contains("*") && WebAddress.of(value).isPresent());
  }

  /**
   * Sets further pages to open; the goal must match on each.
   *
   * @param urls absolute URLs; {@code site} mappings apply to them
   * @return a new expectation
   */
  public Expectation visits(String... urls) {
    return new Expectation(
        goal, Arrays.asList(urls), ignores, isUnique, revealedBy, isProbed, requiresSnippet);
  }

  /**
   * Sets URLs that the goal's URL pattern must not match.
   *
   * @param urls absolute URLs; they are compared, not opened
   * @return a new expectation
   * @throws IllegalArgumentException if one is not an absolute {@code http} or {@code https} URL
   */
  public Expectation ignores(String... urls) {
    return new Expectation(
        goal, visits, Arrays.asList(urls), isUnique, revealedBy, isProbed, requiresSnippet);
  }

  /**
   * Requires exactly one matching element: {@code several-matches} becomes an error.
   *
   * @return a new expectation
   */
  public Expectation unique() {
    return new Expectation(goal, visits, ignores, true, revealedBy, isProbed, requiresSnippet);
  }

  /**
   * Sets the control that a visitor clicks to reveal the goal: a menu button, a tab, an accordion
   * header. On each of the goal's pages, midagoal clicks it with real input, so the page's scripts
   * run, and checks the goal once the page has settled.
   *
   * <p>The pointer stays on the control, so menus that open on hover work too, unless the click
   * closes them. For those, and for several steps, use {@code goal.after(browser -> ...)}.
   *
   * @param selector a CSS selector; the first clickable match is used. Without one, the verdict has
   *     the finding {@code revealer-unusable}
   * @return a new expectation
   * @throws IllegalArgumentException if the selector is blank
   */
  public Expectation revealedBy(String selector) {
    return new Expectation(
        goal, visits, ignores, isUnique, Optional.of(selector), isProbed, requiresSnippet);
  }

  /**
   * Tries a matching goal with a real click, or a real submit for a form, which is intercepted
   * before the page's scripts see it: nothing is sent, navigated or filled in. Takes three browser
   * commands per goal and needs a driver with CDP; with other drivers the goal is {@code
   * UNDECIDED}. No effect for goals that neither a click nor a submit converts.
   *
   * <p>This does not test the page's own handlers, for example a click handler that prevents the
   * submit. To run them, use {@code goal.during(browser -> ...)}.
   *
   * @return a new expectation
   */
  public Expectation probe() {
    return new Expectation(goal, visits, ignores, isUnique, revealedBy, true, requiresSnippet);
  }

  /**
   * Requires the goal's pages to load Mida's script exactly once, for the right project, and not
   * blocked by the Content Security Policy: warnings about it become errors.
   *
   * @return a new expectation
   */
  public Expectation requireSnippet() {
    return new Expectation(goal, visits, ignores, isUnique, revealedBy, isProbed, true);
  }
}
