package io.midagoal.samples.shop;

import static io.midagoal.assertj.MidaAssertions.assertThat;
import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;

import io.midagoal.GoalCheck;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clicks on elements. The annotations name the live site; the test serves it on a free port. */
class ClickOnElementGoalsTest {

  @AutoClose static final ShopServer shop = ShopServer.start();

  @RegisterExtension
  static final MidaGoalExtension mida =
      MidaGoalExtension.builder().site("https://shop.example", shop::url).build();

  @MidaGoal(
      name = "Hero call to action",
      type = CLICK_ON_ELEMENT,
      value = ".cta-button",
      elementUrl = "https://shop.example/")
  @Test
  void callToAction(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Buy now on the home page",
      type = CLICK_ON_ELEMENT,
      value = "[data-testid='buy-now']",
      key = "buy-now-home",
      elementUrl = "https://shop.example/",
      unique = true)
  @Test
  void buyNowIsThereOnce(GoalCheck goal) {
    assertThat(goal.verify()).isMatched().hasNoWarnings();
  }

  @MidaGoal(
      name = "Add to cart, by the icon in the button",
      type = CLICK_ON_ELEMENT,
      value = ".add-to-cart .icon",
      elementUrl = "https://shop.example/products/sencha")
  @Test
  void addToCart(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Search button that is an image",
      type = CLICK_ON_ELEMENT,
      value = "input[type=image][alt=Search]",
      elementUrl = "https://shop.example/products?sort=price")
  @Test
  void searchButton(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Order again in the account",
      type = CLICK_ON_ELEMENT,
      value = "#view .order .reorder",
      elementUrl = "https://shop.example/app/orders")
  @Test
  void orderAgainIsRenderedAfterAFetch(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Any add to cart button of the list",
      type = CLICK_ON_ELEMENT,
      value = "button.add-to-cart",
      elementUrl = "https://shop.example/products")
  @Test
  void severalButtonsCountAndTheVerdictSaysSo(GoalCheck goal) {
    assertThat(goal.verify()).isMatched().hasFinding("several-matches");
  }
}
