package io.midagoal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openqa.selenium.WebDriver;

/**
 * What was set on the extension's builder.
 *
 * @param settings by {@code Setting.key()}
 * @param sites origins of goals, and who knows where they are served once a page is opened
 * @param browser the test's own browser
 * @param beforePage what to do in the browser before a page is opened
 */
record ExtensionOptions(
    Map<String, String> settings,
    Map<String, Supplier<String>> sites,
    Optional<Supplier<WebDriver>> browser,
    Consumer<WebDriver> beforePage) {

  static ExtensionOptions none() {
    return new ExtensionOptions(Map.of(), Map.of(), Optional.empty(), driver -> {});
  }
}
