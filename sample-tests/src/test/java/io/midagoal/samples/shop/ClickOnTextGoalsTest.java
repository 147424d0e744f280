package io.midagoal.samples.shop;

import static io.midagoal.goal.GoalType.CLICK_ON_TEXT;

import io.midagoal.GoalCheck;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clicks on what a person reads, as the page shows it. */
class ClickOnTextGoalsTest {

  @AutoClose static final ShopServer shop = ShopServer.start();

  @RegisterExtension
  static final MidaGoalExtension mida =
      MidaGoalExtension.builder().site("https://shop.example", shop::url).build();

  @StartsFreeTrial
  void aTextAcrossAnInnerElement(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Talk to sales",
      type = CLICK_ON_TEXT,
      value = "TALK TO SALES",
      elementUrl = "https://shop.example/")
  @Test
  void aTextInUpperCaseByStyleSheet(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Price of the sencha",
      type = CLICK_ON_TEXT,
      value = "Only 9 € for 100 g",
      elementUrl = "https://shop.example/products/sencha")
  @Test
  void aTextWithSpacesThatDoNotBreak(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Invite a friend",
      type = CLICK_ON_TEXT,
      value = "Invite a friend",
      elementUrl = "https://shop.example/app/")
  @Test
  void aTextThatAScriptWrites(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Apply a coupon",
      type = CLICK_ON_TEXT,
      value = "Apply coupon",
      elementUrl = "https://shop.example/cart")
  @Test
  void theLabelOfASubmitInput(GoalCheck goal) {
    goal.shouldMatch();
  }
}
