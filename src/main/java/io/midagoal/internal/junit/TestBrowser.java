package io.midagoal.internal.junit;

import io.midagoal.config.Mode;
import io.midagoal.internal.browser.Lease;
import io.midagoal.internal.config.Setting;
import io.midagoal.internal.config.Settings;
import io.midagoal.journey.Journey;
import io.midagoal.verify.GoalVerifier;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.WebDriver;

/**
 * The browser in which a test's goals are judged: its own, else one that midagoal leases until the
 * test has ended.
 */
public final class TestBrowser {

  private final ExtensionContext context;
  private final TestSettings settings;
  private final Optional<Supplier<WebDriver>> ofTest;
  private final Consumer<WebDriver> beforePage;

  TestBrowser(ExtensionContext context, TestSettings settings, ExtensionOptions options) {
    this.context = context;
    this.settings = settings;
    this.ofTest = options.browser();
    this.beforePage = options.beforePage();
  }

  public WebDriver driver() {
    return ofTest.map(Supplier::get).orElseGet(this::leased);
  }

  /** Begins to start the browser that the test will want, if it brings none. */
  void prepare() {
    if (ofTest.isEmpty()) {
      RunStore.of(context).browsers(settings.beforePages()).prepare();
    }
  }

  private WebDriver leased() {
    // The Store of the test's context: JUnit closes the lease when the test has ended.
    return RunStore.once(
            context.getStore(RunStore.NAMESPACE),
            Lease.class,
            Lease.class,
            key -> RunStore.of(context).browsers(settings.beforePages()).lease())
        .driver();
  }

  public GoalVerifier verifier(WebDriver driver) {
    GoalVerifier verifier =
        ofProject(GoalVerifier.on(driver))
            .timeout(settings.beforePages().get(Setting.TIMEOUT))
            .beforePage(beforePage);
    for (Map.Entry<String, String> site : settings.sites().entrySet()) {
      verifier = verifier.site(site.getKey(), site.getValue());
    }
    return verifier;
  }

  /**
   * The pages of a site carry Mida's own project, not that of what stands in for Mida's API. The
   * region has a default; it is known for sure only where goals were created there.
   */
  private GoalVerifier ofProject(GoalVerifier verifier) {
    Settings known = settings.beforePages();
    Optional<String> key = known.get(Setting.PROJECT_KEY);
    if (key.isEmpty() || known.get(Setting.API_URL).isPresent()) {
      return verifier;
    }
    return ModeChoice.of(known).mode() == Mode.LIVE
        ? verifier.project(key.get(), known.get(Setting.REGION).toString())
        : verifier.project(key.get());
  }

  public Journey journey(WebDriver driver) {
    Journey journey =
        Journey.on(driver)
            .timeout(settings.beforePages().get(Setting.TIMEOUT))
            .beforePage(beforePage);
    for (Map.Entry<String, String> site : settings.sites().entrySet()) {
      journey = journey.site(site.getKey(), site.getValue());
    }
    return journey;
  }
}
