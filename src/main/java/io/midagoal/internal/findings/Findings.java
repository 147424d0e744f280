package io.midagoal.internal.findings;

import io.midagoal.internal.text.Quotes;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Severity;
import java.util.Optional;

/** Makes findings, so that their callers read as a list of cases. */
public final class Findings {

  private Findings() {}

  public static Finding error(String code, String message, String hint) {
    return new Finding(code, Severity.ERROR, message, hint, Optional.empty());
  }

  public static Finding error(
      String code, String message, String hint, Optional<String> suggestion) {
    return new Finding(code, Severity.ERROR, message, hint, suggestion);
  }

  public static Finding undecided(String code, String message, String hint) {
    return new Finding(code, Severity.UNDECIDED, message, hint, Optional.empty());
  }

  public static Finding warning(String code, String message, String hint) {
    return new Finding(code, Severity.WARNING, message, hint, Optional.empty());
  }

  public static Finding warning(
      String code, String message, String hint, Optional<String> suggestion) {
    return new Finding(code, Severity.WARNING, message, hint, suggestion);
  }

  public static Finding info(String code, String message, String hint) {
    return new Finding(code, Severity.INFO, message, hint, Optional.empty());
  }

  /** What to do when a value is known that works, or else. */
  public static String changeTo(Optional<String> suggestion, String otherwise) {
    return suggestion
        .map(value -> "Change value to " + Quotes.quoted(value) + "; tried on this page, it works.")
        .orElse(otherwise);
  }
}
