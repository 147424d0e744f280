package io.midagoal.experiment;

import io.midagoal.internal.text.UrlCredentials;
import java.util.List;

/**
 * One version of the page that an experiment shows. {@linkplain #CONTROL Control} is the page as it
 * is, apart from code that the experiment runs for all visitors.
 *
 * @param name the name by which Mida refers to it: {@code Control}, {@code Variant 1}, {@code
 *     Variant 2} ...
 * @param css the style sheet that it adds; may be empty
 * @param js the script that it runs; may be empty
 * @param changes the elements that it replaces, in order
 */
public record Variant(String name, String css, String js, List<Change> changes) {

  /** The name of the variant that every experiment has. */
  public static final String CONTROL = "Control";

  /**
   * Checks the name and copies the changes.
   *
   * @param name the name by which Mida refers to it
   * @param css the style sheet that it adds
   * @param js the script that it runs
   * @param changes the elements that it replaces, in order
   * @throws IllegalArgumentException when the name is blank
   */
  public Variant {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "A variant of a Mida experiment needs a name, for example Variant 1, but it is blank.");
    }
    changes = List.copyOf(changes);
  }

  /**
   * Whether this is Control.
   *
   * @return false for what the experiment tries out
   */
  public boolean isControl() {
    return name.equals(CONTROL);
  }

  /**
   * Names all fields, but hides user and password in URLs.
   *
   * @return the fields
   */
  @Override
  public String toString() {
    return "Variant[name=%s, css=%s, js=%s, changes=%s]"
        .formatted(name, UrlCredentials.hideIn(css), UrlCredentials.hideIn(js), changes);
  }
}
