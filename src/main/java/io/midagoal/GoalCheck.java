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
 * Checks one goal of a test in a real browser. Declare it as a parameter of a test method, or of a
 * {@code @BeforeEach} or {@code @AfterEach} method; see {@link GoalNamed} for which goal it gets.
 *
 * <p>The browser is that of {@link #using(WebDriver)}, else of the test's {@link MidaBrowser}
 * field, else of the extension's builder, else one that midagoal starts, shares between tests and
 * clears after each. All checks of a test use the same browser. midagoal never quits a driver that
 * the test supplies.
 *
 * <p>Immutable, but its browser is not thread-safe: use it in the test's thread only.
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
   * Returns the goal that the annotation declares.
   *
   * @return the definition
   */
  public Goal goal() {
    return declared.goal();
  }

  /**
   * Returns the goal as Mida has it.
   *
   * @return the goal with its id and key in Mida
   * @throws IllegalStateException in mode {@code verify-only}, which creates no goals
   */
  public GoalProfile profile() {
    return test.profileOf(declared);
  }

  /**
   * Uses another browser.
   *
   * @param driver a started driver; it is never quit, and only its page changes
   * @return a new check of the same goal
   */
  public GoalCheck using(WebDriver driver) {
    return new GoalCheck(test, declared, Optional.of(driver), act);
  }

  /**
   * Runs steps on the goal's page before checking it, for example to open a menu. The goal is
   * checked on the page that the browser shows afterwards, even if the steps navigated away or
   * switched to a new window. The control of {@link MidaGoal#revealedBy} is clicked after the
   * steps.
   *
   * @param act receives the driver with the goal's page open; runs on each of the goal's pages,
   *     each time the goal is verified. Its exceptions propagate
   * @return a new check of the same goal
   */
  public GoalCheck after(Consumer<WebDriver> act) {
    return new GoalCheck(test, declared, given, Optional.of(act));
  }

  /**
   * Opens the goal's page, checks the goal and adds the verdict to the report.
   *
   * @return the verdict; a broken goal does not throw
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
   * Asserts that a visitor can reach the goal on its page.
   *
   * @throws AssertionFailedError if the goal is broken or could not be checked; the message says
   *     what was expected, what was found and what to do
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
   * Opens the goal's page and records conversions while the test acts as a visitor.
   *
   * @param act receives the driver with the goal's page open
   * @return the conversions, to assert on. The verdict goes into the report unless the test asserts
   *     that the goal does not convert
   */
  public Conversions during(Consumer<WebDriver> act) {
    TestBrowser browser = test.browser();
    WebDriver driver = given.orElseGet(browser::driver);
    Conversions conversions = browser.journey(driver).during(declared.expectation(), act);
    test.recordAtEnd(declared, conversions);
    return conversions;
  }

  /**
   * Returns the goal's name and where it is declared.
   *
   * @return for example {@code GoalCheck["CTA Button Click", @MidaGoal on ShopTest]}
   */
  @Override
  public String toString() {
    return "GoalCheck[\"" + goal().name() + "\", " + declared.where() + "]";
  }
}
