package io.midagoal.verify.clickonelement;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Selectors that match several elements. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class IsTooBroadTest {

  @Test
  void withAWarningWhenTwoElementsCount() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=\"cta\" href=\"#\">1</a> <a class=\"cta\" href=\"#\">2</a>");

    assertThat(reason(verdict)).isEqualTo("several-matches");
  }

  @Test
  void butMatchesAllTheSame() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<a class=cta href=#>1</a><a class=cta href=#>2</a>");

    assertThat(verdict.status()).isEqualTo(Status.MATCHED);
  }

  @Test
  void andBrokenWhenItShouldBeUnique() {
    String url = TestPages.page("<a class=cta href=#>1</a><a class=cta href=#>2</a>");
    Expectation unique = Expectation.of(goal(CLICK_ON_ELEMENT, ".cta", url)).unique();

    Verdict verdict = check(unique);

    assertThat(verdict.status()).isEqualTo(Status.BROKEN);
  }

  @Test
  void butNotWhenOneMatchLiesInsideTheOther() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT, ".cta", "<div class=\"cta\"><a class=\"cta\" href=\"#\">1</a></div>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void butNotWhenTheOtherIsHidden() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=\"cta\" href=\"#\">1</a><a class=\"cta\" style=\"display:none\">2</a>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }
}
