package io.midagoal.experiment;

import io.midagoal.internal.text.UrlCredentials;

/**
 * One change that a variant makes to the page: it replaces an element.
 *
 * @param target the CSS selector of the element; empty when the change names none, which is then
 *     skipped (our reading of Mida's documentation)
 * @param outerHtml the HTML that takes the element's place
 */
public record Change(String target, String outerHtml) {

  /**
   * Names both fields, but hides user and password in URLs.
   *
   * @return the fields
   */
  @Override
  public String toString() {
    return "Change[target=%s, outerHtml=%s]".formatted(target, UrlCredentials.hideIn(outerHtml));
  }
}
