package io.midagoal.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which origins stand in for which: goals are defined for {@code https://example.com}, the test
 * serves them on {@code http://localhost:8080}. Immutable.
 */
public final class Sites {

  private record Site(String origin, String servedAt) {}

  private final List<Site> sites;

  private Sites(List<Site> sites) {
    this.sites = List.copyOf(sites);
  }

  /**
   * No mapping at all: every page is opened where its URL says.
   *
   * @return an empty mapping
   */
  public static Sites none() {
    return new Sites(List.of());
  }

  /**
   * Adds one origin. A mapping of the same origin that was added before is replaced.
   *
   * @param origin scheme, host and port for which goals are defined
   * @param servedAt scheme, host and port at which the test serves them
   * @return a new mapping
   * @throws IllegalArgumentException when either is not an origin
   */
  public Sites with(String origin, String servedAt) {
    Site added = new Site(originOf(origin), originOf(servedAt));
    List<Site> all = new ArrayList<>(sites);
    all.removeIf(site -> site.origin.equals(added.origin));
    all.add(added);
    return new Sites(all);
  }

  private static String originOf(String text) {
    String trimmed = text.strip();
    URI uri;
    try {
      uri =
          URI.create(trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed);
    } catch (IllegalArgumentException e) {
      throw notAnOrigin(text);
    }
    String scheme = uri.getScheme();
    if (scheme == null || uri.getHost() == null || !isBare(uri)) {
      throw notAnOrigin(text);
    }
    boolean isDefaultPort =
        (scheme.equalsIgnoreCase("https") && uri.getPort() == 443)
            || (scheme.equalsIgnoreCase("http") && uri.getPort() == 80);
    String port = uri.getPort() < 0 || isDefaultPort ? "" : ":" + uri.getPort();
    return (scheme + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT);
  }

  private static boolean isBare(URI uri) {
    return (uri.getRawPath() == null || uri.getRawPath().isEmpty())
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && uri.getRawUserInfo() == null
        && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
  }

  private static IllegalArgumentException notAnOrigin(String text) {
    return new IllegalArgumentException(
        "A site is an origin such as https://example.com or http://localhost:8080 (scheme, host,"
            + " port, nothing behind), but got: "
            + text);
  }

  /**
   * Where a page is opened.
   *
   * @param definedUrl the URL as the goal defines it
   * @return the URL on the origin that stands in, or the same URL
   */
  public String served(String definedUrl) {
    for (Site site : sites) {
      if (startsWithOrigin(definedUrl, site.origin)) {
        return site.servedAt + definedUrl.substring(site.origin.length());
      }
    }
    return definedUrl;
  }

  private static boolean startsWithOrigin(String url, String origin) {
    return url.regionMatches(true, 0, origin, 0, origin.length())
        && (url.length() == origin.length() || "/?#".indexOf(url.charAt(origin.length())) >= 0);
  }

  /**
   * For the scripts in the page. Where several origins are served at one, the one for which the
   * page was asked comes first, so that its URL is mapped back to that.
   */
  List<Map<String, String>> asArgument(String definedUrl) {
    return sites.stream()
        .sorted(Comparator.comparing(site -> !startsWithOrigin(definedUrl, site.origin)))
        .map(site -> Map.of("origin", site.origin, "servedAt", site.servedAt))
        .toList();
  }
}
