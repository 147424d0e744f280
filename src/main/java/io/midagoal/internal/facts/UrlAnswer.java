package io.midagoal.internal.facts;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a question about a URL goal.
 *
 * @param syntaxError the browser's error about an invalid expression; nothing else is known then
 * @param slowOn the URL on which the expression does not finish; nothing else is known then
 * @param unmet the index of the question's first page that does not match
 * @param ignored the URLs to ignore that match
 * @param diagnosis why it fails, when it does
 * @param otherPages other pages that the first page links to and the goal counts, of expressions
 *     only
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

  /** Replaces an absent list by an empty one. */
  public UrlAnswer {
    ignored = ignored == null ? List.of() : List.copyOf(ignored);
  }
}
