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
 * The browser for a test's goals: its own, or one that midagoal lends until the end of the test.
 */
public final class TestBrowser {

  private final ExtensionContext context;
  private final TestSettings settings;
  private final Optional<Supplier<WebDriver>> own;
  private final Consumer<WebDriver> beforePage;

  TestBrowser(ExtensionContext context, TestSettings settings, ExtensionOptions options) {
    this.context = context;
    this.settings = settings;
    this.own = options.browser();
    this.beforePage = options.beforePage();
  }

  public WebDriver driver() {
    return own.map(Supplier::get).orElseGet(this::leased);
  }

  /** Starts a browser ahead of its first use, unless the test has its own. */
  void prepare() {
    if (own.isEmpty()) {
      RunStore.of(context).browsers(settings.beforePages()).prepare();
    }
  }

  private WebDriver leased() {
    // In the Store of the test's context: JUnit closes the lease after the test.
    return RunStore.getOrCreate(
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
            .midaScript(settings.beforePages().get(Setting.MIDA_SCRIPT))
            .beforePage(beforePage);
    for (Map.Entry<String, String> site : settings.sites().entrySet()) {
      verifier = verifier.site(site.getKey(), site.getValue());
    }
    return verifier;
  }

  /**
   * Sets the project for checks of the snippet. Pages have the real project, not that of a stand-in
   * for Mida's API. The region has a default and is certain only in live mode.
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
            .midaScript(settings.beforePages().get(Setting.MIDA_SCRIPT))
            .beforePage(beforePage);
    for (Map.Entry<String, String> site : settings.sites().entrySet()) {
      journey = journey.site(site.getKey(), site.getValue());
    }
    return journey;
  }
}
