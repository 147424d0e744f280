package io.midagoal.internal.browser;

import io.midagoal.internal.config.BrowserName;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which browser to start, and how. Immutable: to change an option is to make a copy.
 *
 * @param browser which browser to look for
 * @param binary the browser's executable, instead of one that is looked for
 * @param extraArguments command-line arguments for the browser, after midagoal's own
 * @param headless whether the browser runs without a window on the screen
 * @param width the width of the viewport, in CSS pixels
 * @param height the height of the viewport, in CSS pixels
 * @param acceptInsecureCerts whether pages with an invalid certificate are opened
 * @param gridUrl a Selenium Grid that starts the browser, instead of this machine
 * @param workFolder where profiles and the register of started processes are kept; a folder for
 *     this user alone
 */
public record BrowserOptions(
    BrowserName browser,
    Optional<Path> binary,
    List<String> extraArguments,
    boolean headless,
    int width,
    int height,
    boolean acceptInsecureCerts,
    Optional<URI> gridUrl,
    Path workFolder) {

  private static final String PROFILE_ARGUMENT = "--user-data-dir";

  /**
   * Checks the options.
   *
   * @param browser which browser to look for
   * @param binary the browser's program
   * @param extraArguments command-line arguments for the browser; a copy is taken
   * @param headless whether the browser runs without a window on the screen
   * @param width the width of the viewport, in CSS pixels
   * @param height the height of the viewport, in CSS pixels
   * @param acceptInsecureCerts whether pages with an invalid certificate are opened
   * @param gridUrl a Selenium Grid that starts the browser
   * @param workFolder where profiles and the register are kept
   * @throws IllegalArgumentException when a value cannot work; the message names it and what is
   *     allowed
   */
  public BrowserOptions {
    workFolder = workFolder.toAbsolutePath();
    extraArguments = List.copyOf(extraArguments);
    extraArguments.forEach(BrowserOptions::checkArgument);
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "The viewport must be at least 1x1, but is " + width + "x" + height + ".");
    }
    gridUrl.ifPresent(BrowserOptions::checkGridUrl);
  }

  private static void checkArgument(String argument) {
    if (!argument.startsWith("--")) {
      throw new IllegalArgumentException(
          "A browser argument starts with --, but this one does not: \"" + argument + "\".");
    }
    if (argument.equals(PROFILE_ARGUMENT) || argument.startsWith(PROFILE_ARGUMENT + "=")) {
      throw new IllegalArgumentException(
          "Browser arguments cannot contain "
              + PROFILE_ARGUMENT
              + ": each browser gets a fresh profile, which is deleted afterwards."
              + " Give the test a driver of its own to use another profile.");
    }
  }

  private static void checkGridUrl(URI url) {
    String scheme = String.valueOf(url.getScheme());
    if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
      throw new IllegalArgumentException(
          "The grid's URL must start with http:// or https://, but is \"" + url + "\".");
    }
  }

  /**
   * A headless Chrome or Chromium of this machine, with a viewport of 1280x900 and the work folder
   * {@code midagoal-<user>} in the system's folder for temporary files.
   *
   * @return the defaults
   */
  public static BrowserOptions defaults() {
    return new BrowserOptions(
        BrowserName.CHROME,
        Optional.empty(),
        List.of(),
        true,
        1280,
        900,
        false,
        Optional.empty(),
        defaultWorkFolder());
  }

  private static Path defaultWorkFolder() {
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
    return Path.of(System.getProperty("java.io.tmpdir"), "midagoal-" + user);
  }

  /**
   * Sets which browser to look for.
   *
   * @param browser {@link BrowserName#CHROME} unless set
   * @return a changed copy
   */
  public BrowserOptions withBrowser(BrowserName browser) {
    return new BrowserOptions(
        browser,
        binary,
        extraArguments,
        headless,
        width,
        height,
        acceptInsecureCerts,
        gridUrl,
        workFolder);
  }

  /**
   * Sets the browser's executable.
   *
   * @param binary an existing file; this is checked when the browser starts
   * @return a changed copy
   */
  public BrowserOptions withBinary(Path binary) {
    return new BrowserOptions(
        browser,
        Optional.of(binary),
        extraArguments,
        headless,
        width,
        height,
        acceptInsecureCerts,
        gridUrl,
        workFolder);
  }

  /**
   * Sets the command-line arguments that follow midagoal's own.
   *
   * @param extraArguments each starts with {@code --}
   * @return a changed copy
   */
  public BrowserOptions withExtraArguments(List<String> extraArguments) {
    return new BrowserOptions(
        browser,
        binary,
        extraArguments,
        headless,
        width,
        height,
        acceptInsecureCerts,
        gridUrl,
        workFolder);
  }

  /**
   * Sets whether the browser runs without a window on the screen.
   *
   * @param headless {@code true} unless set
   * @return a changed copy
   */
  public BrowserOptions withHeadless(boolean headless) {
    return new BrowserOptions(
        browser,
        binary,
        extraArguments,
        headless,
        width,
        height,
        acceptInsecureCerts,
        gridUrl,
        workFolder);
  }

  /**
   * Sets the size of the viewport: what a page sees as its window.
   *
   * @param width in CSS pixels
   * @param height in CSS pixels
   * @return a changed copy
   */
  public BrowserOptions withViewport(int width, int height) {
    return new BrowserOptions(
        browser,
        binary,
        extraArguments,
        headless,
        width,
        height,
        acceptInsecureCerts,
        gridUrl,
        workFolder);
  }

  /**
   * Sets whether pages with an invalid certificate are opened.
   *
   * @param acceptInsecureCerts {@code false} unless set
   * @return a changed copy
   */
  public BrowserOptions withAcceptInsecureCerts(boolean acceptInsecureCerts) {
    return new BrowserOptions(
        browser,
        binary,
        extraArguments,
        headless,
        width,
        height,
        acceptInsecureCerts,
        gridUrl,
        workFolder);
  }

  /**
   * Lets a Selenium Grid start the browser. Processes and profiles are then the grid's business.
   *
   * @param gridUrl an {@code http} or {@code https} URL
   * @return a changed copy
   */
  public BrowserOptions withGridUrl(URI gridUrl) {
    return new BrowserOptions(
        browser,
        binary,
        extraArguments,
        headless,
        width,
        height,
        acceptInsecureCerts,
        Optional.of(gridUrl),
        workFolder);
  }

  /**
   * Sets where profiles and the register of started processes are kept. A run can only end what an
   * earlier, killed run left when both use the same folder.
   *
   * @param workFolder a folder for this user alone; it is created when missing
   * @return a changed copy
   */
  public BrowserOptions withWorkFolder(Path workFolder) {
    return new BrowserOptions(
        browser,
        binary,
        extraArguments,
        headless,
        width,
        height,
        acceptInsecureCerts,
        gridUrl,
        workFolder);
  }
}
