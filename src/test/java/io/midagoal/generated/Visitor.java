package io.midagoal.generated;

import io.midagoal.goal.Goal;
import io.midagoal.testing.RealInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/**
 * Somebody who clicks all over a page, with a real mouse, and scrolls where a wheel would. What
 * counts is decided by visitor.js, which shares nothing with midagoal's own scripts.
 */
final class Visitor {

  private static final String SCRIPT = script();

  private final WebDriver driver;
  private final JavascriptExecutor scripts;

  Visitor(WebDriver driver) {
    this.driver = driver;
    this.scripts = (JavascriptExecutor) driver;
  }

  /** Which of the goals some click on the page would have Mida count: their indexes. */
  Set<Integer> clicksEverywhere(String url, List<Goal> goals) {
    driver.get(url);
    scripts.executeScript(SCRIPT, goals.stream().map(Visitor::asArgument).toList());
    try (RealInput input = RealInput.to(driver)) {
      for (List<?> points = next(); !points.isEmpty(); points = next()) {
        points.forEach(point -> click(input, point));
        input.done();
        if (scrollsBack()) {
          // What came behind the click that scrolled went elsewhere.
          for (Object point : points) {
            click(input, point);
            input.done();
            scrollsBack();
          }
        }
      }
    }
    return counted();
  }

  /**
   * Which of the goals are met by filling in the forms of a page and submitting them with Enter or
   * with a click: their indexes. What is wrongly filled in beforehand is put right.
   */
  Set<Integer> fillsInAndSubmits(String url, List<Goal> goals) {
    driver.get(url);
    scripts.executeScript(SCRIPT, goals.stream().map(Visitor::asArgument).toList());
    try (RealInput input = RealInput.to(driver)) {
      // First all fields, since one that is demanded may stand below the button.
      inTurn(input, () -> type(input), index -> fillWhereLed(input, index));
      inTurn(input, () -> pressEnter(input), index -> {});
    }
    return counted();
  }

  /**
   * Clicks on each control that can be clicked on, and then does something with what has the focus;
   * else does something about the control.
   */
  private void inTurn(RealInput input, Runnable then, IntConsumer orElse) {
    for (int i = 0; approach(i) instanceof Map<?, ?> found; i++) {
      if (found.get("spot") instanceof Map<?, ?> spot) {
        for (int clicks = 0; clicks < number(found, "clicks"); clicks++) {
          input.click(number(spot, "x"), number(spot, "y"));
        }
        input.done();
        then.run();
      } else {
        orElse.accept(i);
      }
      input.done();
    }
  }

  private void type(RealInput input) {
    input.type(String.valueOf(focused().get("text")));
  }

  private void pressEnter(RealInput input) {
    if (Boolean.TRUE.equals(focused().get("takesEnter"))) {
      input.enter();
    }
  }

  private void fillWhereLed(RealInput input, int index) {
    if (Boolean.TRUE.equals(
        scripts.executeScript("return window.visitor.isLedTo(arguments[0])", index))) {
      type(input);
      if (Boolean.TRUE.equals(focused().get("ticks"))) {
        input.space();
      }
    }
  }

  private Map<?, ?> focused() {
    return (Map<?, ?>)
        Objects.requireNonNull(scripts.executeScript("return window.visitor.focused()"));
  }

  private @Nullable Object approach(int index) {
    return scripts.executeScript("return window.visitor.approach(arguments[0])", index);
  }

  private static void click(RealInput input, Object point) {
    Map<?, ?> at = (Map<?, ?>) point;
    input.click(number(at, "x"), number(at, "y"));
  }

  private boolean scrollsBack() {
    return Boolean.TRUE.equals(scripts.executeScript("return window.visitor.scrollsBack()"));
  }

  private List<?> next() {
    Object points = scripts.executeScript("return window.visitor.next()");
    return points == null ? List.of() : (List<?>) points;
  }

  private Set<Integer> counted() {
    List<?> indexes =
        (List<?>) Objects.requireNonNull(scripts.executeScript("return window.visitor.counted()"));
    Set<Integer> counted = new HashSet<>();
    indexes.forEach(index -> counted.add(((Number) index).intValue()));
    return counted;
  }

  private static double number(Map<?, ?> point, String name) {
    return ((Number) Objects.requireNonNull(point.get(name))).doubleValue();
  }

  private static Map<String, String> asArgument(Goal goal) {
    return Map.of("type", goal.type().wireName(), "value", goal.value());
  }

  private static String script() {
    try (InputStream in = Visitor.class.getResourceAsStream("visitor.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
