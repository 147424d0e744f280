package io.midagoal.goal;

import java.util.Arrays;

/**
 * The kinds of conversion that Mida counts. The first eight are those of Mida's <em>Create
 * Goal</em> reference and can be verified on a page; the others are documented elsewhere by Mida
 * and can be created, but not yet judged.
 */
public enum GoalType {
  /** A click lands on an element that matches a CSS selector, or inside one. */
  CLICK_ON_ELEMENT("clickOnElement"),
  /** A click lands on an element that shows the text. */
  CLICK_ON_TEXT("clickOnText"),
  /** A form that matches the CSS selector is submitted. */
  FORM_SUBMIT("formSubmit"),
  /** The page's URL contains the value. */
  PAGEVIEW("pageview"),
  /** The page's full URL equals the value. */
  PAGEVIEW_EXACT("pageviewExact"),
  /** The page's URL matches a pattern in which {@code *} stands for anything. */
  PAGEVIEW_WILDCARD("pageviewWildcard"),
  /** The page's URL matches a JavaScript regular expression. */
  PAGEVIEW_REGEX("pageviewRegex"),
  /** The site's own JavaScript triggers the name. */
  SCRIPT("script"),
  /** A click on a link whose {@code href} contains the value. */
  EXTERNAL_LINK("externalLink"),
  /** An element that matches the CSS selector appears. */
  ELEMENT_APPEARS("elementAppears"),
  /** The visitor scrolls to a percentage of the page. */
  SCROLLING("scrolling"),
  /** The visitor stays for a number of seconds. */
  DURATION("duration"),
  /** A custom event is tracked. */
  EVENT("event"),
  /** A purchase event is tracked. */
  REVENUE("revenue"),
  /**
   * A type that this version of midagoal does not know. It is read from Mida without an error, and
   * can be neither created nor verified.
   */
  UNKNOWN("unknown");

  private final String wireName;

  GoalType(String wireName) {
    this.wireName = wireName;
  }

  /**
   * The name that Mida's REST API uses, as in {@code goal_type}.
   *
   * @return for example {@code clickOnElement}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Finds a type by the name that Mida's REST API uses. Letters are compared case-sensitively, as
   * Mida does.
   *
   * @param wireName for example {@code clickOnElement}
   * @return the type, or {@link #UNKNOWN} for a name that this version does not know
   */
  public static GoalType fromWireName(String wireName) {
    return Arrays.stream(values())
        .filter(type -> type.wireName.equals(wireName))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
