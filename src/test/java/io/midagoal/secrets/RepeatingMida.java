package io.midagoal.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Mida on loopback that repeats the API key, in all its spellings, wherever an answer has room
 * for it. What it answers to a creation depends on the goal's name. It serves the goals' page as
 * well.
 */
final class RepeatingMida implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\\r\\ncontent-length: *(\\d+)\\r\\n");
  private static final Pattern NAME = Pattern.compile("\"goal_name\":\"([^\"]*)\"");

  private final ServerSocket socket;
  private final Map<String, String> spellings;
  private final String secret;
  private final AtomicBoolean hasSpokenHttp = new AtomicBoolean();

  RepeatingMida(String secret) {
    this.secret = secret;
    this.spellings = new Spellings(secret).all();
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "repeating-mida");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        start(() -> serve(client));
      } catch (IOException e) {
        // The test has ended.
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String request = read(client.getInputStream());
      client.getOutputStream().write(answer(request).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The client has gone; it tells why, if anybody wants to know.
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int b = in.read(); b >= 0 && head.indexOf("\r\n\r\n") < 0; b = in.read()) {
      head.append((char) b);
      if (head.indexOf("\r\n\r\n") >= 0) {
        break;
      }
    }
    Matcher length = LENGTH.matcher(head);
    int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return head + new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
  }

  private String answer(String request) {
    if (request.startsWith("GET /page")) {
      return page();
    }
    if (request.startsWith("GET")) {
      return http("200 OK", "", request.contains("offset=0") ? list() : emptyList());
    }
    if (request.startsWith("DELETE")) {
      return http("500 Error", "", error());
    }
    Matcher name = NAME.matcher(request);
    return created(name.find() ? name.group(1) : "");
  }

  private String created(String name) {
    return switch (name) {
      case "status line" -> http("401 no " + secret, "", "");
      case "header" ->
          http("401 Unauthorized", "WWW-Authenticate: Bearer " + onOneLine() + "\r\n", "");
      case "body" -> http("401 Unauthorized", "", error());
      case "HTML" -> http("500 Error", "", "<h1>" + onOneLine() + "</h1>");
      case "redirect" ->
          http("307 Elsewhere", "Location: https://evil.example/?" + onOneLine() + "\r\n", "");
      case "redirect with plain key" ->
          http("302 Elsewhere", "Location: https://evil.example/?" + secret + "\r\n", "");
      case "no HTTP" ->
          hasSpokenHttp.getAndSet(true) ? http("401 No", "", error()) : secret + "\r\n\r\n";
      case "half" -> http("200 OK", "", "{\"success\": true, \"goal_key\": \"" + secret);
      default ->
          http(
              "200 OK",
              "X-Key: " + onOneLine() + "\r\n",
              "{\"success\":true,\"goal_profile_id\":7,\"goal_key\":" + inJson(secret) + "}");
    };
  }

  private static String http(String status, String headers, String body) {
    return "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n%s"
        .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, headers, body);
  }

  private static String page() {
    return http("200 OK", "Content-Type: text/html\r\n", "<title>Shop</title><a class=cta>Buy</a>");
  }

  private static String emptyList() {
    return "{\"success\":true,\"goals\":[]}";
  }

  private String list() {
    return """
    {"success":true,"goals":[{"goal_profile_id":6,"goal_key":"drifted","goal_name":"drifted",\
    "goal_type":%1$s,"goal_value":%1$s,"goal_purpose":"sell","element_url":%2$s}]}\
    """
        .formatted(inJson(secret), inJson("https://shop.example/?" + onOneLine()));
  }

  private String error() {
    return "{\"error\":" + inJson(onOneLine()) + "}";
  }

  private String onOneLine() {
    return String.join(" | ", spellings.values());
  }

  private static String inJson(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
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
