package io.midagoal.internal.junit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openqa.selenium.WebDriver;

/**
 * Options from the extension's builder and the test's annotations.
 *
 * @param settings values by {@code Setting.key()}
 * @param sites origins in the goals, with suppliers of the origins to open instead
 * @param browser the test's own browser
 * @param beforePage what to do before a page is opened
 */
public record ExtensionOptions(
    Map<String, String> settings,
    Map<String, Supplier<String>> sites,
    Optional<Supplier<WebDriver>> browser,
    Consumer<WebDriver> beforePage) {

  public static ExtensionOptions none() {
    return new ExtensionOptions(Map.of(), Map.of(), Optional.empty(), driver -> {});
  }

  /**
   * Adds the options of a test's annotations.
   *
   * @param declared settings, overridden by the builder's
   * @param field the test's own browser, which overrides the builder's
   */
  public ExtensionOptions with(
      Map<String, String> declared, Optional<? extends Supplier<WebDriver>> field) {
    Map<String, String> all = new HashMap<>(declared);
    all.putAll(settings);
    return new ExtensionOptions(
        all, sites, field.<Supplier<WebDriver>>map(own -> own).or(() -> browser), beforePage);
  }
}
