package io.midagoal.samples.shop;

import io.midagoal.MidaGoal;
import io.midagoal.goal.GoalPurpose;
import io.midagoal.goal.GoalType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** The shop's most important goal, as an annotation of its own: write it once, use it anywhere. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@MidaGoal(
    name = "Starts a free trial",
    type = GoalType.CLICK_ON_TEXT,
    value = "Start Free Trial",
    purpose = GoalPurpose.GENERATE,
    elementUrl = "https://shop.example/")
@Test
@interface StartsFreeTrial {}
