package io.midagoal.internal.findings;

import io.midagoal.internal.page.UrlDiagnosis;
import io.midagoal.internal.text.Quotes;

/** Says in words in what a value and a page's URL differ. */
public final class UrlDifferences {

  private UrlDifferences() {}

  /** One sentence or two. */
  public static String sentence(UrlDiagnosis.Difference difference) {
    return switch (difference.kind()) {
      case "www" -> "They differ in \"www.\".";
      case "slash" -> "They differ in the slash at the end of the path.";
      case "default-document" ->
          "They differ in the name of the default document: " + both(difference) + ".";
      case "query-order" -> "The query has the same parameters in another order.";
      case "case" -> "They differ in the case of letters" + ends(difference) + ".";
      case "encoding" ->
          "They differ in how characters are encoded"
              + ends(difference)
              + ". The value must be written as the browser shows the URL to scripts.";
      case "international-host" -> "Scripts see the name of the host in its ASCII form (xn--...).";
      case "default-port" -> "Browsers leave out the port when it is the scheme's own.";
      case "user" -> "Browsers leave out user and password.";
      case "white-space" -> "The value begins or ends with white space, which counts.";
      case "relative" -> "The full URL begins with scheme and host, the value does not.";
      case "text" -> "The value stands nowhere in the URL.";
      case "end" -> "The pattern ends before " + Quotes.quoted(difference.found()) + ".";
      case "pattern" ->
          "The pattern's part "
              + Quotes.quoted(difference.expected())
              + " is missing in "
              + Quotes.quoted(difference.found())
              + ".";
      default -> "They differ first in the " + difference.kind() + ": " + both(difference) + ".";
    };
  }

  /** Where a whole value stands against a whole URL, the lines below tell more. */
  private static String ends(UrlDiagnosis.Difference difference) {
    return difference.expected().equals(difference.value()) ? "" : ": " + both(difference);
  }

  private static String both(UrlDiagnosis.Difference difference) {
    return orNone(difference.expected())
        + " was expected, "
        + orNone(difference.found())
        + " was found";
  }

  private static String orNone(String part) {
    return part.isEmpty() ? "none" : Quotes.quoted(part);
  }
}
