package io.midagoal.texts;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static io.midagoal.goal.GoalType.CLICK_ON_TEXT;
import static io.midagoal.goal.GoalType.EXTERNAL_LINK;
import static io.midagoal.goal.GoalType.FORM_SUBMIT;
import static io.midagoal.goal.GoalType.PAGEVIEW;
import static io.midagoal.goal.GoalType.PAGEVIEW_EXACT;
import static io.midagoal.goal.GoalType.PAGEVIEW_REGEX;
import static io.midagoal.goal.GoalType.PAGEVIEW_WILDCARD;
import static io.midagoal.goal.GoalType.SCRIPT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.goal.GoalType;
import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people read when a goal fails: one text for each finding, from a page of its own in a real
 * browser, held against a file that somebody has read and found clear.
 *
 * <p>A text that changed is written to {@code target/finding-texts}. Read it as somebody who never
 * saw this project; when it tells what is wrong and what to do, copy it over the file.
 */
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class FindingTextsTest {

  private static final Path APPROVED = Path.of("src/test/resources/io/midagoal/texts");
  private static final Path CHANGED = Path.of("target/finding-texts");
  private static final Pattern GUIDE_ROW = Pattern.compile("^\\| `([a-z-]+)` \\|");

  private static final String TRIAL = "<a class='btn cta-btn' href=#t>Start Free Trial</a>";
  private static final String STRIPE = "<a href=https://stripe.com/buy>Buy</a>";
  private static final String SHOP = "https://shop.example";

  static Stream<Specimen> specimens() {
    return Stream.of(
            selectors(),
            texts(),
            reach(),
            forms(),
            openers(),
            probes(),
            urls(),
            pages(),
            snippets(),
            journeys())
        .flatMap(specimens -> specimens);
  }

  private static Specimen element(String name, String value, String body) {
    return Specimen.of(name, CLICK_ON_ELEMENT, value, body);
  }

  private static Specimen text(String name, String value, String body) {
    return Specimen.of(name, CLICK_ON_TEXT, value, body);
  }

  private static Specimen form(String name, String body) {
    return Specimen.of(name, FORM_SUBMIT, "#signup", body);
  }

  private static Specimen url(String name, GoalType type, String value, String url) {
    return Specimen.at(name, type, value, url);
  }

  private static Stream<Specimen> selectors() {
    return Stream.of(
        element("selector-syntax", "a[", TRIAL),
        element("selector-is-xpath", "//a[@class='btn']", TRIAL),
        element("selector-is-jquery", "a:contains('Trial')", TRIAL),
        element("no-match", ".cta-buton", "<a class=cta-button href=#t>Start Free Trial</a>"),
        element("no-match at the click", ".cta-btn:not(:hover)", TRIAL),
        element("no-match nothing near", ".newsletter", TRIAL),
        element("no-match part of it", "#hero .newsletter", "<div id=hero>" + TRIAL + "</div>"),
        element("only-in-iframe", ".pay", "<iframe srcdoc='<button class=pay>Pay'></iframe>"),
        element(
            "only-in-shadow-root",
            ".pay",
            "<shop-cart id=cart><template shadowrootmode=open><button class=pay>Pay</button>"
                + "</template></shop-cart>"),
        element("several-matches", ".cta-btn", TRIAL + " " + TRIAL),
        element(
            "fragile-selector", ".css-1a2b3c", "<a id=trial class=css-1a2b3c href=#t>Trial</a>"),
        element("several-matches unique", ".cta-btn", TRIAL + " " + TRIAL)
            .expecting(goal -> goal.unique()));
  }

  private static Stream<Specimen> texts() {
    return Stream.of(
        text("no-match text", "Buy now", TRIAL),
        Specimen.of("no-match link", EXTERNAL_LINK, "stripe.co/buy", STRIPE),
        Specimen.of("internal-link", EXTERNAL_LINK, "/pay", "<a href=/pay>Pay</a>"),
        text("text-case", "start free trial", TRIAL),
        text("text-whitespace", "Don't miss it", "<a href=#d>Don\u2019t miss it</a>"),
        text("text-not-shown attribute", "Close", "<button aria-label=Close>\u00d7</button>"),
        text("text-not-shown", "Log out", "<div hidden><a href=#l>Log out</a></div>"),
        text("text-in-value", "Subscribe", "<form><input type=submit value=Subscribe></form>"));
  }

  private static Stream<Specimen> reach() {
    return Stream.of(
        element("hidden", ".cta-btn", "<nav style='display:none'>" + TRIAL + "</nav>"),
        element(
            "hidden details", ".cta-btn", "<details><summary>M</summary>" + TRIAL + "</details>"),
        element(
            "covered",
            ".cta-btn",
            TRIAL
                + "<div id=cookies style='position:fixed;inset:0;background:#ddd'>Cookies?</div>"),
        element(
            "covered by-hover",
            ".card img",
            "<style>.card{position:relative;width:200px} .over{display:none;position:absolute;inset:0}"
                + ".card:hover .over{display:block}</style>"
                + "<div class=card><img alt=Shoe width=200 height=90>"
                + "<div class=over>Details</div></div>"),
        element(
            "hidden area",
            "area",
            "<img usemap=#m alt=Shoes width=200 height=90 hidden>"
                + "<map name=m><area href=#s coords=0,0,50,50></map>"),
        element("transparent", ".cta-btn", "<p style='opacity:0'>" + TRIAL + "</p>"),
        element(
            "on-scroll",
            ".cta-btn",
            "<p style='height:2000px'>Read on</p><p id=bar style='pointer-events:none'>"
                + TRIAL
                + "</p><script>onscroll = () => { if (scrollY > 300) bar.style.pointerEvents = '' }</script>"),
        element("disabled", "#buy", "<button id=buy disabled>Buy</button>"),
        element(
            "no-pointer-events", ".cta-btn", "<p style='pointer-events:none'>" + TRIAL + "</p>"),
        element("inert", ".cta-btn", "<main inert>" + TRIAL + "</main>"));
  }

  private static Stream<Specimen> forms() {
    return Stream.of(
        form("not-a-form", "<form id=join><input id=signup></form>"),
        form("not-a-form at all", "<div id=signup><button>Sign up</button></div>"),
        form("no-submit", "<form id=signup><input><input><button type=button>Go</button></form>"),
        form(
            "no-submit field",
            "<form id=signup><input name=vat required hidden><button>Go</button></form>"),
        form("no-submit disabled", "<form id=signup><button disabled>Go</button></form>"),
        form(
            "submit-disabled",
            "<form id=signup><input name=email><button disabled>Go</button></form>"),
        form(
            "submit-disabled custom",
            "<form id=signup><input name=email><input><x-button>Go</x-button></form>"));
  }

  private static Stream<Specimen> openers() {
    String menu = "<button aria-controls=menu>Menu</button><nav id=menu hidden>" + TRIAL + "</nav>";
    return Stream.of(
        element("hidden behind a control", ".cta-btn", menu),
        element("revealer-unusable", ".cta-btn", menu).expecting(goal -> goal.revealedBy("#menu")),
        element("revealer-leaves", "p", "<a id=open href=/shoes>Menu</a>")
            .expecting(goal -> goal.revealedBy("#open")));
  }

  private static Stream<Specimen> probes() {
    return Stream.of(
        element("probed", ".cta-btn", TRIAL).expecting(goal -> goal.probe()),
        form("probe-incomplete", "<form id=signup><input name=email required><button>Go</button>")
            .expecting(goal -> goal.probe()),
        element(
                "probe-failed",
                ".x",
                TestPages.styleOfAnotherOrigin(
                        ".card {position:relative;width:200px} .card i {display:none}"
                            + " .card:hover i {display:block;position:absolute;inset:0}")
                    + "<div class=card><a class=x href=#>Buy</a><i></i></div>")
            .expecting(goal -> goal.probe()),
        element("probe-unavailable", ".cta-btn", TRIAL).expecting(goal -> goal.probe()).here());
  }

  private static Specimen snippet(String name, String head) {
    return Specimen.of(name, CLICK_ON_ELEMENT, ".cta-btn", head, TRIAL).ofProject();
  }

  private static String tag(String host, String key) {
    return "<script async src='https://" + host + "/js/optimize.js?key=" + key + "'></script>";
  }

  private static Stream<Specimen> snippets() {
    String right = tag("cdn.mida.so", "abc");
    return Stream.of(
        snippet("snippet-missing", ""),
        snippet("snippet-missing demanded", "").expecting(goal -> goal.requireSnippet()),
        snippet("snippet-other-project", tag("cdn.mida.so", "xyz")),
        snippet("snippet-other-region", tag("cdn-eu.mida.so", "abc")),
        snippet("snippet-twice", right + right),
        snippet(
            "snippet-blocked",
            "<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">" + right),
        element("snippet-not-in-head", ".cta-btn", right + TRIAL).ofProject());
  }

  private static Stream<Specimen> urls() {
    String shoes = SHOP + "/shoes?size=9";
    TestPages.at("/shoes", 200, "<!doctype html><title>Shoes</title><p>Shoes");
    TestPages.at("/*shoes", 200, "<!doctype html><title>Shoes</title><p>Shoes");
    TestPages.at(
        "/shop",
        200,
        "<!doctype html><title>Shop</title><a href=/shop/cart>Cart</a> <a href=/>Home");
    TestPages.at("/old", 200, "<!doctype html><script>location.replace('/shoes')</script>");
    return Stream.of(
        url("url-mismatch", PAGEVIEW_EXACT, SHOP + "/Shoes?size=9", shoes),
        url("url-mismatch www", PAGEVIEW, "https://www.shop.example/shoes", shoes),
        url("url-mismatch wildcard", PAGEVIEW_WILDCARD, "/shoes/*", shoes),
        url("url-mismatch regex", PAGEVIEW_REGEX, "^/boots", shoes),
        url("wildcard-in-plain", PAGEVIEW, SHOP + "/*", shoes),
        url("pattern-double-escaped", PAGEVIEW_REGEX, "shop\\\\.example", shoes),
        url("wildcard-in-plain matching", PAGEVIEW, "/*shoes", SHOP + "/*shoes"),
        url("pattern-double-escaped matching", PAGEVIEW_REGEX, "shoes|a\\\\.b", shoes),
        url(
            "regex-slow elsewhere",
            PAGEVIEW_REGEX,
            "^https://shop\\.example/" + "\\w*-?".repeat(9) + "(\\?.*)?$",
            shoes),
        url("url-also-matches links", PAGEVIEW, "/shop", SHOP + "/shop"),
        url("regex-syntax", PAGEVIEW_REGEX, "(?i)shoes", shoes),
        url("regex-slow", PAGEVIEW_REGEX, "^" + ".*".repeat(14) + "!$", shoes),
        url("url-also-matches", PAGEVIEW, "/shoes", shoes)
            .expecting(goal -> goal.ignores(SHOP + "/shoes/sale")),
        url("redirected", PAGEVIEW, "/shoes", SHOP + "/old"));
  }

  private static Stream<Specimen> pages() {
    TestPages.at("/terms.txt", 200, "text/plain", "Terms");
    return Stream.of(
        Specimen.at("page-not-html", CLICK_ON_ELEMENT, "a", SHOP + "/terms.txt"),
        element(
            "page-interferes",
            "a",
            "<script>setTimeout(() => location.replace('?' + Math.random()), 150)</script>"),
        element(
                "page-unsettled",
                "#trial",
                "<script>setTimeout(() => { const end = Date.now() + 7000;"
                    + " while (Date.now() < end); }, 300)</script>"
                    + TRIAL)
            .within(Duration.ofSeconds(6)),
        Specimen.withStatus("page-status", 404),
        Specimen.withStatus("page-denied", 403),
        Specimen.withStatus("page-unreachable", 503),
        Specimen.at("page-unreachable no server", CLICK_ON_ELEMENT, "a", "https://closed.example/"),
        Specimen.at("no-page", CLICK_ON_ELEMENT, "a", ""),
        Specimen.at("no-page relative", CLICK_ON_ELEMENT, "a", "/signup"));
  }

  private static Stream<Specimen> journeys() {
    return Stream.of(
        Specimen.at("needs-journey", SCRIPT, "signup_completed", SHOP + "/"),
        Specimen.of(
                "not-triggered",
                SCRIPT,
                "signup_completed",
                "<button id=go onclick='(window.mdq=window.mdq||[]).push([\"track\",\"signup\"])'>"
                    + "Go</button>")
            .onAJourney(),
        Specimen.at("unknown-type", GoalType.UNKNOWN, "?", SHOP + "/"));
  }

  private static Path approved(Specimen specimen) {
    return APPROVED.resolve(specimen.name().replace(' ', '-') + ".txt");
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void isAsApproved(Specimen specimen) throws IOException {
    Verdict verdict = Browsers.with(specimen::judge);
    String text =
        verdict
                .describe()
                .replaceAll("\\b\\d\\.\\d(?=\\s+s\\b)", "0.0")
                .replaceAll("127\\.0\\.0\\.1:\\d{5}", "127.0.0.1:40000")
            + "\n";
    Path approved = approved(specimen);
    String expected = Files.exists(approved) ? Files.readString(approved, UTF_8) : "";
    if (!text.equals(expected)) {
      Files.createDirectories(CHANGED);
      Files.writeString(CHANGED.resolve(approved.getFileName()), text, UTF_8);
    }

    assertThat(text).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void tellsOfTheFindingAfterWhichItIsNamed(Specimen specimen) throws IOException {
    assertThat(Files.readString(approved(specimen), UTF_8))
        .containsAnyOf(" (" + specimen.code() + "): ", "      " + specimen.code() + ": ");
  }

  @Test
  void existsForEveryFindingOfTheGuide() throws IOException {
    TreeSet<String> inGuide =
        Files.readAllLines(Path.of("docs/findings.md"), UTF_8).stream()
            .flatMap(line -> GUIDE_ROW.matcher(line).results())
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(specimens().map(Specimen::code)).containsAll(inGuide);
  }

  @Test
  void isWrittenInNoFileWithoutAPage() throws IOException {
    try (Stream<Path> files = Files.list(APPROVED)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(
              file -> specimens().anyMatch(s -> file.equals(s.name().replace(' ', '-') + ".txt")));
    }
  }
}
