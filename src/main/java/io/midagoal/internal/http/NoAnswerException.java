package io.midagoal.internal.http;

import java.io.Serial;

/** A request got no complete answer. */
public final class NoAnswerException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String reason;

  /** Kind there is no complete answer. */
  public enum Kind {
    /** There was no connection. */
    NOT_CONNECTED,
    /** There was no connection in time. */
    CONNECT_TIMEOUT,
    /** The request may have arrived, and the answer was not complete in time. */
    TIMEOUT,
    /** The request may have arrived, and the connection was lost. */
    BROKEN,
    /** The thread was interrupted. The request may have arrived. */
    INTERRUPTED
  }

  public NoAnswerException(Kind kind, String reason) {
    super(reason);
    this.kind = kind;
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }

  public boolean isTimeout() {
    return kind == Kind.CONNECT_TIMEOUT || kind == Kind.TIMEOUT;
  }

  public boolean isInterrupt() {
    return kind == Kind.INTERRUPTED;
  }

  /** Whether the server may have received the request. */
  public boolean mayHaveArrived() {
    return kind != Kind.NOT_CONNECTED && kind != Kind.CONNECT_TIMEOUT;
  }
}
