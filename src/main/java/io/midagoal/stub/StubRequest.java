package io.midagoal.stub;

import java.util.List;
import java.util.Map;

/**
 * A request that a {@link MidaStub} received.
 *
 * @param method for example {@code POST}
 * @param path with the query, as the client wrote it
 * @param headers by name in lower case; an API key is replaced by {@code [hidden]}
 * @param body as text; empty when there was none
 * @param status the HTTP status that the stub answered with
 */
public record StubRequest(
    String method, String path, Map<String, List<String>> headers, String body, int status) {

  /**
   * Copies the headers.
   *
   * @param method for example {@code POST}
   * @param path with the query, as the client wrote it
   * @param headers by name in lower case
   * @param body as text
   * @param status the HTTP status
   */
  public StubRequest {
    headers = Map.copyOf(headers);
  }
}
