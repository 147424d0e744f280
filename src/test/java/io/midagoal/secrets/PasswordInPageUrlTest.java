package io.midagoal.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.report.VerdictReport;
import io.midagoal.testing.Browsers;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import io.midagoal.verify.GoalVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user and password of a page: browsers use them, and nothing shows them. */
@Tag("browser")
class PasswordInPageUrlTest {
  private static final byte[] PAGE =
      "<!doctype html><title>Staging</title><a class=cta href='/'>Buy</a>"
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer site;

  @TempDir private Path folder = Path.of("");

  PasswordInPageUrlTest() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    site.createContext(
            "/",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/html");
              exchange.sendResponseHeaders(200, PAGE.length);
              exchange.getResponseBody().write(PAGE);
              exchange.close();
            })
        .setAuthenticator(
            new BasicAuthenticator("staging") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return user.equals("ada") && password.equals("hush-hush");
              }
            });
    site.start();
  }

  @AfterEach
  void stop() {
    site.stop(0);
  }

  private Verdict verdictOn(String credentials, String selector) {
    Goal goal =
        Goal.builder()
            .name("CTA")
            .type(GoalType.CLICK_ON_ELEMENT)
            .value(selector)
            .elementUrl("http://" + credentials + "@127.0.0.1:" + site.getAddress().getPort() + "/")
            .build();
    return Browsers.with(driver -> GoalVerifier.on(driver).verify(Expectation.of(goal)));
  }

  @Test
  void letTheBrowserIn() {
    assertThat(verdictOn("ada:hush-hush", ".cta").status()).isEqualTo(Status.MATCHED);
  }

  @Test
  void areNotShownWhenTheGoalIsBroken() throws IOException {
    assertNothingShows(verdictOn("ada:hush-hush", ".call-to-action"));
  }

  @Test
  void areNotShownWhenThePageIsDenied() throws IOException {
    assertNothingShows(verdictOn("ada:hush-and-more", ".cta"));
  }

  private void assertNothingShows(Verdict verdict) throws IOException {
    assertThat(verdict.status()).isNotEqualTo(Status.MATCHED);
    try (VerdictReport report = VerdictReport.in(folder)) {
      report.add("Test#test", verdict);
    }
    assertThat(verdict.describe()).doesNotContain("hush");
    assertThat(verdict.toString()).doesNotContain("hush");
    assertThat(Files.readString(folder.resolve("verdicts.json")))
        .contains("\"element_url\" : \"http://[not shown]@127.0.0.1:")
        .doesNotContain("hush");
  }
}
