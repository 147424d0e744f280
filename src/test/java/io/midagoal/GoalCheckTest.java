package io.midagoal;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.SCRIPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.assertj.MidaAssertions;
import io.midagoal.goal.GoalProfile;
import io.midagoal.testing.Browsers;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;
import org.opentest4j.AssertionFailedError;

/** What a test does with its goals, in a real browser and on a real server. */
@Tag("browser")
class GoalCheckTest {

  private static ShopServer shop;

  @BeforeAll
  static void openShop() {
    shop = new ShopServer();
  }

  @AfterAll
  static void closeShop() {
    shop.close();
  }

  private static MidaTestKit.Outcome run(Class<?> testClass, String method) {
    return kit(testClass, method).run();
  }

  /** A kit whose fixtures judge the shop's pages in a browser of the tests. */
  private static MidaTestKit kit(Class<?> testClass, String method) {
    return MidaTestKit.method(testClass, method)
        .with("midagoal.site", ShopServer.ORIGIN + " -> " + shop.servedAt());
  }

  private static MidaTestKit.Outcome runInBrowser(Class<?> testClass, String method) {
    return Browsers.with(
        driver -> {
          ShopTestCases.browser = driver;
          return run(testClass, method);
        });
  }

  @Nested
  class ShouldMatch {

    @Test
    void passesWhenAVisitorCanReachTheGoal() {
      runInBrowser(ShopTestCases.class, "good").passed(1);
    }

    @Test
    void failsWithTheDiagnosisAndTheDeclaration() {
      assertThat(runInBrowser(ShopTestCases.class, "broken").failures())
          .singleElement()
          .isInstanceOfSatisfying(
              AssertionFailedError.class,
              failure -> {
                assertThat(failure.getExpected().getStringRepresentation()).isEqualTo("MATCHED");
                assertThat(failure.getActual().getStringRepresentation())
                    .isEqualTo("BROKEN: no-match");
                assertThat(failure.getMessage())
                    .startsWith("Mida goal \"Buy\" is BROKEN (no-match): ")
                    .endsWith("\n  Declared:  @MidaGoal on GoalCheckTest.ShopTestCases#broken");
              });
    }

    @Test
    void failsForAGoalThatCouldNotBeJudged() {
      assertThat(runInBrowser(ShopTestCases.class, "undecided").failures())
          .singleElement()
          .isInstanceOfSatisfying(
              AssertionFailedError.class,
              failure ->
                  assertThat(failure.getActual().getStringRepresentation())
                      .isEqualTo("UNDECIDED: needs-journey"));
    }

    @Test
    void takesTheExpectationsOfTheAnnotation() {
      assertThat(runInBrowser(ShopTestCases.class, "visits").failures())
          .singleElement()
          .isInstanceOfSatisfying(
              AssertionFailedError.class,
              failure ->
                  assertThat(failure.getActual().getStringRepresentation())
                      .isEqualTo("BROKEN: no-match"));
    }
  }

  @Nested
  class Verify {

    @Test
    void tellsABrokenGoalWithItsProfileAndWithoutAnException() {
      runInBrowser(ShopTestCases.class, "verified").passed(1);
    }

    @Test
    void goesIntoTheReportOfTheRun(@TempDir Path folder) throws IOException {
      Browsers.with(
          driver -> {
            ShopTestCases.browser = driver;
            return kit(ShopTestCases.class, "verified")
                .with("midagoal.report", folder.toString())
                .run()
                .passed(1);
          });
      assertThat(Files.readString(folder.resolve("verdicts.json")))
          .contains("\"GoalCheckTest.ShopTestCases#verified\"")
          .contains("\"goal_profile_id\"")
          .contains("\"no-match\"");
    }

    @Test
    void goesIntoJunitsReport() {
      assertThat(runInBrowser(ShopTestCases.class, "verified").reportEntries())
          .containsExactly("midagoal: Buy = BROKEN: no-match");
    }

    @Test
    void tellsTheRepetitionsOfATestApart(@TempDir Path folder) throws IOException {
      Browsers.with(
          driver -> {
            ShopTestCases.browser = driver;
            return kit(ShopTestCases.class, "repeated")
                .with("midagoal.report", folder.toString())
                .run()
                .passed(2);
          });
      assertThat(Files.readString(folder.resolve("verdicts.json")))
          .contains("ShopTestCases#repeated[1]\"", "ShopTestCases#repeated[2]\"");
    }
  }

  @Nested
  class After {

    @Test
    void judgesThePageAsTheActLeftIt() {
      runInBrowser(ShopTestCases.class, "menuOpened").passed(1);
    }

    @Test
    void judgesTheGoalBrokenWhenTheActDoesNotHelp() {
      runInBrowser(ShopTestCases.class, "menuClosed").passed(1);
    }

    @Test
    void throwsOnWhatTheActThrows() {
      assertThat(runInBrowser(ShopTestCases.class, "actFails").failures())
          .singleElement()
          .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void judgesThePageToWhichTheActLeads() {
      runInBrowser(ShopTestCases.class, "menuOfTheNextPage").passed(1);
    }

    @Test
    void judgesTheWindowToWhichTheActHasSwitched() {
      runInBrowser(ShopTestCases.class, "menuOfANewWindow").passed(1);
    }

    @Test
    void clicksWhatRevealsTheGoalAfterTheAct() {
      runInBrowser(ShopTestCases.class, "revealedAfterAnAct").passed(1);
    }

    @Test
    void actsOnEachOfTheGoalsPages() {
      runInBrowser(ShopTestCases.class, "actedOnEachPage").passed(1);
    }

    @Test
    void doesNotActOnAPageThatIsNotThere() {
      runInBrowser(ShopTestCases.class, "noPageToActOn").passed(1);
    }
  }

  @Nested
  class TheAnnotation {

    @Test
    void namesTheControlToClickFirst() {
      runInBrowser(ShopTestCases.class, "revealed").passed(1);
    }

    @Test
    void asksForAProbe() {
      runInBrowser(ShopTestCases.class, "probed").passed(1);
    }

    @Test
    void demandsMidasScript() {
      assertThat(runInBrowser(ShopTestCases.class, "withoutScript").failure())
          .startsWith("Mida goal \"Buy\" is BROKEN (snippet-missing)");
    }

    @Test
    void leavesAMissingScriptAloneWhereNoProjectIsKnown() {
      runInBrowser(ShopTestCases.class, "noWarnings").passed(1);
    }

    @Test
    void warnsOfAMissingScriptWhereTheProjectIsKnown() {
      Browsers.with(
          driver -> {
            ShopTestCases.browser = driver;
            MidaTestKit.Outcome outcome =
                kit(ShopTestCases.class, "warned")
                    .with("midagoal.mode", "verify-only")
                    .with("midagoal.project-key", "abc")
                    .run();
            return outcome.passed(1);
          });
    }
  }

  @Nested
  class During {

    @Test
    void recordsWhatConverts() {
      assertThat(runInBrowser(ShopTestCases.class, "joins").passed(1).reportEntries())
          .containsExactly("midagoal: Joined = MATCHED");
    }

    @Test
    void failsTheTestThatExpectsAConversionInVain() {
      MidaTestKit.Outcome outcome = runInBrowser(ShopTestCases.class, "doesNotJoin");
      assertThat(outcome.failure()).startsWith("Mida goal \"Joined\" is BROKEN (not-triggered)");
      assertThat(outcome.reportEntries())
          .containsExactly("midagoal: Joined = BROKEN: not-triggered");
    }

    @Test
    void reportsABrokenGoalThatTheTestHasLookedAtItself() {
      assertThat(runInBrowser(ShopTestCases.class, "looksAtTheVerdict").passed(1).reportEntries())
          .containsExactly("midagoal: Joined = BROKEN: not-triggered");
    }

    @Test
    void reportsNothingBrokenWhenTheTestWantsNoConversion() {
      assertThat(runInBrowser(ShopTestCases.class, "mustNotJoin").passed(1).reportEntries())
          .isEmpty();
    }

    @Test
    void countsAsVerified() {
      Browsers.with(
          driver -> {
            ShopTestCases.browser = driver;
            return kit(ShopTestCases.class, "joins")
                .with("midagoal.unchecked", "fail")
                .run()
                .passed(1);
          });
    }
  }

  static class ShopTestCases {

    @MidaBrowser static @Nullable WebDriver browser;

    @MidaGoal(
        name = "Buy",
        type = CLICK_ON_ELEMENT,
        value = ".cta",
        elementUrl = "https://shop.example/")
    @Test
    void good(GoalCheck goal) {
      goal.shouldMatch();
    }

    @MidaGoal(
        name = "Buy",
        type = CLICK_ON_ELEMENT,
        value = ".buy",
        elementUrl = "https://shop.example/")
    @Test
    void broken(GoalCheck goal) {
      goal.shouldMatch();
    }

    @MidaGoal(
        name = "Joined",
        type = SCRIPT,
        value = "joined",
        elementUrl = "https://shop.example/join")
    @Test
    void undecided(GoalCheck goal) {
      goal.shouldMatch();
    }

    @MidaGoal(
        name = "Buy",
        type = CLICK_ON_ELEMENT,
        value = ".cta",
        elementUrl = "https://shop.example/",
        visits = "https://shop.example/join")
    @Test
    void visits(GoalCheck goal) {
      goal.shouldMatch();
    }

    @MidaGoal(
        name = "Buy",
        type = CLICK_ON_ELEMENT,
        value = ".buy",
        elementUrl = "https://shop.example/")
    @Test
    void verified(GoalCheck goal, GoalProfile profile) {
      Verdict verdict = goal.verify();
      assertThat(verdict.status()).isEqualTo(Status.BROKEN);
      assertThat(verdict.profile()).contains(profile);
    }

    @MidaGoal(
        name = "Buy",
        type = CLICK_ON_ELEMENT,
        value = ".cta",
        elementUrl = "https://shop.example/")
    @RepeatedTest(2)
    void repeated(GoalCheck goal) {
      goal.shouldMatch();
    }

    @MidaGoal(
        name = "Entry",
        type = CLICK_ON_ELEMENT,
        value = ".entry",
        elementUrl = "https://shop.example/menu")
    @Test
    void menuOpened(GoalCheck goal) {
      goal.after(browser -> browser.findElement(By.id("open")).click()).shouldMatch();
    }

    @MidaGoal(
        name = "Entry",
        type = CLICK_ON_ELEMENT,
        value = ".entry",
        elementUrl = "https://shop.example/menu")
    @Test
    void menuClosed(GoalCheck goal) {
      assertThat(goal.after(browser -> {}).verify().summary()).isEqualTo("BROKEN: hidden");
    }

    @MidaGoal(
        name = "Entry",
        type = CLICK_ON_ELEMENT,
        value = ".entry",
        elementUrl = "https://shop.example/menu")
    @Test
    void actFails(GoalCheck goal) {
      goal.after(browser -> browser.findElement(By.id("missing")).click()).shouldMatch();
    }

    @MidaGoal(
        name = "Entry",
        type = CLICK_ON_ELEMENT,
        value = "#open",
        elementUrl = "https://shop.example/")
    @Test
    void menuOfTheNextPage(GoalCheck goal) {
      goal.after(browser -> browser.findElement(By.className("cta")).click()).shouldMatch();
    }

    @MidaGoal(
        name = "Entry",
        type = CLICK_ON_ELEMENT,
        value = "#open",
        elementUrl = "https://shop.example/")
    @Test
    void menuOfANewWindow(GoalCheck goal) {
      goal.after(
              browser -> {
                String menu = browser.getCurrentUrl() + "menu";
                browser.switchTo().newWindow(WindowType.TAB).get(menu);
              })
          .shouldMatch();
    }

    @MidaGoal(
        name = "Entry",
        type = CLICK_ON_ELEMENT,
        value = ".entry",
        elementUrl = "https://shop.example/",
        revealedBy = "#open")
    @Test
    void revealedAfterAnAct(GoalCheck goal) {
      goal.after(browser -> browser.findElement(By.className("cta")).click()).shouldMatch();
    }

    @MidaGoal(
        name = "Entry",
        type = CLICK_ON_ELEMENT,
        value = "#open",
        elementUrl = "https://shop.example/menu",
        visits = "https://shop.example/")
    @Test
    void actedOnEachPage(GoalCheck goal) {
      List<String> titles = new ArrayList<>();
      goal.after(browser -> titles.add(browser.getTitle())).verify();
      assertThat(titles).hasSize(2);
    }

    @MidaGoal(
        name = "Entry",
        type = CLICK_ON_ELEMENT,
        value = ".entry",
        elementUrl = "https://shop.example/menu",
        revealedBy = "#open")
    @Test
    void revealed(GoalCheck goal) {
      goal.shouldMatch();
    }

    @MidaGoal(
        name = "Buy",
        type = CLICK_ON_ELEMENT,
        value = ".cta",
        elementUrl = "https://shop.example/",
        probe = true)
    @Test
    void probed(GoalCheck goal) {
      MidaAssertions.assertThat(goal.verify()).isMatched().hasFinding("probed");
    }

    @MidaGoal(
        name = "Buy",
        type = CLICK_ON_ELEMENT,
        value = ".cta",
        elementUrl = "https://shop.example/",
        requireSnippet = true)
    @Test
    void withoutScript(GoalCheck goal) {
      goal.shouldMatch();
    }

    @MidaGoal(
        name = "Buy",
        type = CLICK_ON_ELEMENT,
        value = ".cta",
        elementUrl = "https://shop.example/")
    @Test
    void noWarnings(GoalCheck goal) {
      MidaAssertions.assertThat(goal.verify()).isMatched().hasNoWarnings();
    }

    @MidaGoal(
        name = "Buy",
        type = CLICK_ON_ELEMENT,
        value = ".cta",
        elementUrl = "https://shop.example/")
    @Test
    void warned(GoalCheck goal) {
      MidaAssertions.assertThat(goal.verify()).isMatched().hasFinding("snippet-missing");
    }

    @MidaGoal(
        name = "Entry",
        type = CLICK_ON_ELEMENT,
        value = ".entry",
        elementUrl = "https://shop.example/gone")
    @Test
    void noPageToActOn(GoalCheck goal) {
      Verdict verdict =
          goal.after(
                  browser -> {
                    throw new AssertionError("acted on a page that is not there");
                  })
              .verify();
      assertThat(verdict.summary()).isEqualTo("BROKEN: page-status");
    }

    @MidaGoal(
        name = "Joined",
        type = SCRIPT,
        value = "joined",
        elementUrl = "https://shop.example/join")
    @Test
    void joins(GoalCheck goal) {
      goal.during(browser -> browser.findElement(By.id("join")).click()).shouldConvert();
    }

    @MidaGoal(
        name = "Joined",
        type = SCRIPT,
        value = "joined",
        elementUrl = "https://shop.example/join")
    @Test
    void doesNotJoin(GoalCheck goal) {
      goal.during(browser -> {}).shouldConvert();
    }

    @MidaGoal(
        name = "Joined",
        type = SCRIPT,
        value = "joined",
        elementUrl = "https://shop.example/join")
    @Test
    void mustNotJoin(GoalCheck goal) {
      goal.during(browser -> {}).shouldNotConvert();
    }

    @MidaGoal(
        name = "Joined",
        type = SCRIPT,
        value = "joined",
        elementUrl = "https://shop.example/join")
    @Test
    void looksAtTheVerdict(GoalCheck goal) {
      assertThat(goal.during(browser -> {}).verdict().status()).isEqualTo(Status.BROKEN);
    }
  }
}
