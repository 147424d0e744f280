package io.midagoal.internal.facts;

import java.util.Optional;

/**
 * Why a URL goal does not match a page, and what would have worked.
 *
 * @param compared the part of the page's URL that the value is compared with
 * @param difference the first difference, of values that are no regular expressions
 * @param matchingStart the longest prefix of a regular expression that matches
 * @param askedCounts whether the requested URL would have counted
 * @param mistake what is wrong with the value, where that is clear
 * @param suggestion a value that works on all pages of the goal
 * @param otherType the wire name of a type that takes the same value and works
 */
public record UrlDiagnosis(
    Optional<String> compared,
    Optional<Difference> difference,
    Optional<String> matchingStart,
    boolean askedCounts,
    Optional<String> mistake,
    Optional<String> suggestion,
    Optional<String> otherType) {

  /**
   * Nothing is known.
   *
   * @return a diagnosis without any data
   */
  public static UrlDiagnosis none() {
    return new UrlDiagnosis(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The first difference between a value and a URL, and where to point at it.
   *
   * @param kind which part differs, or how
   * @param expected that part of the value
   * @param found that part of the URL
   * @param value the value
   * @param valueAt where in the value the difference begins
   * @param page what it is compared with
   * @param pageAt where in that the difference begins
   */
  public record Difference(
      String kind,
      String expected,
      String found,
      String value,
      int valueAt,
      String page,
      int pageAt) {}
}
