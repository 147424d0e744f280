package io.midagoal.internal.scripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.midagoal.internal.driver.DriverMessages;
import io.midagoal.internal.driver.TabLostException;
import io.midagoal.internal.driver.Tabs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chromium.HasCdp;

/**
 * An isolated world in the page's top document: it shares the document with the page's scripts, but
 * not what they changed in the browser's JavaScript objects.
 */
final class IsolatedWorld implements ScriptContext {

  /** Scripts that share this world name it. */
  static final String NAME = "midagoal";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final WebDriver driver;
  private final HasCdp cdp;
  private final Optional<Tabs> tabs;
  private final Duration limit;
  private @Nullable String frame;
  private @Nullable Integer context;

  /**
   * How many pages got the scripts with a call, the last of them, and the registration for others.
   */
  private int installations;

  private @Nullable Integer installedIn;
  private Optional<String> installer = Optional.empty();

  private IsolatedWorld(WebDriver driver, HasCdp cdp, Duration limit) {
    this.driver = driver;
    this.cdp = cdp;
    this.limit = limit;
    tabs = Tabs.of(driver);
  }

  /** A world for the pages that a driver shows, or empty where the driver does not speak CDP. */
  static Optional<IsolatedWorld> in(WebDriver driver, Duration limit) {
    if (!(driver instanceof HasCdp cdp)) {
      return Optional.empty();
    }
    IsolatedWorld world = new IsolatedWorld(driver, cdp, limit);
    try {
      world.frame = world.topFrame();
    } catch (UnhandledAlertException e) {
      // No CDP while a dialog is open. A window handle is also the id of its top frame.
      world.frame = driver.getWindowHandle();
    } catch (WebDriverException e) {
      if (DriverMessages.ofLostTab(e).isEmpty()) {
        return Optional.empty();
      }
      // The tab has crashed, or is busy without end: the first script will report it.
      world.frame = driver.getWindowHandle();
    }
    return Optional.of(world);
  }

  @Override
  public void pageLeft() {
    context = null;
  }

  @Override
  public @Nullable Object run(String script, Object... arguments) {
    String body = "return (function () {" + script + "\n}).apply(undefined, JSON.parse(json));";
    return guarded(() -> evaluate(body, ScriptContext.asJson(arguments)));
  }

  /** Pages get the scripts before their own run; the first pages get them with the call. */
  @Override
  public @Nullable Object call(String name, Object... arguments) {
    String body = "return midagoal('" + name + "')(...JSON.parse(json));";
    String json = ScriptContext.asJson(arguments);
    return guarded(
        () -> {
          int world = context();
          if (installer.isEmpty() && !Objects.equals(installedIn, world)) {
            return evaluate(install(world) + body, json);
          }
          JsonNode answer = evaluate("if (!globalThis.midagoal) return undefined;" + body, json);
          boolean isMissing = answer.at("/result/type").asText().equals("undefined");
          return isMissing ? evaluate(install(world) + body, json) : answer;
        });
  }

  /** A single page is faster without a registration, which takes two commands. */
  private String install(int world) {
    installedIn = world;
    if (++installations == 2) {
      installer = DocumentStartScript.registerInOwnWorld(driver, Scripts.INSTALL);
    }
    return Scripts.INSTALL;
  }

  @Override
  public void close() {
    installer.ifPresent(id -> DocumentStartScript.remove(driver, id));
    installer = Optional.empty();
  }

  private @Nullable Object guarded(Supplier<JsonNode> evaluation) {
    try {
      return answer(evaluation.get());
    } catch (JavascriptException e) {
      throw e;
    } catch (UnhandledAlertException e) {
      context = null;
      throw e;
    } catch (WebDriverException e) {
      throw afterFailure(e);
    }
  }

  @Override
  public WebDriverException afterFailure(WebDriverException failure) {
    Optional<String> reason = DriverMessages.ofLostTab(failure);
    WebDriverException cause = failure;
    if (reason.isPresent()) {
      cause = replaceTab().map(tab -> goTo(tab, reason.get(), failure)).orElse(failure);
    }
    // The world's document is gone, or the driver shows another window.
    context = null;
    frame = null;
    return cause;
  }

  private WebDriverException goTo(String tab, String reason, WebDriverException failure) {
    driver.switchTo().window(tab);
    // The registration was the lost tab's.
    installer = Optional.empty();
    installations = 0;
    return new TabLostException(reason, failure);
  }

  private JsonNode evaluate(String body, String json) {
    String function =
        "async function (json) { const answer = await (async () => {"
            + body
            + "\n})(); return answer === undefined ? undefined : JSON.stringify(answer); }";
    Map<String, Object> parameters =
        Map.of(
            "functionDeclaration",
            function,
            "executionContextId",
            context(),
            "arguments",
            List.of(Map.of("value", json)),
            "awaitPromise",
            true,
            "returnByValue",
            true);
    return watched(() -> command("Runtime.callFunctionOn", parameters));
  }

  /**
   * Drivers do not limit such a command. If the page keeps its tab busy without end, another thread
   * closes the tab, which ends the command.
   */
  private JsonNode watched(Supplier<JsonNode> command) {
    AtomicBoolean isEnded = new AtomicBoolean();
    CompletableFuture<Optional<String>> watch =
        CompletableFuture.supplyAsync(
            () -> isEnded.getAndSet(true) ? Optional.empty() : replaceTab(),
            CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
    WebDriverException failure = new WebDriverException(DriverMessages.BUSY);
    try {
      JsonNode answer = command.get();
      if (!isEnded.getAndSet(true)) {
        return answer;
      }
    } catch (WebDriverException e) {
      if (!isEnded.getAndSet(true)) {
        throw e;
      }
      failure = e;
    } finally {
      isEnded.set(true);
    }
    // The tab is being closed, even if the script answered meanwhile.
    WebDriverException cause = failure;
    throw watch.join().map(tab -> goTo(tab, DriverMessages.BUSY, cause)).orElse(cause);
  }

  private Optional<String> replaceTab() {
    String lost = frame;
    return lost == null ? Optional.empty() : tabs.flatMap(known -> known.replace(lost));
  }

  private int context() {
    if (context != null) {
      return context;
    }
    if (frame == null) {
      frame = topFrame();
    }
    int created =
        command("Page.createIsolatedWorld", Map.of("frameId", frame, "worldName", NAME))
            .path("executionContextId")
            .asInt();
    context = created;
    return created;
  }

  private String topFrame() {
    return command("Page.getFrameTree", Map.of()).at("/frameTree/frame/id").asText();
  }

  private JsonNode command(String name, Map<String, Object> parameters) {
    Map<String, Object> answer;
    try {
      answer = cdp.executeCdpCommand(name, parameters);
    } catch (NullPointerException e) {
      // The driver answers nothing when a dialog opens meanwhile, which Selenium does not expect.
      throw new UnhandledAlertException("a dialog was opened");
    }
    return JSON.valueToTree(answer);
  }

  private static @Nullable Object answer(JsonNode answer) {
    JsonNode details = answer.path("exceptionDetails");
    if (!details.isMissingNode()) {
      String text = details.path("text").asText();
      throw new JavascriptException(details.at("/exception/description").asText(text));
    }
    JsonNode value = answer.at("/result/value");
    try {
      return value.isMissingNode() ? null : JSON.readValue(value.asText(), Object.class);
    } catch (JsonProcessingException e) {
      throw new WebDriverException("the answer is not JSON", e);
    }
  }
}
