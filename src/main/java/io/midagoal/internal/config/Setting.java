package io.midagoal.internal.config;

import io.midagoal.config.Cleanup;
import io.midagoal.config.MidaScript;
import io.midagoal.config.Mode;
import io.midagoal.config.OnExisting;
import io.midagoal.config.Region;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All settings, one row each. To add a setting, add a row; the tests then name the documentation
 * tables that need it too.
 *
 * @param <T> the type of its values; an {@link Optional} if it may have none
 */
public final class Setting<T> {
  static final String PREFIX = "midagoal.";
  static final String ENVIRONMENT_PREFIX = "MIDA_";

  /** In the order of the rows; each adds itself. */
  private static final List<Setting<?>> ALL = new ArrayList<>();

  public static final Setting<Mode> MODE =
      choice(
          "mode",
          Mode.AUTO,
          "Where goals are created. `live`: in your Mida project (needs an API key and a project"
              + " key); `embedded`: in a Mida inside the test JVM (needs WireMock on the class"
              + " path); `verify-only`: nowhere; `auto`: `live` if an API key is set (a"
              + " missing project key is then an error), else `embedded` if WireMock is on the class"
              + " path, else `verify-only`");
  public static final Setting<Region> REGION =
      choice("region", Region.US, "Where your Mida project is hosted: `us` or `eu`");
  public static final Setting<Optional<String>> PROJECT_KEY =
      optional("project-key", SettingParsers::text, "text", "The Mida project to create goals in");
  public static final Setting<Optional<ApiKey>> API_KEY =
      optional(
          "api-key",
          SettingParsers::apiKey,
          "visible ASCII characters, without spaces and line breaks",
          "Your key for Mida's REST API. Set `MIDA_API_KEY`; a system property is refused, because"
              + " other programs can read it");
  public static final Setting<Optional<URI>> API_URL =
      optional(
          "api-url",
          SettingParsers::urlWithoutUser,
          "an http or https URL without user, query and fragment",
          "The address of Mida's REST API, if not the region's; plain http on this machine only");
  public static final Setting<Duration> API_TIMEOUT =
      withDefault(
          "api-timeout",
          "10s",
          SettingParsers::duration,
          SettingParsers.DURATION,
          "Time limit for one attempt of an API call; all attempts together take at most twelve"
              + " times as long");
  public static final Setting<OnExisting> ON_EXISTING =
      choice(
          "on-existing",
          OnExisting.REUSE,
          "What to do with a goal that the project already has: `reuse` it if it is as defined,"
              + " else fail; `update` it; `fail`");
  public static final Setting<Cleanup> CLEANUP =
      choice(
          "cleanup",
          Cleanup.KEEP,
          "What to do after the run with the goals that it created, and no others: `keep` or"
              + " `delete` them");
  public static final Setting<Path> JOURNAL =
      withDefault(
          "journal",
          "~/.midagoal/journal",
          SettingParsers::pathFromHome,
          "a path",
          "The folder that lists the goals to delete at `cleanup`, so that a later run can delete"
              + " them if this one is killed");
  public static final Setting<Unchecked> UNCHECKED =
      choice(
          "unchecked",
          Unchecked.WARN,
          "What to do about goals that were declared but never verified: `warn`, `fail` or `ignore`");
  public static final Setting<Map<String, String>> SITE =
      new Setting<>(
          "site",
          Optional.empty(),
          Map.of(),
          SettingParsers::site,
          "pairs such as https://example.com -> http://localhost:8080, separated by commas; each"
              + " side is scheme, host and port",
          "Where to open pages instead of on the origins in the goals, such as"
              + " `https://example.com -> http://localhost:8080`");
  public static final Setting<MidaScript> MIDA_SCRIPT =
      choice(
          "mida-script",
          MidaScript.STAND_IN,
          "What happens with Mida's script on the pages: `stand-in`: no request reaches Mida, and"
              + " midagoal does for the page what the script does; `real`: it runs, and Mida counts"
              + " each test as a visitor; `blocked`: no request reaches Mida, as with an ad blocker");
  public static final Setting<BrowserName> BROWSER =
      choice(
          "browser",
          BrowserName.CHROME,
          "The browser to start if a test brings none: `chrome`, or Chromium where there is no"
              + " Chrome; `chromium`");
  public static final Setting<Optional<Path>> BROWSER_BINARY =
      optional(
          "browser-binary",
          SettingParsers::path,
          "a path",
          "The browser's executable, if it is not found automatically");
  public static final Setting<List<String>> BROWSER_ARGS =
      new Setting<>(
          "browser-args",
          Optional.empty(),
          List.of(),
          SettingParsers::browserArgs,
          "arguments that begin with --, separated by white space",
          "Additional command-line arguments for the browser");
  public static final Setting<Boolean> HEADLESS =
      withDefault(
          "headless",
          "true",
          SettingParsers::bool,
          SettingParsers.BOOLEAN,
          "Whether the browser runs without a window");
  public static final Setting<Viewport> VIEWPORT =
      withDefault(
          "viewport",
          "1280x900",
          SettingParsers::viewport,
          "width and height in pixels such as 1280x900, each from 1 to 9999",
          "The size of the page in the browser, in pixels");
  public static final Setting<Boolean> ACCEPT_INSECURE_CERTS =
      withDefault(
          "accept-insecure-certs",
          "false",
          SettingParsers::bool,
          SettingParsers.BOOLEAN,
          "Whether the browser accepts invalid TLS certificates");

  /** May hold a user and a password: do not print it. */
  public static final Setting<Optional<URI>> GRID_URL =
      optional(
          "grid-url",
          SettingParsers::url,
          "an http or https URL without query and fragment",
          "The Selenium Grid to start the browser on, instead of this machine");

  public static final Setting<Duration> TIMEOUT =
      withDefault(
          "timeout",
          "10s",
          SettingParsers::duration,
          SettingParsers.DURATION,
          "Time limit for opening and checking one page");
  public static final Setting<Optional<Path>> REPORT =
      withDefault(
          "report",
          "target/midagoal",
          SettingParsers::pathOrOff,
          "a path or off",
          "The folder for results (`verdicts.json`); `off` writes none");

  private final String shortName;
  private final Optional<String> defaultText;
  private final T defaultValue;
  private final Function<String, Optional<T>> parser;
  private final String allowed;
  private final String meaning;

  private Setting(
      String shortName,
      Optional<String> defaultText,
      T defaultValue,
      Function<String, Optional<T>> parser,
      String allowed,
      String meaning) {
    this.shortName = shortName;
    this.defaultText = defaultText;
    this.defaultValue = defaultValue;
    this.parser = parser;
    this.allowed = allowed;
    this.meaning = meaning;
    ALL.add(this);
  }

  private static <T> Setting<T> withDefault(
      String shortName,
      String text,
      Function<String, Optional<T>> parser,
      String allowed,
      String meaning) {
    T value = parser.apply(text).orElseThrow();
    return new Setting<>(shortName, Optional.of(text), value, parser, allowed, meaning);
  }

  private static <E extends Enum<E>> Setting<E> choice(String shortName, E value, String meaning) {
    Class<E> choices = value.getDeclaringClass();
    return withDefault(
        shortName,
        SettingParsers.textOf(value),
        text -> SettingParsers.choice(choices, text),
        SettingParsers.namesOf(choices),
        meaning);
  }

  private static <T> Setting<Optional<T>> optional(
      String shortName, Function<String, Optional<T>> parser, String allowed, String meaning) {
    return new Setting<>(
        shortName,
        Optional.empty(),
        Optional.empty(),
        text -> Optional.of(parser.apply(text)).filter(Optional::isPresent),
        allowed,
        meaning);
  }

  static List<Setting<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  static List<String> shortNames() {
    return ALL.stream().<String>map(setting -> setting.shortName).toList();
  }

  /** The name in system properties, code and JUnit parameters: {@code midagoal.api-url}. */
  public String key() {
    return PREFIX + shortName;
  }

  /** The name as environment variable: {@code MIDA_API_URL}. */
  public String environmentVariable() {
    return environmentVariable(shortName);
  }

  static String environmentVariable(String shortName) {
    return ENVIRONMENT_PREFIX + shortName.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The default as text; empty if there is none. */
  Optional<String> defaultText() {
    return defaultText;
  }

  T defaultValue() {
    return defaultValue;
  }

  /** Parses a value; empty if it is invalid. */
  Optional<T> parse(String text) {
    return parser.apply(text);
  }

  /** The allowed values, in words that fit after "must be". */
  String allowed() {
    return allowed;
  }

  /** What the setting does, as one line of Markdown for the README and the guide. */
  String meaning() {
    return meaning;
  }

  @Override
  public String toString() {
    return key();
  }
}
