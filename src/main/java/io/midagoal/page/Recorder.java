package io.midagoal.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/**
 * Records what triggers script goals, over all pages of one site that a tab shows until it is
 * closed. Where the driver speaks CDP it listens ahead of the pages' own scripts; elsewhere only
 * from the moment at which {@link #listenHere} was called, and only on that page.
 *
 * <p>Not thread-safe, as a {@link WebDriver} is not.
 */
public final class Recorder implements AutoCloseable {

  private static final String KEY = "midagoal.recorded";

  private static final String TAKE =
      "let stored = [];"
          + "try { stored = JSON.parse(sessionStorage.getItem(arguments[0]) ?? '[]');"
          + "  sessionStorage.removeItem(arguments[0]); } catch { }"
          + "const unstored = window[Symbol.for('midagoal.unstored')]?.splice(0) ?? [];"
          + "return stored.concat(unstored);";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final WebDriver driver;
  private final JavascriptExecutor scripts;
  private final Optional<String> preload;
  private final List<Trigger> taken = new ArrayList<>();

  /**
   * Something that was recorded.
   *
   * @param kind {@code track}
   * @param name the name that was passed
   * @param url the page on which it happened
   */
  public record Trigger(String kind, String name, String url) {}

  private Recorder(WebDriver driver, JavascriptExecutor scripts) {
    this.driver = driver;
    this.scripts = scripts;
    preload = Preload.register(driver, Scripts.RECORD);
  }

  /**
   * Starts to record.
   *
   * @param driver any driver that runs scripts
   * @return a recorder to be closed
   * @throws IllegalArgumentException when the driver runs no scripts
   */
  public static Recorder on(WebDriver driver) {
    if (driver instanceof JavascriptExecutor scripts) {
      return new Recorder(driver, scripts);
    }
    throw new IllegalArgumentException(
        "midagoal records a journey by scripts that run in its pages, but this WebDriver runs"
            + " none: "
            + driver.getClass().getName());
  }

  /** Listens on the page that the driver shows, if it does not already, and forgets the past. */
  public void listenHere() {
    scripts.executeScript(Scripts.RECORD);
    scripts.executeScript(TAKE, KEY);
    taken.clear();
  }

  /**
   * What was recorded so far on the site that the driver shows.
   *
   * @return the triggers in their order
   * @throws PageScriptException when the page does not let itself be asked
   */
  public List<Trigger> triggers() {
    try {
      Object entries = scripts.executeScript(TAKE, KEY);
      taken.addAll(JSON.convertValue(entries, new TypeReference<List<Trigger>>() {}));
      return List.copyOf(taken);
    } catch (WebDriverException e) {
      throw new PageScriptException(DriverMessages.firstLine(e), e);
    }
  }

  /** Stops listening on pages to come. */
  @Override
  public void close() {
    preload.ifPresent(id -> Preload.remove(driver, id));
  }
}
