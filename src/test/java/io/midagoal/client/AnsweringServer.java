package io.midagoal.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An HTTP server on loopback that gives every request the same answer and keeps the requests. */
final class AnsweringServer implements AutoCloseable {
  record Received(String method, String path, Headers headers, String body) {}

  private final HttpServer server;
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Queue<Received> requests = new ConcurrentLinkedQueue<>();

  AnsweringServer(int status, String body) {
    this(status, body, Map.of("Content-Type", "application/json"));
  }

  AnsweringServer(int status, String body, Map<String, String> headers) {
    this.status = status;
    this.body = body.getBytes(StandardCharsets.UTF_8);
    this.headers = headers;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Received> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
