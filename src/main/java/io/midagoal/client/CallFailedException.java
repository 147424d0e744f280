package io.midagoal.client;

import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.internal.http.ApiResponse;
import io.midagoal.internal.http.NoAnswerException;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** One attempt of a call failed; a retry may succeed. */
final class CallFailedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;
  private static final Set<Integer> TRANSIENT = Set.of(429, 502, 503, 504);

  private final transient Call call;
  private final transient Optional<ApiResponse> answer;
  private final Kind kind;
  private final String reason;
  private final boolean retryable;
  private final boolean mayHaveWorked;

  private CallFailedException(
      Call call,
      Optional<ApiResponse> answer,
      Kind kind,
      String reason,
      boolean retryable,
      boolean mayHaveWorked) {
    super(reason);
    this.call = call;
    this.answer = answer;
    this.kind = kind;
    this.reason = reason;
    this.retryable = retryable;
    this.mayHaveWorked = mayHaveWorked;
  }

  /** The call is invalid and was not sent. */
  static CallFailedException notSent(Call call, Kind kind, String reason) {
    return new CallFailedException(call, Optional.empty(), kind, reason, false, false);
  }

  /** There was no complete answer. */
  static CallFailedException unanswered(Call call, NoAnswerException failure) {
    return new CallFailedException(
        call,
        Optional.empty(),
        failure.isTimeout() ? Kind.TIMEOUT : Kind.UNREACHABLE,
        failure.reason(),
        !failure.isInterrupt(),
        failure.mayHaveArrived());
  }

  /** The thread was interrupted between attempts. */
  static CallFailedException interruptedBetween(Call call, boolean mayHaveWorked) {
    return new CallFailedException(
        call,
        Optional.empty(),
        Kind.UNREACHABLE,
        "the thread was interrupted between attempts",
        false,
        mayHaveWorked);
  }

  static CallFailedException answered(Call call, ApiResponse answer, Kind kind, String reason) {
    boolean mayHaveWorked =
        !answer.isNotOffered() && (kind == Kind.SERVER_ERROR || kind == Kind.UNEXPECTED_ANSWER);
    return new CallFailedException(
        call,
        Optional.of(answer),
        kind,
        reason,
        TRANSIENT.contains(answer.status()),
        mayHaveWorked);
  }

  Call call() {
    return call;
  }

  Optional<ApiResponse> answer() {
    return answer;
  }

  Kind kind() {
    return kind;
  }

  String reason() {
    return reason;
  }

  /** Whether a retry may succeed. */
  boolean isTransient() {
    return retryable;
  }

  /** Whether Mida may have executed the call. */
  boolean mayHaveWorked() {
    return mayHaveWorked;
  }

  Optional<Duration> retryAfter() {
    return answer.flatMap(ApiResponse::retryAfter);
  }
}
