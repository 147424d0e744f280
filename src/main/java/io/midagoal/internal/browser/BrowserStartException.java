package io.midagoal.internal.browser;

import java.util.List;
import java.util.stream.Collectors;

/**
 * No browser could be started. The message says what was tried, what the browser answered, and what
 * to do; there is no cause, because it would only repeat that among pages of driver details.
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
