package io.midagoal.verdict;

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
 */
public record Page(
    Optional<String> requestedUrl,
    Optional<String> finalUrl,
    List<String> redirects,
    OptionalInt httpStatus,
    Optional<String> title) {

  /**
   * Copies the list.
   *
   * @param requestedUrl the URL to open
   * @param finalUrl the URL that the browser ended on
   * @param redirects the URLs between the two
   * @param httpStatus the status of the last response
   * @param title the document's title
   */
  public Page {
    redirects = List.copyOf(redirects);
  }

  /** Returns a copy without the credentials in URLs. */
  Page withoutCredentials() {
    return new Page(
        requestedUrl.map(UrlCredentials::hideInUrl),
        finalUrl.map(UrlCredentials::hideInUrl),
        redirects.stream().map(UrlCredentials::hideInUrl).toList(),
        httpStatus,
        title.map(UrlCredentials::hideIn));
  }

  /**
   * Returns no page.
   *
   * @return a page with all values empty
   */
  public static Page none() {
    return new Page(
        Optional.empty(), Optional.empty(), List.of(), OptionalInt.empty(), Optional.empty());
  }
}
