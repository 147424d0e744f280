package io.midagoal.internal.driver;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriverException;

/** Makes drivers' messages readable. */
public final class DriverMessages {

  /** Why a tab that did not answer was closed. */
  public static final String BUSY = "its scripts keep the browser busy";

  private static final String OPENS_DIALOGS = "it keeps opening dialogs";

  private static final String NO_ANSWER = "scripts in it do not answer in time";

  private static final String CRASHED = "its tab crashed";

  /** Browsers' error names in words. Messages keep the name, to look it up. */
  private static final Map<String, String> IN_WORDS =
      Map.of(
          "ERR_TOO_MANY_REDIRECTS", "it redirects without end",
          "ERR_CERT_", "the browser does not accept its certificate",
          "ERR_SSL_", "no secure connection is possible",
          "ERR_NAME_NOT_RESOLVED", "its host name is unknown",
          "ERR_CONNECTION_REFUSED", "nothing answers at its address",
          "ERR_CONNECTION_RESET", "its server closes the connection",
          "ERR_EMPTY_RESPONSE", "its server sends no answer",
          "ERR_INTERNET_DISCONNECTED", "the browser has no connection to the network",
          "ERR_BLOCKED_BY_RESPONSE", "the browser refuses to show it");

  private DriverMessages() {}

  /**
   * Why a tab no longer answers any command, repeated dialogs included, if a failure means that.
   */
  public static Optional<String> ofLostTab(WebDriverException failure) {
    String message = String.valueOf(failure.getRawMessage());
    if (failure instanceof UnhandledAlertException) {
      return Optional.of(OPENS_DIALOGS);
    }
    if (message.contains("tab crashed")) {
      return Optional.of(CRASHED);
    }
    return message.contains("receiving message from renderer")
        ? Optional.of(BUSY)
        : Optional.empty();
  }

  /**
   * The driver's message, without the session, build and system information that Selenium adds.
   *
   * @return one line
   */
  public static String firstLine(WebDriverException exception) {
    String message = exception.getRawMessage();
    if (exception instanceof ScriptTimeoutException) {
      return NO_ANSWER;
    }
    if (message == null || message.isBlank()) {
      return exception instanceof TimeoutException
          ? NO_ANSWER
          : exception.getClass().getSimpleName();
    }
    String line = message.strip().lines().findFirst().orElse(message);
    return inWords(
        line.replaceFirst("^((unknown error|javascript error|timeout): )+", "")
            .replaceFirst("\\s*\\(Session info:.*$", "")
            .strip());
  }

  /** A browser's message, with error names in words. */
  static String inWords(String said) {
    for (Map.Entry<String, String> entry : IN_WORDS.entrySet()) {
      Matcher name = Pattern.compile("(net::)?(" + entry.getKey() + "\\w*)").matcher(said);
      if (name.find() && !said.contains(entry.getValue())) {
        return entry.getValue() + " (" + name.group(2) + ")";
      }
    }
    return said;
  }
}
