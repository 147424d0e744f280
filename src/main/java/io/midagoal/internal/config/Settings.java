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
  private final Map<Setting<?>, Found<?>> found;
  private final List<String> warnings;

  private Settings(Map<Setting<?>, Found<?>> found, List<String> warnings) {
    this.found = found;
    this.warnings = warnings;
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
   * The value of a setting, as set: {@link Setting#MODE} may be {@code AUTO}.
   *
   * @param <T> the type of its values
   * @param setting which one
   * @return its default unless set
   */
  @SuppressWarnings("unchecked") // The setting's own parser made the value.
  public <T> T get(Setting<T> setting) {
    Found<?> value = found.get(setting);
    return value == null ? setting.defaultValue() : (T) value.value();
  }

  /**
   * Where a setting's value came from.
   *
   * @param setting which one
   * @return the strongest place that has a value, or {@link SettingSource#DEFAULT}
   */
  public SettingSource source(Setting<?> setting) {
    Found<?> value = found.get(setting);
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

  /** A value, how it was written, and where. */
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

    /** The value without what may be secret: the API key, and user and password of a URL. */
    private static String shown(Setting<?> setting, String text) {
      return setting == Setting.API_KEY
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
     * @param values by {@link Setting#key()}
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
      Map<Setting<?>, Found<?>> found = find();
      List<String> warnings = Stream.concat(misspelt.stream(), keyInFile(found).stream()).toList();
      return new Settings(found, warnings);
    }

    private void refuseApiKeyAsSystemProperty() {
      if (systemProperties.containsKey(Setting.API_KEY.key())) {
        throw new SettingsException(
            Setting.API_KEY.key()
                + " must not be a system property, because process lists (ps) and the reports of"
                + " build tools show those. This key is in them now: replace it by a new one in"
                + " Mida, and set that as environment variable "
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
                      + " is a JUnit configuration parameter, and files with those are often"
                      + " shared; move it to the environment variable "
                      + Setting.API_KEY.environmentVariable()
                      + ".");
    }
  }
}
