package io.midagoal.internal.http;

import java.net.URI;
import java.util.Optional;

/**
 * A request to the API.
 *
 * @param json the request body
 * @param maxBytes the most bytes of the answer to read
 */
public record ApiRequest(String method, URI url, Optional<String> json, int maxBytes) {

  public ApiRequest withJson(String body) {
    return new ApiRequest(method, url, Optional.of(body), maxBytes);
  }

  public ApiRequest withAnswerUpTo(int bytes) {
    return new ApiRequest(method, url, json, bytes);
  }

  /** The request as shown in messages. */
  public String describe() {
    return method + " " + url + json.map(body -> " " + body).orElse("");
  }
}
