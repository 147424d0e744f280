package io.midagoal.internal.page;

import io.midagoal.internal.driver.Dialogs;
import io.midagoal.internal.driver.DriverMessages;
import io.midagoal.internal.driver.LoadFailure;
import io.midagoal.internal.text.WebAddress;
import java.util.Optional;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/** Opens pages, and leaves even those that keep navigating. */
final class Navigation {

  /** How often a page may navigate to another before midagoal gives up. */
  static final int MOST_LEFT = 4;

  private static final String BLANK = "about:blank";

  private final WebDriver driver;
  private final PageScripts scripts;
  private int opened;
  private boolean isRestless;

  Navigation(WebDriver driver, PageScripts scripts) {
    this.driver = driver;
    this.scripts = scripts;
  }

  /** How many pages were opened; 0 while the driver's own page is judged. */
  int opened() {
    return opened;
  }

  void stayHere() {
    opened = 0;
  }

  /** Remembers that the page keeps navigating. */
  void markRestless() {
    isRestless = true;
  }

  Optional<LoadFailure> open(String url) {
    try {
      if (opened == 0) {
        scripts.markPage();
      }
      opened++;
      scripts.willOpen(url);
      Dialogs.past(driver, () -> load(url));
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.of(new LoadFailure(true, DriverMessages.firstLine(e)));
    } catch (WebDriverException e) {
      String reason = DriverMessages.firstLine(scripts.afterFailure(e));
      return Optional.of(new LoadFailure(false, reason));
    }
  }

  private boolean load(String url) {
    if (!leaveRestless() && isOtherFragmentOfThisPage(url)) {
      driver.get(BLANK);
    }
    driver.get(url);
    return true;
  }

  /** A restless page may navigate while the next one loads, and win. */
  boolean leaveRestless() {
    boolean wasRestless = isRestless;
    for (int tried = 0; isRestless && tried < MOST_LEFT && !currentUrl().equals(BLANK); tried++) {
      driver.get(BLANK);
    }
    isRestless = false;
    return wasRestless;
  }

  /** Opening another fragment of the page that is shown would not load it. */
  private boolean isOtherFragmentOfThisPage(String url) {
    return url.contains("#")
        && WebAddress.withoutFragment(url).equals(WebAddress.withoutFragment(currentUrl()));
  }

  /** Where opening a URL led, if that is on another origin. */
  Optional<String> otherOriginAfter(String url) {
    try {
      String shown = currentUrl();
      Optional<String> origin = WebAddress.of(shown).map(WebAddress::origin);
      return origin.isPresent() && !origin.equals(WebAddress.of(url).map(WebAddress::origin))
          ? Optional.of(shown)
          : Optional.empty();
    } catch (WebDriverException e) {
      return Optional.empty();
    }
  }

  private String currentUrl() {
    String url = driver.getCurrentUrl();
    return url == null ? "" : url;
  }
}
