package io.midagoal.internal.page;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.midagoal.config.MidaScript;
import io.midagoal.internal.driver.Dialogs;
import io.midagoal.internal.driver.DriverMessages;
import io.midagoal.internal.driver.TabLostException;
import io.midagoal.internal.scripts.DocumentStartScript;
import io.midagoal.internal.scripts.ScriptContext;
import io.midagoal.internal.scripts.Scripts;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/** The scripts of one session: those that run before a page's own, and calls on its pages. */
final class PageScripts {

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final WebDriver driver;
  private final Duration limit;
  private final MidaRequests mida;
  private ScriptContext context;
  private Optional<String> pageSide = Optional.empty();
  private Optional<String> guard = Optional.empty();
  private boolean runsBeforePages;

  PageScripts(WebDriver driver, Duration limit, MidaScript midaScript) {
    this.driver = driver;
    this.limit = limit;
    mida = new MidaRequests(driver, midaScript);
    context = ScriptContext.of(driver, limit);
  }

  /** Counts the pending work of pages to come; without CDP, the wait is longer instead. */
  void runBeforePages() {
    runsBeforePages = true;
    mida.block();
    pageSide = DocumentStartScript.register(driver, Scripts.PAGE_SIDE);
  }

  /** Catches input on pages to come, for {@link Probe}, where the driver speaks CDP. */
  void guardInput() {
    guard = DocumentStartScript.registerInOwnWorld(driver, Scripts.GUARD);
  }

  /**
   * Marks the page that the driver shows before it opens any; later ones are marked when judged.
   */
  void markPage() {
    try {
      Dialogs.past(driver, () -> Optional.ofNullable(context.run(Scripts.MARK, 0)));
    } catch (WebDriverException e) {
      System.getLogger(PageScripts.class.getName())
          .log(System.Logger.Level.DEBUG, "The first page could not be marked.", afterFailure(e));
    }
  }

  /** The page is about to be left for another URL. */
  void willOpen(String url) {
    mida.willOpen(url);
    context.pageLeft();
  }

  /** In a frame, the frame's document is the page, and its scripts share their world with ours. */
  void stayHere() {
    context.close();
    context = isInFrame() ? ScriptContext.ofPage(driver) : ScriptContext.of(driver, limit);
  }

  private boolean isInFrame() {
    try {
      String script = "return window !== window.top";
      return Boolean.TRUE.equals(((JavascriptExecutor) driver).executeScript(script));
    } catch (WebDriverException e) {
      // The page breaks the driver's own scripts, but not those in an isolated world.
      return false;
    }
  }

  /** Like {@link #call}, past dialogs; a failure is explained. */
  <T> Optional<T> ask(String name, Class<T> answer, Object... arguments) {
    return explained(() -> call(name, answer, arguments));
  }

  /** Calls a function on the page that the driver shows; empty when it answers null. */
  <T> Optional<T> call(String name, Class<T> answer, Object... arguments) {
    return Optional.ofNullable(context.call(name, arguments))
        .map(found -> JSON.convertValue(found, answer));
  }

  /** Runs a command past dialogs and explains its failure. */
  <T> T explained(Supplier<T> command) {
    try {
      return Dialogs.past(driver, command);
    } catch (WebDriverException e) {
      throw failed(e);
    }
  }

  PageScriptException failed(WebDriverException failure) {
    WebDriverException cause = afterFailure(failure);
    String reason =
        DriverMessages.ofLostTab(cause).orElseGet(() -> DriverMessages.firstLine(cause));
    return new PageScriptException(reason, cause);
  }

  /** What a failure means for the tab. The tab that replaces a lost one needs the scripts again. */
  WebDriverException afterFailure(WebDriverException failure) {
    WebDriverException cause =
        failure instanceof TabLostException ? failure : context.afterFailure(failure);
    if (cause instanceof TabLostException && runsBeforePages) {
      runBeforePages();
      guard.ifPresent(lost -> guardInput());
    }
    return cause;
  }

  MidaScript midaScript() {
    return mida.how();
  }

  void close() {
    if (runsBeforePages) {
      mida.close();
    }
    pageSide.ifPresent(id -> DocumentStartScript.remove(driver, id));
    guard.ifPresent(id -> DocumentStartScript.remove(driver, id));
    context.close();
  }
}
