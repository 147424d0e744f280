package io.midagoal.internal.page;

import io.midagoal.internal.driver.Dialogs;
import io.midagoal.internal.driver.DriverMessages;
import io.midagoal.internal.facts.GoalQuery;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.Interactive;

/**
 * Clicks with the browser's own input where the hit test says that the click counts. A driver's
 * click on an element hits the middle of its box, which may be outside the element.
 */
public final class Mouse {

  private final PageSession session;
  private final WebDriver driver;

  private Mouse(PageSession session) {
    this.session = session;
    this.driver = session.driver();
  }

  /**
   * The mouse on the page of a session.
   *
   * @throws IllegalArgumentException when the driver has no input of its own
   */
  public static Mouse on(PageSession session) {
    if (session.driver() instanceof Interactive) {
      return new Mouse(session);
    }
    throw new IllegalArgumentException(
        "midagoal clicks with the browser's own input, but this WebDriver has none: "
            + session.driver().getClass().getName());
  }

  /**
   * Scrolls to where a click converts a goal.
   *
   * @return the point, or empty when no click does
   * @throws PageScriptException when the page does not let the script finish
   */
  public Optional<ClickPoint> aim(GoalQuery goal) {
    return session.ask("aimForGood", ClickPoint.class, goal.asArgument());
  }

  /**
   * Clicks at a point and leaves the pointer there. Closes the windows that this opens.
   *
   * @return whether a window was opened
   * @throws PageScriptException when the browser refuses, for example because a dialog is open
   */
  public boolean click(ClickPoint point) {
    try {
      Set<String> before = Dialogs.past(driver, driver::getWindowHandles);
      press(point);
      return closeOthers(before);
    } catch (WebDriverException e) {
      throw new PageScriptException(DriverMessages.firstLine(e), e);
    }
  }

  private void press(ClickPoint point) {
    try {
      new Actions(driver, Duration.ZERO).moveToLocation(point.x(), point.y()).click().perform();
    } catch (UnhandledAlertException e) {
      // The click opened a dialog, which a visitor would close.
      Dialogs.close(driver);
    }
  }

  private boolean closeOthers(Set<String> known) {
    Set<String> opened = new LinkedHashSet<>(Dialogs.past(driver, driver::getWindowHandles));
    opened.removeAll(known);
    if (opened.isEmpty()) {
      return false;
    }
    String window = driver.getWindowHandle();
    for (String handle : opened) {
      driver.switchTo().window(handle).close();
    }
    driver.switchTo().window(window);
    return true;
  }
}
