package io.midagoal.corpus;

import com.alibaba.druid.pool.DruidDataSource;
import com.alibaba.druid.stat.DruidStatService;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.tools.Server;
import org.jobrunr.dashboard.JobRunrDashboardWebServer;
import org.jobrunr.dashboard.JobRunrDashboardWebServerConfiguration;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobScheduler;
import org.jobrunr.storage.InMemoryStorageProvider;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;

/**
 * Pages that others wrote, each project on a loopback port of its own, under the origin by which
 * the definitions name it.
 *
 * <p>The files come from the projects' jars as they are. What a deployment of the project has to
 * bring itself (which API to show, the JSON of the back end) comes from {@code
 * src/test/resources/io/midagoal/corpus/pages}; four of the projects run with their own back end.
 */
final class Sites implements AutoCloseable {

  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final String OWN = "/io/midagoal/corpus/pages/";
  private static final String DATABASE = "jdbc:h2:mem:corpus;DB_CLOSE_DELAY=-1";

  private final Map<String, String> servedAt = new LinkedHashMap<>();
  private final List<Runnable> closers = new ArrayList<>();
  private String session = "";

  private Sites() {}

  /** Starts a server for each project. */
  static Sites start() {
    Sites sites = new Sites();
    sites.serve("https://dashboard.example", files(WEBJARS + "startbootstrap-sb-admin-2/4.1.3"));
    sites.serve("https://docs.example", files(OWN + "docs", WEBJARS + "swagger-ui/5.34.1"));
    sites.serve("https://hal.example", files(OWN + "hal", WEBJARS + "hal-explorer/1.2.1"));
    sites.serve("https://monitor.example", monitor());
    sites.serve("https://knife.example", knife());
    sites.serve(
        "https://browser.example", files(OWN + "hal", "/META-INF/spring-data-rest/hal-browser"));
    sites.serve("https://javadoc.example", javadoc());
    sites.servePool();
    sites.serveConsole();
    sites.serveJobs();
    sites.serveMock();
    return sites;
  }

  /** Origins on loopback, by the origin in the definitions. */
  Map<String, String> servedAt() {
    return Collections.unmodifiableMap(servedAt);
  }

  /** A session of a visitor who has logged in to the database's console. */
  String session() {
    return session;
  }

  /** A URL of a definition as this run serves it. */
  String served(String url) {
    for (Map.Entry<String, String> site : servedAt.entrySet()) {
      if (url.startsWith(site.getKey())) {
        return site.getValue() + url.substring(site.getKey().length());
      }
    }
    return url;
  }

  /** A served URL as a definition would name it. */
  String named(String url) {
    for (Map.Entry<String, String> site : servedAt.entrySet()) {
      if (url.startsWith(site.getValue())) {
        return site.getKey() + url.substring(site.getValue().length());
      }
    }
    return url;
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

  /** The statistics of a connection pool, with the pool's own back end. */
  private void servePool() {
    DruidDataSource pool = new DruidDataSource();
    pool.setName("teas");
    pool.setUrl(DATABASE);
    pool.setUsername("sa");
    pool.setTestWhileIdle(false); // Else it warns that it does not know how.
    try {
      pool.setFilters("stat,wall");
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE IF NOT EXISTS TEA(ID INT PRIMARY KEY, NAME VARCHAR)");
        statement.execute("SELECT NAME FROM TEA WHERE ID = 1");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The pool does not start.", e);
    }
    closers.add(pool::close);
    serve(
        "https://pool.example",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          if (path.endsWith(".json")) {
            String asked = exchange.getRequestURI().toString();
            byte[] answer =
                DruidStatService.getInstance().service(asked).getBytes(StandardCharsets.UTF_8);
            try (exchange) {
              send(exchange, 200, "application/json", answer);
            }
          } else {
            sendFile(exchange, withIndex(path), "/support/http/resources");
          }
        });
  }

  private void serveConsole() {
    try {
      DriverManager.getConnection(DATABASE, "sa", "").close(); // The console creates none itself.
      Server server =
          Server.createWebServer("-webPort", "0", "-webDaemon", "-properties", "null").start();
      String origin = "http://localhost:" + server.getPort();
      servedAt.put("https://console.example", origin);
      closers.add(server::stop);
      session = logIn(origin);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("The H2 console does not start.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String logIn(String origin) throws IOException, InterruptedException {
    HttpResponse.BodyHandler<String> text = HttpResponse.BodyHandlers.ofString();
    String first = client().send(HttpRequest.newBuilder(URI.create(origin)).build(), text).body();
    Matcher id = Pattern.compile("jsessionid=([0-9a-f]+)").matcher(first);
    if (!id.find()) {
      throw new IOException("No session in " + first);
    }
    String form = "driver=org.h2.Driver&user=sa&password=&url=" + DATABASE;
    HttpRequest login =
        HttpRequest.newBuilder(URI.create(origin + "/login.do?jsessionid=" + id.group(1)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    client().send(login, text);
    return id.group(1);
  }

  /** A connection of its own for each request: the console closes those that it has answered on. */
  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** The dashboard of a job scheduler, with its own back end. */
  private void serveJobs() {
    InMemoryStorageProvider storage = new InMemoryStorageProvider();
    JacksonJsonMapper json = new JacksonJsonMapper();
    storage.setJobMapper(new JobMapper(json));
    JobScheduler scheduler = new JobScheduler(storage);
    scheduler.scheduleRecurrently("count-teas", "0 4 * * *", Sites::countTeas);
    scheduler.enqueue(Sites::countTeas);
    int port = freePort();
    JobRunrDashboardWebServer server =
        new JobRunrDashboardWebServer(
            storage,
            json,
            JobRunrDashboardWebServerConfiguration.usingStandardDashboardConfiguration()
                .andPort(port)
                .andAllowAnonymousDataUsage(false));
    server.start();
    servedAt.put("https://jobs.example", "http://localhost:" + port);
    closers.add(server::stop);
  }

  /** What the scheduled jobs of {@link #serveJobs} would do; none runs. */
  public static void countTeas() {}

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pages that WireMock itself serves. */
  private void serveMock() {
    WireMockServer server =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    servedAt.put("https://mock.example", "http://localhost:" + server.port());
    closers.add(server::stop);
  }

  /** Serves folders of the class path; a file in an earlier folder goes before a later one. */
  private static HttpHandler files(String... folders) {
    return exchange -> sendFile(exchange, withIndex(exchange.getRequestURI().getPath()), folders);
  }

  private static String withIndex(String path) {
    return path.endsWith("/") ? path + "index.html" : path;
  }

  /** The pages of a javadoc jar, which stand at its root. */
  private static HttpHandler javadoc() {
    String jar = jarOf("/org/junit/jupiter/api/class-use/Assertions.html");
    return exchange -> {
      String path = withIndex(exchange.getRequestURI().getPath());
      try (exchange) {
        send(exchange, contentType(path), new URL(jar + path.substring(1)));
      }
    };
  }

  private static String jarOf(String file) {
    URL url = Sites.class.getResource(file);
    if (url == null) {
      throw new IllegalStateException("The jar with " + file + " is not on the class path.");
    }
    String text = url.toString();
    return text.substring(0, text.length() - file.length() + 1);
  }

  /** The API's description stands at URLs without an ending. */
  private static HttpHandler knife() {
    return exchange -> {
      String path = exchange.getRequestURI().getPath();
      String file = path.startsWith("/v3/") ? path + ".json" : path;
      sendFile(
          exchange, file.equals("/") ? "/doc.html" : file, OWN + "knife", "/META-INF/resources");
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
            OWN + "monitor",
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
        URL url = Sites.class.getResource(folder + file);
        if (url != null) {
          send(exchange, contentType(file), url);
          return;
        }
      }
      notFound(exchange, file);
    }
  }

  private static void notFound(HttpExchange exchange, String file) throws IOException {
    byte[] answer = ("<p>Nothing at " + file).getBytes(StandardCharsets.UTF_8);
    send(exchange, 404, "text/html; charset=utf-8", answer);
  }

  private static void send(HttpExchange exchange, String type, URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      send(exchange, 200, type, in.readAllBytes());
    } catch (java.io.FileNotFoundException e) {
      notFound(exchange, exchange.getRequestURI().getPath());
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
