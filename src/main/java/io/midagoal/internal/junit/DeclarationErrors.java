package io.midagoal.internal.junit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Collects the errors in a test's annotations to report them together. */
public final class DeclarationErrors {

  private final List<String> errors = new ArrayList<>();

  /**
   * Adds an error.
   *
   * @param where the annotation or parameter, and the element that it is on
   * @param problem sentences on what is wrong and what to do
   */
  public void add(String where, String problem) {
    add(where + ": " + problem);
  }

  /** Adds an error whose message includes the location. */
  public void add(String error) {
    errors.add(error);
  }

  /** Fails the test if there are errors. */
  public void throwIfAny() {
    if (errors.size() == 1) {
      throw new ExtensionConfigurationException(errors.get(0));
    }
    if (!errors.isEmpty()) {
      throw new ExtensionConfigurationException(
          "%d errors in the test's annotations; nothing was sent to Mida.%n- %s"
              .formatted(errors.size(), String.join(System.lineSeparator() + "- ", errors)));
    }
  }
}
