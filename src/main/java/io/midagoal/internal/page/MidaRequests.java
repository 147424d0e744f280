package io.midagoal.internal.page;

import io.midagoal.config.MidaScript;
import io.midagoal.internal.driver.Dialogs;
import io.midagoal.internal.scripts.DocumentStartScript;
import io.midagoal.internal.scripts.Scripts;
import io.midagoal.internal.text.WebAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chromium.HasCdp;

/**
 * Keeps a page's requests from Mida, where the driver speaks CDP: Mida counts every visitor that
 * loads its script. Applies to the tab that the driver is in.
 */
final class MidaRequests {

  /** Mida's servers, and copies of its script elsewhere, which have the project key. */
  private static final List<String> TO_MIDA =
      List.of("*://mida.so:*/*", "*://*.mida.so:*/*", "*://*:*/*optimize.js\\?*key=*");

  private final WebDriver driver;
  private final MidaScript how;
  private Optional<String> standIn = Optional.empty();
  private Optional<String> ownOrigin = Optional.empty();

  MidaRequests(WebDriver driver, MidaScript how) {
    this.driver = driver;
    this.how = driver instanceof HasCdp ? how : MidaScript.REAL;
  }

  /** Begins, also anew in a tab that replaces a lost one. */
  void block() {
    if (how == MidaScript.REAL) {
      return;
    }
    cdp("Network.enable", Map.of());
    // A service worker's requests are not the tab's.
    cdp("Network.setBypassServiceWorker", Map.of("bypass", true));
    blockUrls();
    if (how == MidaScript.STAND_IN) {
      standIn = DocumentStartScript.register(driver, Scripts.STAND_IN);
    }
  }

  /** A page's own origin is never blocked, even if it is one of Mida's. */
  void allowOriginOf(String url) {
    Optional<String> origin = WebAddress.of(url).map(WebAddress::origin);
    if (how != MidaScript.REAL && !origin.equals(ownOrigin)) {
      ownOrigin = origin;
      blockUrls();
    }
  }

  private void blockUrls() {
    Stream<Map<String, Object>> allowed =
        ownOrigin.stream().map(origin -> pattern(origin + "/*", false));
    Stream<Map<String, Object>> blocked = TO_MIDA.stream().map(url -> pattern(url, true));
    cdp("Network.setBlockedURLs", Map.of("urlPatterns", Stream.concat(allowed, blocked).toList()));
  }

  private static Map<String, Object> pattern(String url, boolean isBlocked) {
    return Map.of("urlPattern", url, "block", isBlocked);
  }

  /** Ends; requests to Mida are free again. */
  void close() {
    if (how == MidaScript.REAL) {
      return;
    }
    standIn.ifPresent(id -> DocumentStartScript.remove(driver, id));
    cdp("Network.setBlockedURLs", Map.of("urlPatterns", List.of()));
    cdp("Network.setBypassServiceWorker", Map.of("bypass", false));
  }

  private void cdp(String command, Map<String, Object> parameters) {
    Dialogs.past(
        driver, () -> Optional.ofNullable(((HasCdp) driver).executeCdpCommand(command, parameters)));
  }
}
