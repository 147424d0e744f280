package io.midagoal.internal.findings;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.page.Arrival;
import io.midagoal.internal.page.OtherPages;
import io.midagoal.internal.page.UrlDiagnosis;
import io.midagoal.internal.text.Quotes;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Page;
import java.util.List;
import java.util.Optional;

/** What can be said of goals that are met by a page's URL. */
public final class UrlFindings {

  private static final String COPY_FROM_ADDRESS_BAR =
      "Open the page as a visitor, copy the URL from the address bar, and correct the value"
          + " or elementUrl.";

  private UrlFindings() {}

  /** The goal does not count the page at which the visit arrived. */
  public static Finding mismatch(Goal goal, String url, UrlDiagnosis diagnosis) {
    if (hasLiteralStar(goal)) {
      return starTakenLiterally(goal, url, diagnosis);
    }
    Optional<String> suggestion = diagnosis.suggestion();
    if (isBecause(diagnosis, "double-escaped")) {
      return Findings.error(
          "pattern-double-escaped",
          isButExpected(goal, url, diagnosis)
              + ". Its backslashes are doubled, and two of them mean one in the URL.",
          changeTo(suggestion),
          suggestion);
    }
    return Findings.error(
        "url-mismatch",
        isButExpected(goal, url, diagnosis)
            + "."
            + diagnosis.difference().map(d -> " " + UrlDifferences.sentence(d)).orElse("")
            + matchingStart(diagnosis)
            + diagnosis.difference().map(UrlLines::of).orElse(""),
        hint(goal, diagnosis, suggestion),
        suggestion);
  }

  private static boolean hasLiteralStar(Goal goal) {
    boolean isLiteral = goal.type() == GoalType.PAGEVIEW || goal.type() == GoalType.PAGEVIEW_EXACT;
    return isLiteral && goal.value().contains("*");
  }

  private static Finding starTakenLiterally(Goal goal, String url, UrlDiagnosis diagnosis) {
    boolean isPattern = diagnosis.otherType().filter("pageviewWildcard"::equals).isPresent();
    Optional<String> suggestion = isPattern ? Optional.empty() : diagnosis.suggestion();
    return Findings.error(
        "wildcard-in-plain",
        isButExpected(goal, url, diagnosis)
            + ". The type "
            + goal.type().wireName()
            + " takes the * literally.",
        isPattern
            ? "Change the type to pageviewWildcard; tried on this page, it works with this value."
            : Findings.changeTo(
                suggestion,
                "Use the type pageviewWildcard: there * stands for anything, and the pattern must"
                    + " match from beginning to end."),
        suggestion);
  }

  private static boolean isBecause(UrlDiagnosis diagnosis, String reason) {
    return diagnosis.mistake().filter(reason::equals).isPresent();
  }

  private static String isButExpected(Goal goal, String url, UrlDiagnosis diagnosis) {
    return "The page's URL is "
        + Quotes.shortened(url)
        + ", but "
        + expected(goal, url, diagnosis.compared());
  }

  private static String expected(Goal goal, String url, Optional<String> compared) {
    String value = Quotes.quoted(goal.value());
    return switch (goal.type()) {
      case PAGEVIEW -> "it must contain " + value;
      case PAGEVIEW_EXACT -> "it must be exactly " + value;
      case PAGEVIEW_WILDCARD ->
          part(url, compared) + " must match the pattern " + value + " as a whole";
      default -> part(url, compared) + " must match the regular expression " + value;
    };
  }

  private static String part(String url, Optional<String> compared) {
    return compared
        .filter(part -> !part.equals(url))
        .map(part -> "its path and query, " + Quotes.quoted(part) + ",")
        .orElse("it");
  }

  private static String matchingStart(UrlDiagnosis diagnosis) {
    return diagnosis
        .matchingStart()
        .filter(unused -> diagnosis.mistake().isEmpty())
        .map(start -> " It matches as far as " + Quotes.quoted(start) + " and no further.")
        .orElse("");
  }

  private static String hint(Goal goal, UrlDiagnosis diagnosis, Optional<String> suggestion) {
    String why = diagnosis.mistake().map(UrlFindings::because).orElse("");
    if (suggestion.isPresent()) {
      return why + changeTo(suggestion);
    }
    return why
        + diagnosis
            .otherType()
            .map(
                type ->
                    "Change the type to "
                        + type
                        + "; tried on this page, it works with this value.")
            .orElseGet(
                () ->
                    goal.type() == GoalType.PAGEVIEW_REGEX
                        ? tryIt(diagnosis)
                        : COPY_FROM_ADDRESS_BAR);
  }

  private static String because(String reason) {
    return switch (reason) {
      case "white-space" -> "The value begins or ends with white space. ";
      case "literal" -> "The slashes and flags around an expression are not part of the value. ";
      case "from-path" ->
          "Only an expression that starts with /, ^/ or ^\\/ is compared with path and query, any"
              + " other with the full URL. ";
      case "question-mark" -> "In an expression, a ? that means itself is written \\?. ";
      case "escaped" -> "Only regular expressions need backslashes. ";
      case "star" -> "A pattern must match from beginning to end. ";
      default -> "";
    };
  }

  private static String tryIt(UrlDiagnosis diagnosis) {
    return "Try the expression in the browser's console: new RegExp(value).test("
        + diagnosis.compared().map(Quotes::quoted).orElse("location.href")
        + ").";
  }

  private static String changeTo(Optional<String> suggestion) {
    return Findings.changeTo(suggestion, COPY_FROM_ADDRESS_BAR);
  }

  /** The value is right for the URL that was asked for, but the visit was led elsewhere. */
  public static Finding ledElsewhere(Goal goal, Page page, String url, Arrival arrival) {
    return Findings.error(
        "url-mismatch",
        "The value "
            + Quotes.quoted(goal.value())
            + " matches "
            + page.requestedUrl().map(Quotes::shortened).orElse("the URL that was asked for")
            + ", but the visit ended at "
            + Quotes.shortened(url)
            + ", which it does not match.",
        arrival.asksForPassword()
            ? Redirections.logIn()
            : "Look why the page leads elsewhere. If all visitors end up there, they never convert.");
  }

  /** What is to be said of a value that matches all the same. */
  public static Optional<Finding> ofMet(Goal goal) {
    if (hasLiteralStar(goal)) {
      return Optional.of(
          Findings.warning(
              "wildcard-in-plain",
              "The value "
                  + Quotes.quoted(goal.value())
                  + " has a *, which the type "
                  + goal.type().wireName()
                  + " takes literally. It matches, since the page's URL has one too.",
              "If * is meant to stand for anything, use the type pageviewWildcard."));
    }
    if (goal.type() == GoalType.PAGEVIEW_REGEX && goal.value().contains("\\\\")) {
      return Optional.of(
          Findings.warning(
              "pattern-double-escaped",
              "The regular expression "
                  + Quotes.quoted(goal.value())
                  + " matches, but has doubled backslashes, and two of them mean one in the URL: a"
                  + " part of it never matches.",
              "If one character is meant to be taken literally, write one backslash before it."));
    }
    return Optional.empty();
  }

  /** The goal counts URLs that it should not. */
  public static Finding alsoMatches(List<String> urls, Optional<String> narrower) {
    return Findings.error(
        "url-also-matches",
        "The value matches URLs that it should ignore: " + String.join(", ", urls) + ".",
        Findings.changeTo(narrower, "Make the value narrower, or take the URLs out of ignores."),
        narrower);
  }

  /** The goal counts other pages of the site, to which this one links. */
  public static Finding alsoMatchesLinks(Goal goal, OtherPages others) {
    int more = others.count() - others.first().size();
    return Findings.info(
        "url-also-matches",
        "The value "
            + Quotes.quoted(goal.value())
            + " also matches "
            + (others.count() == 1 ? "another page" : others.count() + " other pages")
            + " to which this page links: "
            + String.join(", ", others.first().stream().map(Quotes::shortened).toList())
            + (more > 0 ? " and " + more + " more." : "."),
        "Visitors of those pages convert as well. If they should not, make the value narrower, and"
            + " name such pages in ignores.");
  }

  public static Finding regexSyntax(Goal goal, String browserSays) {
    return Findings.error(
        "regex-syntax",
        "The browser rejects the regular expression "
            + Quotes.quoted(goal.value())
            + ": "
            + browserSays
            + ".",
        "Mida's expressions are JavaScript's: no (?i), \\A, \\Q...\\E or a++. Correct it until new"
            + " RegExp(value) takes it in the browser's console.");
  }

  public static Finding regexSlow(Goal goal, String url) {
    return Findings.error(
        "regex-slow",
        "The regular expression "
            + Quotes.quoted(goal.value())
            + " does not come to an end on "
            + Quotes.shortened(url)
            + ": it would block the visitor's page.",
        FEWER_REPETITIONS);
  }

  private static final String FEWER_REPETITIONS =
      "Take nested repetitions such as (a+)+ out of it, and neighbouring ones such as .*.* which"
          + " match the same characters.";

  /** The expression ends on the URLs at hand, and not on others like them. */
  public static Finding regexSlowNear(Goal goal, String url) {
    return Findings.warning(
        "regex-slow",
        "The regular expression "
            + Quotes.quoted(goal.value())
            + " comes to an end on the page's URL, but not on one like "
            + url
            + ": it would block that visitor's page.",
        FEWER_REPETITIONS);
  }
}
