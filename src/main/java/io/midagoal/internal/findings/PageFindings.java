package io.midagoal.internal.findings;

import io.midagoal.internal.page.LoadFailure;
import io.midagoal.internal.page.PageFacts;
import io.midagoal.verdict.Finding;
import java.util.Optional;
import java.util.Set;

/**
 * What can be wrong with a page, whatever goals it has; for verification and journeys alike.
 * Thread-safe: it has no state.
 */
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
    String message =
        failure.timedOut()
            ? "The page " + url + " did not finish loading in time."
            : "The page " + url + " did not load: " + failure.reason() + ".";
    return Findings.undecided(
        "page-unreachable",
        message,
        whatToDo(failure.reason()) + " Nothing is said about the goal itself.");
  }

  private static String whatToDo(String reason) {
    if (reason.contains("ERR_CERT_")) {
      return "Set midagoal.accept-insecure-certs to true if a test certificate is to be accepted"
          + " (acceptInsecureCerts for a driver of your own), or renew the certificate.";
    }
    if (reason.contains("ERR_TOO_MANY_REDIRECTS")) {
      return "Look where the page redirects to; often a cookie is missing, which the extension's"
          + " beforePage can set.";
    }
    if (reason.contains("ERR_NAME_NOT_RESOLVED")) {
      return "Check the name. If the site is served elsewhere in this test, map its origin to that"
          + " address: midagoal.site, or site(..) of the extension or GoalVerifier.";
    }
    return "Check that the site is up and can be reached from this machine, then run again.";
  }

  /**
   * The page, or the browser, did not let the scripts run that judge it.
   *
   * @param url the URL that was asked for
   * @param reason the browser's words
   * @return {@code page-interferes}
   */
  public static Finding interferes(String url, String reason) {
    return Findings.undecided(
        "page-interferes",
        "midagoal could not check the page " + url + ": " + reason + ".",
        "Look whether the page opens dialogs, leaves by itself or blocks its scripts, and run"
            + " again.");
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
    if (status < 400) {
      return facts
          .browserError()
          .map(said -> unreachable(url, new LoadFailure(false, said)))
          .or(() -> facts.contentType().map(type -> notHtml(url, type)));
    }
    if (DENIED.contains(status)) {
      return Optional.of(
          Findings.undecided(
              "page-denied",
              "The page "
                  + url
                  + " answers with status "
                  + status
                  + ": this visitor may not see"
                  + " it.",
              "Log in before the page is opened (the extension's beforePage), or give the test"
                  + " machine access."));
    }
    if (status >= 500) {
      return Optional.of(
          unreachable(url, new LoadFailure(false, "the server answers with status " + status)));
    }
    return Optional.of(
        Findings.error(
            "page-status",
            "The page " + url + " answers with status " + status + ": no visitor converts there.",
            "Correct the URL, or bring the page back."));
  }

  /**
   * The page was still at work when the time for it was over: what it lacks may yet come.
   *
   * @param lacking what would be said if the page had settled
   * @return {@code page-unsettled}
   */
  public static Finding unsettled(Finding lacking) {
    return Findings.undecided(
        "page-unsettled",
        "The page was still at work when its time was over. " + lacking.message(),
        "Raise midagoal.timeout (GoalVerifier.timeout) if the page only needs longer, or find out"
            + " what keeps it busy: scripts that run without a pause, or a load that does not end.");
  }

  private static Finding notHtml(String url, String type) {
    return Findings.error(
        "page-not-html",
        "The page "
            + url
            + " is no HTML page but "
            + type
            + ": Mida's script cannot stand in it, so that nothing there counts.",
        "Count the click on the link that leads to it instead, on the page where that link is.");
  }

  /**
   * There is nothing to open.
   *
   * @param reason why not, to stand after a colon
   * @return {@code no-page}
   */
  public static Finding noPage(String reason) {
    return Findings.undecided(
        "no-page",
        "There is no page on which the goal could be judged: " + reason + ".",
        "Set elementUrl (or visits) to the absolute URL of a page where visitors convert.");
  }
}
