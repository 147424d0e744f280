package io.midagoal.internal.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.internal.driver.TabLostException;
import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("browser")
class IsolatedWorldTest {

  private static final Duration LIMIT = Duration.ofMillis(300);

  private static final String BUSY =
      "const end = Date.now() + arguments[0]; while (Date.now() < end) { } return 'done';";

  /** The answer of a script may come while its tab is being closed for taking too long. */
  @ParameterizedTest(name = "of {0} ms")
  @ValueSource(ints = {280, 290, 300, 305, 310, 315, 320, 325, 330, 340, 350, 400})
  void theDriverStandsInATabThatExistsAfterAScript(int milliseconds) {
    String title =
        Browsers.with(
            driver -> {
              driver.get(TestPages.html("<title>here</title>"));
              ScriptContext world = ScriptContext.of(driver, LIMIT);
              try {
                world.run(BUSY, milliseconds);
              } catch (TabLostException e) {
                driver.get(TestPages.html("<title>here</title>"));
              }
              return driver.getTitle();
            });

    assertThat(title).isEqualTo("here");
  }
}
