package io.midagoal.client;

import java.io.Serial;
import java.util.OptionalInt;

/**
 * A call of Mida's REST API failed. The message names the goal and the reason in its first line,
 * then says what was sent, what Mida answered, and what to do; it never contains the API key.
 *
 * <p>There is no cause: what the network layer says can repeat what the server sent, so that it
 * goes through the same filter as the rest of the message.
 */
public final class MidaApiException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  static final int NO_STATUS = 0;

  /** What kind of failure it is. */
  public enum Kind {
    /** Mida, or this client before it sent anything, refused the definition (400). */
    INVALID_GOAL,
    /** The API key is missing or wrong (401). */
    UNAUTHORIZED,
    /** The project's plan allows no further goal, or the API key not this call (403). */
    PLAN_LIMIT,
    /**
     * There is no such goal or experiment, no such project, or no such call (404; the project is
     * our reading).
     */
    NOT_FOUND,
    /** The project already has a goal with this key (406). */
    KEY_TAKEN,
    /** Too many requests (429, our reading of Mida's documentation). */
    RATE_LIMITED,
    /** Mida failed (5xx). */
    SERVER_ERROR,
    /** No connection, or it broke before the answer was complete. */
    UNREACHABLE,
    /** No complete answer in time. */
    TIMEOUT,
    /** An answer that is not as documented. */
    UNEXPECTED_ANSWER
  }

  /** What kind of failure it is. */
  private final Kind kind;

  /** The HTTP status, or {@link #NO_STATUS}. */
  private final int status;

  /** The call that failed. */
  private final String operation;

  /** Whether Mida may have done it. */
  private final boolean outcomeUnknown;

  private MidaApiException(
      Kind kind, int status, String operation, boolean outcomeUnknown, String message) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.operation = operation;
    this.outcomeUnknown = outcomeUnknown;
  }

  static MidaApiException of(
      Kind kind, int status, String operation, boolean outcomeUnknown, String message) {
    return new MidaApiException(kind, status, operation, outcomeUnknown, message);
  }

  MidaApiException withMessage(String message) {
    return new MidaApiException(kind, status, operation, outcomeUnknown, message);
  }

  MidaApiException withUnknownOutcome(String message) {
    return new MidaApiException(kind, status, operation, true, message);
  }

  /**
   * What kind of failure it is.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The HTTP status that Mida answered with.
   *
   * @return empty when there was no answer
   */
  public OptionalInt status() {
    return status == NO_STATUS ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /**
   * The call that failed, in the words of Mida's reference.
   *
   * @return for example {@code Create Goal}
   */
  public String operation() {
    return operation;
  }

  /**
   * Whether Mida may have done what it was asked to, although the call failed: it may have received
   * the call, and its answer was lost or cannot be understood.
   *
   * @return false when it is certain that nothing was done
   */
  public boolean isOutcomeUnknown() {
    return outcomeUnknown;
  }
}
