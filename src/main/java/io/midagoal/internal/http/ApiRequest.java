package io.midagoal.internal.http;

import java.net.URI;
import java.util.Optional;

/**
 * What is sent to a server.
 *
 * @param json the body to send
 * @param maxBytes how much of the answer is read
 */
public record ApiRequest(String method, URI url, Optional<String> json, int maxBytes) {

  public ApiRequest withJson(String body) {
    return new ApiRequest(method, url, Optional.of(body), maxBytes);
  }

  public ApiRequest withAnswerUpTo(int bytes) {
    return new ApiRequest(method, url, json, bytes);
  }

  /** What is sent, for people. */
  public String describe() {
    return method + " " + url + json.map(body -> " " + body).orElse("");
  }
}
