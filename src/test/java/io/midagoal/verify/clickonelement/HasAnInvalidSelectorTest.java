package io.midagoal.verify.clickonelement;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.verdict.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Values that are no CSS selector. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class HasAnInvalidSelectorTest {

  @Test
  void whichTheBrowserRejects() {
    Verdict verdict = check(CLICK_ON_ELEMENT, ".cta[", "<p>");

    assertThat(reason(verdict)).isEqualTo("selector-syntax");
  }

  @Test
  void whichIsAnXpath() {
    Verdict verdict = check(CLICK_ON_ELEMENT, "//a[@id=\"x\"]", "<p>");

    assertThat(reason(verdict)).isEqualTo("selector-is-xpath");
  }

  @Test
  void whichIsJquery() {
    Verdict verdict = check(CLICK_ON_ELEMENT, "a:contains(\"Buy\")", "<p>");

    assertThat(reason(verdict)).isEqualTo("selector-is-jquery");
  }

  @Test
  void andTellsWhatTheBrowserSaid() {
    Verdict verdict = check(CLICK_ON_ELEMENT, ".cta[", "<p>");

    assertThat(verdict.findings().get(0).message()).contains("'.cta[' is not a valid selector");
  }
}
