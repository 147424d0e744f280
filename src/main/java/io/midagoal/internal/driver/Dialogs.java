package io.midagoal.internal.driver;

import java.util.function.Supplier;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/**
 * Dialogs that a page opens stand in the way of every command. Most drivers close one when a
 * command meets it, and say so; where a driver is set to leave it open, it is dismissed, as a
 * visitor would do who presses Escape.
 */
public final class Dialogs {

  /** A page that opens more of them, one after the other, is left alone. */
  private static final int MOST = 10;

  private Dialogs() {}

  /** Does something, again for each dialog that keeps it from being done. */
  public static <T> T past(WebDriver driver, Supplier<T> command) {
    for (int closed = 0; ; closed++) {
      try {
        return command.get();
      } catch (UnhandledAlertException e) {
        if (closed == MOST) {
          throw e;
        }
        close(driver);
      }
    }
  }

  /** Closes the dialog that is still open, if one is. */
  public static void close(WebDriver driver) {
    try {
      driver.switchTo().alert().dismiss();
    } catch (NoAlertPresentException e) {
      // The driver has closed it.
    } catch (WebDriverException e) {
      System.getLogger(Dialogs.class.getName())
          .log(System.Logger.Level.DEBUG, "A dialog could not be closed.", e);
    }
  }
}
