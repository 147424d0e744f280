package io.midagoal.internal.scripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.midagoal.internal.driver.TabLostException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/**
 * Where the scripts that judge a page run. A script is the body of a function: it reads {@code
 * arguments} and returns its answer, or a promise of it.
 *
 * <p>Arguments are passed as JSON in plain ASCII, so that every string arrives unchanged: drivers
 * refuse lone surrogates, for example.
 */
public interface ScriptContext {

  /** Writes every character beyond ASCII escaped. */
  ObjectMapper ASCII = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /**
   * Runs a script on the page that the driver shows.
   *
   * @return the answer as maps, lists and simple values
   * @throws WebDriverException when the driver, or the page, does not let the script finish
   */
  @Nullable Object run(String script, Object... arguments);

  /**
   * Calls a function of {@link Scripts#PAGE} on the page that the driver shows.
   *
   * @param name the function's name
   * @return the answer as maps, lists and simple values
   * @throws WebDriverException when the driver, or the page, does not let it finish
   */
  default @Nullable Object call(String name, Object... arguments) {
    return run(Scripts.PAGE + "return page." + name + "(...arguments);", arguments);
  }

  /** Restores the driver. */
  default void close() {}

  /** Forgets the page: the driver may show another one from now on. */
  default void pageLeft() {}

  /**
   * Replaces a tab that no longer answers, if the failure means that.
   *
   * @return the failure, or a {@link TabLostException} if the driver has a blank tab now
   */
  default WebDriverException afterFailure(WebDriverException failure) {
    return failure;
  }

  /**
   * The best context that a driver offers: an isolated world with CDP, the page's own without.
   *
   * @param limit after how long a script counts as one that never ends
   * @throws IllegalArgumentException when the driver runs no scripts
   */
  static ScriptContext of(WebDriver driver, Duration limit) {
    ScriptContext own = ofPage(driver);
    return IsolatedWorld.in(driver, limit).map(ScriptContext.class::cast).orElse(own);
  }

  /**
   * The world of the document's own scripts, in the frame that the driver has selected.
   *
   * @throws IllegalArgumentException when the driver runs no scripts
   */
  static ScriptContext ofPage(WebDriver driver) {
    if (driver instanceof JavascriptExecutor executor) {
      return (script, arguments) ->
          answer(
              executor.executeAsyncScript(
                  "const done = arguments[1];"
                      + "const answer = (async () => (function () {"
                      + script
                      + "\n}).apply(undefined, JSON.parse(arguments[0])))();"
                      + "answer.then((value) => done({value}), (error) => done({error: `${error}`}));",
                  asJson(arguments)));
    }
    throw new IllegalArgumentException(
        "midagoal judges pages by scripts that run in them, but this WebDriver runs none: "
            + driver.getClass().getName());
  }

  /** A page may have changed how scripts answer. */
  private static @Nullable Object answer(@Nullable Object done) {
    if (!(done instanceof Map<?, ?> answer)) {
      throw new JavascriptException("it changes what scripts answer");
    }
    if (answer.containsKey("error")) {
      throw new JavascriptException(String.valueOf(answer.get("error")));
    }
    return answer.get("value");
  }

  /** Arguments as JSON in which every character beyond ASCII is escaped. */
  static String asJson(Object... arguments) {
    try {
      return ASCII.writeValueAsString(arguments);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("midagoal could not pass these to a page.", e);
    }
  }
}
