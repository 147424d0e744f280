package io.midagoal;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebDriver;

/** In which browser goals are judged, and what happens before a page is opened there. */
@Tag("browser")
class BrowserOfATestTest {

  /** What all fixtures of this class share: they run one after the other. */
  private static @Nullable WebDriver driver;

  private static ShopServer shop;

  @BeforeAll
  static void openShop() {
    shop = new ShopServer();
  }

  @AfterAll
  static void closeShop() {
    shop.close();
  }

  private static WebDriver driver() {
    return Objects.requireNonNull(driver);
  }

  private static MidaTestKit kit(Class<?> testClass) {
    return MidaTestKit.classes(testClass)
        .with("midagoal.site", ShopServer.ORIGIN + " -> " + shop.servedAt());
  }

  /** Runs a fixture of one test and tells where the test's browser is then. */
  private static String pageAfter(Class<?> testClass) {
    return Browsers.with(
        lent -> {
          lent.get("about:blank");
          driver = lent;
          kit(testClass).run().passed(1);
          return String.valueOf(lent.getCurrentUrl());
        });
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        FieldTestCases.class,
        PrivateSupplierTestCases.class,
        SetBeforeEachTestCases.class,
        SuperclassFieldTestCases.class,
        SubclassBeforeSuperclassTestCases.class,
        EnclosingFieldTestCases.class,
        BuilderTestCases.class,
        FieldBeforeBuilderTestCases.class,
        UsingTestCases.class
      })
  void theBrowserOfTheTestIsUsedAndNotQuit(Class<?> testClass) {
    assertThat(pageAfter(testClass)).isEqualTo(shop.servedAt() + "/");
  }

  @Nested
  class AFieldForTheBrowser {

    private static String failureOf(Class<?> testClass) {
      return kit(testClass).run().failure().replace("BrowserOfATestTest.", "");
    }

    @Test
    void isNull() {
      assertThat(failureOf(NullTestCases.class))
          .isEqualTo(
              "@MidaBrowser on NullTestCases.browser: the field is null. Set it to a started"
                  + " WebDriver before a goal is verified, in @BeforeEach for example.");
    }

    @Test
    void givesNull() {
      assertThat(failureOf(NullSupplierTestCases.class))
          .startsWith(
              "@MidaBrowser on NullSupplierTestCases.browser: the supplier returned null. Set");
    }

    @Test
    void givesSomethingElse() {
      assertThat(failureOf(WrongSupplierTestCases.class))
          .startsWith(
              "@MidaBrowser on WrongSupplierTestCases.browser: the supplier returned a"
                  + " java.lang.String. Set");
    }

    @Test
    void hasAnotherType() {
      assertThat(failureOf(WrongTypeTestCases.class))
          .isEqualTo(
              "@MidaBrowser on WrongTypeTestCases.browser: the field is a String. Make it a"
                  + " WebDriver or a Supplier<WebDriver>.");
    }

    @Test
    void isOneOfTwo() {
      assertThat(failureOf(TwoFieldsTestCases.class))
          .startsWith("@MidaBrowser on TwoFieldsTestCases.")
          .endsWith("is annotated too. Annotate only one field of a class.");
    }
  }

  @Nested
  class BeforeAPageIsOpened {

    @Test
    void theBuildersHookRuns() {
      assertThat(pageAfter(HookTestCases.class)).isEqualTo(shop.servedAt() + "/");
      assertThat(HookTestCases.CALLS).hasValue(2);
    }

    @Test
    void theBuildersSiteIsAsked() {
      String page =
          Browsers.with(
              lent -> {
                driver = lent;
                MidaTestKit.classes(LateSiteTestCases.class).run().passed(1);
                return String.valueOf(lent.getCurrentUrl());
              });
      assertThat(page).isEqualTo(shop.servedAt() + "/");
    }
  }

  @MidaGoal(
      name = "Buy",
      type = CLICK_ON_ELEMENT,
      value = ".cta",
      elementUrl = "https://shop.example/")
  abstract static class BuyTestCases {
    @Test
    void test(GoalCheck goal) {
      goal.shouldMatch();
    }
  }

  static class FieldTestCases extends BuyTestCases {
    @MidaBrowser final WebDriver browser = driver();
  }

  static class PrivateSupplierTestCases extends BuyTestCases {
    @MidaBrowser
    @SuppressWarnings("UnusedVariable") // Read by midagoal.
    private final Supplier<WebDriver> browser = BrowserOfATestTest::driver;
  }

  static class SetBeforeEachTestCases extends BuyTestCases {
    @MidaBrowser static @Nullable WebDriver browser;

    @BeforeEach
    void start() {
      browser = driver();
    }
  }

  static class SuperclassFieldTestCases extends FieldTestCases {}

  static class SubclassBeforeSuperclassTestCases extends NullTestCases {
    @MidaBrowser final WebDriver own = driver();
  }

  static class EnclosingFieldTestCases {
    @MidaBrowser final WebDriver browser = driver();

    @Nested
    class Inner extends BuyTestCases {}
  }

  static class BuilderTestCases extends BuyTestCases {
    @RegisterExtension
    final MidaGoalExtension mida =
        MidaGoalExtension.builder().browser(BrowserOfATestTest::driver).build();
  }

  static class FieldBeforeBuilderTestCases extends FieldTestCases {
    @RegisterExtension
    final MidaGoalExtension mida =
        MidaGoalExtension.builder()
            .browser(
                () -> {
                  throw new AssertionError("The field is nearer than the builder.");
                })
            .build();
  }

  @MidaGoal(
      name = "Buy",
      type = CLICK_ON_ELEMENT,
      value = ".cta",
      elementUrl = "https://shop.example/")
  static class UsingTestCases {
    @MidaBrowser @Nullable WebDriver nothing;

    @Test
    void test(GoalCheck goal) {
      goal.using(driver()).shouldMatch();
    }
  }

  static class NullTestCases extends BuyTestCases {
    @MidaBrowser @Nullable WebDriver browser;
  }

  static class NullSupplierTestCases extends BuyTestCases {
    @MidaBrowser final Supplier<@Nullable WebDriver> browser = () -> null;
  }

  static class WrongSupplierTestCases extends BuyTestCases {
    @MidaBrowser final Supplier<String> browser = () -> "chrome";
  }

  static class WrongTypeTestCases extends BuyTestCases {
    @MidaBrowser final String browser = "chrome";
  }

  static class TwoFieldsTestCases extends BuyTestCases {
    @MidaBrowser @Nullable WebDriver one;
    @MidaBrowser @Nullable WebDriver two;
  }

  @MidaGoal(
      name = "Buy",
      type = CLICK_ON_ELEMENT,
      value = ".cta",
      elementUrl = "https://shop.example/")
  static class HookTestCases {
    static final AtomicInteger CALLS = new AtomicInteger();

    @RegisterExtension
    final MidaGoalExtension mida =
        MidaGoalExtension.builder()
            .browser(BrowserOfATestTest::driver)
            .beforePage(browser -> CALLS.incrementAndGet())
            .build();

    @Test
    void test(GoalCheck goal) {
      goal.shouldMatch();
      goal.after(browser -> {}).shouldMatch();
    }
  }

  /** The site is up only when the test begins, as with a server that takes a free port. */
  @MidaGoal(
      name = "Buy",
      type = CLICK_ON_ELEMENT,
      value = ".cta",
      elementUrl = "https://shop.example/")
  static class LateSiteTestCases {
    private String servedAt = "not yet";

    @RegisterExtension
    final MidaGoalExtension mida =
        MidaGoalExtension.builder()
            .browser(BrowserOfATestTest::driver)
            .site(ShopServer.ORIGIN, () -> servedAt)
            .build();

    @BeforeEach
    void serve() {
      servedAt = shop.servedAt();
    }

    @Test
    void test(GoalCheck goal) {
      goal.shouldMatch();
    }
  }
}
