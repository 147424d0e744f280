package io.midagoal.internal.facts;

import java.util.List;
import java.util.Optional;

/**
 * What became of a visit.
 *
 * @param moved whether it ended at another URL than the one that was asked for
 * @param redirects how many HTTP redirects the browser tells of; it hides those to other origins
 * @param routed whether the document is the one that was asked for, and its scripts changed the URL
 * @param sentOnBy the page from which a script or a meta refresh led here
 * @param leftSite whether it left the origin where the test serves the site
 * @param asksForPassword whether the page has a field for a password
 * @param links where the page's links lead; gathered where a regular expression is to be judged
 */
public record Arrival(
    boolean moved,
    int redirects,
    boolean routed,
    Optional<String> sentOnBy,
    boolean leftSite,
    boolean asksForPassword,
    List<String> links) {

  /**
   * Takes an absent list as an empty one.
   *
   * @param moved whether it ended at another URL than the one that was asked for
   * @param redirects how many HTTP redirects the browser tells of
   * @param routed whether the document is the one that was asked for
   * @param sentOnBy the page from which a script or a meta refresh led here
   * @param leftSite whether it left the origin where the test serves the site
   * @param asksForPassword whether the page has a field for a password
   * @param links where the page's links lead
   */
  public Arrival {
    links = links == null ? List.of() : List.copyOf(links);
  }
}
