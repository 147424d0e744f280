package io.midagoal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.goal.GoalType;
import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Severity;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other pages of the site that a goal counts without having been asked to. */
@Tag("browser")
class OtherPagesTest {

  private static final String SITE = "https://example.com";
  private static final String LINKS =
      "<a href='/'>a</a><a href='/thanks/one'>b</a><a href='/thanks/two?a#b'>c</a>"
          + "<a href='/thanksgiving'>d</a><a href='/thanksgiving#top'>e</a>"
          + "<a href='https://example.com/absolute-thanks'>f</a>"
          + "<a href='https://other.example/thanks'>g</a><a href='mailto:thanks'>h</a>"
          + "<a href='#thanks'>i</a><a>j</a>";

  static {
    TestPages.at("/thanks/one", 200, "<!doctype html><title>t</title>" + LINKS);
  }

  private static List<Finding> findings(Expectation expectation) {
    return Browsers.with(
            driver -> GoalVerifier.on(driver).site(SITE, TestPages.origin()).verify(expectation))
        .findings();
  }

  private static Expectation goal(GoalType type, String value) {
    return Expectation.of(Checks.goal(type, value, SITE + "/thanks/one"));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PAGEVIEW          | /              | 4 other pages that this page links to: https://example.com/, https://example.com/thanks/two, https://example.com/thanksgiving and 1 more.
          PAGEVIEW          | thanks         | 3 other pages that this page links to: https://example.com/thanks/two, https://example.com/thanksgiving, https://example.com/absolute-thanks.
          PAGEVIEW          | /thanksgi      |
          PAGEVIEW_WILDCARD | *thanks*       | 2 other pages that this page links to: https://example.com/thanksgiving, https://example.com/absolute-thanks.
          PAGEVIEW_REGEX    | thanks         | 2 other pages that this page links to: https://example.com/thanksgiving, https://example.com/absolute-thanks.
          """)
  void areNamed(GoalType type, String value, String words) {
    assertThat(findings(goal(type, value)))
        .filteredOn(finding -> finding.code().equals("url-also-matches"))
        .extracting(Finding::message)
        .allMatch(message -> message.endsWith(String.valueOf(words)))
        .hasSize(words == null ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "PAGEVIEW_EXACT, https://example.com/thanks/one",
    "PAGEVIEW, /thanks/one",
    "PAGEVIEW_WILDCARD, /thanks/*",
    "PAGEVIEW_REGEX, ^/thanks/",
    "PAGEVIEW_REGEX, ^https://example\\.com/thanks/.+$"
  })
  void areNotThoseThatAreMeant(GoalType type, String value) {
    assertThat(findings(goal(type, value))).isEmpty();
  }

  @Test
  void areAMereNote() {
    assertThat(findings(goal(GoalType.PAGEVIEW, "/")))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void areNotThoseThatAreVisited() {
    Expectation expectation =
        goal(GoalType.PAGEVIEW, "thanks")
            .visits(SITE + "/thanks/one?again")
            .ignores(SITE + "/other");

    assertThat(findings(expectation)).extracting(Finding::code).containsOnly("url-also-matches");
  }

  @Test
  void areNamedByTheirRouteWhereThatIsTheFragment() {
    String page = TestPages.page("<a href='#/cart'>a</a><a href='#top'>b</a>");

    assertThat(Checks.checkAt(GoalType.PAGEVIEW, "/page", page + "#/home").findings())
        .extracting(Finding::message)
        .singleElement()
        .asString()
        .endsWith("another page that this page links to: " + page + "#/cart.");
  }
}
