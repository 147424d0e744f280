package io.midagoal.internal.driver;

import java.util.function.Supplier;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/**
 * Dialogs that a page opens block every command. Most drivers close the dialog and report it; where
 * a driver is set to leave it open, midagoal dismisses it, as a visitor does by pressing Escape.
 */
public final class Dialogs {

  /** After this many dialogs in a row, midagoal gives up. */
  private static final int MOST = 10;

  private Dialogs() {}

  /** Runs the command, retrying after each dismissed dialog. */
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

  /** Dismisses the open dialog, if any. */
  public static void close(WebDriver driver) {
    try {
      driver.switchTo().alert().dismiss();
    } catch (NoAlertPresentException e) {
      // The driver closed it.
    } catch (WebDriverException e) {
      System.getLogger(Dialogs.class.getName())
          .log(System.Logger.Level.DEBUG, "A dialog could not be closed.", e);
    }
  }
}
