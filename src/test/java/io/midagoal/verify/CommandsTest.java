package io.midagoal.verify;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.verify.Checks.goal;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.interactions.Interactive;

/** What a page costs in calls to the driver, however many goals it has. */
@Tag("browser")
class CommandsTest {

  private static final String PAGE =
      TestPages.page(
          IntStream.range(0, 100)
              .mapToObj(i -> "<a id=a" + i + " href=#>" + i + "</a> ")
              .reduce("", String::concat));

  /** The calls that judging makes to a driver; those on its time-outs are counted as manage. */
  private static List<String> callsFor(List<Expectation> goals) {
    return callsOf(verifier -> verifier.verifyAll(goals));
  }

  private static List<String> callsOf(Function<GoalVerifier, ?> use) {
    List<String> calls = new ArrayList<>();
    Browsers.with(
        driver -> {
          WebDriver counting =
              (WebDriver)
                  Proxy.newProxyInstance(
                      CommandsTest.class.getClassLoader(),
                      new Class<?>[] {
                        WebDriver.class, JavascriptExecutor.class, HasCdp.class, Interactive.class
                      },
                      (proxy, method, arguments) -> {
                        boolean isCdp = method.getName().equals("executeCdpCommand");
                        calls.add(isCdp ? "executeCdpCommand " + arguments[0] : method.getName());
                        try {
                          return method.invoke(driver, arguments);
                        } catch (InvocationTargetException e) {
                          throw e.getTargetException();
                        }
                      });
          return use.apply(GoalVerifier.on(counting));
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
  void areAsManyForAHundredGoalsBehindOneControl() {
    assertThat(callsFor(revealed(100))).isEqualTo(callsFor(revealed(1)));
  }

  private static List<Expectation> revealed(int count) {
    return goals(count, "#a").stream().map(goal -> goal.revealedBy("#a0")).toList();
  }

  private static List<String> inThePage(List<String> calls) {
    return calls.stream()
        .filter(call -> call.startsWith("execute") || call.startsWith("get"))
        .toList();
  }

  @Test
  void takeAwayEachScriptThatWasAdded() {
    Expectation onFourPages = goals(1, "#a").get(0).visits(PAGE + "?2", PAGE + "?3", PAGE + "?4");

    assertThat(callsOf(verifier -> verifier.verify(onFourPages)))
        .satisfies(CommandsTest::takeAwayWhatTheyAdd);
    assertThat(callsOf(verifier -> verifier.verifyAfter(onFourPages, browser -> {})))
        .satisfies(CommandsTest::takeAwayWhatTheyAdd);
  }

  private static void takeAwayWhatTheyAdd(List<? extends String> calls) {
    long added = calls.stream().filter(call -> call.contains("addScriptToEvaluate")).count();
    long removed = calls.stream().filter(call -> call.contains("removeScriptToEvaluate")).count();

    assertThat(added).isPositive().isEqualTo(removed);
  }

  @Test
  void areThreeForAPageOnWhichAllIsWell() {
    assertThat(inThePage(callsFor(goals(1, "#a"))))
        .containsExactly(
            "executeCdpCommand Page.getFrameTree", // once for the whole run
            "executeCdpCommand Network.enable", // once, too, like all that keeps from Mida
            "executeCdpCommand Network.setBypassServiceWorker",
            "executeCdpCommand Page.addScriptToEvaluateOnNewDocument",
            "executeCdpCommand Page.addScriptToEvaluateOnNewDocument",
            "executeCdpCommand Page.createIsolatedWorld", // marks the page before: once, too
            "executeCdpCommand Runtime.callFunctionOn",
            "executeCdpCommand Network.emulateNetworkConditionsByRule",
            "executeCdpCommand Network.setBlockedURLs",
            "get",
            "executeCdpCommand Page.createIsolatedWorld",
            "executeCdpCommand Runtime.callFunctionOn",
            "executeCdpCommand Page.removeScriptToEvaluateOnNewDocument",
            "executeCdpCommand Network.setBypassServiceWorker",
            "executeCdpCommand Network.setBlockedURLs",
            "executeCdpCommand Network.emulateNetworkConditionsByRule",
            "executeCdpCommand Page.removeScriptToEvaluateOnNewDocument");
  }

  @Test
  void areFourForAPageOnWhichSomethingIsBroken() {
    assertThat(inThePage(callsFor(goals(1, "#b"))))
        .containsSubsequence(
            "get",
            "executeCdpCommand Page.createIsolatedWorld",
            "executeCdpCommand Runtime.callFunctionOn", // judges
            "executeCdpCommand Runtime.callFunctionOn", // diagnoses
            "executeCdpCommand Page.removeScriptToEvaluateOnNewDocument");
  }
}
