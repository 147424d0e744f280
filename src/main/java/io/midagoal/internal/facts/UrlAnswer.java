package io.midagoal.internal.facts;

import java.util.List;
import java.util.Optional;

/**
 * What is found out about a URL goal.
 *
 * @param syntaxError the browser's words about an invalid expression; nothing else is known then
 * @param slowOn the URL on which the expression does not finish; nothing else is known then
 * @param unmet the place among the question's pages of the first that does not match
 * @param ignored the URLs to ignore that match all the same
 * @param diagnosis why it fails, when it does
 * @param otherPages what else the first page links to and the goal counts, of expressions only
 * @param slowNear a URL like the page's on which the expression does not finish
 */
public record UrlAnswer(
    Optional<String> syntaxError,
    Optional<String> slowOn,
    Optional<Integer> unmet,
    List<String> ignored,
    Optional<UrlDiagnosis> diagnosis,
    Optional<OtherPages> otherPages,
    Optional<String> slowNear) {

  /**
   * Takes an absent list as an empty one.
   *
   * @param syntaxError the browser's words about an invalid expression
   * @param slowOn the URL on which the expression does not finish
   * @param unmet the place among the question's pages of the first that does not match
   * @param ignored the URLs to ignore that match all the same
   * @param diagnosis why it fails, when it does
   * @param otherPages what else the first page links to and the goal counts
   * @param slowNear a URL like the page's on which the expression does not finish
   */
  public UrlAnswer {
    ignored = ignored == null ? List.of() : List.copyOf(ignored);
  }
}
