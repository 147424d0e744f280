package io.midagoal.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** A server of web sockets on loopback that sends one short text to each that opens. */
public final class TestSockets {

  private static final TestSockets INSTANCE = new TestSockets();

  private final ServerSocket server;

  private TestSockets() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::acceptAll);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "test-sockets");
    thread.setDaemon(true);
    thread.start();
  }

  /** The URL of a socket that says {@code hello} after a while. */
  public static String after(long delayMs) {
    return "ws://127.0.0.1:" + INSTANCE.server.getLocalPort() + "/" + delayMs;
  }

  /** The URL of a socket that opens and says nothing. */
  public static String silent() {
    return after(3_600_000);
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket socket = server.accept();
        start(() -> serve(socket));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(Socket given) {
    try (Socket socket = given) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      long delayMs = Long.parseLong(in.readLine().split(" ", -1)[1].substring(1));
      String key = "";
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        if (line.startsWith("Sec-WebSocket-Key: ")) {
          key = line.substring("Sec-WebSocket-Key: ".length());
        }
      }
      OutputStream out = socket.getOutputStream();
      out.write(
          ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  + "Sec-WebSocket-Accept: "
                  + acceptOf(key)
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(delayMs);
      out.write(new byte[] {(byte) 0x81, 5, 'h', 'e', 'l', 'l', 'o'});
      Thread.sleep(30_000);
    } catch (IOException e) {
      // The browser has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String acceptOf(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      String text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
      return Base64.getEncoder()
          .encodeToString(sha1.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
