package io.midagoal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.config.MidaScript;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.findings.Catalogue;
import io.midagoal.internal.text.Quotes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The text that people read when a goal fails. */
class VerdictTextTest {

  private static final String URL = "https://example.com/";

  private static Expectation expectation(GoalType type, String value) {
    return Expectation.of(
        Goal.builder().name("CTA Button Click").type(type).value(value).elementUrl(URL).build());
  }

  private static Page page() {
    return new Page(
        Optional.of(URL),
        Optional.of(URL),
        List.of(),
        OptionalInt.of(200),
        Optional.of("Shop"),
        Optional.of(MidaScript.STAND_IN),
        List.of());
  }

  private static Timing timing(Timing.WaitEnd end) {
    return new Timing(Optional.of(end), Duration.ofMillis(412), Duration.ofMillis(530));
  }

  private static Finding finding(Severity severity, String code, String message, String hint) {
    return new Finding(code, severity, message, hint, Optional.empty());
  }

  @Test
  void tellsWhyAGoalIsBrokenAndWhatToDo() {
    Finding noMatch =
        finding(
            Severity.ERROR,
            "no-match",
            "Nothing on the page matches the selector \".cta-buton\".",
            "Change value to \".cta-button\"; tried on this page, it works.");
    Verdict verdict =
        Verdict.of(
            expectation(GoalType.CLICK_ON_ELEMENT, ".cta-buton"),
            List.of(noMatch),
            page(),
            Elements.none(),
            timing(Timing.WaitEnd.SETTLED));

    assertThat(verdict.describe())
        .isEqualTo(
            """
            Mida goal "CTA Button Click" is BROKEN (no-match): Nothing on the page matches the selector ".cta-buton".
              Goal:      clickOnElement ".cta-buton"
              Page:      https://example.com/ ("Shop", status 200, settled after 0.4 s)
              Expected:  at least 1 element that a visitor can click
              Found:     0 elements
              Next step: Change value to ".cta-button"; tried on this page, it works.""");
  }

  @Test
  void tellsAMatchWithoutANextStep() {
    Verdict verdict =
        Verdict.of(
            expectation(GoalType.FORM_SUBMIT, "#f"),
            List.of(),
            page(),
            new Elements(1, List.of("<form id=\"f\">")),
            timing(Timing.WaitEnd.MET));

    assertThat(verdict.describe())
        .isEqualTo(
            """
            Mida goal "CTA Button Click" is MATCHED
              Goal:      formSubmit "#f"
              Page:      https://example.com/ ("Shop", status 200, ready after 0.4 s)
              Expected:  at least 1 form that a visitor can submit
              Found:     1 element <form id="f">""");
  }

  @Test
  void tellsFurtherFindingsAfterTheReason() {
    Finding redirected =
        finding(
            Severity.INFO,
            "redirected",
            "The visit to " + URL + " ended at " + URL + "home.",
            "Look.");
    Finding mismatch = finding(Severity.ERROR, "url-mismatch", "It differs.", "Correct it.");
    Verdict verdict =
        Verdict.of(
            expectation(GoalType.PAGEVIEW_EXACT, URL),
            List.of(redirected, mismatch),
            page(),
            Elements.none(),
            timing(Timing.WaitEnd.CAP));

    assertThat(verdict.describe())
        .isEqualTo(
            """
            Mida goal "CTA Button Click" is BROKEN (url-mismatch): It differs.
              Goal:      pageviewExact "https://example.com/"
              Page:      https://example.com/ ("Shop", status 200, timed out after 0.4 s)
              Expected:  a page with a URL that matches
              Found:     https://example.com/
              Next step: Correct it.
              Note:      redirected: The visit to https://example.com/ ended at
                         https://example.com/home. Look.""");
  }

  @Test
  void tellsThatAMatchComesWithAWarning() {
    Verdict verdict =
        Verdict.of(
            expectation(GoalType.FORM_SUBMIT, "form"),
            List.of(
                finding(
                    Severity.WARNING, "several-matches", "2 elements match.", "Choose another.")),
            page(),
            new Elements(2, List.of("<form>")),
            timing(Timing.WaitEnd.MET));

    assertThat(verdict.describe().lines().findFirst())
        .hasValue(
            "Mida goal \"CTA Button Click\" is MATCHED, with a warning (several-matches): 2 elements"
                + " match.");
  }

  @Test
  void takesANoteForNoReason() {
    Verdict verdict =
        Verdict.of(
            expectation(GoalType.PAGEVIEW, "/"),
            List.of(finding(Severity.INFO, "redirected", "It ended elsewhere.", "Look.")),
            page(),
            Elements.none(),
            timing(Timing.WaitEnd.MET));

    assertThat(verdict.describe().lines().findFirst())
        .hasValue("Mida goal \"CTA Button Click\" is MATCHED");
  }

  @Test
  void saysNothingOfHowAPageWasWaitedForThatIsNone() {
    Verdict verdict =
        Verdict.of(
            expectation(GoalType.PAGEVIEW, "/"),
            List.of(Catalogue.NO_PAGE.finding(Map.of())),
            page(),
            Elements.none(),
            timing(Timing.WaitEnd.MET));

    assertThat(verdict.describe()).contains("Page:      https://example.com/ (status 200)\n");
  }

  @Nested
  class Keeps {

    @Test
    void longValuesShort() {
      Verdict verdict =
          Verdict.of(
              expectation(GoalType.CLICK_ON_ELEMENT, "a".repeat(10_000)),
              List.of(),
              Page.none(),
              Elements.none(),
              Timing.none());

      assertThat(verdict.describe()).hasSizeLessThan(500);
    }

    @Test
    void linesTogetherThatValuesBreak() {
      assertThat(Quotes.quoted("a\nb")).isEqualTo("\"a\u21B5b\"");
    }

    @Test
    void theReasonFirstWhateverTheOrderInWhichItWasFound() {
      Finding info = finding(Severity.INFO, "info", "i", "h");
      Finding warning = finding(Severity.WARNING, "warning", "w", "h");
      Finding undecided = finding(Severity.UNDECIDED, "undecided", "u", "h");
      Finding error = finding(Severity.ERROR, "error", "e", "h");
      Verdict verdict =
          Verdict.of(
              expectation(GoalType.CLICK_ON_ELEMENT, "a"),
              List.of(info, warning, undecided, error),
              Page.none(),
              Elements.none(),
              Timing.none());

      assertThat(verdict.findings()).containsExactly(error, undecided, warning, info);
    }
  }
}
