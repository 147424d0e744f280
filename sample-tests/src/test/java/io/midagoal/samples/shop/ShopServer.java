package io.midagoal.samples.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small tea shop on a free loopback port. The goals name it {@code https://shop.example}.
 *
 * <p>Pages come from {@code src/test/resources/shop}. When the system property {@code shop.overlay}
 * names a folder, a file in that folder is served instead of the one with the same name: so a test
 * can change one page.
 */
public final class ShopServer implements AutoCloseable {

  private static final Pattern PARTIAL = Pattern.compile("\\{\\{(head|header|footer)}}");
  private static final Pattern ORDER_PAGE = Pattern.compile("/checkout/(\\d+)/confirm");

  /** Paths that need no more than a file. */
  private static final Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry("/", "index.html"),
          Map.entry("/products", "products.html"),
          Map.entry("/cart", "cart.html"),
          Map.entry("/pricing", "pricing.html"),
          Map.entry("/blog/", "blog.html"),
          Map.entry("/blog/water-first", "post.html"),
          Map.entry("/blog/2026/first-flush", "post-first-flush.html"),
          Map.entry("/embed/newsletter", "embed-newsletter.html"),
          Map.entry("/thank-you", "thank-you.html"),
          Map.entry("/checkout/address", "checkout-address.html"),
          Map.entry("/checkout/payment", "checkout-payment.html"),
          Map.entry("/contact", "contact.html"),
          Map.entry("/login", "login.html"),
          Map.entry("/app", "app.html"),
          Map.entry("/app/", "app.html"),
          Map.entry("/app/orders", "app.html"),
          Map.entry("/app/settings", "app.html"),
          Map.entry("/shop.css", "shop.css"),
          Map.entry("/shop.js", "shop.js"),
          Map.entry("/app.js", "app.js"));

  private static final Map<String, String> TEAS =
      Map.of(
          "/products/sencha", "Sencha Asamushi",
          "/products/assam", "Assam Second Flush",
          "/products/rooibos", "Rooibos Vanilla");

  private final HttpServer server;
  private final ExecutorService threads;
  private final AtomicInteger lastOrder = new AtomicInteger(1041);

  private ShopServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Opens the shop.
   *
   * @return a running server; close it in the end
   */
  public static ShopServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ShopServer shop = new ShopServer(server, Executors.newCachedThreadPool());
      server.setExecutor(shop.threads);
      server.createContext("/", shop::answer);
      server.start();
      return shop;
    } catch (IOException e) {
      throw new UncheckedIOException("The shop found no free port on loopback.", e);
    }
  }

  /**
   * Where the shop is open.
   *
   * @return for example {@code http://localhost:40123}, without a slash at the end
   */
  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Closes the shop at once. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST")) {
        answerForm(exchange);
      } else {
        answerPage(exchange);
      }
    }
  }

  private void answerPage(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Matcher orderPage = ORDER_PAGE.matcher(path);
    if (orderPage.matches()) {
      String page = read("checkout-confirm.html").replace("{{order}}", orderPage.group(1));
      send(exchange, 200, "text/html", page);
    } else if (TEAS.containsKey(path)) {
      String sku = path.replace("/products/", "");
      String page = read("product.html").replace("{{tea}}", TEAS.get(path)).replace("{{sku}}", sku);
      send(exchange, 200, "text/html", page);
    } else if (path.equals("/signup")) {
      sendSignUp(exchange, 200, "");
    } else if (path.equals("/account")) {
      sendAccount(exchange);
    } else if (path.equals("/staff")) {
      sendMessage(exchange, 401, "Staff only", "Please log in with your staff account.");
    } else if (path.equals("/admin")) {
      sendMessage(exchange, 403, "Not for you", "Your account may not see this page.");
    } else if (path.equals("/sale")) {
      redirect(exchange, 301, "/pricing?ref=sale");
    } else if (path.equals("/wholesale")) {
      sendMessage(exchange, 410, "Gone", "We have stopped selling in sacks.");
    } else if (path.equals("/events")) {
      sendMessage(exchange, 500, "Something broke", "Our kettle boiled over. We are on it.");
    } else if (path.equals("/api/orders.json")) {
      String orders = "[{\"id\": 1007, \"tea\": \"Sencha\"}, {\"id\": 1012, \"tea\": \"Assam\"}]";
      send(exchange, 200, "application/json", orders);
    } else if (PAGES.containsKey(path)) {
      String file = PAGES.get(path);
      send(exchange, 200, contentType(file), read(file));
    } else {
      sendMessage(exchange, 404, "We cannot find that page", "It may have moved. Try the menu.");
    }
  }

  private void answerForm(HttpExchange exchange) throws IOException {
    Map<String, String> form = readForm(exchange);
    switch (exchange.getRequestURI().getPath()) {
      case "/signup" -> signUp(exchange, form);
      case "/checkout/address" -> redirect(exchange, 303, "/checkout/payment");
      case "/checkout/payment" ->
          redirect(exchange, 303, "/checkout/" + lastOrder.incrementAndGet() + "/confirm");
      case "/login" -> {
        exchange.getResponseHeaders().add("Set-Cookie", "session=ada; Path=/; HttpOnly");
        redirect(exchange, 303, "/account");
      }
      case "/cart" -> redirect(exchange, 303, "/cart?added=" + form.getOrDefault("sku", "none"));
      case "/newsletter", "/contact" -> redirect(exchange, 303, "/?sent=yes");
      default -> sendMessage(exchange, 404, "We cannot find that page", "Nothing takes this form.");
    }
  }

  private void signUp(HttpExchange exchange, Map<String, String> form) throws IOException {
    if (!form.getOrDefault("email", "").contains("@")) {
      sendSignUp(exchange, 422, "We need an e-mail address.");
    } else if (form.getOrDefault("password", "").length() < 8) {
      sendSignUp(exchange, 422, "The password needs eight characters or more.");
    } else {
      redirect(exchange, 303, "/thank-you?plan=" + form.getOrDefault("plan", "trial"));
    }
  }

  private void sendSignUp(HttpExchange exchange, int status, String error) throws IOException {
    String shown = error.isEmpty() ? "" : "<p class=\"error\" role=\"alert\">" + error + "</p>";
    send(exchange, status, "text/html", read("signup.html").replace("{{error}}", shown));
  }

  private void sendAccount(HttpExchange exchange) throws IOException {
    String cookies =
        String.join("; ", exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
    if (cookies.contains("session=ada")) {
      send(exchange, 200, "text/html", read("account.html"));
    } else {
      redirect(exchange, 302, "/login?next=/account");
    }
  }

  private void sendMessage(HttpExchange exchange, int status, String title, String text)
      throws IOException {
    String page = read("message.html").replace("{{title}}", title).replace("{{text}}", text);
    send(exchange, status, "text/html", page);
  }

  private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(status, -1);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> readForm(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return Stream.of(body.split("&"))
        .map(field -> field.split("=", 2))
        .filter(field -> field.length == 2)
        .collect(
            Collectors.toMap(field -> decode(field[0]), field -> decode(field[1]), (a, b) -> a));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String contentType(String file) {
    if (file.endsWith(".css")) {
      return "text/css";
    }
    return file.endsWith(".js") ? "text/javascript" : "text/html";
  }

  /** Reads a file and fills in the parts that all pages share. */
  private static String read(String file) throws IOException {
    String text = readAlone(file);
    Matcher partial = PARTIAL.matcher(text);
    StringBuilder page = new StringBuilder();
    while (partial.find()) {
      String shared = readAlone("_" + partial.group(1) + ".html");
      partial.appendReplacement(page, Matcher.quoteReplacement(shared));
    }
    return partial.appendTail(page).toString();
  }

  private static String readAlone(String file) throws IOException {
    String overlay = System.getProperty("shop.overlay");
    if (overlay != null && Files.exists(Path.of(overlay, file))) {
      return Files.readString(Path.of(overlay, file));
    }
    try (InputStream in = ShopServer.class.getResourceAsStream("/shop/" + file)) {
      if (in == null) {
        throw new IOException("The shop has no file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
