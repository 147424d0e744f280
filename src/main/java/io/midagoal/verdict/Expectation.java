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
 * A goal and what a test expects of it beyond its definition. Nothing of it is sent to Mida.
 * Immutable: each method returns a new expectation.
 *
 * <pre>{@code
 * Expectation.of(goal).revealedBy("#menu-button").unique()
 * }</pre>
 *
 * @param goal the definition
 * @param visits further absolute URLs to open; the goal must match on each
 * @param ignores absolute URLs that the goal's URL pattern must not match
 * @param isUnique whether exactly one element may count
 * @param revealedBy the selector of the control that a visitor clicks first
 * @param isProbed whether a matched goal is tried with a real click or submit
 * @param requiresSnippet whether what is wrong with the page's Mida script is an error
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
   * Takes copies of the lists.
   *
   * @param goal the definition
   * @param visits further absolute URLs to open
   * @param ignores absolute URLs that the goal's URL pattern must not match
   * @param isUnique whether exactly one element may count
   * @param revealedBy the selector of the control that a visitor clicks first
   * @param isProbed whether a matched goal is tried with a real click or submit
   * @param requiresSnippet whether what is wrong with the page's Mida script is an error
   * @throws IllegalArgumentException when {@code ignores} holds anything but absolute {@code http}
   *     or {@code https} URLs, or {@code revealedBy} is blank
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
   * Names all parts, but for user and password in URLs.
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
   * Expects of a goal what its definition says, and no more.
   *
   * @param goal the definition
   * @return an expectation to which the other methods add
   */
  public static Expectation of(Goal goal) {
    return new Expectation(goal, List.of(), List.of(), false, Optional.empty(), false, false);
  }

  /**
   * The pages to open: the goal's own and {@link #visits()}. A URL goal whose value is a plain
   * absolute URL says itself where its page is.
   *
   * @return URLs as they are written, each once; empty when the definition names none
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
   * Replaces the URLs to open in addition to the goal's own page.
   *
   * @param urls absolute URLs, as the definition's; a {@code site} mapping applies to them
   * @return a new expectation
   */
  public Expectation visits(String... urls) {
    return new Expectation(
        goal, Arrays.asList(urls), ignores, isUnique, revealedBy, isProbed, requiresSnippet);
  }

  /**
   * Replaces the URLs that the goal's URL pattern must not match.
   *
   * @param urls absolute URLs; they are compared, not opened
   * @return a new expectation
   * @throws IllegalArgumentException when one is not an absolute {@code http} or {@code https} URL
   */
  public Expectation ignores(String... urls) {
    return new Expectation(
        goal, visits, Arrays.asList(urls), isUnique, revealedBy, isProbed, requiresSnippet);
  }

  /**
   * Demands that exactly one element counts: {@code several-matches} becomes an error.
   *
   * @return a new expectation
   */
  public Expectation unique() {
    return new Expectation(goal, visits, ignores, true, revealedBy, isProbed, requiresSnippet);
  }

  /**
   * Names the control that a visitor clicks before the goal can be reached: the button of a menu,
   * of a dialog, of an accordion, a tab. On each of the goal's pages it is clicked with the
   * browser's own input, once the page is there; the goal is judged when what it opens has come to
   * rest. The page's scripts see that click, as they see a visitor's.
   *
   * <p>The pointer stays on the control, so a menu that opens as soon as the pointer comes opens as
   * well, unless the click closes it again. For that, and for several steps, act in the test:
   * {@code goal.after(browser -> ...)}.
   *
   * @param selector a CSS selector; of several matches the first that a visitor can click is taken.
   *     When there is none, the goal has the finding {@code revealer-unusable}
   * @return a new expectation
   * @throws IllegalArgumentException when the selector is blank
   */
  public Expectation revealedBy(String selector) {
    return new Expectation(
        goal, visits, ignores, isUnique, Optional.of(selector), isProbed, requiresSnippet);
  }

  /**
   * Demands that a goal that matches is also tried: with a real click, or for a form a real submit,
   * that is caught before the page's own scripts see it. Nothing is sent, nothing navigates, no
   * field is filled in. It costs three commands to the browser for each goal, and a driver that
   * speaks CDP; on others the goal is {@code UNDECIDED}. Of no effect for goals that neither a
   * click nor a submit converts.
   *
   * <p>What the page's own handlers would have done stays unknown, for example that a click handler
   * prevents the submit: that is seen only by letting them run, with {@code goal.during(browser ->
   * ...)}.
   *
   * @return a new expectation
   */
  public Expectation probe() {
    return new Expectation(goal, visits, ignores, isUnique, revealedBy, true, requiresSnippet);
  }

  /**
   * Demands that the goal's pages carry Mida's script, once, for the right project, and not blocked
   * by the page's own security policy: what is a warning otherwise becomes an error.
   *
   * @return a new expectation
   */
  public Expectation requireSnippet() {
    return new Expectation(goal, visits, ignores, isUnique, revealedBy, isProbed, true);
  }
}
