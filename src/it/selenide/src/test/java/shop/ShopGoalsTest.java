package shop;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codeborne.selenide.Configuration;
import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import com.sun.net.httpserver.HttpServer;
import io.midagoal.GoalCheck;
import io.midagoal.GoalNamed;
import io.midagoal.MidaBrowser;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import io.midagoal.MidaProject;
import io.midagoal.config.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.decorators.Decorated;
import org.openqa.selenium.support.events.WebDriverListener;
import org.opentest4j.AssertionFailedError;

/** Selenide's own driver, as it is and decorated for a listener. */
@MidaGoal(
    name = "Buy",
    type = CLICK_ON_ELEMENT,
    value = ".cta-button",
    elementUrl = "https://shop.example/")
@MidaGoal(
    name = "Typo",
    type = CLICK_ON_ELEMENT,
    value = ".cta-buton",
    elementUrl = "https://shop.example/")
class ShopGoalsTest {

  private static HttpServer site;

  @RegisterExtension
  static final MidaGoalExtension MIDA =
      MidaGoalExtension.builder()
          .site("https://shop.example", () -> "http://localhost:" + site.getAddress().getPort())
          .build();

  @MidaBrowser final Supplier<WebDriver> browser = WebDriverRunner::getAndCheckWebDriver;

  @BeforeAll
  static void start() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page =
        "<title>Shop</title><button class='cta-button'>Buy now</button>"
            .getBytes(StandardCharsets.UTF_8);
    site.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    site.start();
    Configuration.headless = true;
    Configuration.browserCapabilities =
        new ChromeOptions()
            .addArguments(
                "--no-sandbox",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
  }

  @AfterAll
  static void stop() {
    site.stop(0);
  }

  @AfterEach
  void close() {
    Selenide.closeWebDriver();
  }

  @Nested
  @MidaProject(mode = Mode.EMBEDDED)
  class ItsOwnDriver {
    @Test
    void goodGoal(@GoalNamed("Buy") GoalCheck goal) {
      Selenide.open("about:blank");
      goal.shouldMatch();
    }

    @Test
    void brokenGoal(@GoalNamed("Typo") GoalCheck goal) {
      Selenide.open("about:blank");
      assertThrows(AssertionFailedError.class, goal::shouldMatch);
    }
  }

  @Nested
  @MidaProject(mode = Mode.VERIFY_ONLY)
  class ADecoratedDriver {
    private final WebDriverListener listener = new WebDriverListener() {};

    @Test
    void goodGoal(@GoalNamed("Buy") GoalCheck goal) {
      openDecorated();
      goal.shouldMatch();
    }

    @Test
    void brokenGoal(@GoalNamed("Typo") GoalCheck goal) {
      openDecorated();
      assertThrows(AssertionFailedError.class, goal::shouldMatch);
    }

    private void openDecorated() {
      WebDriverRunner.addListener(listener);
      Selenide.open("about:blank");
      assertTrue(WebDriverRunner.getWebDriver() instanceof Decorated);
    }

    @AfterEach
    void removeListener() {
      WebDriverRunner.removeListener(listener);
    }
  }
}
