package io.midagoal.internal.page;

import io.midagoal.internal.driver.DriverMessages;
import io.midagoal.internal.facts.GoalQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.Interactive;

/**
 * Tries a goal with the browser's own input, which is caught before the page's scripts see it: call
 * {@link PageSession#guardInput()} before opening the page.
 */
public final class Probe {

  /** Time for hover effects before the press; visitors take longer. */
  private static final Duration BEFORE_PRESS = Duration.ofMillis(100);

  private final PageSession session;
  private final WebDriver driver;

  private Probe(PageSession session) {
    this.session = session;
    this.driver = session.driver();
  }

  /**
   * Where to give input.
   *
   * @param isGuarded whether input would be caught; if not, give none
   * @param aim where to click or press Enter; empty when there is no such place
   */
  record Begun(boolean isGuarded, Optional<Target> aim) {}

  /** Where to click, or the field in which to press Enter. */
  record Target(int x, int y, String element, boolean isEnter) {}

  /** What the guard caught. */
  record Caught(boolean counts, List<String> clicked, List<String> submitted, List<Asked> asked) {}

  /**
   * A field that the browser wants filled in before it submits.
   *
   * @param element the field as an HTML tag
   * @param says the browser's words
   */
  public record Asked(String element, String says) {}

  /**
   * The result of a trial.
   *
   * @param isGuarded whether it was made; not where input would not be caught
   * @param element where it was made, as an HTML tag; empty when there was no such place
   * @param isEnter whether Enter was pressed rather than the mouse
   * @param counts whether a click or submit event counted for the goal
   * @param clicked the targets of the click events, as HTML tags
   * @param submitted the forms of the submit events, as HTML tags
   * @param asked what the browser asked for instead of a submit
   */
  public record Outcome(
      boolean isGuarded,
      Optional<String> element,
      boolean isEnter,
      boolean counts,
      List<String> clicked,
      List<String> submitted,
      List<Asked> asked) {

    /** Takes copies of the lists. */
    public Outcome {
      clicked = List.copyOf(clicked);
      submitted = List.copyOf(submitted);
      asked = List.copyOf(asked);
    }

    private static Outcome notMade(boolean isGuarded) {
      return new Outcome(
          isGuarded, Optional.empty(), false, false, List.of(), List.of(), List.of());
    }

    private static Outcome of(Target target, Caught caught) {
      return new Outcome(
          true,
          Optional.of(target.element()),
          target.isEnter(),
          caught.counts(),
          caught.clicked(),
          caught.submitted(),
          caught.asked());
    }
  }

  /**
   * Tries a goal on the page that the driver shows. Restores focus, scroll position and pointer.
   *
   * @param session an open session
   * @param goal a goal that a click or a submit converts
   * @return the result
   * @throws PageScriptException when the page or the browser refuses
   */
  public static Outcome of(PageSession session, GoalQuery goal) {
    return session.driver() instanceof Interactive
        ? new Probe(session).attempt(goal)
        : Outcome.notMade(false);
  }

  private Outcome attempt(GoalQuery goal) {
    Begun begun =
        session
            .ask("beginProbe", Begun.class, goal.asArgument())
            .orElseGet(() -> new Begun(false, Optional.empty()));
    if (!begun.isGuarded()) {
      return Outcome.notMade(false);
    }
    Optional<Caught> caught;
    try {
      begun.aim().ifPresent(this::act);
    } finally {
      caught = session.ask("endProbe", Caught.class, goal.asArgument());
    }
    return begun.aim().isPresent() && caught.isPresent()
        ? Outcome.of(begun.aim().get(), caught.get())
        : Outcome.notMade(true);
  }

  private void act(Target target) {
    Actions actions = new Actions(driver, Duration.ZERO);
    try {
      if (target.isEnter()) {
        actions.sendKeys(Keys.ENTER).perform();
      } else {
        actions
            .moveToLocation(target.x(), target.y())
            .pause(BEFORE_PRESS)
            .click()
            .moveToLocation(0, 0)
            .perform();
      }
    } catch (WebDriverException e) {
      throw new PageScriptException(DriverMessages.firstLine(e), e);
    }
  }
}
