package io.midagoal.client;

import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.internal.http.ApiResponse;
import io.midagoal.internal.http.NoAnswerException;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** One attempt of a call failed; another one may succeed. */
final class CallFailedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;
  private static final Set<Integer> TRANSIENT = Set.of(429, 502, 503, 504);

  private final transient Call call;
  private final transient Optional<ApiResponse> answer;
  private final Kind kind;
  private final String reason;
  private final boolean again;
  private final boolean arrived;

  private CallFailedException(
      Call call,
      Optional<ApiResponse> answer,
      Kind kind,
      String reason,
      boolean again,
      boolean arrived) {
    super(reason);
    this.call = call;
    this.answer = answer;
    this.kind = kind;
    this.reason = reason;
    this.again = again;
    this.arrived = arrived;
  }

  /** Nothing was sent, and nothing will be. */
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

  /** The thread is to end, and no attempt is under way. */
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

  /** Whether the same call may succeed a moment later. */
  boolean isTransient() {
    return again;
  }

  /** Whether Mida may have done what it was asked to. */
  boolean mayHaveWorked() {
    return arrived;
  }

  Optional<Duration> retryAfter() {
    return answer.flatMap(ApiResponse::retryAfter);
  }
}
