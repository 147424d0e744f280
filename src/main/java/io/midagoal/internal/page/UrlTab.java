package io.midagoal.internal.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.midagoal.internal.driver.Dialogs;
import io.midagoal.internal.facts.UrlAnswer;
import io.midagoal.internal.facts.UrlQuestion;
import io.midagoal.internal.scripts.ScriptContext;
import io.midagoal.internal.scripts.Scripts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;

/** A blank tab, away from the page, in which no regular expression can hang the run. */
final class UrlTab {

  /** How long one task with a regular expression may take. */
  private static final Duration TASK_LIMIT = Duration.ofSeconds(1);

  private UrlTab() {}

  /** Opens the tab, asks, and returns to the window from which it started. */
  static List<UrlAnswer> ask(WebDriver driver, PageScripts scripts, List<UrlQuestion> questions) {
    List<Map<String, Object>> arguments = questions.stream().map(UrlQuestion::asArgument).toList();
    String window = driver.getWindowHandle();
    Dialogs.past(driver, () -> driver.switchTo().newWindow(WindowType.TAB));
    try {
      driver.manage().timeouts().scriptTimeout(limitFor(questions));
      Optional<Object> answers =
          scripts.explained(
              () ->
                  Optional.ofNullable(
                      ScriptContext.ofPage(driver)
                          .run(
                              Scripts.ANSWER_ON_URLS,
                              Scripts.URL_WORKER,
                              arguments,
                              TASK_LIMIT.toMillis())));
      return PageScripts.JSON.readValue(
          String.valueOf(answers.orElseThrow()), new TypeReference<List<UrlAnswer>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("midagoal's own script answered what it cannot read.", e);
    } finally {
      driver.close();
      driver.switchTo().window(window);
    }
  }

  /**
   * Each question may take the limit several times, on each of its URLs, and restart the worker.
   */
  private static Duration limitFor(List<UrlQuestion> questions) {
    long urls = questions.stream().mapToLong(UrlQuestion::countOfUrls).sum();
    return TASK_LIMIT.multipliedBy(urls + 15L * questions.size() + 15L);
  }
}
