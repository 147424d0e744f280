package io.midagoal;

import io.midagoal.goal.GoalPurpose;
import io.midagoal.goal.GoalType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Declares a Mida goal: it is created before the test, and a {@link GoalCheck} parameter proves in
 * a real browser that a visitor can reach it.
 *
 * <pre>{@code
 * @MidaGoal(name = "CTA Button Click", type = CLICK_ON_ELEMENT, value = ".cta-button",
 *           elementUrl = "https://example.com/")
 * @Test
 * void callToActionIsTracked(GoalCheck goal) {
 *   goal.shouldMatch();
 * }
 * }</pre>
 *
 * <p>Put it on a test method, a test class, a superclass, an interface, the enclosing class of a
 * {@code @Nested} class, or an annotation of your own. It is repeatable. A test has the goals of
 * all these levels; none overrides another. Equal definitions are created once per run, no matter
 * how many tests declare them.
 *
 * <p>An invalid annotation fails the test before anything is sent to Mida.
 *
 * <p><strong>Parallel execution:</strong> tests with goals can run concurrently, even if they share
 * goals.
 *
 * @see GoalNamed
 * @see MidaProject
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Repeatable(MidaGoal.List.class)
@ExtendWith(MidaGoalExtension.class)
public @interface MidaGoal {

  /**
   * The name that people read in Mida.
   *
   * @return required, not blank
   */
  String name();

  /**
   * The kind of conversion.
   *
   * @return required, not {@link GoalType#UNKNOWN}
   */
  GoalType type();

  /**
   * The CSS selector, text, URL, pattern or trigger name; its meaning depends on the type.
   *
   * @return required, not blank
   */
  String value();

  /**
   * The unique slug that experiments use to refer to the goal.
   *
   * @return empty by default: Mida derives it from the name
   */
  String key() default "";

  /**
   * What the goal is for.
   *
   * @return {@link GoalPurpose#SELL} by default
   */
  GoalPurpose purpose() default GoalPurpose.SELL;

  /**
   * The page with the element or form, which is opened to check the goal.
   *
   * @return an absolute {@code http} or {@code https} URL; empty by default, which is an error if
   *     the test has a {@link GoalCheck} for this goal and neither {@link #visits} nor an absolute
   *     URL as {@link #value} provides a page
   */
  String elementUrl() default "";

  /**
   * Further pages to open; the goal must match on each of them. They are not sent to Mida.
   *
   * @return absolute {@code http} or {@code https} URLs; none by default
   */
  String[] visits() default {};

  /**
   * URLs that the goal's URL or pattern must not match. They are compared only: not opened, and not
   * sent to Mida.
   *
   * @return absolute {@code http} or {@code https} URLs; none by default
   */
  String[] ignores() default {};

  /**
   * Whether exactly one element must match.
   *
   * @return {@code false} by default: several matches are a warning
   */
  boolean unique() default false;

  /**
   * The control that a visitor clicks to reveal the goal: a menu button, a tab, an accordion
   * header. midagoal clicks it with real input, so the page's scripts run, and checks the goal once
   * the page has settled. Use {@link GoalCheck#after} for several steps, for form input, and for
   * menus that open on hover and close on click. Not sent to Mida.
   *
   * @return a CSS selector; the first clickable match is used; empty by default: nothing is clicked
   */
  String revealedBy() default "";

  /**
   * Whether to try a matching goal with a real click or submit, which is intercepted before the
   * page's scripts see it: nothing is sent, navigated or filled in. It does not test the page's own
   * handlers; {@link GoalCheck#during} runs them. Needs a driver with CDP, and takes three browser
   * commands per goal.
   *
   * @return {@code false} by default; {@code true} only for goals that a click or a submit converts
   */
  boolean probe() default false;

  /**
   * Whether the goal's page must load Mida's script exactly once, for the right project, and not
   * blocked by the page's Content Security Policy.
   *
   * @return {@code false} by default: problems with the script are warnings, and a missing script
   *     is one only if a project key is set
   */
  boolean requireSnippet() default false;

  /** Container for repeated {@link MidaGoal}s. */
  @Documented
  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
  @ExtendWith(MidaGoalExtension.class)
  @interface List {

    /**
     * The repeated annotations.
     *
     * @return the annotations in source order
     */
    MidaGoal[] value();
  }
}
