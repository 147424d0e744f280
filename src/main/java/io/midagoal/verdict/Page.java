package io.midagoal.verdict;

import io.midagoal.internal.text.UrlCredentials;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The page on which a goal was judged. What is not known is empty.
 *
 * @param requestedUrl the URL that was asked for, as the definition writes it
 * @param finalUrl the URL that the browser showed in the end, with the site mapped back
 * @param redirects the URLs on the way from the one to the other, without either
 * @param httpStatus the status of the last answer; not every browser tells it
 * @param title the document's title
 */
public record Page(
    Optional<String> requestedUrl,
    Optional<String> finalUrl,
    List<String> redirects,
    OptionalInt httpStatus,
    Optional<String> title) {

  /**
   * Takes a copy of the list.
   *
   * @param requestedUrl the URL that was asked for, as the definition writes it
   * @param finalUrl the URL that the browser showed in the end, with the site mapped back
   * @param redirects the URLs on the way from the one to the other, without either
   * @param httpStatus the status of the last answer
   * @param title the document's title
   */
  public Page {
    redirects = List.copyOf(redirects);
  }

  /** The same without user and password in URLs. */
  Page withoutCredentials() {
    return new Page(
        requestedUrl.map(UrlCredentials::hideInUrl),
        finalUrl.map(UrlCredentials::hideInUrl),
        redirects.stream().map(UrlCredentials::hideInUrl).toList(),
        httpStatus,
        title.map(UrlCredentials::hideIn));
  }

  /**
   * No page at all.
   *
   * @return a page of which nothing is known
   */
  public static Page none() {
    return new Page(
        Optional.empty(), Optional.empty(), List.of(), OptionalInt.empty(), Optional.empty());
  }
}
