package io.midagoal.samples.shop;

import static io.midagoal.goal.GoalType.PAGEVIEW_WILDCARD;

import io.midagoal.GoalCheck;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import io.midagoal.goal.GoalPurpose;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages whose URL matches a pattern with {@code *}. */
class PageviewWildcardGoalsTest {

  @AutoClose static final ShopServer shop = ShopServer.start();

  @RegisterExtension
  static final MidaGoalExtension mida =
      MidaGoalExtension.builder().site("https://shop.example", shop::url).build();

  @MidaGoal(
      name = "Reads a blog post",
      type = PAGEVIEW_WILDCARD,
      value = "https://shop.example/blog/*",
      purpose = GoalPurpose.ENGAGE,
      visits = {
        "https://shop.example/blog/water-first",
        "https://shop.example/blog/2026/first-flush"
      },
      ignores = {"https://shop.example/blogroll", "https://shop.example/?from=/blog/"})
  @Test
  void everyPostAndNothingElse(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Order confirmed",
      type = PAGEVIEW_WILDCARD,
      value = "/checkout/*/confirm",
      visits = "https://shop.example/checkout/1042/confirm",
      ignores = "https://shop.example/checkout/address")
  @Test
  void anOrderNumberInThePath(GoalCheck goal) {
    goal.shouldMatch();
  }
}
