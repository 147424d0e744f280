package io.midagoal.internal.facts;

import java.util.List;
import java.util.Optional;

/**
 * What a page says about one goal.
 *
 * @param met whether a visitor can make it count
 * @param elsewhere whether it has to be judged away from the page, as regular expressions are
 * @param syntaxError the browser's words about an invalid selector
 * @param count how many elements match, reachable or not
 * @param reachable how many of them a visitor can reach; counting stops at two
 * @param described the first few as HTML tags
 * @param notes what else is to be said of what was found
 * @param onScroll whether it is met only after a visitor has scrolled to it
 * @param alsoMatches the URLs to ignore that the pattern matches all the same
 * @param scripts the page's Mida scripts, where they were asked for
 * @param otherPages what else the page links to and the URL pattern matches
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
    List<MidaScript> scripts,
    Optional<OtherPages> otherPages) {

  /**
   * Takes absent lists as empty ones: a script leaves out what its type does not have.
   *
   * @param met whether a visitor can make it count
   * @param elsewhere whether it has to be judged away from the page, as regular expressions are
   * @param syntaxError the browser's words about an invalid selector
   * @param count how many elements match, reachable or not
   * @param reachable how many of them a visitor can reach
   * @param described the first few as HTML tags
   * @param notes what else is to be said of what was found
   * @param onScroll whether it is met only after a visitor has scrolled to it
   * @param alsoMatches the URLs to ignore that the pattern matches all the same
   * @param scripts the page's Mida scripts, where they were asked for
   * @param otherPages what else the page links to and the URL pattern matches
   */
  public GoalFacts {
    notes = notes == null ? List.of() : List.copyOf(notes);
    described = described == null ? List.of() : List.copyOf(described);
    alsoMatches = alsoMatches == null ? List.of() : List.copyOf(alsoMatches);
    scripts = scripts == null ? List.of() : List.copyOf(scripts);
  }
}
