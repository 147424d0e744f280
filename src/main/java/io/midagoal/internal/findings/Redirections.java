package io.midagoal.internal.findings;

import io.midagoal.internal.page.Arrival;
import io.midagoal.internal.page.PageFacts;
import io.midagoal.verdict.Finding;
import java.util.List;

/** What can be said of a visit that ended at another URL than the one that was asked for. */
public final class Redirections {

  private Redirections() {}

  /** The URLs on the way, without the first and the last, as far as the browser tells them. */
  public static List<String> between(String requested, PageFacts facts) {
    return facts
        .arrival()
        .sentOnBy()
        .filter(unused -> facts.arrival().moved())
        .filter(url -> !url.equals(requested) && !url.equals(facts.definedUrl()))
        .map(List::of)
        .orElse(List.of());
  }

  /** Tells where a visit ended, how it got there as far as that is known, and what that means. */
  public static Finding finding(String requested, PageFacts facts) {
    Arrival arrival = facts.arrival();
    String message =
        "The visit to " + requested + " ended at " + facts.definedUrl() + how(arrival) + ".";
    if (arrival.leftSite()) {
      return Findings.warning(
          "redirected",
          message
              + " That is outside of the site under test, so that the goal was judged on a page of"
              + " another site.",
          "Make the site under test send visitors to its own address, or map that origin too"
              + " (midagoal.site).");
    }
    return Findings.info("redirected", message, hint(arrival));
  }

  private static String how(Arrival arrival) {
    if (arrival.redirects() > 0) {
      return ", after "
          + arrival.redirects()
          + (arrival.redirects() == 1 ? " HTTP redirect" : " HTTP redirects");
    }
    if (arrival.routed()) {
      return ": scripts of the page changed its URL, no other page was loaded";
    }
    return arrival
        .sentOnBy()
        .map(url -> ": a script or a meta refresh on " + url + " sent the visitor on")
        .orElse("");
  }

  private static String hint(Arrival arrival) {
    return arrival.asksForPassword() && !arrival.routed()
        ? logIn()
        : "If visitors should convert at the first URL, look why it leads elsewhere.";
  }

  /** What to do when a visit ends at a login page. */
  public static String logIn() {
    return "That page asks for a password: log in before the page is opened (beforePage), and run"
        + " again.";
  }
}
