package io.midagoal.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.HasCapabilities;
import org.openqa.selenium.WebDriver;

/**
 * A mouse and a keyboard for the page in one tab: their events are trusted, as a visitor's. Talks
 * to the browser past the driver, which would wait for each event before it takes the next one.
 */
public final class RealInput implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final WebSocket socket;
  private final Answers answers;
  private final List<CompletableFuture<Void>> underWay = new ArrayList<>();
  private int lastId;

  private RealInput(WebSocket socket, Answers answers) {
    this.socket = socket;
    this.answers = answers;
  }

  /** A mouse and a keyboard for the tab that a driver shows. */
  public static RealInput to(WebDriver driver) {
    Capabilities capabilities = ((HasCapabilities) driver).getCapabilities();
    Map<?, ?> chrome =
        (Map<?, ?>) Objects.requireNonNull(capabilities.getCapability("goog:chromeOptions"));
    String page =
        "ws://" + chrome.get("debuggerAddress") + "/devtools/page/" + driver.getWindowHandle();
    Answers answers = new Answers();
    WebSocket socket = HTTP.newWebSocketBuilder().buildAsync(URI.create(page), answers).join();
    return new RealInput(socket, answers);
  }

  /** A click with the left button, without waiting for what comes of it. */
  public void click(double x, double y) {
    mouse("mousePressed", x, y);
    mouse("mouseReleased", x, y);
  }

  /** Clicks all over the upper left of the page, and waits until the page has dealt with it. */
  public void clickGrid(int width, int height, int stepX, int stepY) {
    for (int y = 4; y < height; y += stepY) {
      for (int x = 4; x < width; x += stepX) {
        click(x, y);
      }
    }
    done();
  }

  /** Presses Enter where the focus is, without waiting for what comes of it. */
  public void enter() {
    press("Enter", "Enter", 13, "\r");
  }

  /** Presses the space bar where the focus is, without waiting for what comes of it. */
  public void space() {
    press(" ", "Space", 32, " ");
  }

  private void press(String key, String code, int virtualKey, String text) {
    for (String type : List.of("keyDown", "keyUp")) {
      Map<String, Object> event = new LinkedHashMap<>();
      event.put("type", type);
      event.put("key", key);
      event.put("code", code);
      event.put("windowsVirtualKeyCode", virtualKey);
      event.put("text", type.equals("keyDown") ? text : "");
      send("Input.dispatchKeyEvent", event);
    }
  }

  /** Types where the focus is, without waiting for what comes of it. */
  public void type(String text) {
    send("Input.insertText", Map.of("text", text));
  }

  private void mouse(String type, double x, double y) {
    send(
        "Input.dispatchMouseEvent",
        Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
  }

  private void send(String method, Map<String, Object> params) {
    lastId++;
    underWay.add(answers.to(lastId));
    try {
      String command =
          JSON.writeValueAsString(Map.of("id", lastId, "method", method, "params", params));
      socket.sendText(command, true).join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the page has dealt with everything. */
  public void done() {
    CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new))
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
    underWay.clear();
  }

  @Override
  public void close() {
    socket.abort();
  }

  /** What the browser says. */
  private static final class Answers implements WebSocket.Listener {
    private final Map<Integer, CompletableFuture<Void>> open = new ConcurrentHashMap<>();
    private final StringBuilder message = new StringBuilder();

    CompletableFuture<Void> to(int id) {
      return open.computeIfAbsent(id, unused -> new CompletableFuture<>());
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        answered(message.toString());
        message.setLength(0);
      }
      webSocket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    private void answered(String text) {
      try {
        var answer = JSON.readTree(text);
        CompletableFuture<Void> waiting = open.remove(answer.path("id").asInt());
        if (waiting == null) {
          return;
        }
        if (answer.has("error")) {
          waiting.completeExceptionally(new IllegalStateException(text));
        } else {
          waiting.complete(null);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      open.values().forEach(waiting -> waiting.completeExceptionally(error));
    }
  }
}
