package io.midagoal.texts;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.journey.Journey;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Verdict;
import io.midagoal.verify.GoalVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/**
 * One page in one state that leads to one finding. The goals are written for a shop's production
 * site, and verified where the tests serve it, so that no text depends on where that is.
 *
 * @param name the finding's code, and behind a space which case of it this is
 * @param expectation the goal
 * @param judging how the verdict comes about
 */
record Specimen(
    String name, Expectation expectation, BiFunction<WebDriver, Expectation, Verdict> judging) {

  private static final String SHOP = "https://shop.example";
  private static final String CLOSED = "https://closed.example";
  private static final int CLOSED_PORT = closedPort();
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  static Specimen of(String name, GoalType type, String value, String body) {
    return of(name, type, value, "", body);
  }

  static Specimen of(String name, GoalType type, String value, String head, String body) {
    String path = "/" + name.replace(' ', '-');
    TestPages.at(path, 200, document(head, body));
    return new Specimen(
        name,
        Expectation.of(goal(type, value, SHOP + path)),
        (driver, expected) -> verifier(driver).verify(expected));
  }

  /** The finding that it leads to. */
  String code() {
    return name.split(" ", 2)[0];
  }

  /** The page answers with this status. */
  static Specimen withStatus(String name, int status) {
    String path = "/" + name.replace(' ', '-');
    TestPages.at(path, status, document("", "<p>Sorry</p>"));
    return new Specimen(
        name,
        Expectation.of(goal(GoalType.CLICK_ON_ELEMENT, ".cta-button", SHOP + path)),
        (d, e) -> verifier(d).verify(e));
  }

  /** The goal's page is the one at this URL, which this specimen does not serve. */
  static Specimen at(String name, GoalType type, String value, String url) {
    return new Specimen(
        name, Expectation.of(goal(type, value, url)), (d, e) -> verifier(d).verify(e));
  }

  Specimen expecting(UnaryOperator<Expectation> more) {
    return new Specimen(name, more.apply(expectation), judging);
  }

  /** The goal is judged by a journey that clicks the page's button. */
  Specimen onAJourney() {
    return new Specimen(
        name,
        expectation,
        (driver, expected) ->
            Journey.on(driver)
                .timeout(TIMEOUT)
                .site(SHOP, TestPages.origin())
                .during(expected, acts -> acts.findElement(By.id("go")).click())
                .verdict());
  }

  /** The page gets no longer than this. */
  Specimen within(Duration timeout) {
    return new Specimen(
        name, expectation, (driver, e) -> verifier(driver).timeout(timeout).verify(e));
  }

  /** The goal is judged for the project "abc", as Mida's script on the page should be. */
  Specimen ofProject() {
    return new Specimen(
        name, expectation, (driver, e) -> verifier(driver).project("abc", "us").verify(e));
  }

  /** The goal is judged on the page that a driver shows which speaks nothing but WebDriver. */
  Specimen here() {
    return new Specimen(
        name,
        expectation,
        (driver, e) -> {
          driver.get(TestPages.origin() + "/" + name.replace(' ', '-'));
          return verifier(driver).verifyHere(e);
        });
  }

  Verdict judge(WebDriver driver) {
    return judging.apply(driver, expectation);
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoalVerifier verifier(WebDriver driver) {
    return GoalVerifier.on(driver)
        .timeout(TIMEOUT)
        .site(SHOP, TestPages.origin())
        .site(CLOSED, "http://127.0.0.1:" + CLOSED_PORT);
  }

  private static Goal goal(GoalType type, String value, String url) {
    Goal.Builder goal = Goal.builder().name("Free trial").type(type).value(value);
    return url.isEmpty() ? goal.build() : goal.elementUrl(url).build();
  }

  private static String document(String head, String body) {
    return "<!doctype html><html><head><title>Shop</title>"
        + head
        + "</head><body>"
        + body
        + "</body></html>";
  }
}
