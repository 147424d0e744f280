package io.midagoal.internal.page;

import com.fasterxml.jackson.core.type.TypeReference;
import io.midagoal.internal.driver.DriverMessages;
import io.midagoal.internal.facts.GoalQuery;
import io.midagoal.internal.scripts.DocumentStartScript;
import io.midagoal.internal.scripts.ScriptContext;
import io.midagoal.internal.scripts.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/**
 * Records what converts on all pages of one site that a tab shows: the events that scripts track,
 * and the clicks and submits that goals count. With CDP it listens before the pages' own scripts
 * run; without, only on the page on which {@link #listenHere} was called, and from then on.
 *
 * <p>Not thread-safe, as a {@link WebDriver} is not.
 */
public final class Recorder implements AutoCloseable {

  /**
   * Takes what was recorded on this page and the pages before it. On a page without a recorder,
   * that is what the page before left in the tab's session storage.
   */
  private static final String TAKE =
      """
      const take = window[Symbol.for('midagoal.recording')];
      if (take !== undefined) {
        return take();
      }
      try {
        const left = sessionStorage.getItem('midagoal.recorded');
        sessionStorage.removeItem('midagoal.recorded');
        return JSON.parse(left ?? '[]');
      } catch {
        return [];
      }
      """;

  private final WebDriver driver;
  private final JavascriptExecutor scripts;
  private final String script;
  private final Optional<String> preload;
  private final List<Trigger> taken = new ArrayList<>();

  /**
   * A recorded event.
   *
   * @param kind {@code track}; a goal's type, for a click or submit that counts for it; {@code
   *     click} or {@code submit}, for one that counts for none
   * @param name the name that was tracked; the goal's value; the element's opening tag
   * @param url the page on which it happened
   */
  public record Trigger(String kind, String name, String url) {}

  private Recorder(WebDriver driver, JavascriptExecutor scripts, List<GoalQuery> goals) {
    this.driver = driver;
    this.scripts = scripts;
    // JavaScript reads plain ASCII JSON as it is.
    String asked = ScriptContext.asJson(goals.stream().map(GoalQuery::asArgument).toArray());
    script = Scripts.RECORD + "record(" + asked + ");";
    preload = DocumentStartScript.register(driver, script);
  }

  /**
   * Starts to record.
   *
   * @param driver any driver that runs scripts
   * @param goals the goals whose clicks and submits are to be recorded
   * @return a recorder to be closed
   * @throws IllegalArgumentException when the driver runs no scripts
   */
  public static Recorder on(WebDriver driver, List<GoalQuery> goals) {
    if (driver instanceof JavascriptExecutor scripts) {
      return new Recorder(driver, scripts, goals);
    }
    throw new IllegalArgumentException(
        "midagoal records a journey by scripts that run in its pages, but this WebDriver runs"
            + " none: "
            + driver.getClass().getName());
  }

  /**
   * Listens on the page that the driver shows and starts a new recording.
   *
   * @return what was recorded before, while the page loaded
   * @throws PageScriptException when the page does not let the script finish
   */
  public List<Trigger> listenHere() {
    try {
      scripts.executeScript(script);
    } catch (WebDriverException e) {
      throw new PageScriptException(DriverMessages.firstLine(e), e);
    }
    List<Trigger> before = triggers();
    taken.clear();
    return before;
  }

  /**
   * What was recorded so far on the site that the driver shows.
   *
   * @return the triggers in their order
   * @throws PageScriptException when the page does not let the script finish
   */
  public List<Trigger> triggers() {
    try {
      Object entries = scripts.executeScript(TAKE);
      taken.addAll(PageScripts.JSON.convertValue(entries, new TypeReference<List<Trigger>>() {}));
      return List.copyOf(taken);
    } catch (WebDriverException e) {
      throw new PageScriptException(DriverMessages.firstLine(e), e);
    }
  }

  /** Stops listening on further pages. */
  @Override
  public void close() {
    preload.ifPresent(id -> DocumentStartScript.remove(driver, id));
  }
}
