package io.midagoal.samples.realpages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.h2.tools.Server;

/**
 * Pages that others wrote, each project on a loopback port of its own, under the origin by which
 * the goals of {@link RealPages} name it.
 *
 * <p>The files come from the projects' jars as they are. What a deployment of the project has to
 * bring itself (which API to show, the JSON of the back end) comes from {@code
 * src/test/resources/realpages}.
 */
public final class RealSites implements AutoCloseable {

  /** The pages of a dashboard theme: Bootstrap 4, jQuery, Font Awesome. */
  public static final String DASHBOARD = "https://dashboard.example";

  /** Swagger UI, showing a small API. */
  public static final String API_DOCS = "https://docs.example";

  /** HAL Explorer, on a small API. */
  public static final String HAL = "https://hal.example";

  /** Spring Boot Admin, watching two applications. */
  public static final String MONITOR = "https://monitor.example";

  /** The console of the H2 database: a running server. */
  public static final String CONSOLE = "https://console.example";

  /** A database in memory, to which {@link #CONSOLE} can connect. */
  static final String DATABASE = "jdbc:h2:mem:teas;DB_CLOSE_DELAY=-1";

  private final Map<String, String> servedAt = new LinkedHashMap<>();
  private final List<Runnable> closers = new ArrayList<>();

  private RealSites() {}

  /**
   * Starts a server for each project.
   *
   * @return the running servers; close them in the end
   */
  public static RealSites start() {
    RealSites sites = new RealSites();
    String webjars = "/META-INF/resources/webjars/";
    sites.serve(DASHBOARD, files(webjars + "startbootstrap-sb-admin-2/4.1.3"));
    sites.serve(API_DOCS, files("/realpages/docs", webjars + "swagger-ui/5.34.1"));
    sites.serve(HAL, files("/realpages/hal", webjars + "hal-explorer/1.2.1"));
    sites.serve(MONITOR, monitor());
    sites.serveConsole();
    return sites;
  }

  /**
   * Where each project is served.
   *
   * @return origins on loopback, by the origin in the goals
   */
  public Map<String, String> servedAt() {
    return Map.copyOf(servedAt);
  }

  /** Stops all servers at once. */
  @Override
  public void close() {
    closers.forEach(Runnable::run);
  }

  private void serve(String origin, HttpHandler handler) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ExecutorService threads = Executors.newCachedThreadPool();
      server.setExecutor(threads);
      server.createContext("/", handler);
      server.start();
      servedAt.put(origin, "http://localhost:" + server.getAddress().getPort());
      closers.add(() -> server.stop(0));
      closers.add(threads::shutdownNow);
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on loopback for " + origin, e);
    }
  }

  private void serveConsole() {
    try {
      DriverManager.getConnection(DATABASE, "sa", "").close(); // The console creates none itself.
      Server server =
          Server.createWebServer("-webPort", "0", "-webDaemon", "-properties", "null").start();
      servedAt.put(CONSOLE, "http://localhost:" + server.getPort());
      closers.add(server::stop);
    } catch (SQLException e) {
      throw new IllegalStateException("The H2 console does not start.", e);
    }
  }

  /** Serves folders of the class path; a file in an earlier folder goes before a later one. */
  private static HttpHandler files(String... folders) {
    return exchange -> {
      String path = exchange.getRequestURI().getPath();
      sendFile(exchange, path.endsWith("/") ? path + "index.html" : path, folders);
    };
  }

  /**
   * Does what the server of Spring Boot Admin does: one URL is a route of the application for a
   * browser that asks for HTML, an answer in JSON, or a stream of events that stays open.
   */
  private static HttpHandler monitor() {
    return exchange -> {
      String accept =
          String.join(",", exchange.getRequestHeaders().getOrDefault("Accept", List.of()));
      String path = exchange.getRequestURI().getPath();
      if (accept.contains("text/event-stream")) {
        holdEventStream(exchange);
      } else {
        boolean file = path.contains(".");
        String wanted = accept.contains("text/html") ? "/index.html" : path + ".json";
        sendFile(
            exchange,
            file ? path : wanted,
            "/realpages/monitor",
            "/META-INF/spring-boot-admin-server-ui");
      }
    };
  }

  private static void holdEventStream(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(":nothing yet\n\n".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      Thread.sleep(Duration.ofMinutes(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The server is being closed.
    }
  }

  private static void sendFile(HttpExchange exchange, String file, String... folders)
      throws IOException {
    try (exchange) {
      for (String folder : folders) {
        try (InputStream in = RealSites.class.getResourceAsStream(folder + file)) {
          if (in != null) {
            send(exchange, 200, contentType(file), in.readAllBytes());
            return;
          }
        }
      }
      send(exchange, 404, "text/plain", ("Nothing at " + file).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static String contentType(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1);
    return switch (ending) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "json" -> "application/json";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "woff2" -> "font/woff2";
      default -> "application/octet-stream";
    };
  }
}
