package io.midagoal.samples.shop;

import static io.midagoal.assertj.MidaAssertions.assertThat;
import static io.midagoal.goal.GoalType.PAGEVIEW;

import io.midagoal.GoalCheck;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages whose URL contains the value. */
class PageviewGoalsTest {

  @AutoClose static final ShopServer shop = ShopServer.start();

  @RegisterExtension
  static final MidaGoalExtension mida =
      MidaGoalExtension.builder().site("https://shop.example", shop::url).build();

  @MidaGoal(name = "Sees the prices", type = PAGEVIEW, value = "https://shop.example/pricing")
  @Test
  void theValueIsThePage(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Thank you page",
      type = PAGEVIEW,
      value = "/thank-you",
      visits = {"https://shop.example/thank-you", "https://shop.example/thank-you?plan=pro"},
      ignores = "https://shop.example/thanks")
  @Test
  void aPartOfTheUrlOfSeveralPages(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Prices by the sale link",
      type = PAGEVIEW,
      value = "/pricing?ref=sale",
      visits = "https://shop.example/sale")
  @Test
  void aPageBehindARedirect(GoalCheck goal) {
    assertThat(goal.verify()).isMatched().hasFinding("redirected");
  }
}
