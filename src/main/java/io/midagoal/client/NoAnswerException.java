package io.midagoal.client;

import io.midagoal.client.MidaApiException.Kind;
import java.io.Serial;

/** There was no complete answer. */
final class NoAnswerException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String reason;

  NoAnswerException(Kind kind, String reason) {
    super(reason);
    this.kind = kind;
    this.reason = reason;
  }

  Kind kind() {
    return kind;
  }

  String reason() {
    return reason;
  }
}
