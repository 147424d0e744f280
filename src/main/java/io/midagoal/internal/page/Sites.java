package io.midagoal.internal.page;

import io.midagoal.internal.text.UrlCredentials;
import io.midagoal.internal.text.WebAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    return WebAddress.of(text)
        .filter(url -> url.userInfo().isEmpty())
        .filter(url -> url.rest().isEmpty() || url.rest().equals("/"))
        .orElseThrow(() -> notAnOrigin(text))
        .origin();
  }

  private static IllegalArgumentException notAnOrigin(String text) {
    return new IllegalArgumentException(
        "A site is an origin such as https://example.com or http://localhost:8080 (scheme, host,"
            + " port, nothing behind), but got: "
            + UrlCredentials.hideInUrl(text));
  }

  /**
   * Where a page is opened.
   *
   * @param definedUrl the URL as the goal defines it
   * @return the URL on the origin that stands in, or the same URL
   */
  public String served(String definedUrl) {
    Optional<WebAddress> url = WebAddress.of(definedUrl);
    return sites.stream()
        .filter(site -> isOf(site, url))
        .findFirst()
        .flatMap(site -> url.map(defined -> defined.movedTo(site.servedAt)))
        .orElse(definedUrl);
  }

  private static boolean isOf(Site site, Optional<WebAddress> url) {
    return url.filter(defined -> defined.origin().equals(site.origin)).isPresent();
  }

  /**
   * For the scripts in the page. Where several origins are served at one, the one for which the
   * page was asked comes first, so that its URL is mapped back to that.
   */
  Map<String, Object> asArgument(String definedUrl) {
    Optional<WebAddress> url = WebAddress.of(definedUrl);
    List<Map<String, String>> origins =
        sites.stream()
            .sorted(Comparator.comparing(site -> !isOf(site, url)))
            .map(site -> Map.of("origin", site.origin, "servedAt", site.servedAt))
            .toList();
    return Map.of("asked", definedUrl, "origins", origins);
  }
}
