package io.midagoal.bench;

import com.sun.net.httpserver.HttpServer;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.verdict.Expectation;
import io.midagoal.verify.GoalVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Verifies goals on ten pages of 1,500 nodes, and prints the ratio to opening the same pages with
 * {@code driver.get} in the same round: the median of all rounds, with the least and the most.
 *
 * <p>Argument: the number of rounds, 15 unless given.
 */
public final class VerifyBench {
  private static final int PAGES = 10;
  private static final int NODES = 1500;
  private static final int WARM_UPS = 3;

  /** What is verified on each page. */
  private record Case(String name, int goals, int missing) {}

  private static final List<Case> CASES =
      List.of(
          new Case("one goal a page", 1, 0),
          new Case("twenty goals a page", 20, 0),
          new Case("two hundred goals a page", 200, 0),
          new Case("twenty goals a page, one in five missing", 20, 4));

  private final WebDriver driver;
  private final String site;

  private VerifyBench(WebDriver driver, String site) {
    this.driver = driver;
    this.site = site;
  }

  /**
   * Runs the bench.
   *
   * @param arguments the number of rounds
   * @throws IOException when the pages cannot be served
   */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
    HttpServer server = serve();
    WebDriver driver = new ChromeDriver(options());
    try {
      String site = "http://127.0.0.1:" + server.getAddress().getPort();
      new VerifyBench(driver, site).run(rounds);
    } finally {
      driver.quit();
      server.stop(0);
    }
  }

  private static ChromeOptions options() {
    ChromeOptions options = new ChromeOptions();
    options.addArguments(
        "--headless=new",
        "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
    if ("root".equals(System.getProperty("user.name"))) {
      options.addArguments("--no-sandbox");
    }
    return options;
  }

  private static HttpServer serve() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page = page().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String page() {
    StringBuilder html = new StringBuilder("<!doctype html><title>Shop</title>");
    for (int i = 0; i < NODES / 3; i++) {
      html.append("<div class=row><a class=link id=goal-").append(i).append(" href=#>Link ");
      html.append(i).append("</a><span>Text ").append(i).append("</span></div>");
    }
    return html.toString();
  }

  private void run(int rounds) {
    for (Case one : CASES) {
      List<Expectation> goals = goals(one);
      double[] ratios = new double[rounds];
      for (int round = -WARM_UPS; round < rounds; round++) {
        double floor = timed(this::open);
        double verified = timed(() -> GoalVerifier.on(driver).verifyAll(goals));
        if (round >= 0) {
          ratios[round] = verified / floor;
        }
      }
      Arrays.sort(ratios);
      System.out.printf(
          Locale.ROOT,
          "%-42s %.2f x get (%.2f to %.2f)%n",
          one.name(),
          ratios[rounds / 2],
          ratios[0],
          ratios[rounds - 1]);
    }
  }

  private List<Expectation> goals(Case one) {
    List<Expectation> goals = new ArrayList<>();
    for (int page = 0; page < PAGES; page++) {
      String url = site + "/" + page;
      IntStream.range(0, one.goals())
          .mapToObj(i -> goal(url, i < one.missing() ? "#none-" + i : "#goal-" + 2 * i))
          .forEach(goals::add);
    }
    return goals;
  }

  private static Expectation goal(String url, String selector) {
    return Expectation.of(
        Goal.builder()
            .name(selector)
            .type(GoalType.CLICK_ON_ELEMENT)
            .value(selector)
            .elementUrl(url)
            .build());
  }

  private void open() {
    for (int page = 0; page < PAGES; page++) {
      driver.get(site + "/" + page);
    }
  }

  private static double timed(Runnable task) {
    long start = System.nanoTime();
    task.run();
    return System.nanoTime() - start;
  }
}
