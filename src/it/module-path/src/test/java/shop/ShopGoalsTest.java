package shop;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.SCRIPT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import io.midagoal.GoalCheck;
import io.midagoal.GoalNamed;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** Tests and midagoal are modules. */
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
@MidaGoal(name = "Bought", type = SCRIPT, value = "bought", elementUrl = "https://shop.example/")
class ShopGoalsTest {
  private static final String PAGE =
      """
      <title>Shop</title>
      <button class='cta-button' onclick='(window.mdq = window.mdq || []).push(["track", "bought"])'>
        Buy now
      </button>
      """;

  private static HttpServer site;

  @RegisterExtension
  static final MidaGoalExtension MIDA =
      MidaGoalExtension.builder()
          .site("https://shop.example", () -> "http://localhost:" + site.getAddress().getPort())
          .build();

  @BeforeAll
  static void start() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
    site.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    site.start();
  }

  @AfterAll
  static void stop() {
    site.stop(0);
  }

  @Test
  void midagoalIsAModule() {
    Module module = MidaGoal.class.getModule();
    assertEquals("io.midagoal", module.getName());
    assertFalse(module.getDescriptor().isAutomatic());
    assertFalse(module.isExported("io.midagoal.internal.junit"));
  }

  @Test
  void goodGoal(@GoalNamed("Buy") GoalCheck goal) {
    goal.shouldMatch();
  }

  @Test
  void brokenGoal(@GoalNamed("Typo") GoalCheck goal) {
    assertThrows(AssertionError.class, goal::shouldMatch);
  }

  @Test
  void journey(@GoalNamed("Bought") GoalCheck goal) {
    goal.during(browser -> browser.findElement(By.className("cta-button")).click()).shouldConvert();
  }
}
