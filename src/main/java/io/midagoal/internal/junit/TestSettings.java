package io.midagoal.internal.junit;

import io.midagoal.internal.config.Setting;
import io.midagoal.internal.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The settings of one test: of the JVM, the extension and its annotations, and JUnit. */
final class TestSettings {

  private final ExtensionContext context;
  private final Map<String, String> code;
  private final Map<String, Supplier<String>> sites;
  private final Settings settings;

  /**
   * Reads the settings.
   *
   * @throws io.midagoal.internal.config.SettingsException when a key is unknown or a value is not
   *     allowed
   */
  TestSettings(ExtensionContext context, ExtensionOptions options) {
    this.context = context;
    this.code = options.settings();
    this.sites = options.sites();
    this.settings = build(code);
    // The origins are checked now, before anything is sent; where they are served is asked later.
    build(withSites(servedAt -> "http://localhost"));
  }

  /** All settings, but for the sites of the builder: they may not be served yet. */
  Settings beforePages() {
    return settings;
  }

  /** Where the origins of goals are served now: called when a page is about to be opened. */
  Map<String, String> sites() {
    return build(withSites(Supplier::get)).get(Setting.SITE);
  }

  private Map<String, String> withSites(Function<Supplier<String>, String> servedAt) {
    if (sites.isEmpty()) {
      return code;
    }
    String text =
        sites.entrySet().stream()
            .map(site -> site.getKey() + " -> " + servedAt.apply(site.getValue()))
            .collect(Collectors.joining(", "));
    Map<String, String> all = new HashMap<>(code);
    all.put(Setting.SITE.key(), text);
    return all;
  }

  private Settings build(Map<String, String> values) {
    return Settings.builder()
        .thisJvm()
        .code(values)
        .junitParameters(context::getConfigurationParameter)
        .build();
  }
}
