package io.midagoal.internal.facts;

import java.util.List;
import java.util.Optional;

/**
 * What a page answers about one goal.
 *
 * @param met whether a visitor can trigger it
 * @param elsewhere whether it must be judged away from the page, as regular expressions are
 * @param syntaxError the browser's error about an invalid selector
 * @param count how many elements match, reachable or not
 * @param reachable how many of them a visitor can reach; counting stops at two
 * @param described the first few as HTML tags
 * @param notes further findings on what matches
 * @param onScroll whether it is met only after scrolling to it
 * @param alsoMatches the URLs to ignore that the pattern matches
 * @param scripts the page's Mida scripts, if asked for
 * @param otherPages other linked pages that the URL pattern matches
 */
public record GoalFacts(
    boolean met,
    boolean elsewhere,
    Optional<String> syntaxError,
    int count,
    int reachable,
    List<String> described,
    List<Diagnosis> notes,
    boolean onScroll,
    List<String> alsoMatches,
    List<Snippet> scripts,
    Optional<OtherPages> otherPages) {

  /** Replaces absent lists by empty ones: a script omits what its goal type lacks. */
  public GoalFacts {
    notes = notes == null ? List.of() : List.copyOf(notes);
    described = described == null ? List.of() : List.copyOf(described);
    alsoMatches = alsoMatches == null ? List.of() : List.copyOf(alsoMatches);
    scripts = scripts == null ? List.of() : List.copyOf(scripts);
  }
}
