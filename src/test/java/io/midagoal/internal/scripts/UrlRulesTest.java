package io.midagoal.internal.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.internal.browser.Lease;
import io.midagoal.testing.Browsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.openqa.selenium.JavascriptExecutor;

/** Which URLs count, held against a table that was written by hand from the readings. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("browser")
class UrlRulesTest {

  private static final String COUNTS =
      ScriptBundle.of("goals/urlTypes.js")
          + """
          try {
            const goal = {type: arguments[0], value: arguments[1]};
            return urlTypes.of(goal).counts(goal, arguments[2]) ? 'yes' : 'no';
          } catch (error) {
            return error instanceof SyntaxError ? 'invalid' : String(error);
          }
          """;

  private final Lease browser = Browsers.lease();

  @BeforeAll
  void openABlankPage() {
    browser.driver().get("about:blank");
  }

  @AfterAll
  void giveBack() {
    browser.close();
  }

  private @Nullable Object counts(String type, String value, String url) {
    return ((JavascriptExecutor) browser.driver()).executeScript(COUNTS, type, value, url);
  }

  /** The table is plain ASCII: letters beyond that stand in it as they do in Java. */
  private static String letters(String value) {
    return value.replace("\\u00e9", "\u00e9").replace("\\u00fc", "\u00fc");
  }

  @ParameterizedTest(name = "{0} {1} on {2}: {3}")
  @CsvFileSource(resources = "url-rules.csv", delimiterString = " ; ")
  void areTheReadings(String type, String value, String url, String expected) {
    assertThat(counts(type, letters(value), url)).isEqualTo(expected);
  }

  @Test
  void comeToAnEndForManyStars() {
    String url = "https://example.com/" + "a".repeat(3000);

    assertThat(counts("pageviewWildcard", "*a".repeat(1000) + "*b", url)).isEqualTo("no");
  }
}
