package io.midagoal.samples.shop;

import static io.midagoal.assertj.MidaAssertions.assertThat;
import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.CLICK_ON_TEXT;
import static io.midagoal.goal.GoalType.FORM_SUBMIT;

import io.midagoal.GoalCheck;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/**
 * Goals that need more than a look at the page: a dialog that visitors open first, a click that is
 * tried, Mida's script that must be there.
 */
class OpenedFirstGoalsTest {

  @AutoClose static final ShopServer shop = ShopServer.start();

  @RegisterExtension
  static final MidaGoalExtension mida =
      MidaGoalExtension.builder().site("https://shop.example", shop::url).build();

  @MidaGoal(
      name = "Order the gift",
      type = CLICK_ON_ELEMENT,
      value = ".gift-checkout",
      elementUrl = "https://shop.example/",
      revealedBy = "[data-testid='gift']")
  @Test
  void aLinkInADialog(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Order the gift, in several steps",
      type = CLICK_ON_ELEMENT,
      value = ".gift-checkout",
      elementUrl = "https://shop.example/products")
  @Test
  void aLinkInADialogOfTheNextPage(GoalCheck goal) {
    goal.after(
            browser -> {
              browser.findElement(By.className("brand")).click();
              browser.findElement(By.cssSelector("[data-testid='gift']")).click();
            })
        .shouldMatch();
  }

  @MidaGoal(
      name = "Log in, tried with a real click",
      type = CLICK_ON_TEXT,
      value = "Log in",
      elementUrl = "https://shop.example/",
      probe = true)
  @Test
  void aLinkThatIsClickedAndLeadsNowhere(GoalCheck goal) {
    assertThat(goal.verify()).isMatched().hasFinding("probed");
  }

  @MidaGoal(
      name = "Sign up, tried with a real submit",
      type = FORM_SUBMIT,
      value = "form#signup",
      elementUrl = "https://shop.example/signup?plan=trial",
      probe = true)
  @Test
  void aFormThatVisitorsHaveToFillInFirst(GoalCheck goal) {
    assertThat(goal.verify()).isMatched().hasFinding("probe-incomplete");
  }

  @MidaGoal(
      name = "Hero call to action on a page with Mida's script",
      type = CLICK_ON_ELEMENT,
      value = ".cta-button",
      elementUrl = "https://shop.example/",
      requireSnippet = true)
  @Test
  void aPageThatCarriesMidasScript(GoalCheck goal) {
    assertThat(goal.verify()).isMatched().doesNotHaveFinding("snippet-missing");
  }
}
