package io.midagoal.internal.browser;

import io.midagoal.internal.config.BrowserName;
import io.midagoal.internal.config.Setting;
import io.midagoal.internal.config.Settings;
import io.midagoal.internal.config.Viewport;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which browser to start, and how: the settings that browsers differ by, so that tests with equal
 * ones share a pool.
 *
 * @param browser which browser to look for
 * @param binary the browser's executable, instead of one that is looked for
 * @param extraArguments command-line arguments for the browser, after midagoal's own
 * @param headless whether the browser runs without a window on the screen
 * @param viewport what a page sees as its window
 * @param acceptInsecureCerts whether pages with an invalid certificate are opened
 * @param gridUrl a Selenium Grid that starts the browser, instead of this machine
 */
public record BrowserOptions(
    BrowserName browser,
    Optional<Path> binary,
    List<String> extraArguments,
    boolean headless,
    Viewport viewport,
    boolean acceptInsecureCerts,
    Optional<URI> gridUrl) {

  private static final String PROFILE_ARGUMENT = "--user-data-dir";

  /**
   * Takes the options from the settings.
   *
   * @param settings of the test
   * @return the options
   * @throws IllegalArgumentException when the arguments name a profile
   */
  public static BrowserOptions of(Settings settings) {
    settings.get(Setting.BROWSER_ARGS).forEach(BrowserOptions::refuseProfile);
    return new BrowserOptions(
        settings.get(Setting.BROWSER),
        settings.get(Setting.BROWSER_BINARY),
        settings.get(Setting.BROWSER_ARGS),
        settings.get(Setting.HEADLESS),
        settings.get(Setting.VIEWPORT),
        settings.get(Setting.ACCEPT_INSECURE_CERTS),
        settings.get(Setting.GRID_URL));
  }

  private static void refuseProfile(String argument) {
    if (argument.equals(PROFILE_ARGUMENT) || argument.startsWith(PROFILE_ARGUMENT + "=")) {
      throw new IllegalArgumentException(
          "Browser arguments cannot contain "
              + PROFILE_ARGUMENT
              + ": each browser gets a fresh profile, which is deleted afterwards."
              + " Give the test a driver of its own to use another profile.");
    }
  }
}
