package io.midagoal.internal.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.HasCapabilities;
import org.openqa.selenium.WebDriver;

/**
 * The browser's own list of tabs. It answers even when a tab is busy without end or has crashed,
 * and the driver can no longer reach any tab. On another machine, the list is out of reach.
 */
public final class Tabs {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI list;

  private Tabs(String address) {
    list = URI.create("http://" + address + "/json/");
  }

  /**
   * The tabs of a driver's browser, or empty where the driver does not report an address to ask.
   */
  public static Optional<Tabs> of(WebDriver driver) {
    if (driver instanceof HasCapabilities browser
        && browser.getCapabilities().getCapability("goog:chromeOptions")
            instanceof Map<?, ?> options
        && options.get("debuggerAddress") instanceof String address) {
      return Optional.of(new Tabs(address));
    }
    return Optional.empty();
  }

  /** The URL that a tab shows, or empty if this browser has no such tab. */
  private Optional<String> url(String tab) {
    for (JsonNode entry : ask("GET", "list")) {
      if (entry.path("id").asText().equals(tab)) {
        return Optional.of(entry.path("url").asText());
      }
    }
    return Optional.empty();
  }

  /**
   * Opens a blank tab and closes one.
   *
   * @return the window handle of the blank tab, or empty if this browser has no such tab
   */
  public Optional<String> replace(String tab) {
    if (url(tab).isEmpty()) {
      return Optional.empty();
    }
    String opened = ask("PUT", "new?about:blank").path("id").asText();
    ask("GET", "close/" + tab);
    return opened.isEmpty() ? Optional.empty() : Optional.of(opened);
  }

  private JsonNode ask(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(list.resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(LIMIT)
            .build();
    try {
      HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
      String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return answer.startsWith("{") || answer.startsWith("[")
          ? JSON.readTree(answer)
          : JSON.createObjectNode();
    } catch (IOException e) {
      return JSON.createObjectNode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return JSON.createObjectNode();
    }
  }
}
