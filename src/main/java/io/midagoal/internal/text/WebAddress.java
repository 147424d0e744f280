package io.midagoal.internal.text;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute {@code http} or {@code https} URL, parsed like a browser does. Deliberately more
 * lenient than {@code java.net.URI}, which rejects characters that browsers accept, such as {@code
 * [} in a path or {@code |} in a query. Immutable.
 *
 * @param origin scheme, host and port, normalized like a browser does: lower case, punycode, no
 *     default port
 * @param userInfo the text before the {@code @}, or empty
 * @param rest path, query and fragment as written
 */
public record WebAddress(String origin, String userInfo, String rest) {

  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "(?<scheme>https?)://(?:(?<user>[^/?#\\\\]*)@)?"
              + "(?<host>\\[[0-9a-f:.]+]|[^/?#:@\\\\\\[\\]\\s]+)(?::(?<port>\\d{0,5}))?"
              + "(?<rest>(?:[/?#\\\\].*)?)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern LOOPBACK_HOST =
      Pattern.compile("localhost|.+\\.localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

  private static final int HIGHEST_PORT = 65_535;

  /** Parses a URL; empty if the text is not an absolute {@code http} or {@code https} URL. */
  public static Optional<WebAddress> of(String text) {
    Matcher matcher = ABSOLUTE.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = matcher.group("scheme").toLowerCase(Locale.ROOT);
    String port = matcher.group("port");
    if (port != null && !port.isEmpty() && Integer.parseInt(port) > HIGHEST_PORT) {
      return Optional.empty();
    }
    String user = matcher.group("user");
    return Optional.of(
        new WebAddress(
            scheme + "://" + hostAsBrowsersWriteIt(matcher.group("host")) + portOf(scheme, port),
            user == null ? "" : user,
            matcher.group("rest")));
  }

  private static String hostAsBrowsersWriteIt(String host) {
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return host.toLowerCase(Locale.ROOT);
    }
  }

  private static String portOf(String scheme, String port) {
    if (port == null || port.isEmpty()) {
      return "";
    }
    int number = Integer.parseInt(port);
    return number == (scheme.equals("http") ? 80 : 443) ? "" : ":" + number;
  }

  /** Whether the host is {@code localhost}, a subdomain of it or a loopback address. */
  public boolean isLoopback() {
    return LOOPBACK_HOST.matcher(host()).matches();
  }

  /** Returns the host without the port. */
  public String host() {
    return origin.replaceFirst("^\\w+://", "").replaceFirst(":\\d+$", "");
  }

  /** Returns a URL, which may be any text, up to its fragment. */
  public static String withoutFragment(String url) {
    return url.split("#", 2)[0];
  }

  /** Returns the URL on another origin. User and password are kept. */
  public String movedTo(String other) {
    return userInfo.isEmpty()
        ? other + rest
        : other.replaceFirst("://", Matcher.quoteReplacement("://" + userInfo + "@")) + rest;
  }
}
