package io.midagoal.internal.junit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openqa.selenium.WebDriver;

/**
 * What was set on the extension's builder, and by a test's annotations.
 *
 * @param settings by {@code Setting.key()}
 * @param sites origins of goals, and who knows where they are served once a page is opened
 * @param browser the test's own browser
 * @param beforePage what to do in the browser before a page is opened
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
   * Adds what a test's annotations set.
   *
   * @param declared settings; those of the builder are stronger
   * @param field the test's own browser; it is stronger than the builder's
   */
  public ExtensionOptions with(
      Map<String, String> declared, Optional<? extends Supplier<WebDriver>> field) {
    Map<String, String> all = new HashMap<>(declared);
    all.putAll(settings);
    return new ExtensionOptions(
        all, sites, field.<Supplier<WebDriver>>map(own -> own).or(() -> browser), beforePage);
  }
}
