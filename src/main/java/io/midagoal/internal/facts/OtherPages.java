package io.midagoal.internal.facts;

import java.util.List;

/**
 * Other pages of the site that a page links to and that a URL goal counts as well.
 *
 * @param count how many
 * @param first the first few
 */
public record OtherPages(int count, List<String> first) {

  /** Takes a copy of the list. */
  public OtherPages {
    first = List.copyOf(first);
  }
}
