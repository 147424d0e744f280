package io.midagoal.client;

import java.io.Serial;
import java.util.OptionalInt;

/**
 * Thrown when a call of Mida's REST API fails. The first line of the message names the goal and the
 * reason; the rest says what was sent, what Mida answered and what to do. It never contains the API
 * key.
 *
 * <p>It has no cause, since an exception of the network layer could contain the API key. Its text
 * is redacted and part of the message.
 */
public final class MidaApiException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  static final int NO_STATUS = 0;

  /** Kinds of failures. */
  public enum Kind {
    /** Mida, or this client before it sent anything, refused the definition (400). */
    INVALID_GOAL,
    /** The API key is missing or wrong (401). */
    UNAUTHORIZED,
    /** The project's plan allows no more goals, or the API key lacks a permission (403). */
    PLAN_LIMIT,
    /** No such goal, experiment, project or call (404; for projects, this is our reading). */
    NOT_FOUND,
    /** The project already has a goal with this key (406). */
    KEY_TAKEN,
    /** Too many requests (429, our reading of Mida's documentation). */
    RATE_LIMITED,
    /** Mida failed (5xx). */
    SERVER_ERROR,
    /** No connection, or it was lost before the answer was complete. */
    UNREACHABLE,
    /** No complete answer in time. */
    TIMEOUT,
    /** An answer that differs from Mida's documentation. */
    UNEXPECTED_ANSWER
  }

  /** The kind of failure. */
  private final Kind kind;

  /** The HTTP status, or {@link #NO_STATUS}. */
  private final int status;

  /** The call that failed. */
  private final String operation;

  /** Whether Mida may have executed the call. */
  private final boolean outcomeUnknown;

  MidaApiException(
      Kind kind, int status, String operation, boolean outcomeUnknown, String message) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.operation = operation;
    this.outcomeUnknown = outcomeUnknown;
  }

  MidaApiException withMessage(String message) {
    return new MidaApiException(kind, status, operation, outcomeUnknown, message);
  }

  MidaApiException withUnknownOutcome(String message) {
    return new MidaApiException(kind, status, operation, true, message);
  }

  /**
   * Returns the kind of failure.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the HTTP status of Mida's answer.
   *
   * @return the status, or empty if there was no answer
   */
  public OptionalInt status() {
    return status == NO_STATUS ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /**
   * Returns the name of the failed call in Mida's reference.
   *
   * @return for example {@code Create Goal}
   */
  public String operation() {
    return operation;
  }

  /**
   * Whether Mida may have executed the call even though it failed: the answer was lost or
   * unreadable.
   *
   * @return false if Mida certainly did not execute it
   */
  public boolean isOutcomeUnknown() {
    return outcomeUnknown;
  }
}
