package io.midagoal.client;

import java.io.Serial;

/** An answer differs from Mida's documentation. */
final class UnexpectedAnswerException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  UnexpectedAnswerException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
