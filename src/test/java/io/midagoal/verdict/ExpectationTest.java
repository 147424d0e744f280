package io.midagoal.verdict;

import static io.midagoal.goal.GoalType.PAGEVIEW_WILDCARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.midagoal.verify.Checks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test may expect of a goal. */
class ExpectationTest {

  private static final Expectation EXPECTATION =
      Expectation.of(Checks.goal(PAGEVIEW_WILDCARD, "/a/*", "https://example.com/a/b"));

  @ParameterizedTest
  @ValueSource(strings = {"/a/c", "example.com/a", "ftp://example.com/", "https:///a", ""})
  void namesAUrlToIgnoreThatIsNotAbsolute(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EXPECTATION.ignores("https://example.com/", url))
        .withMessageEndingWith("but got: " + url);
  }

  @Test
  void ignoresAnyAbsoluteUrl() {
    String url = "HTTP://ada:pw@[::1]:8080/a[1]|b c?d#e";

    assertThat(EXPECTATION.ignores(url).ignores()).containsExactly(url);
  }
}
