package io.midagoal.samples.shop;

import static io.midagoal.assertj.MidaAssertions.assertThat;
import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.CLICK_ON_TEXT;
import static io.midagoal.goal.GoalType.FORM_SUBMIT;
import static io.midagoal.goal.GoalType.PAGEVIEW;
import static io.midagoal.goal.GoalType.PAGEVIEW_EXACT;
import static io.midagoal.goal.GoalType.PAGEVIEW_REGEX;
import static io.midagoal.goal.GoalType.PAGEVIEW_WILDCARD;
import static io.midagoal.goal.GoalType.SCRIPT;
import static io.midagoal.goal.GoalType.SCROLLING;

import io.midagoal.GoalCheck;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.journey.Conversions;
import io.midagoal.samples.SampleBrowser;
import io.midagoal.verify.GoalVerifier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/**
 * Goals that would count zero, and why. Each asserts the reason; in a project of one's own, {@link
 * GoalCheck#shouldMatch()} fails with it.
 */
class BrokenGoalsTest {

  @AutoClose static final ShopServer shop = ShopServer.start();

  @RegisterExtension
  static final MidaGoalExtension mida =
      MidaGoalExtension.builder().site("https://shop.example", shop::url).build();

  @Nested
  class Selectors {

    @MidaGoal(
        name = "A misspelt class",
        type = CLICK_ON_ELEMENT,
        value = ".cta-buton",
        elementUrl = "https://shop.example/")
    @Test
    void aClassThatThePageDoesNotHave(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("no-match");
    }

    @MidaGoal(
        name = "A path without quotes",
        type = CLICK_ON_ELEMENT,
        value = "a[href=/pricing]",
        elementUrl = "https://shop.example/")
    @Test
    void aValueThatNeedsQuotes(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("selector-syntax");
    }

    @MidaGoal(
        name = "A button of another route",
        type = CLICK_ON_ELEMENT,
        value = ".reorder",
        elementUrl = "https://shop.example/app/")
    @Test
    void aButtonThatAnotherRouteRenders(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("no-match");
    }

    @MidaGoal(
        name = "Any plan",
        type = CLICK_ON_ELEMENT,
        value = ".choose",
        elementUrl = "https://shop.example/pricing",
        unique = true)
    @Test
    void moreThanOneWhereOneIsExpected(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("several-matches");
    }

    @MidaGoal(
        name = "A form in a frame",
        type = FORM_SUBMIT,
        value = "#embedded-newsletter",
        elementUrl = "https://shop.example/blog/water-first")
    @Test
    void aFormInAFrame(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("only-in-iframe");
    }

    @MidaGoal(
        name = "A button in a component",
        type = CLICK_ON_ELEMENT,
        value = ".rate-this",
        elementUrl = "https://shop.example/products/sencha")
    @Test
    void aButtonInAShadowTree(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("only-in-shadow-root");
    }

    @MidaGoal(
        name = "A customer's button",
        type = CLICK_ON_ELEMENT,
        value = ".upgrade-plan",
        elementUrl = "https://shop.example/account")
    @Test
    void aPageThatSendsStrangersToTheLogin(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("no-match");
    }
  }

  @Nested
  class Clicks {

    @MidaGoal(
        name = "Help in the phone menu",
        type = CLICK_ON_ELEMENT,
        value = ".menu-help",
        elementUrl = "https://shop.example/")
    @Test
    void aLinkForPhonesOnly(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("hidden");
    }

    @MidaGoal(
        name = "Policy in a closed answer",
        type = CLICK_ON_ELEMENT,
        value = ".cancel-policy",
        elementUrl = "https://shop.example/pricing")
    @Test
    void aLinkInAClosedAnswer(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("hidden");
    }

    @MidaGoal(
        name = "Gift in a closed dialog",
        type = CLICK_ON_ELEMENT,
        value = ".gift-checkout",
        elementUrl = "https://shop.example/")
    @Test
    void aLinkInAClosedDialog(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("hidden");
    }

    @MidaGoal(
        name = "Chat behind the cookie banner",
        type = CLICK_ON_ELEMENT,
        value = "#chat-button",
        elementUrl = "https://shop.example/")
    @Test
    void aButtonBehindTheCookieBanner(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("covered");
    }

    @MidaGoal(
        name = "Order without the terms",
        type = CLICK_ON_ELEMENT,
        value = "#place-order",
        elementUrl = "https://shop.example/checkout/payment")
    @Test
    void aButtonThatWaitsForTheTerms(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("disabled");
    }

    @MidaGoal(
        name = "A tea that is sold out",
        type = CLICK_ON_ELEMENT,
        value = ".sold-out",
        elementUrl = "https://shop.example/products")
    @Test
    void aLinkThatLetsClicksThrough(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("no-pointer-events");
    }
  }

  @Nested
  class Texts {

    @MidaGoal(
        name = "Talk to sales, as in the source",
        type = CLICK_ON_TEXT,
        value = "Talk to sales",
        elementUrl = "https://shop.example/")
    @Test
    void aTextThatTheStyleSheetShowsInUpperCase(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("text-case");
    }

    @MidaGoal(
        name = "Ask the search",
        type = CLICK_ON_TEXT,
        value = "Search our teas",
        elementUrl = "https://shop.example/products")
    @Test
    void aPlaceholder(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("text-not-shown");
    }

    @MidaGoal(
        name = "Try for free",
        type = CLICK_ON_TEXT,
        value = "Try for free",
        elementUrl = "https://shop.example/")
    @Test
    void aTextThatThePageDoesNotHave(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("no-match");
    }
  }

  @Nested
  class Forms {

    @MidaGoal(
        name = "Call me back",
        type = FORM_SUBMIT,
        value = ".callback-form",
        elementUrl = "https://shop.example/products/sencha")
    @Test
    void aBoxThatLooksLikeAForm(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("not-a-form");
    }

    @MidaGoal(
        name = "Write to us",
        type = FORM_SUBMIT,
        value = "#contact",
        elementUrl = "https://shop.example/contact")
    @Test
    void aFormThatNobodyCanSubmit(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("no-submit");
    }
  }

  @Nested
  class Urls {

    @MidaGoal(
        name = "Pro plan",
        type = PAGEVIEW_EXACT,
        value = "https://shop.example/pricing?plan=pro",
        elementUrl = "https://shop.example/pricing")
    @Test
    void aPageWithoutTheQuery(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("url-mismatch");
    }

    @MidaGoal(
        name = "Posts with a slash",
        type = PAGEVIEW_WILDCARD,
        value = "https://shop.example/blog/*/",
        visits = "https://shop.example/blog/water-first")
    @Test
    void aSlashTooMuch(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("url-mismatch");
    }

    @MidaGoal(
        name = "Anything with a plan",
        type = PAGEVIEW,
        value = "plan=",
        elementUrl = "https://shop.example/pricing?plan=pro",
        ignores = "https://shop.example/signup?plan=pro")
    @Test
    void aValueThatMatchesTooMuch(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("url-also-matches");
    }

    @MidaGoal(
        name = "An open group",
        type = PAGEVIEW_REGEX,
        value = "^https://shop\\.example/(blog",
        elementUrl = "https://shop.example/blog/")
    @Test
    void anExpressionThatDoesNotEnd(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("regex-syntax");
    }

    @MidaGoal(
        name = "A page that has moved",
        type = CLICK_ON_ELEMENT,
        value = ".back-home",
        elementUrl = "https://shop.example/teas")
    @Test
    void aPageThatIsNotThere(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("page-status");
    }

    @MidaGoal(
        name = "A page that is gone",
        type = PAGEVIEW,
        value = "/wholesale",
        elementUrl = "https://shop.example/wholesale")
    @Test
    void aPageThatIsGone(GoalCheck goal) {
      assertThat(goal.verify()).isBroken().hasFinding("page-status");
    }
  }

  /** What says nothing about the definition: the page or the test needs attention. */
  @Nested
  @Execution(ExecutionMode.SAME_THREAD) // one browser for all methods
  class CannotBeDecided {

    @MidaGoal(
        name = "For staff",
        type = CLICK_ON_ELEMENT,
        value = ".back-home",
        elementUrl = "https://shop.example/staff")
    @Test
    void aPageThatAsksForAPassword(GoalCheck goal) {
      assertThat(goal.verify()).isUndecided().hasFinding("page-denied");
    }

    @MidaGoal(
        name = "For administrators",
        type = CLICK_ON_ELEMENT,
        value = ".back-home",
        elementUrl = "https://shop.example/admin")
    @Test
    void aPageThatIsForbidden(GoalCheck goal) {
      assertThat(goal.verify()).isUndecided().hasFinding("page-denied");
    }

    @MidaGoal(
        name = "A page that fails",
        type = CLICK_ON_ELEMENT,
        value = ".back-home",
        elementUrl = "https://shop.example/events")
    @Test
    void aPageThatFails(GoalCheck goal) {
      assertThat(goal.verify()).isUndecided().hasFinding("page-unreachable");
    }

    @MidaGoal(
        name = "A host that is down",
        type = CLICK_ON_ELEMENT,
        value = ".back-home",
        elementUrl = "https://closed.example/")
    @Test
    void aHostThatDoesNotAnswer(GoalCheck goal) {
      assertThat(goal.verify()).isUndecided().hasFinding("page-unreachable");
    }

    @MidaGoal(
        name = "An unpushed trigger",
        type = SCRIPT,
        value = "order_returned",
        elementUrl = "https://shop.example/app/orders")
    @Test
    void aTriggerWithoutAJourney(GoalCheck goal) {
      assertThat(goal.verify()).isUndecided().hasFinding("needs-journey");
    }

    @MidaGoal(
        name = "Reads to the end",
        type = SCROLLING,
        value = "75",
        elementUrl = "https://shop.example/blog/water-first")
    @Test
    void aTypeThatOnlyAVisitorCanReach(GoalCheck goal) {
      assertThat(goal.verify()).isUndecided().hasFinding("needs-journey");
    }

    @AutoClose("quit")
    static final WebDriver driver = SampleBrowser.start();

    final GoalVerifier verifier = GoalVerifier.on(driver).site("https://shop.example", shop.url());

    @Test
    void aGoalWithoutAPage() {
      Goal goal = goal("Anywhere", GoalType.CLICK_ON_ELEMENT, ".cta-button").build();
      assertThat(verifier.verify(goal)).isUndecided().hasFinding("no-page");
    }

    @Test
    void aTypeOfTomorrow() {
      Goal goal =
          goal("Tomorrow", GoalType.UNKNOWN, "?").elementUrl("https://shop.example/").build();
      assertThat(verifier.verify(goal)).isUndecided().hasFinding("unknown-type");
    }

    private static Goal.Builder goal(String name, GoalType type, String value) {
      return Goal.builder().name(name).type(type).value(value);
    }
  }

  @Nested
  class Triggers {

    @MidaGoal(
        name = "Completed the profile, misspelt",
        type = SCRIPT,
        value = "profile_complete",
        elementUrl = "https://shop.example/app/")
    @Test
    void anotherName(GoalCheck goal) {
      Conversions conversions =
          goal.during(browser -> browser.findElement(By.className("finish-signup")).click());
      assertThat(conversions.verdict()).isBroken().hasFinding("not-triggered");
    }
  }
}
