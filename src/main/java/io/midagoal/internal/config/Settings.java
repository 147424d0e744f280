package io.midagoal.internal.config;

import io.midagoal.config.Cleanup;
import io.midagoal.config.Mode;
import io.midagoal.config.OnExisting;
import io.midagoal.config.Region;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of a run. Each is looked up in the order of {@link SettingSource}: system property,
 * environment variable, test code, JUnit configuration parameter, default. Immutable and
 * thread-safe.
 *
 * <p>Unknown keys, misplaced keys and bad values are told when settings are built, by a {@link
 * SettingsException}. White space around a value does not count, except in an API key. An
 * environment variable that is empty counts as not set, because build servers set those for secrets
 * that a build may not see.
 */
public final class Settings {
  private static final String OFF = "off";

  private final Map<SettingKey, Found> found;
  private final List<String> warnings;

  private final Mode mode;
  private final Region region;
  private final Optional<String> projectKey;
  private final Optional<ApiKey> apiKey;
  private final Optional<URI> apiUrl;
  private final Duration apiTimeout;
  private final OnExisting onExisting;
  private final Cleanup cleanup;
  private final Path journal;
  private final Unchecked unchecked;
  private final Map<String, String> site;
  private final BrowserName browser;
  private final Optional<Path> browserBinary;
  private final List<String> browserArgs;
  private final boolean headless;
  private final Viewport viewport;
  private final boolean acceptInsecureCerts;
  private final Optional<URI> gridUrl;
  private final Duration timeout;
  private final Optional<Path> report;

  private Settings(Map<SettingKey, Found> found, List<String> warnings) {
    this.found = found;
    this.warnings = warnings;
    mode = required(SettingKey.MODE, text -> SettingParsers.choice(Mode.class, text));
    region = required(SettingKey.REGION, text -> SettingParsers.choice(Region.class, text));
    projectKey = optional(SettingKey.PROJECT_KEY, SettingParsers::text);
    apiKey = optional(SettingKey.API_KEY, SettingParsers::apiKey);
    apiUrl = optional(SettingKey.API_URL, SettingParsers::urlWithoutUser);
    apiTimeout = required(SettingKey.API_TIMEOUT, SettingParsers::duration);
    onExisting =
        required(SettingKey.ON_EXISTING, text -> SettingParsers.choice(OnExisting.class, text));
    cleanup = required(SettingKey.CLEANUP, text -> SettingParsers.choice(Cleanup.class, text));
    journal = required(SettingKey.JOURNAL, SettingParsers::pathFromHome);
    unchecked =
        required(SettingKey.UNCHECKED, text -> SettingParsers.choice(Unchecked.class, text));
    site =
        Collections.unmodifiableMap(
            optional(SettingKey.SITE, SettingParsers::site).orElse(Map.of()));
    browser = required(SettingKey.BROWSER, text -> SettingParsers.choice(BrowserName.class, text));
    browserBinary = optional(SettingKey.BROWSER_BINARY, SettingParsers::path);
    browserArgs = optional(SettingKey.BROWSER_ARGS, SettingParsers::browserArgs).orElse(List.of());
    headless = required(SettingKey.HEADLESS, SettingParsers::bool);
    viewport = required(SettingKey.VIEWPORT, SettingParsers::viewport);
    acceptInsecureCerts = required(SettingKey.ACCEPT_INSECURE_CERTS, SettingParsers::bool);
    gridUrl = optional(SettingKey.GRID_URL, SettingParsers::url);
    timeout = required(SettingKey.TIMEOUT, SettingParsers::duration);
    report =
        optional(SettingKey.REPORT, SettingParsers::path)
            .filter(path -> !path.toString().equalsIgnoreCase(OFF));
  }

  private <T> Optional<T> optional(SettingKey key, Function<String, Optional<T>> reader) {
    Found value = found.get(key);
    return value == null ? Optional.empty() : Optional.of(value.read(key, reader));
  }

  private <T> T required(SettingKey key, Function<String, Optional<T>> reader) {
    return optional(key, reader).orElseThrow();
  }

  /**
   * Starts with no source but the defaults.
   *
   * @return a builder for one set of settings
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * With which Mida goals are created, as set; {@link Mode#AUTO} is not resolved here.
   *
   * @return {@link Mode#AUTO} unless set
   */
  public Mode mode() {
    return mode;
  }

  /**
   * Where the Mida project is hosted.
   *
   * @return {@link Region#US} unless set
   */
  public Region region() {
    return region;
  }

  /**
   * The Mida project that goals are created in.
   *
   * @return empty unless set
   */
  public Optional<String> projectKey() {
    return projectKey;
  }

  /**
   * The secret for Mida's REST API.
   *
   * @return empty unless set
   */
  public Optional<ApiKey> apiKey() {
    return apiKey;
  }

  /**
   * Where Mida's REST API is, when not at the region's host.
   *
   * @return empty unless set
   */
  public Optional<URI> apiUrl() {
    return apiUrl;
  }

  /**
   * The limit for one attempt of a call of Mida's REST API.
   *
   * @return 10 seconds unless set; more than zero
   */
  public Duration apiTimeout() {
    return apiTimeout;
  }

  /**
   * What happens with a goal that the project already has.
   *
   * @return {@link OnExisting#REUSE} unless set
   */
  public OnExisting onExisting() {
    return onExisting;
  }

  /**
   * What happens after a run with the goals that it created.
   *
   * @return {@link Cleanup#KEEP} unless set
   */
  public Cleanup cleanup() {
    return cleanup;
  }

  /**
   * Where notes of the goals are kept that are to be deleted after the run.
   *
   * @return a folder that need not exist; {@code .midagoal/journal} in the user's home unless set
   */
  public Path journal() {
    return journal;
  }

  /**
   * What happens with goals that were declared and never verified.
   *
   * @return {@link Unchecked#WARN} unless set
   */
  public Unchecked unchecked() {
    return unchecked;
  }

  /**
   * On which other origins pages are tested.
   *
   * @return the origin that goals name, to the origin that is opened, in the order written; written
   *     as a browser writes an origin (lower case, no default port, no slash at the end); empty
   *     unless set
   */
  public Map<String, String> site() {
    return site;
  }

  /**
   * Which browser is started when a test brings none.
   *
   * @return {@link BrowserName#CHROME} unless set
   */
  public BrowserName browser() {
    return browser;
  }

  /**
   * The browser's program file; it need not exist.
   *
   * @return empty unless set
   */
  public Optional<Path> browserBinary() {
    return browserBinary;
  }

  /**
   * Further command-line arguments for the browser.
   *
   * @return each with its leading {@code --}; empty unless set
   */
  public List<String> browserArgs() {
    return browserArgs;
  }

  /**
   * Whether the browser runs without a window.
   *
   * @return true unless set
   */
  public boolean headless() {
    return headless;
  }

  /**
   * The size of the page in the browser.
   *
   * @return 1280 by 900 CSS pixels unless set
   */
  public Viewport viewport() {
    return viewport;
  }

  /**
   * Whether the browser accepts TLS certificates that it cannot trust.
   *
   * @return false unless set
   */
  public boolean acceptInsecureCerts() {
    return acceptInsecureCerts;
  }

  /**
   * The Selenium Grid that starts the browser. It may hold a user and a password: do not print it.
   *
   * @return empty unless set, which means this machine
   */
  public Optional<URI> gridUrl() {
    return gridUrl;
  }

  /**
   * The limit for opening and judging one page.
   *
   * @return 10 seconds unless set; more than zero
   */
  public Duration timeout() {
    return timeout;
  }

  /**
   * The folder for results.
   *
   * @return {@code target/midagoal} unless set; empty when results are switched off
   */
  public Optional<Path> report() {
    return report;
  }

  /**
   * Where a setting's value came from.
   *
   * @param key the setting
   * @return the strongest place that has a value, or {@link SettingSource#DEFAULT}
   */
  public SettingSource source(SettingKey key) {
    Found value = found.get(key);
    return value == null ? SettingSource.DEFAULT : value.source();
  }

  /**
   * What the user should hear about, though the run can go on.
   *
   * @return one sentence each; empty when all is well
   */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * All values and where they came from, without secrets.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return found.entrySet().stream()
        .map(e -> e.getKey().key() + "=" + e.getValue().describe(e.getKey()))
        .collect(Collectors.joining(", ", "Settings[", "]"));
  }

  /** A value as it was written, and where. */
  private record Found(String text, SettingSource source) {

    <T> T read(SettingKey key, Function<String, Optional<T>> reader) {
      return reader
          .apply(key == SettingKey.API_KEY ? text : text.strip())
          .orElseThrow(() -> bad(key));
    }

    private SettingsException bad(SettingKey key) {
      return new SettingsException(
          key.key()
              + " (from "
              + source.describe(key)
              + ") is "
              + shown(key)
              + ", but must be "
              + key.allowed()
              + ".");
    }

    String describe(SettingKey key) {
      return shown(key) + " (" + source.describe(key) + ")";
    }

    /** The value without what may be secret: the API key, and user and password of a URL. */
    private String shown(SettingKey key) {
      return key == SettingKey.API_KEY
          ? "[not shown]"
          : '"' + text.replaceAll("//\\S*@", "//[not shown]@") + '"';
    }
  }

  /**
   * Collects the places that settings come from. What is handed in is copied; nothing else is read
   * unless {@link #thisJvm()} is called. Not thread-safe.
   */
  public static final class Builder {
    private Map<String, String> systemProperties = Map.of();
    private Map<String, String> environment = Map.of();
    private Map<String, String> code = Map.of();
    private Function<String, Optional<String>> junitParameters = key -> Optional.empty();
    private Set<String> junitParameterNames = Set.of();

    private Builder() {}

    /**
     * Takes the system properties and the environment of this JVM. The names in the {@code
     * junit-platform.properties} of the class path are checked as well, because JUnit answers for a
     * parameter by its name and does not list them.
     *
     * @return this builder
     */
    public Builder thisJvm() {
      Map<String, String> properties = new HashMap<>();
      for (String name : System.getProperties().stringPropertyNames()) {
        // Another thread may have cleared it since.
        Optional.ofNullable(System.getProperty(name)).ifPresent(text -> properties.put(name, text));
      }
      return systemProperties(properties)
          .environment(System.getenv())
          .junitParameterNames(JunitPlatformProperties.names());
    }

    /**
     * Sets the system properties; only names that begin with {@code midagoal.} are looked at.
     *
     * @param properties names and values
     * @return this builder
     */
    public Builder systemProperties(Map<String, String> properties) {
      systemProperties = Map.copyOf(properties);
      return this;
    }

    /**
     * Sets the environment variables; only names that begin with {@code MIDA_} are looked at.
     *
     * @param variables names and values
     * @return this builder
     */
    public Builder environment(Map<String, String> variables) {
      environment = Map.copyOf(variables);
      return this;
    }

    /**
     * Sets the values that come from test code: a builder or an annotation.
     *
     * @param values by {@link SettingKey#key()}
     * @return this builder
     */
    public Builder code(Map<String, String> values) {
      code = Map.copyOf(values);
      return this;
    }

    /**
     * Sets JUnit's configuration parameters.
     *
     * @param lookup for example {@code context::getConfigurationParameter}
     * @return this builder
     */
    public Builder junitParameters(Function<String, Optional<String>> lookup) {
      junitParameters = lookup;
      return this;
    }

    /**
     * Sets the names of configuration parameters that are known to be set, so that unknown ones
     * among them are found.
     *
     * @param names only those that begin with {@code midagoal.} are looked at
     * @return this builder
     */
    public Builder junitParameterNames(Collection<String> names) {
      junitParameterNames = Set.copyOf(names);
      return this;
    }

    /**
     * Makes the settings.
     *
     * @return checked values
     * @throws SettingsException when a key is unknown or misplaced, or a value is not allowed
     */
    public Settings build() {
      refuseApiKeyAsSystemProperty();
      SettingNames.requireKnown(systemProperties.keySet(), SettingSource.SYSTEM_PROPERTY);
      SettingNames.requireKnown(code.keySet(), SettingSource.CODE);
      SettingNames.requireKnown(junitParameterNames, SettingSource.JUNIT_PARAMETER);
      List<String> misspelt = SettingNames.checkEnvironment(environment);
      Map<SettingKey, Found> found = find();
      List<String> warnings = Stream.concat(misspelt.stream(), keyInFile(found).stream()).toList();
      return new Settings(found, warnings);
    }

    private void refuseApiKeyAsSystemProperty() {
      if (systemProperties.containsKey(SettingKey.API_KEY.key())) {
        throw new SettingsException(
            SettingKey.API_KEY.key()
                + " must not be a system property, because process lists (ps) and the reports of"
                + " build tools show those. This key is in them now: replace it by a new one in"
                + " Mida, and set that as environment variable "
                + SettingKey.API_KEY.environmentVariable()
                + ".");
      }
    }

    private Map<SettingKey, Found> find() {
      Map<SettingKey, Found> found = new EnumMap<>(SettingKey.class);
      for (SettingKey key : SettingKey.values()) {
        Arrays.stream(SettingSource.values())
            .flatMap(source -> find(key, source).stream())
            .findFirst()
            .ifPresent(value -> found.put(key, value));
      }
      return Collections.unmodifiableMap(found);
    }

    private Optional<Found> find(SettingKey key, SettingSource source) {
      Optional<String> text =
          switch (source) {
            case SYSTEM_PROPERTY -> Optional.ofNullable(systemProperties.get(key.key()));
            case ENVIRONMENT ->
                Optional.ofNullable(environment.get(key.environmentVariable()))
                    .filter(value -> !value.isBlank());
            case CODE -> Optional.ofNullable(code.get(key.key()));
            case JUNIT_PARAMETER -> junitParameters.apply(key.key());
            case DEFAULT -> key.defaultValue();
          };
      return text.map(value -> new Found(value, source));
    }

    private static Optional<String> keyInFile(Map<SettingKey, Found> found) {
      return Optional.ofNullable(found.get(SettingKey.API_KEY))
          .filter(value -> value.source() == SettingSource.JUNIT_PARAMETER)
          .map(
              value ->
                  SettingKey.API_KEY.key()
                      + " is a JUnit configuration parameter, and files with those are often"
                      + " shared; move it to the environment variable "
                      + SettingKey.API_KEY.environmentVariable()
                      + ".");
    }
  }
}
