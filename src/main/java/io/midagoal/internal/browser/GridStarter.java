package io.midagoal.internal.browser;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.Augmenter;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Starts browsers on a Selenium Grid, which manages their processes. */
final class GridStarter implements BrowserStarter {
  private final BrowserOptions options;
  private final URI grid;
  private final Set<Browser> open = ConcurrentHashMap.newKeySet();

  GridStarter(BrowserOptions options) {
    this.options = options;
    this.grid = options.gridUrl().orElseThrow();
  }

  @Override
  public Browser start() {
    try {
      WebDriver remote = new RemoteWebDriver(address(), ChromeFlags.of(options));
      // Adds the DevTools commands of a local ChromeDriver.
      Browser browser = new Browser(new Augmenter().augment(remote), options.viewport(), () -> {});
      open.add(browser);
      return browser;
    } catch (WebDriverException | MalformedURLException failure) {
      throw new BrowserStartException(
          List.of(new StartFailure("the Selenium Grid at " + grid, failure, "")),
          "check that the grid is running and has Chrome, or remove midagoal.grid-url to use a"
              + " local browser.");
    }
  }

  /** Grid sessions are expensive: none is opened ahead of use. */
  @Override
  public boolean canStartAhead() {
    return false;
  }

  private URL address() throws MalformedURLException {
    return grid.toURL();
  }

  /** Ends the sessions, which would block the grid until they time out. */
  @Override
  public void close() {
    open.forEach(Browser::end);
  }
}
