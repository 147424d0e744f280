package io.midagoal.samples.shop;

import static io.midagoal.goal.GoalType.PAGEVIEW_REGEX;

import io.midagoal.GoalCheck;
import io.midagoal.MidaBrowser;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import io.midagoal.samples.SampleBrowser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** Pages whose URL matches a regular expression, in the test's own browser. */
@Execution(ExecutionMode.SAME_THREAD) // one browser for all methods
class PageviewRegexGoalsTest {

  @AutoClose static final ShopServer shop = ShopServer.start();

  @MidaBrowser
  @AutoClose("quit")
  static final WebDriver driver = SampleBrowser.start();

  @RegisterExtension
  static final MidaGoalExtension mida =
      MidaGoalExtension.builder().site("https://shop.example", shop::url).build();

  @MidaGoal(
      name = "Reads a post of a year",
      type = PAGEVIEW_REGEX,
      value = "^https://shop\\.example/blog/\\d{4}/.+$",
      elementUrl = "https://shop.example/blog/2026/first-flush",
      ignores = "https://shop.example/blog/water-first")
  @Test
  void aPostOfAYear(GoalCheck goal) {
    goal.shouldMatch();
  }

  @MidaGoal(
      name = "Looks at a tea",
      type = PAGEVIEW_REGEX,
      value = "^/products/[a-z]+(\\?.*)?$",
      elementUrl = "https://shop.example/products")
  @ParameterizedTest
  @ValueSource(strings = {"sencha", "assam", "rooibos"})
  void everyTeaOfTheList(String tea, GoalCheck goal) {
    goal.after(browser -> browser.findElement(linkTo(tea)).click()).shouldMatch();
  }

  private static By linkTo(String tea) {
    return By.cssSelector("a.product-link[href$='" + tea + "']");
  }
}
