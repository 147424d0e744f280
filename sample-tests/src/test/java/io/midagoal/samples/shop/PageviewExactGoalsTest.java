package io.midagoal.samples.shop;

import static io.midagoal.assertj.MidaAssertions.assertThat;
import static io.midagoal.goal.GoalType.PAGEVIEW_EXACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.GoalCheck;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import io.midagoal.goal.Goal;
import io.midagoal.samples.SampleBrowser;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Verdict;
import io.midagoal.verify.GoalVerifier;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/**
 * Pages whose full URL equals the value: by an annotation, and without any, with a driver of one's
 * own.
 */
@Execution(ExecutionMode.SAME_THREAD) // one browser for all methods
class PageviewExactGoalsTest {

  @AutoClose static final ShopServer shop = ShopServer.start();

  @AutoClose("quit")
  static final WebDriver driver = SampleBrowser.start();

  @RegisterExtension
  static final MidaGoalExtension mida =
      MidaGoalExtension.builder().site("https://shop.example", shop::url).build();

  static final GoalVerifier verifier =
      GoalVerifier.on(driver).site("https://shop.example", shop.url());

  @MidaGoal(
      name = "Pro plan on the pricing page",
      type = PAGEVIEW_EXACT,
      value = "https://shop.example/pricing?plan=pro")
  @Test
  void aPageWithItsQuery(GoalCheck goal) {
    goal.using(driver).shouldMatch();
  }

  @Test
  void aRouteOfTheSinglePageApplication() {
    Verdict verdict = verifier.verify(exactly("https://shop.example/app/orders"));
    assertThat(verdict).isMatched();
  }

  @Test
  void severalGoalsInOneGo() {
    List<Verdict> verdicts =
        verifier.verifyAll(
            List.of(
                Expectation.of(exactly("https://shop.example/cart")),
                Expectation.of(exactly("https://shop.example/blog/")),
                Expectation.of(exactly("https://shop.example/login#password"))));
    assertThat(verdicts).allSatisfy(verdict -> assertThat(verdict).isMatched());
  }

  @Test
  void thePageThatTheTestIsOn() {
    driver.get(shop.url() + "/app/");
    driver.findElement(By.cssSelector("[href='/app/settings']")).click();
    Verdict verdict = verifier.verifyHere(exactly("https://shop.example/app/settings"));
    assertThat(verdict).isMatched();
  }

  private static Goal exactly(String url) {
    return Goal.builder().name("Visits " + url).type(PAGEVIEW_EXACT).value(url).build();
  }
}
