package io.midagoal.verify;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.verify.Checks.goal;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chromium.HasCdp;

/** What a page costs in calls to the driver, however many goals it has. */
class CommandsTest {

  private static final String PAGE =
      TestPages.page(
          IntStream.range(0, 100)
              .mapToObj(i -> "<a id=a" + i + " href=#>" + i + "</a> ")
              .reduce("", String::concat));

  /** The calls that judging makes to a driver; those on its time-outs are counted as manage. */
  private static List<String> callsFor(List<Expectation> goals) {
    List<String> calls = new ArrayList<>();
    Browsers.with(
        driver -> {
          WebDriver counting =
              (WebDriver)
                  Proxy.newProxyInstance(
                      CommandsTest.class.getClassLoader(),
                      new Class<?>[] {WebDriver.class, JavascriptExecutor.class, HasCdp.class},
                      (proxy, method, arguments) -> {
                        calls.add(method.getName());
                        try {
                          return method.invoke(driver, arguments);
                        } catch (InvocationTargetException e) {
                          throw e.getTargetException();
                        }
                      });
          return GoalVerifier.on(counting).verifyAll(goals);
        });
    return calls;
  }

  private static List<Expectation> goals(int count, String prefix) {
    return IntStream.range(0, count)
        .mapToObj(i -> Expectation.of(goal(CLICK_ON_ELEMENT, prefix + i, PAGE)))
        .toList();
  }

  @Test
  void areAsManyForAHundredGoalsAsForOne() {
    assertThat(callsFor(goals(100, "#a"))).isEqualTo(callsFor(goals(1, "#a")));
  }

  @Test
  void areAsManyForAHundredBrokenGoalsAsForOne() {
    assertThat(callsFor(goals(100, "#b"))).isEqualTo(callsFor(goals(1, "#b")));
  }

  @Test
  void areTwoForAPageOnWhichAllIsWell() {
    assertThat(callsFor(goals(1, "#a")))
        .filteredOn(call -> call.startsWith("execute") || call.equals("get"))
        .containsExactly(
            "executeCdpCommand", // what counts pending work is registered, for the whole run
            "get",
            "executeScript",
            "executeCdpCommand"); // and taken away
  }

  @Test
  void areFourForAPageOnWhichSomethingIsBroken() {
    assertThat(callsFor(goals(1, "#b")))
        .filteredOn(call -> call.startsWith("execute") || call.equals("get"))
        .containsExactly(
            "executeCdpCommand",
            "get",
            "executeScript",
            "executeAsyncScript",
            "executeScript",
            "executeCdpCommand");
  }
}
