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
 * A browser and the driver to start it with.
 *
 * @param driver chromedriver's executable
 * @param browser the browser's executable; when empty, chromedriver looks where Chrome is usually
 *     installed
 */
record Installation(Path driver, Optional<Path> browser) {
  private static final List<String> CHROME =
      List.of("google-chrome", "google-chrome-stable", "chrome");
  private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser");

  /**
   * What is installed: the driver that Selenium's own settings name, else the one in the search
   * path. Needs no network.
   *
   * @param binary the browser to use; when empty, one in the search path
   * @return empty when there is no driver
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

  /** Chromium in the search path. */
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
   * What Selenium Manager finds or downloads.
   *
   * @param binary the browser to find a driver for; when empty, Selenium Manager finds one, too
   * @throws org.openqa.selenium.WebDriverException when it finds nothing
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
