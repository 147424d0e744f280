package io.midagoal.internal.config;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parses settings; the result is empty if the text is invalid. */
final class SettingParsers {
  static final String DURATION = "a time such as 500ms, 10s, 2m or PT1M30S, up to 24h";
  static final String BOOLEAN = "true or false";

  private static final Duration MAX_DURATION = Duration.ofHours(24);
  private static final Pattern DURATION_PATTERN = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Pattern VIEWPORT_PATTERN =
      Pattern.compile("([1-9]\\d{0,3})x([1-9]\\d{0,3})");
  private static final Pattern ORIGIN_PATTERN =
      Pattern.compile("(https?)://(\\[[0-9a-f:.]+\\]|[^/?#@:,\\s\\[\\]]+)(?::(\\d{1,5}))?/?");

  private SettingParsers() {}

  static String textOf(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> String namesOf(Class<E> choices) {
    String names =
        Arrays.stream(choices.getEnumConstants())
            .map(SettingParsers::textOf)
            .collect(Collectors.joining(", "));
    return "one of " + names;
  }

  static <E extends Enum<E>> Optional<E> choice(Class<E> choices, String text) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> textOf(choice).equalsIgnoreCase(text))
        .findFirst();
  }

  static Optional<Boolean> bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static Optional<String> text(String text) {
    return Optional.of(text).filter(t -> !t.isBlank());
  }

  /** The key becomes a request header, so it must not contain line breaks or the like. */
  static Optional<ApiKey> apiKey(String text) {
    boolean visibleAscii = text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return visibleAscii && !text.isEmpty() ? Optional.of(new ApiKey(text)) : Optional.empty();
  }

  static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION_PATTERN.matcher(text);
    Optional<Duration> duration =
        matcher.matches()
            ? Optional.of(duration(Long.parseLong(matcher.group(1)), matcher.group(2)))
            : isoDuration(text);
    return duration.filter(d -> !d.isNegative() && !d.isZero() && d.compareTo(MAX_DURATION) <= 0);
  }

  private static Duration duration(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  private static Optional<Duration> isoDuration(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static Optional<Viewport> viewport(String text) {
    Matcher matcher = VIEWPORT_PATTERN.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Viewport(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  static Optional<Path> path(String text) {
    try {
      return text(text).map(Path::of);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A path; {@code ~/} at the start means the user's home. */
  static Optional<Path> pathFromHome(String text) {
    String home = System.getProperty("user.home", ".");
    return path(text.startsWith("~/") ? home + text.substring(1) : text);
  }

  /** A path, or none for {@code off}. */
  static Optional<Optional<Path>> pathOrOff(String text) {
    Optional<Path> path = path(text);
    return Optional.of(path.filter(p -> !p.toString().equalsIgnoreCase("off")))
        .filter(any -> path.isPresent());
  }

  static Optional<URI> url(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) || isHttps(uri);
      boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null;
      return web && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isHttps(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  static Optional<URI> urlWithoutUser(String text) {
    return url(text).filter(uri -> uri.getRawUserInfo() == null);
  }

  /** Splits before each {@code --}, so that values can contain spaces and commas. */
  static Optional<List<String>> browserArgs(String text) {
    if (text.isBlank()) {
      return Optional.of(List.of());
    }
    List<String> args = List.of(text.strip().split("\\s+(?=--)"));
    return args.stream().allMatch(arg -> arg.startsWith("--"))
        ? Optional.of(args)
        : Optional.empty();
  }

  /** Maps origins in the goals to origins to open, both normalized, in the order written. */
  static Optional<Map<String, String>> site(String text) {
    if (text.isBlank()) {
      return Optional.of(Map.of());
    }
    Map<String, String> site = new LinkedHashMap<>();
    for (String pair : text.split(",", -1)) {
      String[] sides = pair.split("->", -1);
      Optional<String> from = origin(sides[0]);
      Optional<String> to = origin(sides[sides.length - 1]);
      boolean wrong = sides.length != 2 || from.isEmpty() || to.isEmpty();
      if (wrong || site.put(from.get(), to.get()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(Collections.unmodifiableMap(site));
  }

  /** Normalizes an origin like a browser: lower case, punycode, no default port. */
  private static Optional<String> origin(String text) {
    Matcher matcher = ORIGIN_PATTERN.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = matcher.group(1);
    String port = matcher.group(3);
    boolean defaultPort = port == null || port.equals(scheme.equals("http") ? "80" : "443");
    String host = matcher.group(2);
    try {
      String ascii = host.startsWith("[") ? host : IDN.toASCII(host);
      return Optional.of(scheme + "://" + ascii + (defaultPort ? "" : ":" + port));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
