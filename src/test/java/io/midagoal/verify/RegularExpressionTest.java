package io.midagoal.verify;

import static io.midagoal.goal.GoalType.PAGEVIEW_REGEX;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Severity;
import io.midagoal.verdict.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;

/** Regular expressions that could hang a browser, and how the browser is left. */
@Tag("browser")
class RegularExpressionTest {

  private static final String SITE = "https://example.com";
  private static final String CATASTROPHE = "^(((\\w|.)+)+)+!$";
  private static final String LONG = SITE + "/" + "a".repeat(40);

  private static Verdict judge(String value, String path) {
    return judge(List.of(Expectation.of(Checks.goal(PAGEVIEW_REGEX, value, SITE + path)))).get(0);
  }

  private static List<Verdict> judge(List<Expectation> expectations) {
    return Browsers.with(
        driver -> GoalVerifier.on(driver).site(SITE, TestPages.anyPath()).verifyAll(expectations));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^https://example\\.com/(\\w+)+$",
        "^/blog/(\\w+)+$",
        "^/([a-z]+-?)+$",
        "^/blog/([a-z0-9]+)*$",
        "^/(.+/)+one$",
        "^/blog/(o|n|e|on|ne|a|aa)+$",
        "^/blog/one(&?\\w+=?\\w*)*$"
      })
  void thatEndOnThePagesUrlAndNotOnOneLikeItAreAWarning(String value) {
    Verdict verdict = judge(value, "/blog/one");

    assertThat(verdict.findings())
        .filteredOn(finding -> finding.code().equals("regex-slow"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blog",
        "^/blog/.+$",
        "^https://example\\.com/blog/[\\w-]+/?(\\?.*)?$",
        "^https?://(www\\.)?example\\.com/(([a-z]{2})/)?blog/\\w+$",
        "^/([a-z0-9-]+/)*[a-z0-9-]*$",
        "([a-z]+-)*[a-z]+$",
        ".*blog.*one.*",
        "(?=.*blog)(?=.*one)",
        "^/(blog|news)(/.*)?$",
        "^.*/([^/?]+)([?#].*)?$",
        "^https://example(\\.?\\w+)+/blog"
      })
  void thatEndAlwaysAreNotWarnedOf(String value) {
    assertThat(judge(value, "/blog/one").findings()).isEmpty();
  }

  @Test
  void thatDoNotEndAreStoppedAndTheRunGoesOn() {
    List<Verdict> verdicts =
        judge(
            List.of(
                Expectation.of(Checks.goal(PAGEVIEW_REGEX, CATASTROPHE, LONG)),
                Expectation.of(Checks.goal(PAGEVIEW_REGEX, "a+$", LONG)),
                Expectation.of(Checks.goal(PAGEVIEW_REGEX, "^b", LONG))));

    assertThat(verdicts)
        .extracting(Checks::reason)
        .containsExactly("regex-slow", "MATCHED", "url-mismatch");
  }

  @Test
  void thatDoNotEndOnAUrlToIgnoreAreStopped() {
    Verdict verdict =
        judge(
                List.of(
                    Expectation.of(
                            Checks.goal(PAGEVIEW_REGEX, "^/a!?$|" + CATASTROPHE, SITE + "/a"))
                        .ignores(LONG)))
            .get(0);

    assertThat(verdict.findings().get(0).message()).contains("does not finish on " + LONG);
  }

  @Test
  void withDoubledBackslashesThatMatchAllTheSameAreAWarning() {
    Verdict verdict = judge("blog|\\\\.html", "/blog/one");

    assertThat(verdict.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.code()).isEqualTo("pattern-double-escaped"))
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
  }

  @Test
  void leaveThePageThatIsShownAsItIs() {
    String page = TestPages.page("<input id=i><div style='height:3000px'></div>");
    List<Object> state =
        Browsers.with(
            driver -> {
              driver.get(page);
              driver.findElement(By.id("i")).sendKeys("half");
              JavascriptExecutor scripts = (JavascriptExecutor) driver;
              scripts.executeScript("scrollTo(0, 500); document.marker = 'same'");
              String window = driver.getWindowHandle();
              GoalVerifier.on(driver).verifyHere(Checks.goal(PAGEVIEW_REGEX, CATASTROPHE, LONG));
              return List.of(
                  driver.getWindowHandle().equals(window),
                  driver.getWindowHandles().size(),
                  String.valueOf(
                      scripts.executeScript(
                          "return [document.marker, scrollY, document.activeElement.id,"
                              + " i.value, document.visibilityState, location.href].join()")));
            });

    assertThat(state).containsExactly(true, 1, "same,500,i,half,visible," + page);
  }

  @Test
  void ofManyGoalsAreTriedTogether() {
    List<Expectation> goals =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    Expectation.of(Checks.goal(PAGEVIEW_REGEX, "^/blog/" + i, SITE + "/blog/" + i)))
            .toList();

    assertThat(judge(goals)).allMatch(verdict -> verdict.findings().isEmpty());
  }
}
