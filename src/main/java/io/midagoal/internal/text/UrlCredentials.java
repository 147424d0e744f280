package io.midagoal.internal.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Hides user and password in URLs ({@code https://ada:secret@example.com/}) from messages, logs and
 * reports.
 */
public final class UrlCredentials {
  private static final Pattern BEFORE_HOST =
      Pattern.compile("(?<scheme>\\b[a-z][a-z0-9+.-]*://)[^/?#\\s]*@", Pattern.CASE_INSENSITIVE);

  /** In an invalid URL, hides everything before the last at sign. */
  private static final Pattern IN_A_WRONG_URL = Pattern.compile("//.*@", Pattern.DOTALL);

  private UrlCredentials() {}

  /** Replaces user and password in all URLs of a text by {@code [not shown]}. */
  public static String hideIn(String text) {
    return BEFORE_HOST.matcher(text).replaceAll("${scheme}[not shown]@");
  }

  /** Replaces user and password in a URL, even an invalid one, by {@code [not shown]}. */
  public static String hideInUrl(String url) {
    return hasHost(url) ? hideIn(url) : IN_A_WRONG_URL.matcher(url).replaceAll("//[not shown]@");
  }

  /** Prevents that an at sign in a path, as in {@code https://example.com/@ada}, hides the host. */
  private static boolean hasHost(String url) {
    try {
      return new URI(url).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether a text contains a URL with a user or password. */
  public static boolean areIn(String text) {
    return BEFORE_HOST.matcher(text).find();
  }
}
