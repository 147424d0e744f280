package io.midagoal.verify.clickonelement;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.TestPages;
import io.midagoal.verify.Expectation;
import io.midagoal.verify.Status;
import io.midagoal.verify.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Selectors that match several elements. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class IsTooBroadTest {

  @Test
  void with_a_warning_when_two_elements_count() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=\"cta\" href=\"#\">1</a> <a class=\"cta\" href=\"#\">2</a>");

    assertThat(reason(verdict)).isEqualTo("several-matches");
  }

  @Test
  void but_matches_all_the_same() {
    Verdict verdict =
        check(CLICK_ON_ELEMENT, ".cta", "<a class=cta href=#>1</a><a class=cta href=#>2</a>");

    assertThat(verdict.status()).isEqualTo(Status.MATCHED);
  }

  @Test
  void and_broken_when_it_should_be_unique() {
    String url = TestPages.page("<a class=cta href=#>1</a><a class=cta href=#>2</a>");
    Expectation unique = Expectation.of(goal(CLICK_ON_ELEMENT, ".cta", url)).unique();

    Verdict verdict = check(unique);

    assertThat(verdict.status()).isEqualTo(Status.BROKEN);
  }

  @Test
  void but_not_when_one_match_lies_inside_the_other() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT, ".cta", "<div class=\"cta\"><a class=\"cta\" href=\"#\">1</a></div>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }

  @Test
  void but_not_when_the_other_is_hidden() {
    Verdict verdict =
        check(
            CLICK_ON_ELEMENT,
            ".cta",
            "<a class=\"cta\" href=\"#\">1</a><a class=\"cta\" style=\"display:none\">2</a>");

    assertThat(reason(verdict)).isEqualTo("MATCHED");
  }
}
