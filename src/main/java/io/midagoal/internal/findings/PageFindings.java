package io.midagoal.internal.findings;

import io.midagoal.internal.driver.LoadFailure;
import io.midagoal.internal.facts.PageFacts;
import io.midagoal.verdict.Finding;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be wrong with a page, whatever goals it has; for verification and journeys alike. */
public final class PageFindings {

  private static final Set<Integer> DENIED = Set.of(401, 403, 407, 429);

  private PageFindings() {}

  /**
   * The page did not load.
   *
   * @param url the URL that was asked for
   * @param failure what went wrong
   * @return {@code page-unreachable}
   */
  public static Finding unreachable(String url, LoadFailure failure) {
    return unreachable(failure).finding(Map.of("url", url, "reason", failure.reason()));
  }

  private static Catalogue unreachable(LoadFailure failure) {
    if (failure.timedOut()) {
      return Catalogue.PAGE_UNREACHABLE_TIMEOUT;
    }
    if (failure.reason().contains("ERR_CERT_")) {
      return Catalogue.PAGE_UNREACHABLE_CERTIFICATE;
    }
    if (failure.reason().contains("ERR_TOO_MANY_REDIRECTS")) {
      return Catalogue.PAGE_UNREACHABLE_REDIRECTS;
    }
    return failure.reason().contains("ERR_NAME_NOT_RESOLVED")
        ? Catalogue.PAGE_UNREACHABLE_NAME
        : Catalogue.PAGE_UNREACHABLE;
  }

  /**
   * The page or the browser stopped midagoal's scripts.
   *
   * @param url the URL that was asked for; empty for the page that the browser shows
   * @param reason the browser's words
   * @return {@code page-interferes}
   */
  public static Finding interferes(Optional<String> url, String reason) {
    return Catalogue.PAGE_INTERFERES.finding(Map.of("url", url, "reason", reason));
  }

  /**
   * What the answer's status says, if it is no page to convert on.
   *
   * @param url the URL that was asked for
   * @param facts what is known of the page
   * @return {@code page-status}, {@code page-denied}, {@code page-unreachable}, {@code
   *     page-not-html}, or empty
   */
  public static Optional<Finding> ofStatus(String url, PageFacts facts) {
    int status = facts.status().orElse(200);
    if (status >= 400) {
      return Optional.of(ofError(status).finding(Map.of("url", url, "status", status)));
    }
    if (facts.isPrevious()) {
      return Optional.of(Catalogue.PAGE_UNREACHABLE_PREVIOUS.finding(Map.of("url", url)));
    }
    return facts
        .browserError()
        .map(said -> unreachable(url, new LoadFailure(false, said)))
        .or(
            () ->
                facts
                    .contentType()
                    .map(
                        type -> Catalogue.PAGE_NOT_HTML.finding(Map.of("url", url, "type", type))));
  }

  private static Catalogue ofError(int status) {
    if (DENIED.contains(status)) {
      return Catalogue.PAGE_DENIED;
    }
    return status >= 500 ? Catalogue.PAGE_UNREACHABLE_STATUS : Catalogue.PAGE_STATUS;
  }
}
