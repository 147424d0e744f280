package shop;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertThrows;
import static org.testng.Assert.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.midagoal.client.MidaClient;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.journey.Conversions;
import io.midagoal.journey.Journey;
import io.midagoal.stub.MidaStub;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import io.midagoal.verify.GoalVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** Without JUnit: goals are created by the client, and verified in a driver of the test's own. */
public class ShopGoalsTest {
  private static final String PAGE =
      """
      <title>Shop</title>
      <button class='cta-button' onclick='(window.mdq = window.mdq || []).push(["track", "bought"])'>
        Buy now
      </button>
      """;

  private HttpServer site;
  private WebDriver driver;
  private String origin;

  @BeforeClass
  void start() throws IOException {
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
    origin = "http://localhost:" + site.getAddress().getPort();
    driver =
        new ChromeDriver(
            new ChromeOptions()
                .addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"));
  }

  @AfterClass(alwaysRun = true)
  void stop() {
    if (driver != null) {
      driver.quit();
    }
    site.stop(0);
  }

  private static Goal goal(GoalType type, String value) {
    return Goal.builder()
        .name(value)
        .type(type)
        .value(value)
        .elementUrl("https://shop.example/")
        .build();
  }

  @Test
  public void goodGoal() {
    assertEquals(verdict(".cta-button").status(), Status.MATCHED);
  }

  @Test
  public void brokenGoal() {
    Verdict verdict = verdict(".cta-buton");
    assertEquals(verdict.status(), Status.BROKEN);
    assertTrue(verdict.describe().contains(".cta-button"), verdict.describe());
  }

  private Verdict verdict(String selector) {
    return GoalVerifier.on(driver)
        .site("https://shop.example", origin)
        .verify(goal(GoalType.CLICK_ON_ELEMENT, selector));
  }

  @Test
  public void journey() {
    journey("bought").shouldConvert();
  }

  @Test
  public void brokenJourney() {
    assertThrows(AssertionError.class, () -> journey("paid").shouldConvert());
  }

  private Conversions journey(String name) {
    return Journey.on(driver)
        .site("https://shop.example", origin)
        .during(
            Expectation.of(goal(GoalType.SCRIPT, name)),
            browser -> browser.findElement(By.className("cta-button")).click());
  }

  @Test
  public void goalIsCreated() {
    try (MidaStub stub = MidaStub.start()) {
      MidaClient mida =
          MidaClient.builder()
              .apiKey(stub.apiKey())
              .projectKey(stub.projectKey())
              .baseUrl(stub.baseUrl())
              .build();
      mida.create(goal(GoalType.SCRIPT, "bought"));
      assertEquals(stub.goals().size(), 1);
    }
  }

  @Test
  public void thereIsNoJUnit() {
    assertThrows(ClassNotFoundException.class, () -> Class.forName("org.junit.jupiter.api.Test"));
  }
}
