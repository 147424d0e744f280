package io.midagoal.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * A server on loopback that writes bytes which need not be HTTP, to one client after the other, and
 * then hangs up, stays silent, or writes them again until the client hangs up.
 */
final class RawServer implements AutoCloseable {
  private enum Then {
    HANG_UP,
    SILENCE,
    AGAIN
  }

  private final ServerSocket socket;
  private final CountDownLatch hungUp = new CountDownLatch(1);

  private RawServer(String text, Then then) {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(() -> accept(text, then));
  }

  static RawServer writingThenHangingUp(String text) {
    return new RawServer(text, Then.HANG_UP);
  }

  static RawServer writingThenSilent(String text) {
    return new RawServer(text, Then.SILENCE);
  }

  static RawServer writingAgainAndAgain(String text) {
    return new RawServer(text, Then.AGAIN);
  }

  private void accept(String text, Then then) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        start(() -> serve(client, text, then));
      } catch (IOException e) {
        // The test has ended.
        return;
      }
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket client, String text, Then then) {
    try (client) {
      write(client, text, then);
    } catch (IOException e) {
      // The client or the test has gone; nobody waits for this thread.
    }
    hungUp.countDown();
  }

  private static void write(Socket client, String text, Then then) throws IOException {
    client.getInputStream().read();
    do {
      client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    } while (then == Then.AGAIN);
    if (then == Then.HANG_UP) {
      client.shutdownOutput();
    }
    client.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  /** Waits until the client is gone. */
  void awaitHangUp() throws InterruptedException {
    hungUp.await();
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
