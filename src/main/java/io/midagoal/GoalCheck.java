package io.midagoal;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.internal.junit.DeclaredGoal;
import io.midagoal.internal.junit.TestBrowser;
import io.midagoal.internal.junit.TestSession;
import io.midagoal.journey.Conversions;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import io.midagoal.verify.GoalVerifier;
import java.util.Optional;
import java.util.function.Consumer;
import org.openqa.selenium.WebDriver;
import org.opentest4j.AssertionFailedError;

/**
 * One goal of a test, and the means to prove that a visitor can reach it. A test gets it as a
 * parameter of a test method or of a {@code @BeforeEach} or {@code @AfterEach} method; which goal a
 * parameter means is told at {@link GoalNamed}.
 *
 * <p>Goals are judged in the browser of {@link #using(WebDriver)}, else that of the test's {@link
 * MidaBrowser} field, else that of the extension's builder, else one that midagoal starts, shares
 * between tests and clears between them. All checks of one test use the same one. A browser of the
 * test's own is never quit.
 *
 * <p>Immutable; but the browser behind it makes it a thing for the test's own thread.
 */
public final class GoalCheck {

  private final TestSession test;
  private final DeclaredGoal declared;
  private final Optional<WebDriver> given;
  private final Optional<Consumer<WebDriver>> act;

  GoalCheck(TestSession test, DeclaredGoal declared) {
    this(test, declared, Optional.empty(), Optional.empty());
  }

  private GoalCheck(
      TestSession test,
      DeclaredGoal declared,
      Optional<WebDriver> given,
      Optional<Consumer<WebDriver>> act) {
    this.test = test;
    this.declared = declared;
    this.given = given;
    this.act = act;
  }

  /**
   * The definition, as the annotation gives it.
   *
   * @return the goal
   */
  public Goal goal() {
    return declared.goal();
  }

  /**
   * The goal as Mida holds it.
   *
   * @return with the id and the key that Mida gave
   * @throws IllegalStateException in mode {@code verify-only}, in which no goal is created
   */
  public GoalProfile profile() {
    return test.profileOf(declared);
  }

  /**
   * Judges the goal in another browser.
   *
   * @param driver a started driver; it is left as it was found, but for the page it shows, and not
   *     quit
   * @return a new check of the same goal
   */
  public GoalCheck using(WebDriver driver) {
    return new GoalCheck(test, declared, Optional.of(driver), act);
  }

  /**
   * Judges the goal on what becomes of its page after something was done there, such as opening a
   * menu. Judged is the page that the browser shows in the end, also when the act has left the
   * goal's page, or has switched to a window that it opened. A control that {@link
   * MidaGoal#revealedBy} names is clicked after the act.
   *
   * @param act gets the browser with the goal's page open; runs at each {@link #verify()}, on each
   *     of the goal's pages. What it throws is thrown on
   * @return a new check of the same goal
   */
  public GoalCheck after(Consumer<WebDriver> act) {
    return new GoalCheck(test, declared, given, Optional.of(act));
  }

  /**
   * Opens the goal's page and judges the goal. The verdict goes into the report.
   *
   * @return what was found out; a broken goal is a verdict, not an exception
   */
  public Verdict verify() {
    TestBrowser browser = test.browser();
    GoalVerifier verifier = browser.verifier(given.orElseGet(browser::driver));
    Verdict verdict =
        act.map(doing -> verifier.verifyAfter(declared.expectation(), doing))
            .orElseGet(() -> verifier.verify(declared.expectation()));
    return test.record(declared, verdict);
  }

  /**
   * Opens the goal's page and fails the test unless a visitor can reach the goal there.
   *
   * @throws AssertionFailedError when the goal is broken, and when it could not be judged; the
   *     message says what was expected and found, and what to do
   */
  public void shouldMatch() {
    Verdict verdict = verify();
    if (verdict.status() != Status.MATCHED) {
      throw new AssertionFailedError(
          verdict.describe() + "\n  Declared:  " + declared.where(),
          Status.MATCHED.name(),
          verdict.summary());
    }
  }

  /**
   * Opens the goal's page, then records what converts while the test acts as a visitor.
   *
   * @param act gets the browser with the goal's page open
   * @return what converted, to be asserted on. The report takes the verdict, unless the test
   *     demands that the goal does not convert
   */
  public Conversions during(Consumer<WebDriver> act) {
    TestBrowser browser = test.browser();
    WebDriver driver = given.orElseGet(browser::driver);
    Conversions conversions = browser.journey(driver).during(declared.expectation(), act);
    test.recordAtEnd(declared, conversions);
    return conversions;
  }

  /**
   * Names the goal and where it is declared.
   *
   * @return for example {@code GoalCheck["CTA Button Click", @MidaGoal on ShopTest]}
   */
  @Override
  public String toString() {
    return "GoalCheck[\"" + goal().name() + "\", " + declared.where() + "]";
  }
}
