package io.midagoal.goal;

import java.util.Arrays;

/**
 * The kinds of conversion that Mida counts. The first eight are in Mida's <em>Create Goal</em>
 * reference; Mida documents the others elsewhere. All can be created; {@link #convertedBy()} tells
 * which can be verified.
 */
public enum GoalType {
  /** A click lands on an element that matches a CSS selector, or inside one. */
  CLICK_ON_ELEMENT("clickOnElement", ConvertedBy.CLICK),
  /** A click lands on an element that shows the text. */
  CLICK_ON_TEXT("clickOnText", ConvertedBy.CLICK),
  /** A form that matches the CSS selector is submitted. */
  FORM_SUBMIT("formSubmit", ConvertedBy.SUBMIT),
  /** The page's URL contains the value. */
  PAGEVIEW("pageview", ConvertedBy.URL),
  /** The page's full URL equals the value. */
  PAGEVIEW_EXACT("pageviewExact", ConvertedBy.URL),
  /** The page's URL matches a pattern in which {@code *} stands for anything. */
  PAGEVIEW_WILDCARD("pageviewWildcard", ConvertedBy.URL),
  /** The page's URL matches a JavaScript regular expression. */
  PAGEVIEW_REGEX("pageviewRegex", ConvertedBy.URL),
  /** The site's own JavaScript triggers the name. */
  SCRIPT("script", ConvertedBy.TRACKING),
  /** A click on a link whose {@code href} contains the value. */
  EXTERNAL_LINK("externalLink", ConvertedBy.CLICK),
  /** An element that matches the CSS selector appears. */
  ELEMENT_APPEARS("elementAppears", ConvertedBy.OTHER),
  /** The visitor scrolls to a percentage of the page. */
  SCROLLING("scrolling", ConvertedBy.OTHER),
  /** The visitor stays for a number of seconds. */
  DURATION("duration", ConvertedBy.OTHER),
  /** A custom event is tracked. */
  EVENT("event", ConvertedBy.TRACKING),
  /** A purchase event is tracked. */
  REVENUE("revenue", ConvertedBy.TRACKING),
  /**
   * A type that this version of midagoal does not know. It can be read from Mida, but neither
   * created nor verified.
   */
  UNKNOWN("unknown", ConvertedBy.OTHER);

  private final String wireName;
  private final ConvertedBy convertedBy;

  GoalType(String wireName, ConvertedBy convertedBy) {
    this.wireName = wireName;
    this.convertedBy = convertedBy;
  }

  /**
   * Returns the name in Mida's REST API ({@code goal_type}).
   *
   * @return for example {@code clickOnElement}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Returns what converts goals of this type.
   *
   * @return {@link ConvertedBy#OTHER} for types that this version cannot verify
   */
  public ConvertedBy convertedBy() {
    return convertedBy;
  }

  /**
   * Returns the type with a name of Mida's REST API. Names are case-sensitive, as in Mida.
   *
   * @param wireName for example {@code clickOnElement}
   * @return the type, or {@link #UNKNOWN} for an unknown name
   */
  public static GoalType fromWireName(String wireName) {
    return Arrays.stream(values())
        .filter(type -> type.wireName.equals(wireName))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
