package io.midagoal.client;

import io.midagoal.internal.http.ApiRequest;
import java.net.URI;
import java.util.Optional;

/**
 * One call of Mida's REST API, which may be retried.
 *
 * @param operation its name in Mida's reference
 * @param action what it does, in words that fit before "failed"
 */
record Call(String operation, String action, ApiRequest request) {

  static final int KIB = 1024;
  static final int MIB = KIB * KIB;

  Call(String operation, String action, String method, URI url) {
    this(operation, action, new ApiRequest(method, url, Optional.empty(), MIB));
  }

  Call withJson(String body) {
    return new Call(operation, action, request.withJson(body));
  }

  Call withAnswerUpTo(int bytes) {
    return new Call(operation, action, request.withAnswerUpTo(bytes));
  }

  /** Whether it changes anything in Mida. */
  boolean changes() {
    return !request.method().equals("GET");
  }

  boolean isCreation() {
    return operation.equals(MidaClient.CREATE);
  }

  /** The kind of thing that the call expects to exist, if any. */
  Optional<String> subject() {
    return switch (operation) {
      case MidaClient.GET, MidaClient.UPDATE, MidaClient.DELETE -> Optional.of("goal");
      case MidaClient.GET_EXPERIMENT, MidaClient.PREVIEW_URLS -> Optional.of("experiment");
      default -> Optional.empty();
    };
  }
}
