package io.midagoal.samples;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The samples' own browser, for those tests that bring one. */
public final class SampleBrowser {

  private SampleBrowser() {}

  /**
   * Starts a headless Chrome or Chromium that resolves no host but this machine.
   *
   * @return a driver; quit it in the end
   */
  public static WebDriver start() {
    ChromeOptions options = new ChromeOptions();
    options.addArguments(
        "--headless=new",
        "--no-first-run",
        "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        // Only pages of this machine are opened, and root, as in a container, has no sandbox.
        "--no-sandbox");
    onPath("chromium").ifPresent(binary -> options.setBinary(binary.toString()));
    ChromeDriverService.Builder service = new ChromeDriverService.Builder();
    onPath("chromedriver").ifPresent(driver -> service.usingDriverExecutable(driver.toFile()));
    WebDriver driver = new ChromeDriver(service.build(), options);
    driver.manage().window().setSize(new Dimension(1280, 1000));
    return driver;
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
