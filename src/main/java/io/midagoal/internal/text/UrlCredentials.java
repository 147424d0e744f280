package io.midagoal.internal.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * User and password in URLs ({@code https://ada:secret@example.com/}): browsers use them, and no
 * message, log or report shows them.
 */
public final class UrlCredentials {
  private static final Pattern BEFORE_HOST =
      Pattern.compile("(?<scheme>\\b[a-z][a-z0-9+.-]*://)[^/?#\\s]*@", Pattern.CASE_INSENSITIVE);

  /** In what should be a URL and is none, nothing before the last at sign is shown. */
  private static final Pattern IN_A_WRONG_URL = Pattern.compile("//.*@", Pattern.DOTALL);

  private UrlCredentials() {}

  /**
   * Takes user and password out of all URLs in a text.
   *
   * @param text any text
   * @return the same with {@code [not shown]} in their place
   */
  public static String hideIn(String text) {
    return BEFORE_HOST.matcher(text).replaceAll("${scheme}[not shown]@");
  }

  /**
   * Takes user and password out of what should be a URL, and may be misspelt.
   *
   * @param url one URL
   * @return the same with {@code [not shown]} in their place
   */
  public static String hideInUrl(String url) {
    return hasHost(url) ? hideIn(url) : IN_A_WRONG_URL.matcher(url).replaceAll("//[not shown]@");
  }

  /** Else an at sign in a path, as in {@code https://example.com/@ada}, would hide the host. */
  private static boolean hasHost(String url) {
    try {
      return new URI(url).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * Whether a text holds a URL with a user or a password.
   *
   * @param text any text
   * @return true when something would be hidden
   */
  public static boolean areIn(String text) {
    return BEFORE_HOST.matcher(text).find();
  }
}
