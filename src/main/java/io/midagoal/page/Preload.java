package io.midagoal.page;

import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chromium.HasCdp;

/** Scripts that run in every new document before the page's own, where the driver can do that. */
public final class Preload {

  private Preload() {}

  /**
   * Registers a script.
   *
   * @param driver any driver
   * @param script the source
   * @return the script's identifier, or empty when the driver cannot do it
   */
  public static Optional<String> register(WebDriver driver, String script) {
    if (!(driver instanceof HasCdp cdp)) {
      return Optional.empty();
    }
    try {
      Map<String, Object> answer =
          Dialogs.past(
              driver,
              () ->
                  cdp.executeCdpCommand(
                      "Page.addScriptToEvaluateOnNewDocument", Map.of("source", script)));
      return Optional.of(String.valueOf(answer.get("identifier")));
    } catch (WebDriverException e) {
      return Optional.empty();
    }
  }

  /**
   * Removes a script; documents that already ran it keep what it did.
   *
   * @param driver the driver that registered it
   * @param identifier what {@link #register} answered
   */
  public static void remove(WebDriver driver, String identifier) {
    ((HasCdp) driver)
        .executeCdpCommand(
            "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", identifier));
  }
}
