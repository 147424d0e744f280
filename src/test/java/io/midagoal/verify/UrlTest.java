package io.midagoal.verify;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.PAGEVIEW;
import static io.midagoal.goal.GoalType.PAGEVIEW_EXACT;
import static io.midagoal.goal.GoalType.PAGEVIEW_REGEX;
import static io.midagoal.goal.GoalType.PAGEVIEW_WILDCARD;
import static io.midagoal.verify.Checks.checkAt;
import static io.midagoal.verify.Checks.goal;
import static io.midagoal.verify.Checks.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goals that count page views: rules from the guide's page "Matching rules". */
// Many tests, each on a page of its own: side by side, none of them is waited for at the end.
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class UrlTest {

  private static final String PAGE = TestPages.page("<a href=#>x</a>");

  /** Judges a URL goal at a path of the site for which it is defined. */
  private static Verdict judge(GoalType type, String value, String pathQueryFragment) {
    Goal goal = goal(type, value, "https://example.com" + pathQueryFragment);
    return Browsers.with(
        driver ->
            GoalVerifier.on(driver).site("https://example.com", TestPages.anyPath()).verify(goal));
  }

  @ParameterizedTest(name = "{0} {1} on {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PAGEVIEW          | /thank-you                        | /thank-you?a=1#b        | MATCHED
          PAGEVIEW          | https://example.com/thank         | /thank-you              | MATCHED
          PAGEVIEW          | #b                                | /thank-you#b            | MATCHED
          PAGEVIEW          | /Thank-you                        | /thank-you              | url-mismatch
          PAGEVIEW          | http://example.com/thank          | /thank-you              | url-mismatch
          PAGEVIEW          | /thank*                           | /thank-you              | wildcard-in-plain
          PAGEVIEW_EXACT    | https://example.com/a?b=1         | /a?b=1                  | MATCHED
          PAGEVIEW_EXACT    | https://example.com/a             | /a?b=1                  | url-mismatch
          PAGEVIEW_EXACT    | https://example.com/a             | /a#b                    | url-mismatch
          PAGEVIEW_EXACT    | https://example.com/a/            | /a                      | url-mismatch
          PAGEVIEW_EXACT    | https://www.example.com/a         | /a                      | url-mismatch
          PAGEVIEW_EXACT    | /a                                | /a                      | url-mismatch
          PAGEVIEW_WILDCARD | https://example.com/blog/*        | /blog/one/two           | MATCHED
          PAGEVIEW_WILDCARD | /products/*/confirm               | /products/7/confirm#top | MATCHED
          PAGEVIEW_WILDCARD | /a?b=*                            | /a?b=1                  | MATCHED
          PAGEVIEW_WILDCARD | *                                 | /a                      | MATCHED
          PAGEVIEW_WILDCARD | /products/*/confirm               | /products/7/confirmed   | url-mismatch
          PAGEVIEW_WILDCARD | /a.c                              | /abc                    | url-mismatch
          PAGEVIEW_WILDCARD | blog/*                            | /blog/one               | url-mismatch
          PAGEVIEW_REGEX    | ^https://example\\.com/blog/.+$   | /blog/one               | MATCHED
          PAGEVIEW_REGEX    | ^/blog/\\w+$                      | /blog/one#top           | MATCHED
          PAGEVIEW_REGEX    | ^\\/blog\\/\\w+$                  | /blog/one               | MATCHED
          PAGEVIEW_REGEX    | blog                              | /blog/one               | MATCHED
          PAGEVIEW_REGEX    | ^blog                             | /blog/one               | url-mismatch
          PAGEVIEW_REGEX    | ^/blog/\\\\w+$                    | /blog/one               | pattern-double-escaped
          PAGEVIEW_REGEX    | (?i)BLOG                          | /blog/one               | regex-syntax
          PAGEVIEW_REGEX    | (                                 | /blog/one               | regex-syntax
          """)
  void judges(GoalType type, String value, String url, String expected) {
    assertThat(reason(judge(type, value, url))).isEqualTo(expected);
  }

  @Nested
  class Diagnoses {

    @Test
    void theFirstDifference() {
      Verdict verdict = judge(PAGEVIEW_EXACT, "https://example.com/a?b=1", "/a?b=2");

      assertThat(verdict.findings().get(0).message())
          .contains("They first differ in the query: \"?b=1\" was expected, \"?b=2\" was found.");
    }

    @Test
    void aMissingWww() {
      Verdict verdict = judge(PAGEVIEW_EXACT, "https://www.example.com/a", "/a");

      assertThat(verdict.findings().get(0).message()).contains("They differ in \"www.\".");
    }

    @Test
    void withAValueThatWorks() {
      Verdict verdict = judge(PAGEVIEW_WILDCARD, "blog/*", "/blog/one");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("*blog/*");
    }

    @Test
    void withAnExpressionWithoutTheDoubledBackslashes() {
      Verdict verdict = judge(PAGEVIEW_REGEX, "^/blog/\\\\w+$", "/blog/one");

      assertThat(verdict.findings().get(0).suggestion()).hasValue("^/blog/\\w+$");
    }

    @Test
    void anExpressionThatDoesNotComeToAnEnd() {
      Verdict verdict =
          judge(PAGEVIEW_REGEX, "^(((\\w|.)+)+)+!$", "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");

      assertThat(reason(verdict)).isEqualTo("regex-slow");
    }
  }

  @Nested
  class KnowsItsPage {

    @Test
    void byTheValueWhenThatIsAPlainAbsoluteUrl() {
      Goal goal = Goal.builder().name("Goal").type(PAGEVIEW_EXACT).value(PAGE).build();

      Verdict verdict = Browsers.with(driver -> GoalVerifier.on(driver).verify(goal));

      assertThat(verdict.status()).isEqualTo(Status.MATCHED);
    }

    @Test
    void notAtAllWhenThereIsNone() {
      Goal goal = Goal.builder().name("Goal").type(PAGEVIEW_WILDCARD).value("/a/*").build();

      Verdict verdict = Browsers.with(driver -> GoalVerifier.on(driver).verify(goal));

      assertThat(reason(verdict)).isEqualTo("no-page");
    }

    @Test
    void notByARelativeUrl() {
      assertThat(reason(checkAt(CLICK_ON_ELEMENT, "a", "/relative"))).isEqualTo("no-page");
    }

    @Test
    void byEveryVisit() {
      Goal goal = Goal.builder().name("Goal").type(PAGEVIEW_REGEX).value("page").build();
      Expectation expectation = Expectation.of(goal).visits(PAGE, TestPages.anyPath() + "/other");

      assertThat(reason(Checks.check(expectation))).isEqualTo("url-mismatch");
    }

    @Test
    void evenWhenOnlyTheExpressionCanBeJudged() {
      Goal goal = Goal.builder().name("Goal").type(PAGEVIEW_REGEX).value("(").build();

      Verdict verdict = Browsers.with(driver -> GoalVerifier.on(driver).verify(goal));

      assertThat(verdict.findings())
          .extracting(Finding::code)
          .containsExactly("regex-syntax", "no-page");
    }
  }

  @Nested
  class Ignores {

    @Test
    void urlsThatItMustNotMatch() {
      Expectation expectation =
          Expectation.of(goal(PAGEVIEW, "page", PAGE)).ignores("https://example.com/pages");

      assertThat(reason(Checks.check(expectation))).isEqualTo("url-also-matches");
    }

    @Test
    void urlsThatAnExpressionMustNotMatch() {
      Expectation expectation =
          Expectation.of(goal(PAGEVIEW_REGEX, "page", PAGE)).ignores("https://example.com/pages");

      assertThat(reason(Checks.check(expectation))).isEqualTo("url-also-matches");
    }

    @Test
    void urlsThatItDoesNotMatch() {
      Expectation expectation =
          Expectation.of(goal(PAGEVIEW, "page", PAGE)).ignores("https://example.com/other");

      assertThat(reason(Checks.check(expectation))).isEqualTo("MATCHED");
    }
  }

  @Test
  void leavesTheDriverInTheWindowInWhichItWas() {
    List<Integer> windows =
        Browsers.with(
            driver -> {
              String before = driver.getWindowHandle();
              GoalVerifier.on(driver).verify(goal(PAGEVIEW_REGEX, "page", PAGE));
              return List.of(
                  driver.getWindowHandles().size(),
                  before.equals(driver.getWindowHandle()) ? 1 : 0);
            });

    assertThat(windows).containsExactly(1, 1);
  }
}
