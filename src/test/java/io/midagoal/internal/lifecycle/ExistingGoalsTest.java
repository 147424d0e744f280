package io.midagoal.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.midagoal.client.MidaClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExistingGoalsTest {
  private static final byte[] NO_GOALS =
      "{\"success\":true,\"goals\":[]}".getBytes(StandardCharsets.UTF_8);

  @Test
  void areLookedForOnceMoreForAllThatAskWhileALookIsUnderWay() throws Exception {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    AtomicInteger looks = new AtomicInteger();
    HttpServer mida = server(looks, looking, released);
    try {
      ExistingGoals existing =
          new ExistingGoals(
              MidaClient.builder()
                  .apiKey("secret-key")
                  .projectKey("p")
                  .baseUrl("http://127.0.0.1:" + mida.getAddress().getPort())
                  .build());
      Thread first = start(existing);
      looking.await();
      List<Thread> others = Stream.generate(() -> start(existing)).limit(5).toList();
      // They asked, and wait for the first one to end.
      for (Thread other : others) {
        while (other.getState() != Thread.State.BLOCKED) {
          Thread.onSpinWait();
        }
      }
      released.countDown();
      first.join();
      for (Thread other : others) {
        other.join();
      }
      assertThat(looks).hasValue(2);
    } finally {
      mida.stop(0);
    }
  }

  private static Thread start(ExistingGoals existing) {
    Thread thread = new Thread(existing::refresh);
    thread.start();
    return thread;
  }

  private static HttpServer server(
      AtomicInteger looks, CountDownLatch looking, CountDownLatch released) throws IOException {
    HttpServer mida =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    mida.createContext(
        "/",
        exchange -> {
          looks.incrementAndGet();
          looking.countDown();
          try {
            released.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(200, NO_GOALS.length);
          exchange.getResponseBody().write(NO_GOALS);
          exchange.close();
        });
    mida.start();
    return mida;
  }
}
