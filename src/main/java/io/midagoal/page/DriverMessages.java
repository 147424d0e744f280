package io.midagoal.page;

import org.openqa.selenium.WebDriverException;

/** Makes the messages of drivers fit to be read. */
final class DriverMessages {

  private DriverMessages() {}

  /**
   * What the driver said, without the session, build and system information that Selenium adds.
   *
   * @return one line
   */
  static String firstLine(WebDriverException exception) {
    String message = exception.getRawMessage();
    if (message == null || message.isBlank()) {
      return exception.getClass().getSimpleName();
    }
    String line = message.strip().lines().findFirst().orElse(message);
    return line.replaceFirst("^(unknown error|javascript error|timeout): ", "")
        .replaceFirst("\\s*\\(Session info:.*$", "")
        .strip();
  }
}
