package io.midagoal.internal.page;

import io.midagoal.config.MidaScript;
import io.midagoal.internal.driver.Dialogs;
import io.midagoal.internal.scripts.DocumentStartScript;
import io.midagoal.internal.scripts.Scripts;
import io.midagoal.internal.text.WebAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chromium.HasCdp;

/**
 * Keeps a page's requests from Mida, where the driver speaks CDP: Mida counts every visitor that
 * loads its script. Applies to the tab that the driver is in.
 */
final class MidaRequests {

  private static final Pattern MIDA = Pattern.compile("(?:.+\\.)?mida\\.so");

  /** The hosts of Mida's script and API, for pages that are Mida's own. */
  private static final List<String> SERVERS =
      List.of("cdn.mida.so", "cdn-eu.mida.so", "api-us.mida.so", "api-eu.mida.so");

  /** Copies of Mida's script elsewhere have the project key. */
  private static final String COPIES = "*://*:*/*optimize.js\\?*key=*";

  private final WebDriver driver;
  private final MidaScript how;
  private Optional<String> standIn = Optional.empty();
  private Optional<WebAddress> own = Optional.empty();
  private boolean isOffline;

  MidaRequests(WebDriver driver, MidaScript how) {
    this.driver = driver;
    this.how = driver instanceof HasCdp ? how : MidaScript.REAL;
  }

  /** What happens with Mida's script in this driver. */
  MidaScript how() {
    return how;
  }

  /** Begins, also anew in a tab that replaces a lost one. */
  void block() {
    if (how == MidaScript.REAL) {
      return;
    }
    try {
      cdp("Network.enable", Map.of());
      // A service worker's requests are not the tab's.
      cdp("Network.setBypassServiceWorker", Map.of("bypass", true));
      own.ifPresent(this::blockFor);
    } catch (WebDriverException e) {
      // The tab is lost, or busy. Opening a page says so, or blocks in the tab that replaces it.
      own = Optional.empty();
    }
    if (how == MidaScript.STAND_IN) {
      standIn = DocumentStartScript.register(driver, Scripts.STAND_IN);
    }
  }

  /** A page's own origin is never blocked, even if it is one of Mida's. */
  void willOpen(String url) {
    Optional<WebAddress> next = WebAddress.of(url);
    if (how != MidaScript.REAL && !origin(next).equals(origin(own))) {
      own = next;
      next.ifPresent(this::blockFor);
    }
  }

  private static Optional<String> origin(Optional<WebAddress> page) {
    return page.map(WebAddress::origin);
  }

  /** Mida's servers are offline: the page's own policy is applied first, as for visitors. */
  private void blockFor(WebAddress page) {
    List<String> servers = serversBut(page.host());
    try {
      takeOffline(servers);
      isOffline = true;
      Stream<Map<String, Object>> elsewhere =
          servers.stream().map(host -> pattern("*://" + host + ":*/*", false));
      Stream<Map<String, Object>> copies =
          Stream.of(pattern(page.origin() + "/*", false), pattern(COPIES, true));
      cdp(
          "Network.setBlockedURLs",
          Map.of("urlPatterns", Stream.concat(elsewhere, copies).toList()));
    } catch (WebDriverException e) {
      // Older browsers know neither rules nor patterns.
      List<String> urls = servers.stream().map(host -> "*://" + host + "/*").toList();
      cdp("Network.setBlockedURLs", Map.of("urls", urls));
    }
  }

  private static List<String> serversBut(String ownHost) {
    return MIDA.matcher(ownHost).matches()
        ? SERVERS.stream().filter(host -> !host.equals(ownHost)).toList()
        : List.of("mida.so", "*.mida.so");
  }

  private void takeOffline(List<String> hosts) {
    List<Map<String, Object>> rules = hosts.stream().map(MidaRequests::offline).toList();
    cdp(
        "Network.emulateNetworkConditionsByRule",
        Map.of("offline", !hosts.isEmpty(), "matchedNetworkConditions", rules));
  }

  private static Map<String, Object> offline(String host) {
    return Map.of(
        "urlPattern",
        "*://" + host + ":*/*",
        "latency",
        0,
        "downloadThroughput",
        -1,
        "uploadThroughput",
        -1);
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
    cdp("Network.setBypassServiceWorker", Map.of("bypass", false));
    cdp("Network.setBlockedURLs", Map.of("urls", List.of()));
    if (isOffline) {
      takeOffline(List.of());
    }
  }

  private void cdp(String command, Map<String, Object> parameters) {
    Dialogs.past(
        driver,
        () -> Optional.ofNullable(((HasCdp) driver).executeCdpCommand(command, parameters)));
  }
}
