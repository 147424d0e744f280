package io.midagoal.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A server on loopback whose queue is full, so that it takes no further connection. */
final class FullServer implements AutoCloseable {
  private static final int MILLIS_FOR_A_CONNECTION = 500;

  private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final List<Socket> waiting = new ArrayList<>();

  FullServer() throws IOException {
    while (isOneMoreTaken()) {
      // Until it is full.
    }
  }

  private boolean isOneMoreTaken() throws IOException {
    Socket client = new Socket();
    waiting.add(client);
    try {
      client.connect(socket.getLocalSocketAddress(), MILLIS_FOR_A_CONNECTION);
      return true;
    } catch (SocketTimeoutException full) {
      return false;
    }
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (Socket client : waiting) {
      client.close();
    }
    socket.close();
  }
}
