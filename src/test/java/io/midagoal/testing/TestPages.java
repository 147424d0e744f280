package io.midagoal.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server on loopback whose pages the tests write themselves, one page a test. */
public final class TestPages {

  private static final TestPages INSTANCE = new TestPages();

  private record Answer(int status, String type, String body, long delayMs, String location) {}

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> headers = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  private TestPages() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "test-pages");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  /** The origin of all pages, for example {@code http://127.0.0.1:40123}. */
  public static String origin() {
    return "http://127.0.0.1:" + INSTANCE.server.getAddress().getPort();
  }

  /** Serves a page with this body and answers its URL. */
  public static String page(String body) {
    return html(
        "<!doctype html><html><head><title>Test</title></head><body>" + body + "</body></html>");
  }

  /** Serves this document and answers its URL. */
  public static String html(String document) {
    return put("page", new Answer(200, "text/html; charset=utf-8", document, 0, ""));
  }

  /** Serves this document with this status at a path of the test's choice, and answers its URL. */
  public static String at(String path, int status, String document) {
    return at(path, status, "text/html; charset=utf-8", document);
  }

  /** Serves something of this type with this status at a path of the test's choice. */
  public static String at(String path, int status, String type, String body) {
    INSTANCE.answers.put(path, new Answer(status, type, body, 0, ""));
    return origin() + path;
  }

  /** Serves a text after a while and answers its URL. */
  public static String slow(String body, long delayMs) {
    return put("slow", new Answer(200, "text/html; charset=utf-8", body, delayMs, ""));
  }

  /** Serves something else than a page after a while and answers its URL. */
  public static String slow(String type, String body, long delayMs) {
    return put("slow", new Answer(200, type, body, delayMs, ""));
  }

  /** Answers with this status and a short page. */
  public static String status(int status) {
    return put("status", new Answer(status, "text/html; charset=utf-8", "<p>Sorry</p>", 0, ""));
  }

  /** Answers with this status and nothing else. */
  public static String emptyStatus(int status) {
    return put("status", new Answer(status, "text/html; charset=utf-8", "", 0, ""));
  }

  /** The origin of a server on which every path is a page. */
  public static String anyPath() {
    return origin().replace("127.0.0.1", "localhost");
  }

  /** Redirects to this URL. */
  public static String redirect(String location) {
    return redirect(302, location);
  }

  /** Redirects to this URL with one of the statuses that do so. */
  public static String redirect(int status, String location) {
    return put("redirect", new Answer(status, "text/html; charset=utf-8", "", 0, location));
  }

  /** Answers 200 with this type and body, and with one more header. */
  public static String typed(String type, String body, String header, String value) {
    String url = put("typed", new Answer(200, type, body, 0, ""));
    INSTANCE.headers.put(url.substring(origin().length()), Map.of(header, value));
    return url;
  }

  /** Serves a style sheet whose rules are told to no script of a page; answers a link to it. */
  public static String styleOfAnotherOrigin(String css) {
    return "<link rel=stylesheet href='%s'>".formatted(style(css).replace(origin(), anyPath()));
  }

  /** The URL of a style sheet. */
  public static String style(String css) {
    return put("style", new Answer(200, "text/css", css, 0, ""));
  }

  private static String put(String kind, Answer answer) {
    String path = "/" + kind + "-" + INSTANCE.next.incrementAndGet();
    INSTANCE.answers.put(path, answer);
    return origin() + path;
  }

  /** A stream of events that begins and never ends. */
  public static String stream() {
    return put("stream", new Answer(200, "text/event-stream", ": open\n\n", 0, ""));
  }

  private void answer(HttpExchange exchange) throws IOException {
    Answer known = answers.get(exchange.getRequestURI().getPath());
    boolean isAnyPath = exchange.getRequestHeaders().getFirst("Host").startsWith("localhost");
    Answer unknown = new Answer(isAnyPath ? 200 : 404, "text/html", "<p>Any page</p>", 0, "");
    Answer answer = known == null ? unknown : known;
    pause(answer.delayMs);
    byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type);
    headers
        .getOrDefault(exchange.getRequestURI().getPath(), Map.of())
        .forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    if (!answer.location.isEmpty()) {
      exchange.getResponseHeaders().set("Location", answer.location);
    }
    boolean isStream = answer.type.equals("text/event-stream");
    int length = body.length == 0 ? -1 : body.length;
    exchange.sendResponseHeaders(answer.status, isStream ? 0 : length);
    exchange.getResponseBody().write(body);
    if (isStream) {
      exchange.getResponseBody().flush();
    } else {
      exchange.close();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
