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
 * A server on loopback that writes bytes which need not be HTTP, to the first client that connects,
 * and then hangs up, stays silent, or writes them again until the client hangs up.
 */
final class RawServer implements AutoCloseable {
  private enum Then {
    HANG_UP,
    SILENCE,
    AGAIN
  }

  private final ServerSocket socket;
  private final CountDownLatch closed = new CountDownLatch(1);

  private final Thread thread;

  private RawServer(String text, Then then) {
    try {
      socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = new Thread(() -> serve(text, then), "raw-server");
    thread.setDaemon(true);
    thread.start();
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

  private void serve(String text, Then then) {
    try (Socket client = socket.accept()) {
      client.getInputStream().read();
      do {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      } while (then == Then.AGAIN);
      if (then == Then.SILENCE) {
        closed.await();
      }
      client.shutdownOutput();
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The client or the test has gone; nobody waits for this thread.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the client is gone. */
  void awaitHangUp() throws InterruptedException {
    thread.join();
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
