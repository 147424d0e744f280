package io.midagoal.internal.scripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
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
 * Where scripts run that judge a page. A script is the body of a function: it finds its arguments
 * in {@code arguments} and returns its answer, or a promise of it.
 *
 * <p>Arguments travel as JSON in plain ASCII, so that every string arrives as it is: drivers refuse
 * lone surrogates, for one.
 */
public interface ScriptContext {

  /**
   * Runs a script on the page that the driver shows.
   *
   * @return the answer as maps, lists and simple values
   * @throws WebDriverException when the driver, or the page, does not let the script run to its end
   */
  @Nullable Object run(String script, Object... arguments);

  /**
   * Calls a function of {@link Scripts#PAGE} on the page that the driver shows.
   *
   * @param name the function's name
   * @return the answer as maps, lists and simple values
   * @throws WebDriverException when the driver, or the page, does not let it run to its end
   */
  default @Nullable Object call(String name, Object... arguments) {
    return run(Scripts.PAGE + "return page." + name + "(...arguments);", arguments);
  }

  /** Gives the driver back as it was found. */
  default void close() {}

  /** Forgets the page: another one may be shown from now on. */
  default void pageLeft() {}

  /**
   * Takes care of a tab to which no command gets through any more, if that is what this says.
   *
   * @return what to tell of it: a {@link TabLostException} when the driver has a blank tab instead
   */
  default WebDriverException afterFailure(WebDriverException failure) {
    return failure;
  }

  /**
   * The best that a driver offers: a world of its own beside the page's scripts where it speaks
   * CDP, the page's own elsewhere.
   *
   * @param limit after how long a script is taken for one that never ends
   * @throws IllegalArgumentException when the driver runs no scripts
   */
  static ScriptContext of(WebDriver driver, Duration limit) {
    ScriptContext own = ofPage(driver);
    return IsolatedWorld.in(driver, limit).map(ScriptContext.class::cast).orElse(own);
  }

  /**
   * The world in which the scripts of the document run in which the driver stands.
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

  /** A page may have changed how scripts answer: then whatever comes is none of ours. */
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
      return JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build()
          .writeValueAsString(arguments);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("midagoal could not pass these to a page.", e);
    }
  }
}
