package io.midagoal.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.midagoal.client.MidaClient;
import io.midagoal.config.Cleanup;
import io.midagoal.config.OnExisting;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Mida that answers creations only when as many are under way at once as a test wants. */
@Timeout(120)
class ConcurrentCreationTest {
  private static final int LONGEST_WAIT_SECONDS = 30;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger creations = new AtomicInteger();
  private final CountDownLatch together = new CountDownLatch(8);
  private final HttpServer server;

  @TempDir private Path journal = Path.of("");

  ConcurrentCreationTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = json(exchange.getRequestMethod()).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(isRefused() ? 400 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String json(String method) {
    if (method.equals("GET")) {
      return "{\"success\":true,\"goals\":[]}";
    }
    int id = creations.incrementAndGet();
    together.countDown();
    return "{\"success\":true,\"goal_profile_id\":%d,\"goal_key\":\"goal_%d\"}".formatted(id, id);
  }

  /** A creation waits for the others; where they do not come, it is refused. */
  private boolean isRefused() {
    try {
      return creations.get() > 0 && !together.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private ProjectGoals run() {
    MidaClient mida =
        MidaClient.builder()
            .apiKey("secret-key")
            .projectKey("p")
            .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
            .build();
    return new ProjectGoals(mida, Cleanup.KEEP, journal, warning -> {});
  }

  private static Goal goal(int i) {
    return Goal.builder().name("goal " + i).type(GoalType.SCRIPT).value("v").build();
  }

  @Test
  void goalsThatAreIndependentAreCreatedAtTheSameTime() {
    List<Goal> goals = IntStream.range(0, 8).mapToObj(ConcurrentCreationTest::goal).toList();
    try (ProjectGoals run = run()) {
      goals.forEach(goal -> run.begin(goal, OnExisting.REUSE, Cleanup.KEEP));
      assertThat(goals).extracting(run::await).extracting(GoalProfile::id).doesNotHaveDuplicates();
    }
    assertThat(creations).hasValue(8);
  }

  @Test
  void equalGoalsAreCreatedOnceWhoeverAsksAtTheSameTime() {
    IntStream.range(0, 7).forEach(i -> together.countDown());
    try (ProjectGoals run = run()) {
      List<Long> ids =
          IntStream.range(0, 50)
              .parallel()
              .mapToObj(
                  i -> {
                    run.begin(goal(1), OnExisting.REUSE, Cleanup.KEEP);
                    return run.await(goal(1)).id();
                  })
              .toList();
      assertThat(ids).containsOnly(1L);
    }
    assertThat(creations).hasValue(1);
  }
}
