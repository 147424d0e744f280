package io.midagoal.internal.http;

import java.io.Serial;

/** A request has no complete answer. */
public final class NoAnswerException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final Why why;
  private final String reason;

  /** What kept the answer from coming. */
  public enum Why {
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

  public NoAnswerException(Why why, String reason) {
    super(reason);
    this.why = why;
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }

  public boolean isTimeout() {
    return why == Why.CONNECT_TIMEOUT || why == Why.TIMEOUT;
  }

  public boolean isInterrupt() {
    return why == Why.INTERRUPTED;
  }

  /** Whether the server may have received the request. */
  public boolean mayHaveArrived() {
    return why != Why.NOT_CONNECTED && why != Why.CONNECT_TIMEOUT;
  }
}
