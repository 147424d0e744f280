package io.midagoal.internal.scripts;

import io.midagoal.internal.driver.Dialogs;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chromium.HasCdp;

/** Scripts that run in every new document before the page's own, where the driver speaks CDP. */
public final class DocumentStartScript {

  private DocumentStartScript() {}

  /**
   * Registers a script.
   *
   * @param driver any driver
   * @param script the source
   * @return the script's identifier, or empty if the driver cannot
   */
  public static Optional<String> register(WebDriver driver, String script) {
    return register(driver, Map.of("source", script));
  }

  /** Registers a script that runs in the isolated world in which pages are judged. */
  public static Optional<String> registerInOwnWorld(WebDriver driver, String script) {
    return register(driver, Map.of("source", script, "worldName", IsolatedWorld.NAME));
  }

  private static Optional<String> register(WebDriver driver, Map<String, Object> parameters) {
    if (!(driver instanceof HasCdp cdp)) {
      return Optional.empty();
    }
    try {
      Map<String, Object> answer =
          Dialogs.past(
              driver,
              () -> cdp.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", parameters));
      return Optional.of(String.valueOf(answer.get("identifier")));
    } catch (WebDriverException e) {
      return Optional.empty();
    }
  }

  /**
   * Removes a script; it stays in effect in documents that already ran it.
   *
   * @param driver the driver that registered it
   * @param identifier what {@link #register} returned
   */
  public static void remove(WebDriver driver, String identifier) {
    Map<String, Object> script = Map.of("identifier", identifier);
    Dialogs.past(
        driver,
        () ->
            Optional.ofNullable(
                ((HasCdp) driver)
                    .executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", script)));
  }
}
