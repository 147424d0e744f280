package io.midagoal.client;

import io.midagoal.internal.http.ApiRequest;
import java.net.URI;
import java.util.Optional;

/**
 * One call of Mida's REST API, which may be sent several times.
 *
 * @param operation its name in Mida's reference
 * @param doing what it does to which goal, in words that fit before "failed"
 */
record Call(String operation, String doing, ApiRequest request) {

  static final int KIB = 1024;
  static final int MIB = KIB * KIB;

  Call(String operation, String doing, String method, URI url) {
    this(operation, doing, new ApiRequest(method, url, Optional.empty(), MIB));
  }

  Call withJson(String body) {
    return new Call(operation, doing, request.withJson(body));
  }

  Call withAnswerUpTo(int bytes) {
    return new Call(operation, doing, request.withAnswerUpTo(bytes));
  }

  /** Whether it changes anything in Mida. */
  boolean changes() {
    return !request.method().equals("GET");
  }

  boolean isCreation() {
    return operation.equals(MidaClient.CREATE);
  }

  /** What kind of thing it is about, if it is about one that should exist. */
  Optional<String> subject() {
    return switch (operation) {
      case MidaClient.GET, MidaClient.UPDATE, MidaClient.DELETE -> Optional.of("goal");
      case MidaClient.GET_EXPERIMENT, MidaClient.PREVIEW_URLS -> Optional.of("experiment");
      default -> Optional.empty();
    };
  }
}
