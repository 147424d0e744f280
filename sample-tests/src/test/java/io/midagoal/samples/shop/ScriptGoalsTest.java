package io.midagoal.samples.shop;

import static io.midagoal.goal.GoalType.SCRIPT;

import io.midagoal.GoalCheck;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import io.midagoal.goal.GoalPurpose;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** Goals that the site's own script triggers while a visitor acts. */
class ScriptGoalsTest {

  @AutoClose static final ShopServer shop = ShopServer.start();

  @RegisterExtension
  static final MidaGoalExtension mida =
      MidaGoalExtension.builder().site("https://shop.example", shop::url).build();

  @MidaGoal(
      name = "Signed up",
      key = "signup_completed",
      type = SCRIPT,
      value = "signup_completed",
      purpose = GoalPurpose.GENERATE,
      elementUrl = "https://shop.example/signup")
  @Test
  void signingUpConvertsOnTheNextPage(GoalCheck goal) {
    goal.during(
            browser -> {
              browser.findElement(By.id("email")).sendKeys("ada@example.com");
              browser.findElement(By.id("password")).sendKeys("correct horse");
              browser.findElement(By.cssSelector("#signup [type=submit]")).click();
            })
        .shouldConvert();
  }

  @MidaGoal(
      name = "Signed up with a short password",
      type = SCRIPT,
      value = "signup_completed",
      elementUrl = "https://shop.example/signup?plan=pro")
  @Test
  void aPageThatRefusesThePasswordDoesNotConvert(GoalCheck goal) {
    goal.during(
            browser -> {
              browser.findElement(By.id("email")).sendKeys("ada@example.com");
              browser.findElement(By.id("password")).sendKeys("short");
              browser.findElement(By.cssSelector("#signup [type=submit]")).click();
            })
        .shouldNotConvert();
  }

  @MidaGoal(
      name = "Completed the profile",
      type = SCRIPT,
      value = "profile_completed",
      elementUrl = "https://shop.example/app/")
  @Test
  void aCommandInTheQueue(GoalCheck goal) {
    goal.during(browser -> browser.findElement(By.className("finish-signup")).click())
        .shouldConvert();
  }

  @MidaGoal(
      name = "Invited a friend",
      type = SCRIPT,
      value = "friend_invited",
      purpose = GoalPurpose.ENGAGE,
      elementUrl = "https://shop.example/app/")
  @Test
  void aCallOfMidaTrack(GoalCheck goal) {
    goal.during(browser -> browser.findElement(By.className("invite-friend")).click())
        .shouldConvert();
  }

  @MidaGoal(
      name = "Placed an order",
      type = SCRIPT,
      value = "order_placed",
      elementUrl = "https://shop.example/checkout/payment")
  @Test
  void payingConverts(GoalCheck goal) {
    goal.during(
            browser -> {
              browser.findElement(By.name("card")).sendKeys("4242");
              browser.findElement(By.id("accept-terms")).click();
              browser.findElement(By.id("place-order")).click();
            })
        .shouldConvert();
  }
}
