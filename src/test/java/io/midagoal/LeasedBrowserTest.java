package io.midagoal;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.WebDriver;

/** The browser that midagoal starts for tests that bring none. */
@Tag("browser")
class LeasedBrowserTest {

  private static ShopServer shop;

  @BeforeAll
  static void openShop() {
    shop = new ShopServer();
  }

  @AfterAll
  static void closeShop() {
    shop.close();
  }

  @Test
  void servesAllChecksOfATestThenTheNextTestAndEndsWithTheRun() {
    MidaTestKit.classes(TwoTestsTestCases.class)
        .with("midagoal.site", ShopServer.ORIGIN + " -> " + shop.servedAt())
        .with(
            "midagoal.browser-args",
            "--no-sandbox --disable-quic --no-first-run --disable-background-networking"
                + " --disable-component-update --disable-sync"
                + " --host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1")
        .run()
        .passed(2);
    assertThat(TwoTestsTestCases.SEEN).hasSize(3);
    assertThat(TwoTestsTestCases.SEEN).containsOnly(TwoTestsTestCases.SEEN.get(0));
    assertThatThrownBy(TwoTestsTestCases.SEEN.get(0)::getTitle)
        .isInstanceOf(NoSuchSessionException.class);
  }

  @MidaGoal(
      name = "Buy",
      type = CLICK_ON_ELEMENT,
      value = ".cta",
      elementUrl = "https://shop.example/")
  static class TwoTestsTestCases {

    static final List<WebDriver> SEEN = new ArrayList<>();

    @Test
    void twoChecks(GoalCheck goal, @GoalNamed("Buy") GoalCheck again) {
      goal.after(SEEN::add).shouldMatch();
      again.after(SEEN::add).shouldMatch();
    }

    @Test
    void another(GoalCheck goal) {
      goal.after(SEEN::add).shouldMatch();
    }
  }
}
