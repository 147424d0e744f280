package io.midagoal.internal.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.goal.GoalType;
import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Verdict;
import io.midagoal.verify.Checks;
import io.midagoal.verify.GoalVerifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verdict says of a URL that does not match. */
// Many tests, each on a page of its own: side by side, none of them is waited for at the end.
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class UrlDifferencesTest {

  private static final String SITE = "https://example.com";

  private static Verdict judge(GoalType type, String value, String path) {
    return judge(Expectation.of(Checks.goal(type, value, SITE + path)));
  }

  private static Verdict judge(Expectation expectation) {
    return Browsers.with(
        driver -> GoalVerifier.on(driver).site(SITE, TestPages.anyPath()).verify(expectation));
  }

  private static Finding first(Verdict verdict) {
    return verdict.findings().get(0);
  }

  @ParameterizedTest(name = "{0} {1} on {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PAGEVIEW_EXACT    | http://example.com/a       | /a          | in the scheme: "http:" was
          PAGEVIEW_EXACT    | https://example.org/a      | /a          | in the host: "example.org" was
          PAGEVIEW_EXACT    | https://www.example.com/a  | /a          | differ in "www."
          PAGEVIEW_EXACT    | https://example.com:8443/a | /a          | in the port: "8443" was
          PAGEVIEW_EXACT    | https://example.com:443/a  | /a          | leave out the default
          PAGEVIEW_EXACT    | https://me@example.com/a   | /a          | leave out user
          PAGEVIEW_EXACT    | https://Example.com/a      | /a          | upper and lower case
          PAGEVIEW_EXACT    | https://example.com/A      | /a          | upper and lower case: "/A" was
          PAGEVIEW_EXACT    | https://example.com        | /           | the slash at the end
          PAGEVIEW_EXACT    | https://example.com/a/     | /a          | the slash at the end
          PAGEVIEW_EXACT    | https://example.com/       | /index.html | the default document
          PAGEVIEW_EXACT    | https://example.com/b      | /a          | in the path: "/b" was
          PAGEVIEW_EXACT    | https://example.com/?a=1&b=2 | /?b=2&a=1 | parameters in another order
          PAGEVIEW_EXACT    | https://example.com/?a=1   | /?a=2       | in the query: "?a=1" was
          PAGEVIEW_EXACT    | https://example.com/a      | /a#b        | in the fragment: none was
          PAGEVIEW_EXACT    | https://example.com/#/b    | /#/a        | in the fragment: "#/b" was
          PAGEVIEW_EXACT    | https://example.com/caf\u00e9   | /caf\u00e9       | how characters are encoded
          PAGEVIEW_EXACT    | /a                         | /a          | begins with scheme and host
          PAGEVIEW          | /~ada                      | /%7Eada     | how characters are encoded
          PAGEVIEW          | /A                         | /a          | upper and lower case
          PAGEVIEW          | /a/                        | /a          | the slash at the end
          PAGEVIEW          | /nothing                   | /a          | nothing like it
          PAGEVIEW          | http://example.com         | /a          | in the scheme
          PAGEVIEW_WILDCARD | https://www.example.com/*  | /a          | differ in "www."
          PAGEVIEW_WILDCARD | /a/*/c                     | /a/b/d      | part "/c" is missing in "b/d"
          PAGEVIEW_WILDCARD | /a                         | /a?b=1      | ends before "?b=1"
          PAGEVIEW_WILDCARD | /a*c                       | /abcd       | ends before "d"
          PAGEVIEW_REGEX    | ^/blog/[a-z]+x$            | /blog/one   | as far as "^/blog/[a-z]+"
          """)
  void areNamed(GoalType type, String value, String path, String words) {
    assertThat(first(judge(type, value, path)).message()).contains(words);
  }

  @Test
  void inTheLettersOfAHost() {
    Verdict verdict =
        Browsers.with(
            driver ->
                GoalVerifier.on(driver)
                    .site("https://b\u00fccher.example", TestPages.anyPath())
                    .verify(
                        Checks.goal(
                            GoalType.PAGEVIEW,
                            "https://b\u00fccher.example/a",
                            "https://b\u00fccher.example/a")));

    assertThat(first(verdict).suggestion()).hasValue("https://xn--bcher-kva.example/a");
  }

  @Nested
  class AreShown {

    @Test
    void byAMarkUnderTheUrls() {
      assertThat(first(judge(GoalType.PAGEVIEW_EXACT, SITE + "/a?b=1", "/a?b=2")).message())
          .endsWith(
              """

              value: https://example.com/a?b=1
              page:  https://example.com/a?b=2
                                             ^""");
    }

    @Test
    void underThePlaceWhereTheValueWasMeantToStand() {
      assertThat(first(judge(GoalType.PAGEVIEW, "/Shop", "/a/shop")).message())
          .endsWith(
              """

              value:                      /Shop
              page:  https://example.com/a/shop
                                           ^""");
    }

    @Test
    void withinEightyColumnsHoweverLongTheUrls() {
      String path = "/" + "a".repeat(300);
      Verdict verdict = judge(GoalType.PAGEVIEW_EXACT, SITE + path + "b", path + "c" + path);

      assertThat(verdict.describe().lines().skip(1).limit(3))
          .allMatch(line -> line.length() <= 80)
          .anyMatch(line -> line.endsWith("ab"));
    }
  }

  @Nested
  @Tag("full")
  class AreMendedBy {

    @ParameterizedTest(name = "{0} {1} on {2}: {3}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            PAGEVIEW          | /A                            | /a              | /a
            PAGEVIEW          | /a/                           | /a              | /a
            PAGEVIEW          | http://example.com/a          | /a              | https://example.com/a
            PAGEVIEW          | https://www.example.com/a     | /a              | https://example.com/a
            PAGEVIEW          | https://example.com:443/a     | /a              | https://example.com/a
            PAGEVIEW          | /thank-yuo                    | /thank-you      | /thank-you
            PAGEVIEW          | /caf\u00e9                         | /caf\u00e9           | /caf%C3%A9
            PAGEVIEW          | /index.html                   | /shop/          |
            PAGEVIEW          | /thank-you                    | /               |
            PAGEVIEW          | /thank-you                    | /products/list  |
            PAGEVIEW          | ' /a'                         | /a              | /a
            PAGEVIEW_EXACT    | /a                            | /a              | https://example.com/a
            PAGEVIEW_EXACT    | https://example.com           | /               | https://example.com/
            PAGEVIEW_EXACT    | https://example.com/?a=1&b=2  | /?b=2&a=1       | https://example.com/?b=2&a=1
            PAGEVIEW_EXACT    | https://example.com/          | /index.html     | https://example.com/index.html
            PAGEVIEW_EXACT    | https://example.com/pricing   | /blog/one       |
            PAGEVIEW_WILDCARD | /a/*                          | /a              | /a*
            PAGEVIEW_WILDCARD | /a                            | /a?b=1          | /a*
            PAGEVIEW_WILDCARD | https://www.example.com/*     | /a              | https://example.com/*
            PAGEVIEW_REGEX    | /^blog$/i                     | /blog           | ^/blog$
            PAGEVIEW_REGEX    | /\\/blog/i                    | /blog           | \\/blog
            PAGEVIEW_REGEX    | '^(/|/home)$'                 | /home           | '^https?://[^/]+(/|/home)$'
            PAGEVIEW_REGEX    | ^blog                         | /blog           | ^/blog
            PAGEVIEW_REGEX    | /a?b=1                        | /a?b=1          | /a\\?b=1
            PAGEVIEW_REGEX    | ^/blog/[0-9]+$                | /blog/42?r=mail | ^/blog/[0-9]+/?([?#].*)?$
            PAGEVIEW_REGEX    | ^https://www\\.example\\.com/ | /a              | ^https://(www\\.)?example\\.com/
            """)
    void values(GoalType type, String value, String path, String suggestion) {
      assertThat(first(judge(type, value, path)).suggestion().orElse(null)).isEqualTo(suggestion);
    }

    @Test
    void nothingThatFailsOnAnotherVisit() {
      Expectation expectation =
          Expectation.of(Checks.goal(GoalType.PAGEVIEW, "/A", SITE + "/a")).visits(SITE + "/other");

      assertThat(first(judge(expectation)).suggestion()).isEmpty();
    }

    @Test
    void nothingThatMatchesAUrlToIgnore() {
      Expectation expectation =
          Expectation.of(Checks.goal(GoalType.PAGEVIEW, "/A", SITE + "/a"))
              .ignores(SITE + "/about");

      assertThat(first(judge(expectation)).suggestion()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "PAGEVIEW_EXACT, https://example.com/bl*, pageviewWildcard",
      "PAGEVIEW, ^https://example.com/bl, pageviewRegex",
      "PAGEVIEW_EXACT, example.com/b, pageview"
    })
    void anotherType(GoalType type, String value, String other) {
      assertThat(first(judge(type, value, "/blog")).hint())
          .startsWith("Change the type to " + other);
    }

    @Test
    void aWordOnWhiteSpace() {
      assertThat(first(judge(GoalType.PAGEVIEW, "/a ", "/a")).hint())
          .isEqualTo(
              "The value begins or ends with white space. Change value to \"/a\"; tried on this"
                  + " page, it works.");
    }

    @Test
    void aWordOnWhatAnExpressionIsComparedWith() {
      assertThat(first(judge(GoalType.PAGEVIEW_REGEX, "^(/|/home)$", "/home")).hint())
          .startsWith("Only an expression that starts with /, ^/ or ^\\/ is compared with path");
    }

    @Test
    void aWordOnSlashesAndFlags() {
      assertThat(first(judge(GoalType.PAGEVIEW_REGEX, "/\\/blog/i", "/blog")).hint())
          .startsWith("The slashes and flags around an expression are not part of the value.");
    }
  }

  @Tag("full")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\"b",
        "a'b",
        "a\nb",
        "a\u0000b",
        "a\ud800b",
        "\\",
        "${x}",
        "</script>",
        "%",
        "%zz"
      })
  void ofOddCharactersAreNoTrouble(String value) {
    List<String> codes =
        Stream.of(GoalType.PAGEVIEW, GoalType.PAGEVIEW_EXACT, GoalType.PAGEVIEW_WILDCARD)
            .map(type -> Checks.reason(judge(type, value, "/other")))
            .distinct()
            .toList();

    assertThat(codes).containsExactly("url-mismatch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "*", "https://example.com/", "a*"})
  void ofTenThousandCharactersAreNoTrouble(String start) {
    String value = (start + "a".repeat(10_000)).substring(0, 10_000);

    assertThat(Checks.reason(judge(GoalType.PAGEVIEW_WILDCARD, value, "/" + "a".repeat(2000))))
        .isEqualTo("url-mismatch");
  }
}
