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
 * <p>It can stand on a test method, on a test class, on a superclass, on an interface, on the class
 * around a {@code @Nested} class, and on an annotation of your own; it can stand there several
 * times. A test has the goals of all these places: nothing is overridden. An equal definition is
 * created once in a run, however many tests declare it.
 *
 * <p>A mistake in an annotation fails the test before anything is sent to Mida.
 *
 * <p><strong>Parallel execution:</strong> tests with goals can run concurrently, also when they
 * share goals.
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
   * What kind of conversion it is.
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
   * The slug by which experiments refer to the goal, unique in the project.
   *
   * @return empty by default: Mida makes it from the name
   */
  String key() default "";

  /**
   * What the goal is for.
   *
   * @return {@link GoalPurpose#SELL} by default
   */
  GoalPurpose purpose() default GoalPurpose.SELL;

  /**
   * The page where the element or form is found, and which is opened to judge the goal.
   *
   * @return an absolute {@code http} or {@code https} URL; empty by default, which is an error when
   *     the test takes a {@link GoalCheck} for this goal and no page is known from {@link #visits}
   *     or from an absolute URL as {@link #value}
   */
  String elementUrl() default "";

  /**
   * Further pages to open; the goal must match on each of them. They are not sent to Mida.
   *
   * @return absolute {@code http} or {@code https} URLs; none by default
   */
  String[] visits() default {};

  /**
   * URLs that the goal's URL or pattern must not match. They are compared, not opened, and not sent
   * to Mida.
   *
   * @return absolute {@code http} or {@code https} URLs; none by default
   */
  String[] ignores() default {};

  /**
   * Whether exactly one element may count.
   *
   * @return {@code false} by default: several matches are a warning
   */
  boolean unique() default false;

  /**
   * The control that a visitor clicks before the goal can be reached: the button of a menu, of a
   * dialog, of an accordion, a tab. It is really clicked, so the page's scripts see that click; the
   * goal is judged when what it opens has come to rest. For several steps, for one that fills in
   * something, and for menus that open under the pointer and close at a click, use {@link
   * GoalCheck#after} instead. Not sent to Mida.
   *
   * @return a CSS selector, of whose matches the first that can be clicked is taken; empty by
   *     default: nothing is clicked
   */
  String revealedBy() default "";

  /**
   * Whether a goal that matches is also tried with a real click or submit, which is caught before
   * the page's own scripts see it: nothing is sent, nothing navigates, nothing is filled in. What
   * the page's own handlers would do with it stays unknown: {@link GoalCheck#during} lets them run.
   * Needs a driver that speaks CDP, and costs three commands to the browser for each goal.
   *
   * @return {@code false} by default; {@code true} is for goals that a click or a submit converts
   */
  boolean probe() default false;

  /**
   * Whether the goal's page must carry Mida's script, once, for the right project, and not blocked
   * by the page's own security policy.
   *
   * @return {@code false} by default: what is wrong with the script is a warning, and that it is
   *     missing is one where a project key is set
   */
  boolean requireSnippet() default false;

  /** Holds several {@link MidaGoal}s on one element; the compiler writes it. */
  @Documented
  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
  @ExtendWith(MidaGoalExtension.class)
  @interface List {

    /**
     * The goals.
     *
     * @return in the order in which they are written
     */
    MidaGoal[] value();
  }
}
