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
 * The settings for starting a browser. Tests with equal options share a pool.
 *
 * @param browser the browser to look for
 * @param binary the browser's executable, if given
 * @param extraArguments command-line arguments after midagoal's own
 * @param headless whether the browser runs without a window
 * @param viewport the size of the page
 * @param acceptInsecureCerts whether to accept invalid certificates
 * @param gridUrl the Selenium Grid to start the browser on, if any
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
   * Reads the options from the settings.
   *
   * @throws IllegalArgumentException if the arguments contain a profile
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
              + " To use another profile, supply your own driver.");
    }
  }
}
