package io.midagoal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the annotations' checks know of URLs. Deliberately looser than {@code java.net.URI}, which
 * rejects characters that browsers take, such as a {@code |} in a query.
 */
final class WebUrl {

  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "https?://(?:[^/?#\\s@]*@)?(?<host>\\[[0-9a-f:.]+]|[^/?#\\s:@\\\\]+)(?::\\d{1,5})?(?:[/?#]\\S*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LOOPBACK_HOST =
      Pattern.compile("localhost|.+\\.localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

  private WebUrl() {}

  /** Whether the text is an {@code http} or {@code https} URL with a host. */
  static boolean isAbsolute(String text) {
    return host(text).isPresent();
  }

  /** Whether the text is an absolute URL that only this machine can open. */
  static boolean isLoopback(String text) {
    return host(text).filter(host -> LOOPBACK_HOST.matcher(host).matches()).isPresent();
  }

  private static Optional<String> host(String text) {
    Matcher matcher = ABSOLUTE.matcher(text);
    return matcher.matches()
        ? Optional.of(matcher.group("host").toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
