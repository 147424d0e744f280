package io.midagoal.internal.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.midagoal.testing.Browsers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.HasCapabilities;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chromium.HasCdp;

// One after the other: a test gets the browser back that it has just returned.
@Execution(ExecutionMode.SAME_THREAD)
@Tag("browser")
class BrowserPoolTest {
  private static final AtomicInteger SERVED = new AtomicInteger();

  private static HttpServer server;
  private static BrowserPool pool;

  @BeforeAll
  static void start(@TempDir Path workFolder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          SERVED.incrementAndGet();
          byte[] page = "<!doctype html><title>Shop</title><button>Buy</button>".getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.getResponseHeaders().add("Cache-Control", "max-age=3600");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    pool = BrowserPool.with(Browsers.options(), workFolder);
  }

  @AfterAll
  static void stop() {
    pool.close();
    server.stop(0);
  }

  private static String page(String host) {
    return "http://" + host + ":" + server.getAddress().getPort() + "/";
  }

  private static @Nullable Object script(WebDriver driver, String script) {
    return ((JavascriptExecutor) driver).executeScript(script);
  }

  private static ProcessHandle process(WebDriver driver) {
    @Nullable Object id =
        ((HasCapabilities) driver).getCapabilities().getCapability("goog:processID");
    return ProcessHandle.of(Long.parseLong(String.valueOf(id))).orElseThrow();
  }

  @Nested
  class LendingBrowsers {
    /** A library that is missing is an error, and no exception. */
    @Timeout(60)
    @Test
    void doesNotHoldUpALeaseThatFailed() {
      BrowserStarter broken =
          new BrowserStarter() {
            @Override
            public Browser start() {
              throw new NoSuchMethodError("old Selenium");
            }

            @Override
            public boolean canStartAhead() {
              return false;
            }

            @Override
            public void close() {}
          };
      try (BrowserPool pool = new BrowserPool(broken)) {
        for (int i = 0; i < 100; i++) {
          assertThatThrownBy(pool::lease).isInstanceOf(NoSuchMethodError.class);
        }
      }
    }

    @Test
    void lendsTheSameBrowserAgain() {
      ProcessHandle first;
      try (Lease lease = pool.lease()) {
        first = process(lease.driver());
      }
      try (Lease lease = pool.lease()) {
        assertThat(process(lease.driver())).isEqualTo(first);
      }
    }

    @Test
    void lendsADifferentBrowserToEachOfTwoUsers() {
      try (Lease one = pool.lease();
          Lease other = pool.lease()) {
        assertThat(process(one.driver())).isNotEqualTo(process(other.driver()));
      }
    }

    @Test
    void refusesTheDriverOfAClosedLease() {
      Lease lease = pool.lease();
      lease.close();
      assertThatIllegalStateException()
          .isThrownBy(lease::driver)
          .withMessageContaining("went back to the pool");
    }

    @Test
    void doesNotLendABrowserTwiceBecauseItsLeaseWasClosedTwice() {
      Lease returned = pool.lease();
      returned.close();
      returned.close();
      try (Lease one = pool.lease();
          Lease other = pool.lease()) {
        assertThat(process(one.driver())).isNotEqualTo(process(other.driver()));
      }
    }

    @Test
    void showsPagesInAViewportOfTheSizeAskedFor() {
      try (Lease lease = pool.lease()) {
        assertThat(script(lease.driver(), "return innerWidth + 'x' + innerHeight"))
            .isEqualTo("1280x900");
      }
    }
  }

  @Nested
  class ClearingABrowser {
    @Test
    void forgetsTheCookiesOfEveryOrigin() {
      useAndReturn(driver -> setOnBothOrigins(driver, "document.cookie = 'seen=1'"));
      assertThat(readOnBothOrigins("return document.cookie")).containsExactly("", "");
    }

    @Test
    void forgetsTheLocalStorageOfEveryOrigin() {
      useAndReturn(driver -> setOnBothOrigins(driver, "localStorage.seen = 1"));
      assertThat(readOnBothOrigins("return localStorage.length")).containsExactly(0L, 0L);
    }

    @Test
    void forgetsTheSessionStorageOfEveryOrigin() {
      useAndReturn(driver -> setOnBothOrigins(driver, "sessionStorage.seen = 1"));
      assertThat(readOnBothOrigins("return sessionStorage.length")).containsExactly(0L, 0L);
    }

    @Test
    void forgetsCachedPages() {
      useAndReturn(driver -> driver.get(page("localhost")));
      int before = SERVED.get();
      useAndReturn(driver -> driver.get(page("localhost")));
      assertThat(SERVED.get()).isGreaterThan(before);
    }

    @Test
    void forgetsPermissions() {
      useAndReturn(
          driver ->
              ((HasCdp) driver)
                  .executeCdpCommand(
                      "Browser.grantPermissions",
                      Map.of("permissions", List.of("clipboardReadWrite"))));
      String state =
          "return navigator.permissions.query({name: 'clipboard-read'}).then(p => p.state)";
      assertThat(readOnBothOrigins(state)).doesNotContain("granted");
    }

    @Test
    void forgetsScriptsThatRunBeforePages() {
      useAndReturn(
          driver ->
              ((HasCdp) driver)
                  .executeCdpCommand(
                      "Page.addScriptToEvaluateOnNewDocument", Map.of("source", "marked = 1")));
      assertThat(readOnBothOrigins("return typeof marked"))
          .containsExactly("undefined", "undefined");
    }

    @Test
    void closesAllWindowsButABlankOne() {
      useAndReturn(
          driver -> {
            driver.get(page("localhost"));
            driver.switchTo().newWindow(WindowType.WINDOW).get(page("127.0.0.1"));
          });
      try (Lease lease = pool.lease()) {
        assertThat(lease.driver().getWindowHandles()).hasSize(1);
        assertThat(lease.driver().getCurrentUrl()).isEqualTo("about:blank");
      }
    }

    @Test
    void keepsABrowserWhosePageShowsADialog() {
      assertThat(browserIsKeptAfter(driver -> script(driver, "setTimeout(() => alert('Stop'))")))
          .isTrue();
    }

    @Test
    void keepsABrowserWhosePageAsksTheUserToStay() {
      assertThat(
              browserIsKeptAfter(
                  driver -> {
                    driver.get(page("localhost"));
                    script(driver, "onbeforeunload = event => event.preventDefault()");
                    driver.findElement(By.tagName("button")).click();
                  }))
          .isTrue();
    }

    @Test
    void keepsABrowserWhoseCurrentWindowWasClosed() {
      assertThat(
              browserIsKeptAfter(
                  driver -> {
                    script(driver, "open('about:blank')");
                    driver.close();
                  }))
          .isTrue();
    }

    @Test
    void restoresTimeOuts() {
      useAndReturn(driver -> driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(7)));
      try (Lease lease = pool.lease()) {
        assertThat(lease.driver().manage().timeouts().getImplicitWaitTimeout()).isZero();
      }
    }

    @Test
    void restoresTheViewport() {
      useAndReturn(driver -> driver.manage().window().setSize(new Dimension(700, 500)));
      try (Lease lease = pool.lease()) {
        assertThat(script(lease.driver(), "return innerWidth + 'x' + innerHeight"))
            .isEqualTo("1280x900");
      }
    }

    private void useAndReturn(Consumer<WebDriver> use) {
      try (Lease lease = pool.lease()) {
        use.accept(lease.driver());
      }
    }

    private boolean browserIsKeptAfter(Consumer<WebDriver> use) {
      ProcessHandle browser;
      try (Lease lease = pool.lease()) {
        browser = process(lease.driver());
        use.accept(lease.driver());
      }
      try (Lease lease = pool.lease()) {
        return process(lease.driver()).equals(browser);
      }
    }

    private void setOnBothOrigins(WebDriver driver, String script) {
      for (String host : List.of("localhost", "127.0.0.1")) {
        driver.get(page(host));
        script(driver, script);
      }
    }

    private List<@Nullable Object> readOnBothOrigins(String script) {
      try (Lease lease = pool.lease()) {
        WebDriver driver = lease.driver();
        driver.get(page("localhost"));
        @Nullable Object first = script(driver, script);
        driver.get(page("127.0.0.1"));
        return Arrays.asList(first, script(driver, script));
      }
    }
  }

  @Nested
  class ABrowserThatCannotBeUsedAgain {
    @Test
    void isReplacedWhenItDiedWhileItWasLent() {
      try (Lease lease = pool.lease()) {
        end(process(lease.driver()));
      }
      assertANewBrowserWorks();
    }

    @Test
    void isReplacedWhenItDiedWhileItWasIdle() {
      ProcessHandle idle;
      try (Lease lease = pool.lease()) {
        idle = process(lease.driver());
      }
      end(idle);
      assertANewBrowserWorks();
    }

    @Test
    void isReplacedWhenTheTestQuitIt() {
      try (Lease lease = pool.lease()) {
        lease.driver().quit();
      }
      assertANewBrowserWorks();
    }

    @Test
    void isEndedWhenItsPageHangs() throws InterruptedException {
      ProcessHandle hung;
      try (Lease lease = pool.lease()) {
        hung = process(lease.driver());
        script(lease.driver(), "setTimeout(() => { for (;;); }, 100)");
        Thread.sleep(300);
      }
      assertThat(ProcessGroup.isRunning(hung)).isFalse();
    }

    private void end(ProcessHandle browser) {
      browser.destroyForcibly();
      Await.until(() -> !ProcessGroup.isRunning(browser));
    }

    private void assertANewBrowserWorks() {
      try (Lease lease = pool.lease()) {
        lease.driver().get(page("localhost"));
        assertThat(lease.driver().getTitle()).isEqualTo("Shop");
      }
    }
  }

  @Nested
  class AClosedPool {
    @Test
    void hasEndedIdleAndLentBrowsers(@TempDir Path folder) {
      BrowserPool closed = newPool(folder);
      Lease lent = closed.lease();
      List<ProcessHandle> processes = new ArrayList<>();
      processes.add(process(lent.driver()));
      try (Lease idle = closed.lease()) {
        processes.add(process(idle.driver()));
      }
      closed.close();
      assertThat(processes).noneMatch(ProcessGroup::isRunning);
    }

    @Test
    void hasLeftNoFile(@TempDir Path folder) {
      BrowserPool closed = newPool(folder);
      closed.lease().driver().get(page("localhost"));
      closed.close();
      assertThat(folder).isEmptyDirectory();
    }

    @Test
    void lendsNothing(@TempDir Path folder) {
      BrowserPool closed = newPool(folder);
      closed.close();
      assertThatIllegalStateException()
          .isThrownBy(closed::lease)
          .withMessage("The browser pool is closed.");
    }

    @Test
    void thatWasNeverUsedHasStartedNothing(@TempDir Path folder) {
      newPool(folder).close();
      assertThat(folder).isEmptyDirectory();
    }

    private BrowserPool newPool(Path folder) {
      return BrowserPool.with(Browsers.options(), folder);
    }
  }
}
