package io.midagoal;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.CLICK_ON_TEXT;
import static io.midagoal.goal.GoalType.FORM_SUBMIT;
import static io.midagoal.goal.GoalType.PAGEVIEW;
import static io.midagoal.goal.GoalType.PAGEVIEW_REGEX;
import static io.midagoal.goal.GoalType.PAGEVIEW_WILDCARD;
import static io.midagoal.goal.GoalType.SCRIPT;
import static io.midagoal.goal.GoalType.SCROLLING;
import static io.midagoal.goal.GoalType.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.config.Mode;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.stub.MidaStub;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebDriver;

/** What a test is told that uses midagoal wrongly. Nothing may have been sent to Mida by then. */
class WrongUseTest {

  private static String failureOf(Class<?> testClass, String method) {
    try (MidaStub stub = MidaStub.start()) {
      String failure = MidaTestKit.method(testClass, method).live(stub).run().failure();
      assertThat(stub.requests()).as("what was sent to Mida").isEmpty();
      return failure.replace("WrongUseTest.", "").replace(System.lineSeparator(), "\n");
    }
  }

  @Nested
  class AnAttributeOfAGoal {

    @Test
    void isABlankName() {
      assertThat(failureOf(AttributeTestCases.class, "blankName"))
          .isEqualTo(
              "@MidaGoal on AttributeTestCases#blankName: name is blank. Set the name to show in Mida.");
    }

    @Test
    void isAnUnknownType() {
      assertThat(failureOf(AttributeTestCases.class, "unknownType"))
          .isEqualTo(
              "@MidaGoal on AttributeTestCases#unknownType: type is UNKNOWN, which is only for goals read from Mida. Choose a type, for example CLICK_ON_ELEMENT.");
    }

    @Test
    void isABlankValue() {
      assertThat(failureOf(AttributeTestCases.class, "blankValue"))
          .isEqualTo(
              "@MidaGoal on AttributeTestCases#blankValue: value is blank. Set the selector,"
                  + " text, URL, pattern or trigger name that converts.");
    }

    @Test
    void isABlankKey() {
      assertThat(failureOf(AttributeTestCases.class, "blankKey"))
          .isEqualTo(
              "@MidaGoal on AttributeTestCases#blankKey: key is blank. Omit it to let Mida derive one from the name.");
    }

    @Test
    void isARelativePage() {
      assertThat(failureOf(AttributeTestCases.class, "relativePage"))
          .isEqualTo(
              "@MidaGoal on AttributeTestCases#relativePage: elementUrl \"/pricing\" is not an"
                  + " absolute http or https URL. Use the public URL, like"
                  + " \"https://example.com/pricing\".");
    }

    @Test
    void isAMalformedVisit() {
      assertThat(failureOf(AttributeTestCases.class, "malformedVisit"))
          .contains("#malformedVisit: visits \"https:/example.com\" is not an absolute http");
    }

    @Test
    void isAMalformedUrlToIgnore() {
      assertThat(failureOf(AttributeTestCases.class, "malformedIgnore"))
          .contains("#malformedIgnore: ignores \"https://example.com/a b\" is not an absolute");
    }

    @Test
    void isToldWithAllOtherMistakesOfTheTest() {
      assertThat(failureOf(AttributeTestCases.class, "several"))
          .isEqualTo(
              """
              3 errors in the test's annotations; nothing was sent to Mida.
              - @MidaGoal on AttributeTestCases#several: name is blank. Set the name to show in \
              Mida.
              - @MidaGoal on AttributeTestCases#several: value is blank. Set the selector, \
              text, URL, pattern or trigger name that converts.
              - @MidaGoal on AttributeTestCases#several: value is blank. Set the selector, \
              text, URL, pattern or trigger name that converts.""");
    }
  }

  @Nested
  class TwoGoals {

    @Test
    void haveOneKey() {
      assertThat(failureOf(KeysTestCases.class, "sameKey"))
          .isEqualTo(
              "@MidaGoal on KeysTestCases#sameKey: goal \"B\" has the key buy, and so has the"
                  + " different goal \"A\" (@MidaGoal on KeysTestCases#sameKey). Give one of them"
                  + " another key.");
    }

    @Test
    void haveNamesThatMakeOneKey() {
      assertThat(failureOf(KeysTestCases.class, "sameGeneratedKey"))
          .contains(
              "goal \"buy now\" has the key buy_now, and so has the different goal \"Buy-Now\"");
    }
  }

  @Nested
  class NoPageIsKnown {

    @Test
    void forAnElement() {
      assertThat(failureOf(PageTestCases.class, "element"))
          .isEqualTo(
              "@MidaGoal on PageTestCases#element: the goal \"g\" has no page for a GoalCheck"
                  + " to open. Set elementUrl, for example elementUrl ="
                  + " \"https://example.com/\".");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"text", "form", "part", "regex", "wildcard", "script", "scriptWithVisit"})
    void forOtherTypes(String method) {
      assertThat(failureOf(PageTestCases.class, method))
          .contains("has no page for a GoalCheck to open");
    }

    @Test
    void butAUrlAVisitOrNoCheckAtAllWillDo() {
      MidaTestKit.classes(KnownPageTestCases.class).run().passed(5);
    }
  }

  @Nested
  class AParameter {

    @Test
    void ofATestWithoutGoals() {
      assertThat(failureOf(NoGoalTestCases.class, "test"))
          .isEqualTo(
              "Parameter 2 (Goal) of NoGoalTestCases#test: No goal is declared for this test. Put"
                  + " @MidaGoal on the test method or its class.");
    }

    @Test
    void ofAMethodBeforeATestWithoutGoals() {
      assertThat(failureOf(NoGoalBeforeTestCases.class, "test"))
          .isEqualTo(
              "Parameter 1 (Goal) of NoGoalBeforeTestCases#before: No goal is declared for this"
                  + " test. Put @MidaGoal on the test method or its class.");
    }

    @Test
    void thatCouldMeanTwoGoals() {
      assertThat(failureOf(ChoiceTestCases.class, "ambiguous"))
          .isEqualTo(
              """
              Parameter 1 (Goal) of ChoiceTestCases#ambiguous: ChoiceTestCases declares 2 goals. \
              Select one:
                @GoalNamed("buy-key")  clickOnElement .buy
                @GoalNamed("Sign up")  formSubmit form#join""");
    }

    @Test
    void thatNamesNoGoal() {
      assertThat(failureOf(ChoiceTestCases.class, "unknown"))
          .isEqualTo(
              """
              Parameter 1 (Goal) of ChoiceTestCases#unknown: No goal of this test has the key or \
              name "Sign Up". It has:
                @GoalNamed("buy-key")  clickOnElement .buy
                @GoalNamed("Sign up")  formSubmit form#join""");
    }

    @Test
    void thatNamesTwoGoals() {
      assertThat(failureOf(SameNameTestCases.class, "test"))
          .isEqualTo(
              """
              Parameter 1 (Goal) of SameNameTestCases#test: SameNameTestCases declares 2 goals \
              with the key or name "Buy". Give each a key and use that:
                @GoalNamed("a")  clickOnElement .a
                @GoalNamed("b")  clickOnElement .b""");
    }

    @Test
    void ofAnotherTypeThatIsNamed() {
      assertThat(failureOf(OtherTypeTestCases.class, "test"))
          .isEqualTo(
              "Parameter 1 (String) of OtherTypeTestCases#test: @GoalNamed works on a GoalCheck, GoalProfile or Goal parameter. Change the type.");
    }

    @Test
    void ofAConstructor() {
      assertThat(failureOf(ConstructorTestCases.class, "test"))
          .isEqualTo(
              "Parameter 1 (GoalCheck) of ConstructorTestCases: Goals are created just before each"
                  + " test. Move the parameter to the test method, or to a @BeforeEach or"
                  + " @AfterEach method.");
    }

    @Test
    void ofAMethodBeforeAllTests() {
      assertThat(failureOf(BeforeAllTestCases.class, "test"))
          .startsWith("Parameter 1 (GoalProfile) of BeforeAllTestCases#before: Goals are created");
    }

    @Test
    void ofTypeWebDriverIsLeftToOtherExtensions() {
      assertThat(failureOf(WebDriverTestCases.class, "test"))
          .contains("No ParameterResolver registered for parameter");
    }
  }

  @Nested
  class AProject {

    @Test
    void hasAMalformedSite() {
      assertThat(failureOf(SiteTestCases.class, "test"))
          .isEqualTo(
              "@MidaProject on SiteTestCases: midagoal.site (from test code) is \"example.com\","
                  + " but must be pairs such as https://example.com -> http://localhost:8080,"
                  + " separated by commas; each side is scheme, host and port.");
    }

    @Test
    void hasAnUnknownRegion() {
      assertThat(failureOf(RegionTestCases.class, "test"))
          .isEqualTo(
              "@MidaProject on RegionTestCases: midagoal.region (from test code) is \"asia\", but"
                  + " must be one of us, eu.");
    }

    @Test
    void hasTwoModes() {
      assertThat(failureOf(TwoModesTestCases.class, "test"))
          .startsWith(
              "@MidaProject on TwoModesTestCases: midagoal.mode (from test code) is \"live,"
                  + " embedded\", but must be one of");
    }
  }

  @Nested
  class ABuilder {

    @Test
    void hasAMalformedSite() {
      assertThat(failureOf(BuilderSiteTestCases.class, "test"))
          .isEqualTo(
              "midagoal.site (from test code) is \"example.com -> http://localhost\", but must be"
                  + " pairs such as https://example.com -> http://localhost:8080, separated by"
                  + " commas; each side is scheme, host and port.");
    }
  }

  static class AttributeTestCases {
    @MidaGoal(name = " ", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void blankName() {}

    @MidaGoal(name = "g", type = UNKNOWN, value = ".a")
    @Test
    void unknownType() {}

    @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = "")
    @Test
    void blankValue() {}

    @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a", key = " ")
    @Test
    void blankKey() {}

    @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a", elementUrl = "/pricing")
    @Test
    void relativePage() {}

    @MidaGoal(name = "g", type = PAGEVIEW, value = "/a", visits = "https:/example.com")
    @Test
    void malformedVisit() {}

    @MidaGoal(name = "g", type = PAGEVIEW, value = "/a", ignores = "https://example.com/a b")
    @Test
    void malformedIgnore() {}

    @MidaGoal(name = "", type = CLICK_ON_ELEMENT, value = "")
    @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = "")
    @Test
    void several() {}
  }

  static class KeysTestCases {
    @MidaGoal(name = "A", key = "buy", type = CLICK_ON_ELEMENT, value = ".a")
    @MidaGoal(name = "B", key = "buy", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void sameKey() {}

    @MidaGoal(name = "Buy-Now", type = CLICK_ON_ELEMENT, value = ".a")
    @MidaGoal(name = "buy now", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void sameGeneratedKey() {}
  }

  static class PageTestCases {
    @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void element(GoalCheck goal) {}

    @MidaGoal(name = "g", type = CLICK_ON_TEXT, value = "Buy")
    @Test
    void text(GoalCheck goal) {}

    @MidaGoal(name = "g", type = FORM_SUBMIT, value = "form")
    @Test
    void form(GoalCheck goal) {}

    @MidaGoal(name = "g", type = PAGEVIEW, value = "/thank-you")
    @Test
    void part(GoalCheck goal) {}

    @MidaGoal(name = "g", type = PAGEVIEW_REGEX, value = "^https://example\\.com/$")
    @Test
    void regex(GoalCheck goal) {}

    @MidaGoal(name = "g", type = PAGEVIEW_WILDCARD, value = "https://example.com/*")
    @Test
    void wildcard(GoalCheck goal) {}

    @MidaGoal(name = "g", type = SCRIPT, value = "done")
    @Test
    void script(GoalCheck goal) {}

    @MidaGoal(name = "g", type = SCRIPT, value = "done", visits = "https://example.com/")
    @Test
    void scriptWithVisit(GoalCheck goal) {}
  }

  static class KnownPageTestCases {
    @MidaGoal(name = "1", type = PAGEVIEW, value = "https://example.com/thank-you")
    @Test
    void url(GoalCheck goal) {}

    @MidaGoal(name = "2", type = CLICK_ON_ELEMENT, value = ".a", visits = "https://example.com/")
    @Test
    void visit(GoalCheck goal) {}

    @MidaGoal(name = "3", type = PAGEVIEW_REGEX, value = "^/a", visits = "https://example.com/a")
    @Test
    void visitOfPattern(GoalCheck goal) {}

    @MidaGoal(name = "4", type = CLICK_ON_ELEMENT, value = ".a")
    @Test
    void withoutCheck(Goal goal) {}

    @MidaGoal(name = "5", type = SCROLLING, value = "75")
    @Test
    void typeThatNoPageDecides(GoalCheck goal) {}
  }

  @MidaProject
  static class NoGoalTestCases {
    @ParameterizedTest
    @ValueSource(ints = 1)
    void test(int number, Goal goal) {}
  }

  @MidaProject
  static class NoGoalBeforeTestCases {
    @BeforeEach
    void before(Goal goal) {}

    @Test
    void test() {}
  }

  @MidaGoal(name = "Buy", key = "buy-key", type = CLICK_ON_ELEMENT, value = ".buy")
  @MidaGoal(name = "Sign up", type = FORM_SUBMIT, value = "form#join")
  static class ChoiceTestCases {
    @Test
    void ambiguous(Goal goal) {}

    @Test
    void unknown(@GoalNamed("Sign Up") Goal goal) {}
  }

  @MidaGoal(name = "Buy", key = "a", type = CLICK_ON_ELEMENT, value = ".a")
  @MidaGoal(name = "Buy", key = "b", type = CLICK_ON_ELEMENT, value = ".b")
  static class SameNameTestCases {
    @Test
    void test(@GoalNamed("Buy") Goal goal) {}
  }

  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class OtherTypeTestCases {
    @Test
    void test(@GoalNamed("g") String goal) {}
  }

  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class ConstructorTestCases {
    ConstructorTestCases(GoalCheck goal) {}

    @Test
    void test() {}
  }

  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class BeforeAllTestCases {
    @BeforeAll
    static void before(GoalProfile goal) {}

    @Test
    void test() {}
  }

  @MidaProject
  static class WebDriverTestCases {
    @Test
    void test(WebDriver driver) {}
  }

  @MidaProject(site = "example.com")
  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class SiteTestCases {
    @Test
    void test() {}
  }

  @MidaProject(region = "asia")
  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class RegionTestCases {
    @Test
    void test() {}
  }

  @MidaProject(mode = {Mode.LIVE, Mode.EMBEDDED})
  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class TwoModesTestCases {
    @Test
    void test() {}
  }

  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class BuilderSiteTestCases {
    @RegisterExtension
    static final MidaGoalExtension MIDA =
        MidaGoalExtension.builder()
            .site("example.com", () -> "http://localhost:" + Integer.MAX_VALUE)
            .build();

    @Test
    void test() {}
  }
}
