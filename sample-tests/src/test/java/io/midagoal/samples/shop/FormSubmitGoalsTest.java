package io.midagoal.samples.shop;

import static io.midagoal.goal.GoalType.FORM_SUBMIT;

import io.midagoal.GoalCheck;
import io.midagoal.GoalNamed;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import io.midagoal.assertj.MidaSoftAssertions;
import io.midagoal.goal.GoalPurpose;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Submitted forms: goals of the whole class, told apart by key or name. */
@MidaGoal(
    name = "Sign-up form",
    key = "signup-form",
    type = FORM_SUBMIT,
    value = "form#signup",
    purpose = GoalPurpose.GENERATE,
    elementUrl = "https://shop.example/signup?plan=trial")
@MidaGoal(
    name = "Checkout address",
    type = FORM_SUBMIT,
    value = "form.checkout-form",
    elementUrl = "https://shop.example/checkout/address")
@MidaGoal(
    name = "Tea letter",
    type = FORM_SUBMIT,
    value = ".site-footer .newsletter",
    purpose = GoalPurpose.ENGAGE,
    elementUrl = "https://shop.example/blog/")
@MidaGoal(
    name = "Account settings",
    type = FORM_SUBMIT,
    value = "#settings",
    purpose = GoalPurpose.ENGAGE,
    elementUrl = "https://shop.example/app/settings")
class FormSubmitGoalsTest {

  @AutoClose static final ShopServer shop = ShopServer.start();

  @RegisterExtension
  static final MidaGoalExtension mida =
      MidaGoalExtension.builder().site("https://shop.example", shop::url).build();

  @Test
  void signUp(@GoalNamed("signup-form") GoalCheck goal) {
    goal.shouldMatch();
  }

  @Test
  void aFormWithoutAButtonIsSubmittedByEnter(@GoalNamed("Tea letter") GoalCheck goal) {
    goal.shouldMatch();
  }

  @Test
  void theWholeWayAtOnce(
      @GoalNamed("signup-form") GoalCheck signUp,
      @GoalNamed("Checkout address") GoalCheck checkout,
      @GoalNamed("Account settings") GoalCheck settings) {
    MidaSoftAssertions.assertSoftly(
        softly -> {
          softly.assertThat(signUp.verify()).isMatched();
          softly.assertThat(checkout.verify()).isMatched();
          softly.assertThat(settings.verify()).isMatched();
        });
  }
}
