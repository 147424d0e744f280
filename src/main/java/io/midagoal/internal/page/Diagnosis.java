package io.midagoal.internal.page;

import java.util.List;
import java.util.Optional;

/**
 * Why a goal failed on its page, and what would have worked. Each code fills the fields that it
 * needs and leaves the others empty.
 *
 * @param code the code of the finding that it leads to
 * @param detail the reason in words, to stand after "but"
 * @param element the element in question as an HTML tag; with no-match, one that matches only until
 *     somebody points at it or presses it
 * @param host the frame or shadow host that keeps the element out of reach
 * @param stillMatching the longest beginning of the selector that matches
 * @param nearest the element that the suggestion finds
 * @param found the text that the page shows instead
 * @param where the place of a text that is not shown
 * @param selector a selector by which clicks on that place would count, tried on the page
 * @param form the form around or inside an element that is none
 * @param plainButton a button or link of the form that does not submit it
 * @param controls the form's submit controls, none of which works
 * @param unfillable fields that stop every submit, and why a visitor cannot fill them
 * @param required the fields that a visitor has to fill first, as HTML tags
 * @param customElement an element of the page's own making that may submit the form
 * @param scripted a control whose own attribute has a script send the form
 * @param suggestion a value that works, tried on the page
 * @param underPointer what takes the click as soon as the pointer is there, as an HTML tag
 * @param opener the selector of a control that looks as if it opens what hides the element
 */
public record Diagnosis(
    String code,
    Optional<String> detail,
    Optional<String> element,
    Optional<String> host,
    Optional<String> stillMatching,
    Optional<String> nearest,
    Optional<String> found,
    Optional<String> where,
    Optional<String> selector,
    Optional<String> form,
    Optional<String> plainButton,
    List<Control> controls,
    List<Control> unfillable,
    List<String> required,
    Optional<String> customElement,
    Optional<String> scripted,
    Optional<String> suggestion,
    Optional<String> underPointer,
    Optional<String> opener) {

  /**
   * Takes absent lists as empty ones.
   *
   * @param code the code of the finding that it leads to
   * @param detail the reason in words, to stand after "but"
   * @param element the element in question as an HTML tag; with no-match, one that matches only
   *     until somebody points at it or presses it
   * @param host the frame or shadow host that keeps the element out of reach
   * @param stillMatching the longest beginning of the selector that matches
   * @param nearest the element that the suggestion finds
   * @param found the text that the page shows instead
   * @param where the place of a text that is not shown
   * @param selector a selector by which clicks on that place would count, tried on the page
   * @param form the form around or inside an element that is none
   * @param plainButton a button or link of the form that does not submit it
   * @param controls the form's submit controls, none of which works
   * @param unfillable fields that stop every submit, and why a visitor cannot fill them
   * @param required the fields that a visitor has to fill first, as HTML tags
   * @param customElement an element of the page's own making that may submit the form
   * @param scripted a control whose own attribute has a script send the form
   * @param suggestion a value that works, tried on the page
   * @param underPointer what takes the click as soon as the pointer is there, as an HTML tag
   * @param opener the selector of a control that looks as if it opens what hides the element
   */
  public Diagnosis {
    controls = controls == null ? List.of() : List.copyOf(controls);
    unfillable = unfillable == null ? List.of() : List.copyOf(unfillable);
    required = required == null ? List.of() : List.copyOf(required);
  }

  /**
   * A submit control, or a field, that a visitor cannot use.
   *
   * @param element the control as an HTML tag
   * @param detail why not
   */
  public record Control(String element, String detail) {}
}
