package io.midagoal.testing;

import io.midagoal.internal.browser.BrowserOptions;
import io.midagoal.internal.browser.BrowserPool;
import io.midagoal.internal.browser.Lease;
import io.midagoal.internal.config.Setting;
import io.midagoal.internal.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.openqa.selenium.WebDriver;

/**
 * Browsers for the library's own tests: one pool for the whole JVM, which ends with it. They
 * resolve no host but loopback.
 */
public final class Browsers {
  private static final String LOOPBACK_ONLY =
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";

  private static final BrowserPool POOL = BrowserPool.with(options());

  private Browsers() {}

  /** A cleared browser of one's own, to close when done. */
  public static Lease lease() {
    return POOL.lease();
  }

  /** Lends a cleared browser to one use and takes it back. */
  public static <T> T with(Function<WebDriver, T> use) {
    try (Lease lease = lease()) {
      return use.apply(lease.driver());
    }
  }

  /** The options for a pool of one's own. */
  public static BrowserOptions options() {
    return options(Map.of());
  }

  /** The options with further settings. */
  public static BrowserOptions options(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(Map.of(Setting.BROWSER_ARGS.key(), LOOPBACK_ONLY));
    all.putAll(settings);
    return BrowserOptions.of(Settings.builder().code(all).build());
  }
}
