package io.midagoal.samples.realpages;

import static io.midagoal.assertj.MidaAssertions.assertThat;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.report.VerdictReport;
import io.midagoal.samples.SampleBrowser;
import io.midagoal.samples.realpages.RealGoals.RealGoal;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Verdict;
import io.midagoal.verify.GoalVerifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** Judges about a hundred goals on pages that others wrote: each page is opened once. */
class RealPagesTest {

  @AutoClose static final RealSites sites = RealSites.start();

  @AutoClose("quit")
  static final WebDriver driver = SampleBrowser.start();

  /**
   * The extension reports the goals of annotations; goals of one's own go into a report of one's
   * own.
   */
  @AutoClose
  static final VerdictReport report = VerdictReport.in(Path.of("target/midagoal/real-pages"));

  static final GoalVerifier verifier = verifier();

  static Map<Goal, Verdict> verdicts = Map.of();

  private static GoalVerifier verifier() {
    GoalVerifier verifier = GoalVerifier.on(driver);
    for (Map.Entry<String, String> site : sites.servedAt().entrySet()) {
      verifier = verifier.site(site.getKey(), site.getValue());
    }
    return verifier;
  }

  static List<RealGoal> goals() {
    return RealGoals.all();
  }

  @BeforeAll
  static void judgeAll() {
    List<Expectation> expectations =
        goals().stream().map(RealGoal::goal).map(Expectation::of).toList();
    List<Verdict> judged = verifier.verifyAll(expectations);
    judged.forEach(verdict -> report.add("RealPagesTest#isJudgedAsItIs", verdict));
    verdicts =
        judged.stream()
            .collect(
                Collectors.toMap(verdict -> verdict.expectation().goal(), Function.identity()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goals")
  void isJudgedAsItIs(RealGoal real) {
    Verdict verdict = verdicts.get(real.goal());
    switch (real.status()) {
      case MATCHED -> assertThat(verdict).isMatched();
      case BROKEN -> assertThat(verdict).isBroken();
      case UNDECIDED -> assertThat(verdict).isUndecided();
    }
    if (!real.finding().isEmpty()) {
      assertThat(verdict).hasFinding(real.finding());
    }
  }

  @Test
  void theConsolesToolbarIsInAFrameAndOutOfReach() {
    driver.get(sites.servedAt().get(RealSites.CONSOLE));
    WebElement url = driver.findElement(By.name("url"));
    url.clear();
    url.sendKeys(RealSites.DATABASE);
    driver.findElement(By.cssSelector("[value=Connect]")).click();

    Goal disconnect =
        Goal.builder()
            .name("Disconnect")
            .type(GoalType.CLICK_ON_ELEMENT)
            .value("a[href^='logout.do']")
            .build();
    assertThat(verifier.verifyHere(disconnect)).isBroken().hasFinding("only-in-iframe");
  }
}
