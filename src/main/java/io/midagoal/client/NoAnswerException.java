package io.midagoal.client;

import java.io.Serial;

/** A request has no complete answer. */
final class NoAnswerException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final Why why;
  private final String reason;

  /** What kept the answer from coming. */
  enum Why {
    /** There was no connection. */
    NOT_CONNECTED,
    /** There was no connection in time. */
    CONNECT_TIMEOUT,
    /** The request may have arrived, and the answer was not complete in time. */
    TIMEOUT,
    /** The request may have arrived, and the connection broke. */
    BROKEN,
    /** The thread is to end. The request may have arrived. */
    INTERRUPTED
  }

  NoAnswerException(Why why, String reason) {
    super(reason);
    this.why = why;
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  boolean isTimeout() {
    return why == Why.CONNECT_TIMEOUT || why == Why.TIMEOUT;
  }

  boolean isInterrupt() {
    return why == Why.INTERRUPTED;
  }

  /** Whether the server may have received the request. */
  boolean mayHaveArrived() {
    return why != Why.NOT_CONNECTED && why != Why.CONNECT_TIMEOUT;
  }
}
