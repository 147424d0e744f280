package io.midagoal.internal.config;

import io.midagoal.config.Cleanup;
import io.midagoal.config.Mode;
import io.midagoal.config.OnExisting;
import io.midagoal.config.Region;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every setting that this version has: its names, its default and what it may be. */
public enum SettingKey {
  /** With which Mida goals are created. */
  MODE(
      "mode",
      "auto",
      SettingParsers.namesOf(Mode.class),
      "With which Mida goals are created: `live`, the hosted service (needs an API key and a"
          + " project key); `embedded`, the stub (needs WireMock on the class path); `verify-only`,"
          + " none; `auto`, the first of these whose needs are met"),
  /** Where the Mida project is hosted. */
  REGION("region", "us", SettingParsers.namesOf(Region.class), "Where the Mida project is hosted"),
  /** Which Mida project goals are created in. */
  PROJECT_KEY("project-key", null, "text", "The Mida project that goals are created in"),
  /** The secret that Mida's REST API asks for. */
  API_KEY(
      "api-key",
      null,
      "visible ASCII characters, without spaces and line breaks",
      "The secret for Mida's REST API; never a system property, and better not in a file"),
  /** Where Mida's REST API is, when not at the region's host. */
  API_URL(
      "api-url",
      null,
      "an http or https URL without user, query and fragment",
      "Where Mida's REST API is, instead of the region's host; plain http on this machine only"),
  /** The limit for one attempt of a call of Mida's REST API. */
  API_TIMEOUT(
      "api-timeout",
      "10s",
      SettingParsers.DURATION,
      "The limit for one attempt of a call of Mida's REST API; all attempts together take no longer"
          + " than twelve times that"),
  /** What happens with a goal that the project already has. */
  ON_EXISTING(
      "on-existing",
      "reuse",
      SettingParsers.namesOf(OnExisting.class),
      "What happens with a goal that the project already has: `reuse` it when it is as defined, else"
          + " fail; `update` it; `fail`"),
  /** What happens after a run with the goals that it created. */
  CLEANUP(
      "cleanup",
      "keep",
      SettingParsers.namesOf(Cleanup.class),
      "What happens after a run with the goals that it created: `keep` them, or `delete` them and no"
          + " others"),
  /** Where notes of goals to delete are kept. */
  JOURNAL(
      "journal",
      "~/.midagoal/journal",
      "a path",
      "The folder for notes of the goals that `cleanup` is to delete, so that a later run can do it"
          + " when this one is killed"),
  /** What happens with goals that were never verified. */
  UNCHECKED(
      "unchecked",
      "warn",
      SettingParsers.namesOf(Unchecked.class),
      "What happens with goals that were declared and never verified"),
  /** On which other origins the pages of a site are tested. */
  SITE(
      "site",
      null,
      "pairs such as https://example.com -> http://localhost:8080, separated by commas; each side is"
          + " scheme, host and port",
      "Where pages are tested instead of where goals say they are, such as `https://example.com ->"
          + " http://localhost:8080`"),
  /** Which browser is started when a test brings none. */
  BROWSER(
      "browser",
      "chrome",
      SettingParsers.namesOf(BrowserName.class),
      "The browser that is started when a test brings none: `chrome`, or Chromium where there is"
          + " none; `chromium`"),
  /** The browser's program file. */
  BROWSER_BINARY(
      "browser-binary",
      null,
      "a path",
      "The browser's program file, when it is not found by itself"),
  /** Further command-line arguments for the browser. */
  BROWSER_ARGS(
      "browser-args",
      null,
      "arguments that begin with --, separated by white space",
      "Further command-line arguments for the browser"),
  /** Whether the browser runs without a window. */
  HEADLESS("headless", "true", SettingParsers.BOOLEAN, "Whether the browser runs without a window"),
  /** The size of the page in the browser. */
  VIEWPORT(
      "viewport",
      "1280x900",
      "width and height in pixels such as 1280x900, each from 1 to 9999",
      "The size of the page in the browser"),
  /** Whether bad TLS certificates are accepted by the browser. */
  ACCEPT_INSECURE_CERTS(
      "accept-insecure-certs",
      "false",
      SettingParsers.BOOLEAN,
      "Whether the browser accepts TLS certificates that it cannot trust"),
  /** A Selenium Grid that starts the browser. */
  GRID_URL(
      "grid-url",
      null,
      "an http or https URL without query and fragment",
      "The Selenium Grid that starts the browser, instead of this machine"),
  /** The limit for one page. */
  TIMEOUT("timeout", "10s", SettingParsers.DURATION, "The limit for opening and judging one page"),
  /** Where results go. */
  REPORT("report", "target/midagoal", "a path or off", "The folder for results; `off` writes none");

  static final String PREFIX = "midagoal.";
  static final String ENVIRONMENT_PREFIX = "MIDA_";

  private final String shortName;
  private final @Nullable String defaultValue;
  private final String allowed;
  private final String meaning;

  SettingKey(String shortName, @Nullable String defaultValue, String allowed, String meaning) {
    this.shortName = shortName;
    this.defaultValue = defaultValue;
    this.allowed = allowed;
    this.meaning = meaning;
  }

  /**
   * The name as system property, in code and as JUnit configuration parameter.
   *
   * @return for example {@code midagoal.api-url}
   */
  public String key() {
    return PREFIX + shortName;
  }

  /**
   * The name as environment variable.
   *
   * @return for example {@code MIDA_API_URL}
   */
  public String environmentVariable() {
    return environmentVariable(shortName);
  }

  /**
   * What counts when nobody sets it.
   *
   * @return the text that one would write, or empty when there is no value then
   */
  public Optional<String> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /**
   * Which values are allowed, in words that fit after "must be".
   *
   * @return for example {@code true or false}
   */
  public String allowed() {
    return allowed;
  }

  /**
   * What the setting does, for the guide.
   *
   * @return one line of Markdown
   */
  public String meaning() {
    return meaning;
  }

  String shortName() {
    return shortName;
  }

  static String environmentVariable(String shortName) {
    return ENVIRONMENT_PREFIX + shortName.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  static List<String> shortNames() {
    return Arrays.stream(values()).map(SettingKey::shortName).toList();
  }
}
