package io.midagoal.verify.clickonelement;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.verify.Finding;
import io.midagoal.verify.Status;
import io.midagoal.verify.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Goals on elements that take clicks and that nobody sees. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class IsInvisibleTest {

  @Test
  void because_of_an_ancestor_and_matches_all_the_same() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<p style='opacity:.01'><a class=cta>Buy</a></p>");

    assertThat(verdict.status()).isEqualTo(Status.MATCHED);
  }

  @Test
  void because_of_an_ancestor() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<p style='opacity:.01'><a class=cta>Buy</a></p>");

    assertThat(reason(verdict)).isEqualTo("transparent");
  }

  @Test
  void but_is_a_check_box_under_what_is_drawn_in_its_place() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<input class=cta type=checkbox style='opacity:0'>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void but_another_match_is_seen() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=cta style='opacity:0'>Buy</a> <a class=cta>Buy</a>");

    assertThat(verdict.findings()).extracting(Finding::code).containsExactly("several-matches");
  }

  @Test
  void but_faint_things_are_seen() {
    Verdict verdict = check(CLICK_ON_ELEMENT, ".cta", "<a class=cta style='opacity:.3'>Buy</a>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }
}
