package io.midagoal.internal.config;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of a test. Each is looked up in the order of {@link SettingSource}: system property,
 * environment variable, test code, JUnit configuration parameter, default. Immutable and
 * thread-safe.
 *
 * <p>Unknown keys, misplaced keys and invalid values cause a {@link SettingsException} when the
 * settings are built. White space around a value is ignored, except in an API key. An empty
 * environment variable counts as not set, because build servers use those for secrets that a build
 * must not see.
 */
public final class Settings {
  private final Map<Setting<?>, Found<?>> found;
  private final List<String> warnings;

  private Settings(Map<Setting<?>, Found<?>> found, List<String> warnings) {
    this.found = found;
    this.warnings = warnings;
  }

  /** Starts with the defaults only. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the value of a setting, or its default; {@link Setting#MODE} may be {@code AUTO}. */
  @SuppressWarnings("unchecked") // The setting's parser created the value.
  public <T> T get(Setting<T> setting) {
    Found<?> value = found.get(setting);
    return value == null ? setting.defaultValue() : (T) value.value();
  }

  /** Returns the source of a setting's value. */
  public SettingSource source(Setting<?> setting) {
    Found<?> value = found.get(setting);
    return value == null ? SettingSource.DEFAULT : value.source();
  }

  /** Returns warnings for the user, one sentence each. */
  public List<String> warnings() {
    return warnings;
  }

  /** Lists all values with their sources, without secrets. */
  @Override
  public String toString() {
    return found.entrySet().stream()
        .map(e -> e.getKey().key() + "=" + e.getValue().describe(e.getKey()))
        .collect(Collectors.joining(", ", "Settings[", "]"));
  }

  /** A value with its text and source. */
  private record Found<T>(T value, String text, SettingSource source) {

    static <T> Found<T> read(Setting<T> setting, String text, SettingSource source) {
      T value =
          setting
              .parse(setting == Setting.API_KEY ? text : text.strip())
              .orElseThrow(
                  () ->
                      new SettingsException(
                          "%s (from %s) is %s, but must be %s."
                              .formatted(
                                  setting.key(),
                                  source.describe(setting),
                                  shown(setting, text),
                                  setting.allowed())));
      return new Found<>(value, text, source);
    }

    String describe(Setting<?> setting) {
      return shown(setting, text) + " (" + source.describe(setting) + ")";
    }

    /** The text without secrets: the API key, and user and password of a URL. */
    private static String shown(Setting<?> setting, String text) {
      return setting == Setting.API_KEY
          ? "[not shown]"
          : '"' + text.replaceAll("//\\S*@", "//[not shown]@") + '"';
    }
  }

  /**
   * Collects the sources of settings. Copies its arguments, and reads nothing else unless {@link
   * #thisJvm()} is called. Not thread-safe.
   */
  public static final class Builder {
    private Map<String, String> systemProperties = Map.of();
    private Map<String, String> environment = Map.of();
    private Map<String, String> code = Map.of();
    private Function<String, Optional<String>> junitParameters = key -> Optional.empty();
    private Set<String> junitParameterNames = Set.of();

    private Builder() {}

    /**
     * Adds the system properties and environment of this JVM. Also checks the names in {@code
     * junit-platform.properties} on the class path, because JUnit looks parameters up by name and
     * does not list them.
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

    /** Sets the system properties; only names that begin with {@code midagoal.} matter. */
    public Builder systemProperties(Map<String, String> properties) {
      systemProperties = Map.copyOf(properties);
      return this;
    }

    /** Sets the environment variables; only names that begin with {@code MIDA_} matter. */
    public Builder environment(Map<String, String> variables) {
      environment = Map.copyOf(variables);
      return this;
    }

    /** Sets the values from a builder or annotations, by {@link Setting#key()}. */
    public Builder code(Map<String, String> values) {
      code = Map.copyOf(values);
      return this;
    }

    /** Sets the lookup of JUnit's configuration parameters. */
    public Builder junitParameters(Function<String, Optional<String>> lookup) {
      junitParameters = lookup;
      return this;
    }

    /** Sets the names of JUnit's configuration parameters, to find unknown ones. */
    public Builder junitParameterNames(Collection<String> names) {
      junitParameterNames = Set.copyOf(names);
      return this;
    }

    /**
     * Builds the settings.
     *
     * @throws SettingsException if a key is unknown or misplaced, or a value is invalid
     */
    public Settings build() {
      refuseApiKeyAsSystemProperty();
      SettingNames.requireKnown(systemProperties.keySet(), SettingSource.SYSTEM_PROPERTY);
      SettingNames.requireKnown(code.keySet(), SettingSource.CODE);
      SettingNames.requireKnown(junitParameterNames, SettingSource.JUNIT_PARAMETER);
      List<String> misspelt = SettingNames.checkEnvironment(environment);
      Map<Setting<?>, Found<?>> found = find();
      List<String> warnings = Stream.concat(misspelt.stream(), keyInFile(found).stream()).toList();
      return new Settings(found, warnings);
    }

    private void refuseApiKeyAsSystemProperty() {
      if (systemProperties.containsKey(Setting.API_KEY.key())) {
        throw new SettingsException(
            Setting.API_KEY.key()
                + " must not be a system property, because process lists (ps) and build reports"
                + " show those. Replace the key in Mida, because it is exposed now, and set the new"
                + " one as environment variable "
                + Setting.API_KEY.environmentVariable()
                + ".");
      }
    }

    private Map<Setting<?>, Found<?>> find() {
      Map<Setting<?>, Found<?>> found = new LinkedHashMap<>();
      for (Setting<?> setting : Setting.all()) {
        find(setting).ifPresent(value -> found.put(setting, value));
      }
      return Collections.unmodifiableMap(found);
    }

    private <T> Optional<Found<T>> find(Setting<T> setting) {
      for (SettingSource source : SettingSource.values()) {
        Optional<String> text = textIn(source, setting);
        if (text.isPresent()) {
          return Optional.of(Found.read(setting, text.get(), source));
        }
      }
      return Optional.empty();
    }

    private Optional<String> textIn(SettingSource source, Setting<?> setting) {
      return switch (source) {
        case SYSTEM_PROPERTY -> Optional.ofNullable(systemProperties.get(setting.key()));
        case ENVIRONMENT ->
            Optional.ofNullable(environment.get(setting.environmentVariable()))
                .filter(value -> !value.isBlank());
        case CODE -> Optional.ofNullable(code.get(setting.key()));
        case JUNIT_PARAMETER -> junitParameters.apply(setting.key());
        case DEFAULT -> setting.defaultText();
      };
    }

    private static Optional<String> keyInFile(Map<Setting<?>, Found<?>> found) {
      return Optional.ofNullable(found.get(Setting.API_KEY))
          .filter(value -> value.source() == SettingSource.JUNIT_PARAMETER)
          .map(
              value ->
                  Setting.API_KEY.key()
                      + " is a JUnit configuration parameter, and their files are often"
                      + " shared; move it to the environment variable "
                      + Setting.API_KEY.environmentVariable()
                      + ".");
    }
  }
}
