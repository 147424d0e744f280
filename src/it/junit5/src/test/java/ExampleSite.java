import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Stands in for example.com, so that the README's snippet runs without a network. */
public class ExampleSite implements BeforeAllCallback, AfterAllCallback {
  private HttpServer server;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    byte[] page =
        "<title>Example Domain</title><p><a href='https://iana.org/domains/example'>Learn more</a>"
            .getBytes(StandardCharsets.UTF_8);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    System.setProperty(
        "midagoal.site",
        "https://example.com -> http://localhost:" + server.getAddress().getPort());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.clearProperty("midagoal.site");
    server.stop(0);
  }
}
