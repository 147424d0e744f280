package io.midagoal.jvms;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.midagoal.GoalCheck;
import io.midagoal.MidaGoal;
import io.midagoal.testing.TestJvm;
import io.midagoal.testing.TestRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Mida that answers a creation only when the run that waits for it has started a driver. */
@Timeout(180)
@Tag("browser")
class BrowserStartOverlapsTest {
  private static final int LOOKS_FOR_A_DRIVER = 200;

  private final CompletableFuture<ProcessHandle> jvm = new CompletableFuture<>();
  private final HttpServer mida;

  @TempDir private Path folder = Path.of("");

  BrowserStartOverlapsTest() throws IOException {
    mida = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    mida.createContext("/", this::answer);
    mida.start();
  }

  @AfterEach
  void stop() {
    mida.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean isCreation = exchange.getRequestMethod().equals("POST");
      byte[] body =
          (isCreation
                  ? "{\"success\":true,\"goal_profile_id\":7,\"goal_key\":\"cta\"}"
                  : "{\"success\":true,\"goals\":[]}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(isCreation && !seesADriver() ? 400 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private boolean seesADriver() {
    ProcessHandle running = jvm.join();
    for (int i = 0; i < LOOKS_FOR_A_DRIVER; i++) {
      if (running.children().findAny().isPresent()) {
        return true;
      }
      pause();
    }
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String outputOf(Class<?> testClass) throws Exception {
    try (TestJvm run =
        TestJvm.of(TestRun.class, folder)
            .arguments(folder.resolve("xml").toString(), testClass.getName())
            .environment("MIDA_API_KEY", "secret-key")
            .environment("MIDA_API_URL", "http://127.0.0.1:" + mida.getAddress().getPort())
            .environment("MIDA_PROJECT_KEY", "p")
            .environment("MIDA_REPORT", "off")
            .environment("MIDA_UNCHECKED", "ignore")
            .start()) {
      jvm.complete(run.process().toHandle());
      run.awaitEnd();
      return run.allOutput();
    }
  }

  @Test
  void goalsAreCreatedWhileTheBrowserStarts() throws Exception {
    assertThat(outputOf(OneTestCases.class)).contains("1 passed, 0 failed");
  }

  @MidaGoal(
      name = "CTA",
      type = CLICK_ON_ELEMENT,
      value = ".cta",
      elementUrl = "https://a.example/")
  static class OneTestCases {
    @Test
    void test(GoalCheck goal) {}
  }
}
