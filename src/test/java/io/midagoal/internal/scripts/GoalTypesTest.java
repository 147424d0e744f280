package io.midagoal.internal.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midagoal.goal.ConvertedBy;
import io.midagoal.goal.GoalType;
import io.midagoal.testing.Browsers;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;

/** The page scripts have a module for each goal type that is judged on a page, and for no other. */
@Tag("browser")
class GoalTypesTest {

  private static final Set<ConvertedBy> ON_PAGES =
      EnumSet.of(ConvertedBy.CLICK, ConvertedBy.SUBMIT, ConvertedBy.URL);

  @ParameterizedTest
  @EnumSource(GoalType.class)
  void areJudgedOnAPageOrAnError(GoalType type) {
    if (ON_PAGES.contains(type.convertedBy())) {
      assertThat(judge(type)).isEqualTo("function");
    } else {
      assertThatThrownBy(() -> judge(type))
          .isInstanceOf(JavascriptException.class)
          .hasMessageContaining("cannot judge goals of the type " + type.wireName());
    }
  }

  private static Object judge(GoalType type) {
    return Browsers.with(
        driver ->
            ((JavascriptExecutor) driver)
                .executeScript(
                    ScriptBundle.of("goals/types.js")
                        + "return typeof types.of({type: arguments[0]}).judge",
                    type.wireName()));
  }
}
