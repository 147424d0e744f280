package io.midagoal.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.midagoal.testing.WebKit;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The findings in another engine, with a driver that speaks nothing but plain WebDriver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("full")
@Tag("browser")
class SecondEngineTest {

  private WebKit engine;

  @BeforeAll
  void start() {
    assumeTrue(WebKit.isInstalled(), WebKit.NOT_INSTALLED);
    engine = WebKit.start();
  }

  @AfterAll
  void end() {
    if (engine != null) {
      engine.close();
    }
  }

  /**
   * This engine does not tell a page's HTTP status: an error page is judged as any other. Nor does
   * its driver speak CDP: a probe cannot be made, and what a policy blocks is not told.
   */
  private static final Set<String> NEEDING_CDP =
      Set.of(
          "page-status",
          "page-denied",
          "page-unreachable",
          "probed",
          "probe-incomplete",
          "probe-failed",
          "snippet-blocked");

  static Stream<Specimen> specimens() {
    return FindingTextsTest.specimens().filter(specimen -> !NEEDING_CDP.contains(specimen.name()));
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void findsTheSame(Specimen specimen) {
    assertThat(specimen.judge(engine.driver()).findings())
        .extracting("code")
        .contains(specimen.code());
  }
}
