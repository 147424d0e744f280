package io.midagoal.verify;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.page.Diagnosis;
import java.util.List;
import java.util.Optional;

/** What can be said of goals that are met by a page's URL. */
final class UrlFindings {

  private UrlFindings() {}

  static Finding mismatch(Goal goal, String url, Diagnosis diagnosis) {
    if (isLiteral(goal.type()) && goal.value().contains("*")) {
      return Findings.error(
          "wildcard-in-plain",
          "The page's URL "
              + url
              + " does not match "
              + Findings.quoted(goal.value())
              + ": the type "
              + goal.type().wireName()
              + " takes * literally.",
          "Use the type pageviewWildcard.");
    }
    return Findings.error(
        "url-mismatch",
        "The page's URL is "
            + url
            + ", but "
            + expected(goal)
            + "."
            + diagnosis.difference().map(UrlFindings::difference).orElse(""),
        Findings.changeTo(
            diagnosis.suggestion(),
            "Open the page as a visitor, copy the URL from the address bar, and correct the value"
                + " or elementUrl."),
        diagnosis.suggestion());
  }

  private static boolean isLiteral(GoalType type) {
    return type == GoalType.PAGEVIEW || type == GoalType.PAGEVIEW_EXACT;
  }

  private static String expected(Goal goal) {
    String value = Findings.quoted(goal.value());
    return switch (goal.type()) {
      case PAGEVIEW -> "it must contain " + value;
      case PAGEVIEW_EXACT -> "it must be exactly " + value;
      case PAGEVIEW_WILDCARD -> part(goal) + " must match the pattern " + value + " as a whole";
      default -> part(goal) + " must match the regular expression " + value;
    };
  }

  /** Which part Mida compares: see the guide's matching rules. */
  private static String part(Goal goal) {
    return goal.value().startsWith("/") || goal.value().matches("\\^\\\\?/.*")
        ? "its path and query"
        : "it";
  }

  private static String difference(Diagnosis.Difference difference) {
    return switch (difference.part()) {
      case "www" -> " They differ in \"www.\".";
      case "slash" -> " They differ in the slash at the end of the path.";
      case "spelling" -> "";
      default ->
          " They differ first in the "
              + (difference.part().equals("case") || difference.part().equals("encoding")
                  ? difference.part() + " of letters"
                  : difference.part())
              + ": "
              + orNone(difference.expected())
              + " was expected, "
              + orNone(difference.found())
              + " was found.";
    };
  }

  private static String orNone(String part) {
    return part.isEmpty() ? "none" : Findings.quoted(part);
  }

  static Finding alsoMatches(List<String> urls) {
    return Findings.error(
        "url-also-matches",
        "The value matches URLs that it should ignore: " + String.join(", ", urls) + ".",
        "Make the value narrower, or take the URLs out of ignores.");
  }

  static Finding regexMismatch(Goal goal, String url, Optional<String> unescaped) {
    if (unescaped.isPresent()) {
      return Findings.error(
          "pattern-double-escaped",
          "The page's URL is "
              + url
              + ", but "
              + expected(goal)
              + ": its backslashes are doubled,"
              + " and two of them mean one in the URL.",
          Findings.changeTo(unescaped, ""),
          unescaped);
    }
    return Findings.error(
        "url-mismatch",
        "The page's URL is " + url + ", but " + expected(goal) + ".",
        "Try the expression in the browser's console: new RegExp(value).test(location.href).");
  }

  static Finding regexSyntax(Goal goal, String browserSays) {
    return Findings.error(
        "regex-syntax",
        "The browser rejects the regular expression "
            + Findings.quoted(goal.value())
            + ": "
            + browserSays
            + ".",
        "Mida's expressions are JavaScript's: no (?i), \\A, \\Q...\\E or a++. Correct it until new"
            + " RegExp(value) takes it in the browser's console.");
  }

  static Finding regexSlow(Goal goal, String url) {
    return Findings.error(
        "regex-slow",
        "The regular expression "
            + Findings.quoted(goal.value())
            + " does not come to an end on "
            + url
            + ": it would block the visitor's page.",
        "Take nested repetitions such as (a+)+ out of it.");
  }
}
