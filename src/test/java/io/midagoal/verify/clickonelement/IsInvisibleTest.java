package io.midagoal.verify.clickonelement;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Goals on elements that take clicks and that nobody sees. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class IsInvisibleTest {

  @Test
  void becauseOfAnAncestorAndMatchesAllTheSame() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<p style='opacity:.01'><a class=cta>Buy</a></p>");

    assertThat(verdict.status()).isEqualTo(Status.MATCHED);
  }

  @Test
  void becauseOfAnAncestor() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<p style='opacity:.01'><a class=cta>Buy</a></p>");

    assertThat(reason(verdict)).isEqualTo("transparent");
  }

  @Test
  void butIsACheckBoxUnderWhatIsDrawnInItsPlace() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<input class=cta type=checkbox style='opacity:0'>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void butAnotherMatchIsSeen() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=cta style='opacity:0'>Buy</a> <a class=cta>Buy</a>");

    assertThat(verdict.findings()).extracting(Finding::code).containsExactly("several-matches");
  }

  @Test
  void butFaintThingsAreSeen() {
    Verdict verdict = check(CLICK_ON_ELEMENT, ".cta", "<a class=cta style='opacity:.3'>Buy</a>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }
}
