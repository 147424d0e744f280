package io.midagoal.internal.browser;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when no browser could be started. The message says what was tried, what the browser
 * answered and what to do. It has no cause, which would only bury that in driver details.
 */
public final class BrowserStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrowserStartException(List<StartFailure> failures, String nextStep) {
    super(
        failures.stream()
            .map(StartFailure::describe)
            .collect(
                Collectors.joining(
                    "", "No browser could be started.\n", "  Next step: " + nextStep)));
  }
}
