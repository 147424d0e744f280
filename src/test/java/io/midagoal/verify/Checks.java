package io.midagoal.verify;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Verdict;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.openqa.selenium.By;

/** Shorthands for tests that judge one goal on one page. */
public final class Checks {

  private Checks() {}

  public static Verdict check(GoalType type, String value, String body) {
    return checkAt(type, value, TestPages.page(body));
  }

  public static Verdict checkAt(GoalType type, String value, String url) {
    return checkAt(type, value, url, expectation -> expectation);
  }

  public static Verdict checkAt(
      GoalType type, String value, String url, UnaryOperator<Expectation> with) {
    return check(with.apply(Expectation.of(goal(type, value, url))));
  }

  public static Verdict check(Expectation expectation) {
    return Browsers.with(
        driver -> GoalVerifier.on(driver).timeout(Duration.ofSeconds(15)).verify(expectation));
  }

  /** Judges a page from within a frame that shows it: its own scripts are not kept away then. */
  public static Verdict checkInFrame(GoalType type, String value, String body) {
    String outer = TestPages.page("<iframe src='" + TestPages.page(body) + "'></iframe>");
    return Browsers.with(
        driver -> {
          driver.get(outer);
          driver.switchTo().frame(driver.findElement(By.tagName("iframe")));
          return GoalVerifier.on(driver).verifyHere(goal(type, value, outer));
        });
  }

  public static Goal goal(GoalType type, String value, String url) {
    return Goal.builder().name("Goal").type(type).value(value).elementUrl(url).build();
  }

  /** The code of the finding that is the reason, or the status of a verdict without any. */
  public static String reason(Verdict verdict) {
    return verdict.findings().isEmpty()
        ? verdict.status().name()
        : verdict.findings().get(0).code();
  }
}
