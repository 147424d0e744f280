package io.midagoal.internal.findings;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.facts.Arrival;
import io.midagoal.internal.facts.OtherPages;
import io.midagoal.internal.facts.UrlDiagnosis;
import io.midagoal.internal.text.Quotes;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be said of goals that are met by a page's URL. */
public final class UrlFindings {

  /** Mistakes that the suggestion alone makes plain. */
  private static final Set<String> UNEXPLAINED = Set.of("spelling", "page");

  /** Differences that are named by the part of the URL. */
  private static final Set<String> PARTS =
      Set.of("scheme", "host", "port", "path", "query", "fragment");

  private UrlFindings() {}

  /** The goal does not count the page at which the visit arrived. */
  public static Finding mismatch(Goal goal, String url, UrlDiagnosis diagnosis) {
    Map<String, Object> data = new HashMap<>();
    data.put("url", Quotes.shortened(url));
    data.put("part", diagnosis.compared().filter(part -> !part.equals(url)));
    data.put("type", goal.type().wireName());
    data.put(goal.type().wireName(), goal.value());
    data.put("suggestion", diagnosis.suggestion());
    data.put("otherType", diagnosis.otherType());
    if (hasLiteralStar(goal)) {
      return starTakenLiterally(diagnosis, data);
    }
    if (diagnosis.mistake().filter("double-escaped"::equals).isPresent()) {
      return Catalogue.PATTERN_DOUBLE_ESCAPED.finding(data);
    }
    diagnosis.difference().ifPresent(difference -> addDifference(difference, data));
    if (diagnosis.mistake().isEmpty()) {
      data.put("matchingStart", diagnosis.matchingStart());
    }
    data.put(
        "mistake",
        diagnosis
            .mistake()
            .filter(mistake -> !UNEXPLAINED.contains(mistake))
            .map(mistake -> Map.of("because", "value-" + mistake)));
    if (goal.type() == GoalType.PAGEVIEW_REGEX) {
      data.put("tested", diagnosis.compared().map(Quotes::quoted).orElse("location.href"));
    }
    return Catalogue.URL_MISMATCH.finding(data);
  }

  private static boolean hasLiteralStar(Goal goal) {
    boolean isLiteral = goal.type() == GoalType.PAGEVIEW || goal.type() == GoalType.PAGEVIEW_EXACT;
    return isLiteral && goal.value().contains("*");
  }

  private static Finding starTakenLiterally(UrlDiagnosis diagnosis, Map<String, Object> data) {
    Optional<String> wildcard = diagnosis.otherType().filter("pageviewWildcard"::equals);
    data.put("otherType", wildcard);
    if (wildcard.isPresent()) {
      data.remove("suggestion");
    }
    return Catalogue.WILDCARD_IN_PLAIN.finding(data);
  }

  private static void addDifference(UrlDiagnosis.Difference difference, Map<String, Object> data) {
    String kind = difference.kind();
    String expected = difference.expected();
    Map<String, Object> reason = new HashMap<>();
    reason.put("because", "url-" + (PARTS.contains(kind) ? "part" : kind));
    reason.put("kind", kind);
    reason.put("expected", unlessEmpty(expected));
    reason.put("found", unlessEmpty(difference.found()));
    // Where the whole value differs, the lines below show it.
    reason.put("part", Optional.of(expected).filter(part -> !part.equals(difference.value())));
    data.put("difference", reason);
    data.put("lines", UrlLines.of(difference));
  }

  private static Optional<String> unlessEmpty(String text) {
    return Optional.of(text).filter(some -> !some.isEmpty());
  }

  /** The value matches the URL that was asked for, but the visit ended at another. */
  public static Finding ledElsewhere(Goal goal, Page page, String url, Arrival arrival) {
    Catalogue entry =
        arrival.asksForPassword() ? Catalogue.URL_MISMATCH_LOGIN : Catalogue.URL_MISMATCH_ELSEWHERE;
    return entry.finding(
        Map.of(
            "value",
            goal.value(),
            "requested",
            page.requestedUrl().map(Quotes::shortened),
            "url",
            Quotes.shortened(url)));
  }

  /** What to say of a value that matches all the same. */
  public static Optional<Finding> ofMet(Goal goal) {
    Map<String, String> data = Map.of("value", goal.value(), "type", goal.type().wireName());
    if (hasLiteralStar(goal)) {
      return Optional.of(Catalogue.WILDCARD_IN_PLAIN_MATCHING.finding(data));
    }
    return goal.type() == GoalType.PAGEVIEW_REGEX && goal.value().contains("\\\\")
        ? Optional.of(Catalogue.PATTERN_DOUBLE_ESCAPED_MATCHING.finding(data))
        : Optional.empty();
  }

  /** The goal counts URLs that it should not. */
  public static Finding alsoMatches(List<String> urls, Optional<String> narrower) {
    return Catalogue.URL_ALSO_MATCHES.finding(Map.of("urls", urls, "suggestion", narrower));
  }

  /** The goal counts other pages of the site, to which this one links. */
  public static Finding alsoMatchesLinks(Goal goal, OtherPages others) {
    return Catalogue.URL_ALSO_MATCHES_LINKS.finding(
        Map.of(
            "value",
            goal.value(),
            "count",
            Optional.of(others.count()).filter(count -> count > 1),
            "urls",
            others.first().stream().map(Quotes::shortened).toList(),
            "more",
            Optional.of(others.count() - others.first().size()).filter(more -> more > 0)));
  }

  /** The browser does not take the regular expression. */
  public static Finding regexSyntax(Goal goal, String browserSays) {
    return Catalogue.REGEX_SYNTAX.finding(
        Map.of("value", goal.value(), "browserSays", browserSays));
  }

  /** The regular expression does not finish on a URL of the test. */
  public static Finding regexSlow(Goal goal, String url) {
    return Catalogue.REGEX_SLOW.finding(
        Map.of("value", goal.value(), "url", Quotes.shortened(url)));
  }

  /** The regular expression finishes on the URLs of the test, but not on one like them. */
  public static Finding regexSlowElsewhere(Goal goal, String url) {
    return Catalogue.REGEX_SLOW_ELSEWHERE.finding(Map.of("value", goal.value(), "url", url));
  }
}
