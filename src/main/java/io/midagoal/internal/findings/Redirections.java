package io.midagoal.internal.findings;

import io.midagoal.internal.facts.Arrival;
import io.midagoal.internal.facts.PageFacts;
import io.midagoal.verdict.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be said of a visit that ended at another URL than the one that was asked for. */
public final class Redirections {

  private Redirections() {}

  /** The URLs on the way, without the first and the last, as far as the browser reports them. */
  public static List<String> between(String requested, PageFacts facts) {
    return facts
        .arrival()
        .sentOnBy()
        .filter(unused -> facts.arrival().moved())
        .filter(url -> !url.equals(requested) && !url.equals(facts.definedUrl()))
        .map(List::of)
        .orElse(List.of());
  }

  /** Where a visit ended, how it got there as far as that is known, and what that means. */
  public static Finding finding(String requested, PageFacts facts) {
    Arrival arrival = facts.arrival();
    return entry(arrival)
        .finding(Map.of("requested", requested, "url", facts.definedUrl(), "how", reason(arrival)));
  }

  private static Catalogue entry(Arrival arrival) {
    if (arrival.leftSite()) {
      return Catalogue.REDIRECTED_OFF_SITE;
    }
    return arrival.asksForPassword() && !arrival.routed()
        ? Catalogue.REDIRECTED_TO_LOGIN
        : Catalogue.REDIRECTED;
  }

  private static Optional<Map<String, Object>> reason(Arrival arrival) {
    if (arrival.redirects() > 0) {
      Optional<Integer> times = Optional.of(arrival.redirects()).filter(count -> count > 1);
      return Optional.of(Map.of("because", "http-redirects", "times", times));
    }
    return arrival.routed()
        ? Optional.of(Map.of("because", "routed"))
        : arrival.sentOnBy().map(url -> Map.of("because", "sent-on", "page", url));
  }
}
