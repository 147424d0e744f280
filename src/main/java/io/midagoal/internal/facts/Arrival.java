package io.midagoal.internal.facts;

import java.util.List;
import java.util.Optional;

/**
 * Where a visit arrived, and how.
 *
 * @param moved whether it ended at another URL than the requested one
 * @param redirects how many HTTP redirects the browser reports; it hides those to other origins
 * @param routed whether the requested document loaded and its scripts changed the URL
 * @param sentOnBy the page whose script or meta refresh led here
 * @param leftSite whether it left the origin where the test serves the site
 * @param asksForPassword whether the page has a password field
 * @param links where the page's links lead; collected for regular expressions only
 */
public record Arrival(
    boolean moved,
    int redirects,
    boolean routed,
    Optional<String> sentOnBy,
    boolean leftSite,
    boolean asksForPassword,
    List<String> links) {

  /** Replaces an absent list by an empty one. */
  public Arrival {
    links = links == null ? List.of() : List.copyOf(links);
  }
}
