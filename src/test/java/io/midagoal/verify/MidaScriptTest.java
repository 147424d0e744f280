package io.midagoal.verify;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.SCRIPT;
import static io.midagoal.verify.Checks.goal;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.midagoal.config.MidaScript;
import io.midagoal.internal.browser.BrowserOptions;
import io.midagoal.internal.browser.BrowserPool;
import io.midagoal.internal.browser.Lease;
import io.midagoal.internal.config.Setting;
import io.midagoal.internal.config.Settings;
import io.midagoal.journey.Journey;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chromium.HasCdp;

/** Mida's script on the pages that are opened. A server plays Mida's CDN and API. */
@Tag("browser")
class MidaScriptTest {

  private static final String TAG =
      "<script async src='http://cdn.mida.so/js/optimize.js?key=k'></script>";
  private static final String LINK = "<a id=cta href=#>Buy</a>";

  private static final List<String> ARRIVED = new CopyOnWriteArrayList<>();
  private static HttpServer mida;
  private static BrowserPool browsers;

  @BeforeAll
  static void start() throws IOException {
    mida = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    mida.createContext(
        "/",
        exchange -> {
          ARRIVED.add(exchange.getRequestURI().toString());
          byte[] script = "fetch('http://api-us.mida.so/visit')".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/javascript");
          exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
          exchange.sendResponseHeaders(200, script.length);
          exchange.getResponseBody().write(script);
          exchange.close();
        });
    mida.start();
    String rules =
        ("--host-resolver-rules=MAP *.mida.so 127.0.0.1:%d, MAP copies.example 127.0.0.1:%d,"
                + " MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1")
            .formatted(mida.getAddress().getPort(), mida.getAddress().getPort());
    browsers =
        BrowserPool.with(
            BrowserOptions.of(
                Settings.builder().code(Map.of(Setting.BROWSER_ARGS.key(), rules)).build()));
  }

  @AfterAll
  static void stop() {
    browsers.close();
    mida.stop(0);
  }

  @BeforeEach
  void forget() {
    ARRIVED.clear();
  }

  private static String page(String head, String body) {
    return TestPages.html(
        "<!doctype html><title>Test</title>" + head + "<body>" + body + "</body>");
  }

  private static Verdict verify(MidaScript midaScript, String head, String body) {
    try (Lease lease = browsers.lease()) {
      return GoalVerifier.on(lease.driver())
          .midaScript(midaScript)
          .timeout(Duration.ofSeconds(15))
          .verify(goal(CLICK_ON_ELEMENT, "#cta", page(head, body)));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = MidaScript.class,
      names = {"STAND_IN", "BLOCKED"})
  void sendsNothingToMida(MidaScript midaScript) {
    String copy = "<script async src='http://copies.example/optimize.js?key=k'></script>";
    String frame = "<iframe srcdoc=\"" + TAG.replace("'", "") + "\"></iframe>";

    verify(midaScript, TAG + copy, LINK + frame);

    assertThat(ARRIVED).isEmpty();
  }

  @Test
  void saysWhatWasKeptFromMida() {
    Verdict verdict = verify(MidaScript.STAND_IN, TAG, LINK);

    assertThat(verdict.page().midaScript()).contains(MidaScript.STAND_IN);
    assertThat(verdict.page().keptFromMida())
        .containsExactly("http://cdn.mida.so/js/optimize.js?key=k");
  }

  @Test
  void runsWhereItIsReal() {
    Verdict verdict = verify(MidaScript.REAL, TAG, LINK);

    assertThat(verdict.page().midaScript()).contains(MidaScript.REAL);
    assertThat(verdict.page().keptFromMida()).isEmpty();
    assertThat(ARRIVED).contains("/js/optimize.js?key=k", "/visit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<style id=abhide>body{opacity:0 !important}</style>"
            + "<script>rmfk = () => abhide.remove(); setTimeout(rmfk, 3000)</script>",
        "<script>rmfk = () => { document.body.style.opacity = 1 };"
            + "addEventListener('DOMContentLoaded', () => { document.body.style.opacity = 0 });"
            + "setTimeout(rmfk, 3000)</script>"
      })
  void showsAPageThatWaitsForMida(String antiFlicker) {
    Verdict verdict = verify(MidaScript.STAND_IN, antiFlicker + TAG, LINK);

    assertThat(verdict.status()).isEqualTo(Status.MATCHED);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.timing().waited()).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void isBlockedByUrlInABrowserThatKnowsNoRules() {
    try (Lease lease = browsers.lease()) {
      WebDriver old = withoutRules(lease.driver());
      Duration before = old.manage().timeouts().getScriptTimeout();
      String url = page(TAG, LINK);

      GoalVerifier.on(old).verify(goal(CLICK_ON_ELEMENT, "#cta", url));

      assertThat(ARRIVED).isEmpty();
      assertThat(old.manage().timeouts().getScriptTimeout()).isEqualTo(before);
      old.get(url);
      assertThat(ARRIVED).contains("/js/optimize.js?key=k");
    }
  }

  private static WebDriver withoutRules(WebDriver driver) {
    return (WebDriver)
        Proxy.newProxyInstance(
            MidaScriptTest.class.getClassLoader(),
            new Class<?>[] {WebDriver.class, JavascriptExecutor.class, HasCdp.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("executeCdpCommand")
                  && arguments[0].equals("Network.emulateNetworkConditionsByRule")) {
                throw new WebDriverException("'Network.emulateNetworkConditionsByRule' not found");
              }
              try {
                return method.invoke(driver, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  @Test
  void isGoneFromTheDriverAfterwards() {
    try (Lease lease = browsers.lease()) {
      String url = page(TAG, LINK);
      GoalVerifier.on(lease.driver()).verify(goal(CLICK_ON_ELEMENT, "#cta", url));
      lease.driver().get(url);

      assertThat(ARRIVED).contains("/js/optimize.js?key=k");
    }
  }

  @Test
  void takesTheQueueAndOffersItsLibraryOnAJourney() {
    String url =
        page(
            TAG.replace("async", "async onload='isThere = true'"),
            LINK + "<script>cta.onclick = () => isThere && mida.track('bought')</script>");
    try (Lease lease = browsers.lease()) {
      Journey.on(lease.driver())
          .during(
              Expectation.of(goal(SCRIPT, "bought", url)),
              browser -> {
                browser.findElement(By.id("cta")).click();
                Object queue = ((JavascriptExecutor) browser).executeScript("return window.mdq");
                assertThat(queue).isNull();
              })
          .shouldConvertOnce();
    }
    assertThat(ARRIVED).isEmpty();
  }
}
