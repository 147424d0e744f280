package io.midagoal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The site that fixtures call {@code https://shop.example}, served on loopback. */
final class ShopServer implements AutoCloseable {

  static final String ORIGIN = "https://shop.example";

  private static final Map<String, String> PAGES =
      Map.of(
          "/",
          "<a class=cta href='/menu'>Buy</a>",
          "/menu",
          """
          <button id=open onclick="document.getElementById('menu').hidden = false">Menu</button>
          <div id=menu hidden><a class=entry href='/'>Entry</a></div>""",
          "/join",
          """
          <script>window.mdq = window.mdq || []</script>
          <button id=join onclick="window.mdq.push(['track', 'joined'])">Join</button>""");

  private final HttpServer server;

  ShopServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          String page = PAGES.getOrDefault(exchange.getRequestURI().getPath(), "");
          byte[] html =
              ("<!doctype html><title>Shop</title>" + page).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, html.length);
          exchange.getResponseBody().write(html);
          exchange.close();
        });
    server.start();
  }

  String servedAt() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
