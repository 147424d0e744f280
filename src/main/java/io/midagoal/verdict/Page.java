package io.midagoal.verdict;

import io.midagoal.config.MidaScript;
import io.midagoal.internal.text.UrlCredentials;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The page on which a goal was checked. Unknown values are empty.
 *
 * @param requestedUrl the URL to open, as written in the definition
 * @param finalUrl the URL that the browser ended on, with {@code site} mapped back
 * @param redirects the URLs between the two, exclusive
 * @param httpStatus the status of the last response; not all browsers report it
 * @param title the document's title
 * @param midaScript what happened with Mida's script; empty if midagoal did not open the page
 * @param keptFromMida the requests to Mida that were blocked, each once
 */
public record Page(
    Optional<String> requestedUrl,
    Optional<String> finalUrl,
    List<String> redirects,
    OptionalInt httpStatus,
    Optional<String> title,
    Optional<MidaScript> midaScript,
    List<String> keptFromMida) {

  /**
   * Copies the lists.
   *
   * @param requestedUrl the URL to open
   * @param finalUrl the URL that the browser ended on
   * @param redirects the URLs between the two
   * @param httpStatus the status of the last response
   * @param title the document's title
   * @param midaScript what happened with Mida's script
   * @param keptFromMida the requests to Mida that were blocked
   */
  public Page {
    redirects = List.copyOf(redirects);
    keptFromMida = List.copyOf(keptFromMida);
  }

  /** Returns a copy without the credentials in URLs. */
  Page withoutCredentials() {
    return new Page(
        requestedUrl.map(UrlCredentials::hideInUrl),
        finalUrl.map(UrlCredentials::hideInUrl),
        redirects.stream().map(UrlCredentials::hideInUrl).toList(),
        httpStatus,
        title.map(UrlCredentials::hideIn),
        midaScript,
        keptFromMida.stream().map(UrlCredentials::hideInUrl).toList());
  }

  /**
   * Returns no page.
   *
   * @return a page with all values empty
   */
  public static Page none() {
    return notLoaded(Optional.empty());
  }

  /**
   * Returns a page of which nothing is known but its URL.
   *
   * @param requestedUrl the URL to open
   * @return a page with all other values empty
   */
  public static Page notLoaded(Optional<String> requestedUrl) {
    return new Page(
        requestedUrl,
        Optional.empty(),
        List.of(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
