package io.midagoal.internal.junit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Collects all that is wrong with a test's annotations, so that one run tells it all. */
public final class DeclarationErrors {

  private final List<String> mistakes = new ArrayList<>();

  /**
   * Notes a mistake.
   *
   * @param where the annotation or parameter and the place at which it stands
   * @param problem what is wrong and what to do, as sentences
   */
  public void add(String where, String problem) {
    add(where + ": " + problem);
  }

  /** Notes a mistake whose message says where it stands. */
  public void add(String mistake) {
    mistakes.add(mistake);
  }

  /** Fails the test when there was any mistake. */
  public void throwIfAny() {
    if (mistakes.size() == 1) {
      throw new ExtensionConfigurationException(mistakes.get(0));
    }
    if (!mistakes.isEmpty()) {
      throw new ExtensionConfigurationException(
          "%d mistakes; nothing was sent to Mida.%n- %s"
              .formatted(mistakes.size(), String.join(System.lineSeparator() + "- ", mistakes)));
    }
  }
}
