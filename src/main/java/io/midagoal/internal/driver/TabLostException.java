package io.midagoal.internal.driver;

import java.io.Serial;
import org.openqa.selenium.WebDriverException;

/** A tab that no longer answered was closed, and the driver has a blank one instead. */
public final class TabLostException extends WebDriverException {

  @Serial private static final long serialVersionUID = 1L;

  public TabLostException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
