package io.midagoal.internal.junit;

import io.midagoal.internal.config.Setting;
import io.midagoal.internal.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The settings of a test: from the JVM, the extension, the annotations and JUnit. */
final class TestSettings {

  private final ExtensionContext context;
  private final Map<String, String> code;
  private final Map<String, Supplier<String>> sites;
  private final Settings settings;

  /**
   * Reads the settings.
   *
   * @throws io.midagoal.internal.config.SettingsException if a key is unknown or a value is invalid
   */
  TestSettings(ExtensionContext context, ExtensionOptions options) {
    this.context = context;
    this.code = options.settings();
    this.sites = options.sites();
    this.settings = build(code);
    // Validates the origins before anything is sent; the suppliers are called later.
    build(withSites(servedAt -> "http://localhost"));
  }

  /** All settings except the builder's sites, whose servers may not be running yet. */
  Settings beforePages() {
    return settings;
  }

  /** The current site mappings; call it just before a page is opened. */
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
