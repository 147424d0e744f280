package io.midagoal.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Validates where calls go, so that no setting can send the API key elsewhere. */
final class Endpoint {
  private static final Set<String> REGIONS = Set.of("us", "eu");
  private static final Pattern PROJECT_KEY = Pattern.compile("[A-Za-z0-9._~-]+");
  private static final Pattern DOTS = Pattern.compile("\\.+");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

  private Endpoint() {}

  static String ofRegion(String region) {
    if (!REGIONS.contains(region)) {
      throw new IllegalArgumentException(
          "Mida's region must be us or eu, but is \"" + region + "\".");
    }
    return "https://api-" + region + ".mida.so";
  }

  /** The key becomes a path segment: reject what would need escaping or change the path. */
  static String requireProjectKey(String projectKey) {
    if (!PROJECT_KEY.matcher(projectKey).matches() || DOTS.matcher(projectKey).matches()) {
      throw new IllegalArgumentException(
          "The Mida project key must be letters, digits, -, _, . and ~ (and not dots only), but is"
              + " \""
              + projectKey
              + "\".");
    }
    return projectKey;
  }

  /** Returns the URL without trailing slashes. */
  static String requireBaseUrl(String text) {
    URI url = parse(text);
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw bad("must be an absolute http or https URL", text);
    }
    if (url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "The base URL of Mida's API (not shown) must not contain a user or password; only the API"
              + " key is sent.");
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      throw bad("must not have a query or fragment", text);
    }
    if (scheme.equals("http") && !LOOPBACK.matcher(url.getHost()).matches()) {
      throw bad("must be https, because plain http would expose the API key", text);
    }
    return url.toString().replaceAll("/+$", "");
  }

  private static URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw bad("must be an absolute http or https URL", text);
    }
  }

  private static IllegalArgumentException bad(String rule, String text) {
    String shown = text.contains("@") ? "not shown" : '"' + text + '"';
    return new IllegalArgumentException(
        "The base URL of Mida's API " + rule + ", but is " + shown + ".");
  }
}
