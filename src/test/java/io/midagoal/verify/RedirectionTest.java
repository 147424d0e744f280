package io.midagoal.verify;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.PAGEVIEW;
import static io.midagoal.goal.GoalType.PAGEVIEW_EXACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Severity;
import io.midagoal.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Visits that end at another URL than the one that was asked for. */
@Tag("browser")
class RedirectionTest {

  private static final String LINK = "<a href=#>x</a>";
  private static final String PAGE = TestPages.page(LINK);
  private static final String LOGIN = TestPages.page("<input type=password>" + LINK);
  private static final String SITE = "https://example.com";

  private static Verdict visit(String url) {
    return Checks.checkAt(CLICK_ON_ELEMENT, "a", url);
  }

  private static Verdict visit(String url, String servedAt) {
    return Browsers.with(
        driver ->
            GoalVerifier.on(driver)
                .site(SITE, servedAt)
                .verify(Checks.goal(CLICK_ON_ELEMENT, "a", url)));
  }

  private static List<String> words(Verdict verdict) {
    return verdict.findings().stream().map(Finding::message).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void byTheServerAreCounted(int status) {
    String second = TestPages.redirect(status, PAGE);
    String first = TestPages.redirect(status, second);

    assertThat(words(visit(first)))
        .containsExactly(
            "The visit to " + first + " ended at " + PAGE + ": the server redirected it 2 times.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta http-equiv=refresh content='0;url=%s'>",
        "<script>location = '%s'</script>",
        "<script>location.replace('%s')</script>",
        "<script>setTimeout(() => location.replace('%s'), 100)</script>"
      })
  void byThePageAreTold(String how) {
    String first = TestPages.page(how.formatted(PAGE));

    assertThat(words(visit(first)))
        .containsExactly(
            "The visit to "
                + first
                + " ended at "
                + PAGE
                + ": a script or a meta refresh on "
                + first
                + " redirected the visitor.");
  }

  @Test
  void nameThePageOnTheWay() {
    String second = TestPages.page("<script>location.replace('" + PAGE + "')</script>");
    String first = TestPages.redirect(second);

    assertThat(visit(first).page().redirects()).containsExactly(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"history.pushState(0, '', '/route')", "location.hash = '/route'"})
  void withoutAnotherPageAreToldApart(String how) {
    String url = TestPages.page(LINK + "<script>" + how + "</script>");

    assertThat(words(visit(url)))
        .singleElement()
        .asString()
        .endsWith("/route: scripts of the page changed its URL without loading another page.");
  }

  @Nested
  class AreNot {

    @Test
    void aSlashThatTheBrowserAdds() {
      assertThat(visit(TestPages.anyPath() + "?a", TestPages.anyPath()).findings())
          .filteredOn(finding -> finding.code().equals("redirected"))
          .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://example.com:443/page",
          "HTTPS://Example.COM/page",
          "https://ada:pw@example.com/page",
          "https://example.com/caf\u00e9",
          "https://example.com/%7Eada",
          "https://example.com/a b",
          "https://example.com/a?q=[1]",
          "https://example.com/a/../b",
          "https://example.com/a?q=\u00e4#\u00e4"
        })
    void whatTheBrowserSpellsOtherwise(String url) {
      String page = TestPages.anyPath();
      Verdict verdict =
          Browsers.with(
              driver ->
                  GoalVerifier.on(driver)
                      .site(SITE, page)
                      .verify(Checks.goal(PAGEVIEW, SITE + "/", url)));

      assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void theLettersOfAHost() {
      Verdict verdict =
          Browsers.with(
              driver ->
                  GoalVerifier.on(driver)
                      .site("https://b\u00fccher.example", TestPages.anyPath())
                      .verify(
                          Checks.goal(
                              PAGEVIEW,
                              "https://xn--bcher-kva.example/",
                              "https://b\u00fccher.example/a")));

      assertThat(verdict.findings()).isEmpty();
    }
  }

  @Nested
  class OutOfTheSite {

    @Test
    void areAWarning() {
      String elsewhere =
          TestPages.page("<script>location='" + TestPages.anyPath() + "/login'</script>" + LINK);
      Verdict verdict =
          visit(SITE + elsewhere.substring(TestPages.origin().length()), TestPages.origin());

      assertThat(verdict.findings())
          .filteredOn(finding -> finding.code().equals("redirected"))
          .singleElement()
          .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING))
          .satisfies(
              finding -> assertThat(finding.message()).contains("outside the site under test"));
    }

    @Test
    void areNamedWhenTheyLeadNowhere() {
      String leaving = TestPages.redirect("https://login.example.com/start?a=b");
      Verdict verdict =
          visit(SITE + leaving.substring(TestPages.origin().length()), TestPages.origin());

      assertThat(verdict.findings().get(0).message())
          .contains("redirected to https://login.example.com/start?a=b");
    }
  }

  @Nested
  class ToALogin {

    private final String guarded = TestPages.redirect(LOGIN);

    @Test
    void areNoFaultOfTheValue() {
      Verdict verdict = Checks.checkAt(PAGEVIEW_EXACT, guarded, guarded);

      assertThat(verdict.findings().get(0))
          .satisfies(
              finding ->
                  assertThat(finding.message())
                      .startsWith("The value \"" + guarded + "\" matches " + guarded + ", but the"))
          .satisfies(finding -> assertThat(finding.hint()).startsWith("That page asks for a"))
          .satisfies(finding -> assertThat(finding.suggestion()).isEmpty());
    }

    @Test
    void areRecognisedForOtherGoals() {
      Verdict verdict = Checks.checkAt(CLICK_ON_ELEMENT, "#missing", guarded);

      assertThat(verdict.findings())
          .filteredOn(finding -> finding.code().equals("redirected"))
          .extracting(Finding::hint)
          .singleElement()
          .asString()
          .startsWith("That page asks for a password");
    }
  }
}
