package io.midagoal.samples.shop;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;

import io.midagoal.GoalCheck;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriver;

/** Goals on pages that need a step before: log in, answer the cookie banner. */
class BeforeThePageTest {

  @AutoClose static final ShopServer shop = ShopServer.start();

  @RegisterExtension
  static final MidaGoalExtension mida =
      MidaGoalExtension.builder()
          .site("https://shop.example", shop::url)
          .beforePage(BeforeThePageTest::logIn)
          .build();

  private static void logIn(WebDriver browser) {
    browser.get(shop.url() + "/login");
    browser.manage().addCookie(new Cookie("consent", "yes"));
    browser.findElement(By.name("email")).sendKeys("ada@example.com");
    browser.findElement(By.name("password")).sendKeys("correct horse");
    browser.findElement(By.cssSelector("#login button")).click();
  }

  @MidaGoal(
      name = "Upgrade the plan",
      type = CLICK_ON_ELEMENT,
      value = ".upgrade-plan",
      elementUrl = "https://shop.example/account")
  @Test
  void aButtonForCustomersOnly(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Open the chat",
      type = CLICK_ON_ELEMENT,
      value = "#chat-button",
      elementUrl = "https://shop.example/pricing")
  @Test
  void aButtonThatTheCookieBannerCovers(GoalCheck goal) {
    goal.shouldMatch();
  }
}
