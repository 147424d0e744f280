package io.midagoal.internal.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.os.ExecutableFinder;
import org.openqa.selenium.remote.service.DriverFinder;

/**
 * A browser and its driver.
 *
 * @param driver chromedriver's executable
 * @param browser the browser's executable; if empty, chromedriver looks for Chrome in the usual
 *     places
 */
record Installation(Path driver, Optional<Path> browser) {
  private static final List<String> CHROME =
      List.of("google-chrome", "google-chrome-stable", "chrome");
  private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser");

  /**
   * Finds the driver in Selenium's settings or on the PATH. Needs no network.
   *
   * @param binary the browser to use; if empty, one on the PATH
   */
  static Optional<Installation> onThisMachine(Optional<Path> binary) {
    return findDriver()
        .map(driver -> new Installation(driver, binary.or(Installation::findBrowser)));
  }

  private static Optional<Path> findDriver() {
    return Stream.of(
            System.getProperty(ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY),
            System.getenv(ChromeDriverService.CHROME_DRIVER_EXE_ENVIRONMENT_VARIABLE))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(Path::of)
        .or(() -> inSearchPath("chromedriver"));
  }

  private static Optional<Path> findBrowser() {
    return find(CHROME).or(Installation::findChromium);
  }

  /** Finds Chromium on the PATH. */
  static Optional<Path> findChromium() {
    return find(CHROMIUM);
  }

  private static Optional<Path> find(List<String> names) {
    return names.stream().flatMap(name -> inSearchPath(name).stream()).findFirst();
  }

  private static Optional<Path> inSearchPath(String name) {
    @Nullable String path = new ExecutableFinder().find(name);
    return Optional.ofNullable(path).map(Path::of);
  }

  /**
   * Finds or downloads driver and browser with Selenium Manager.
   *
   * @param binary the browser to find a driver for; if empty, Selenium Manager finds one too
   * @throws org.openqa.selenium.WebDriverException if it finds nothing
   */
  static Installation bySeleniumManager(Optional<Path> binary) {
    ChromeOptions wanted = new ChromeOptions();
    binary.map(Path::toFile).ifPresent(wanted::setBinary);
    try (ChromeDriverService service = ChromeDriverService.createDefaultService()) {
      DriverFinder finder = new DriverFinder(service, wanted);
      Path driver = Path.of(finder.getDriverPath());
      return new Installation(
          driver, binary.or(() -> Optional.ofNullable(finder.getBrowserPath()).map(Path::of)));
    }
  }

  @Override
  public String toString() {
    return browser.map(Path::toString).orElse("Chrome") + " with " + driver;
  }
}
