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

/** Has browsers started by a Selenium Grid. Their processes are the grid's business. */
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
      // Adds the DevTools commands that a local ChromeDriver has, too.
      Browser browser = new Browser(new Augmenter().augment(remote), options.viewport(), () -> {});
      open.add(browser);
      return browser;
    } catch (WebDriverException | MalformedURLException failure) {
      throw new BrowserStartException(
          List.of(new StartFailure("the Selenium Grid at " + grid, failure, "")),
          "check that the grid runs and offers Chrome, or leave out midagoal.grid-url to use a"
              + " browser of this machine.");
    }
  }

  /** Sessions of a grid are dear: none is opened before it is needed. */
  @Override
  public boolean isAtHand() {
    return false;
  }

  private URL address() throws MalformedURLException {
    return grid.toURL();
  }

  /** Ends the sessions; otherwise they would block the grid until it gives them up. */
  @Override
  public void close() {
    open.forEach(Browser::end);
  }
}
