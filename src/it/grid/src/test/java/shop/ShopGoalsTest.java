package shop;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.grid.Main;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.opentest4j.AssertionFailedError;

/** A browser of a Selenium Grid: one that the test asks for, and one that midagoal does. */
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
  private static String grid;

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
    int port = freePort();
    Main.main(
        new String[] {
          "standalone", "--host", "localhost", "--port", "" + port, "--selenium-manager", "false"
        });
    grid = "http://localhost:" + port;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @AfterAll
  static void stop() {
    site.stop(0);
  }

  @Nested
  @MidaProject(mode = Mode.EMBEDDED)
  class ADriverOfTheTest {
    @RegisterExtension
    static final MidaGoalExtension MIDA =
        MidaGoalExtension.builder()
            .site("https://shop.example", () -> "http://localhost:" + site.getAddress().getPort())
            .build();

    @MidaBrowser private WebDriver driver;

    @BeforeEach
    void open() throws IOException {
      ChromeOptions options =
          new ChromeOptions()
              .addArguments(
                  "--headless=new",
                  "--no-sandbox",
                  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
      driver = new RemoteWebDriver(URI.create(grid).toURL(), options);
    }

    @AfterEach
    void close() {
      driver.quit();
    }

    @Test
    void goodGoal(@GoalNamed("Buy") GoalCheck goal) {
      goal.shouldMatch();
    }

    @Test
    void brokenGoal(@GoalNamed("Typo") GoalCheck goal) {
      assertThrows(AssertionFailedError.class, goal::shouldMatch);
    }
  }

  @Nested
  @MidaProject(mode = Mode.VERIFY_ONLY)
  class ADriverOfMidagoal {
    @RegisterExtension
    final MidaGoalExtension mida =
        MidaGoalExtension.builder()
            .site("https://shop.example", () -> "http://localhost:" + site.getAddress().getPort())
            .setting("midagoal.grid-url", grid)
            .setting(
                "midagoal.browser-args",
                "--no-sandbox --host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1")
            .build();

    @Test
    void goodGoal(@GoalNamed("Buy") GoalCheck goal) {
      goal.shouldMatch();
    }

    @Test
    void brokenGoal(@GoalNamed("Typo") GoalCheck goal) {
      assertThrows(AssertionFailedError.class, goal::shouldMatch);
    }
  }
}
