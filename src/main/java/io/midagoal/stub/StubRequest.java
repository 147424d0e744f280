package io.midagoal.stub;

import java.util.List;
import java.util.Map;

/**
 * A request that a {@link MidaStub} received.
 *
 * @param method for example {@code POST}
 * @param path the path and query as sent
 * @param headers the headers by lower-case name; API keys are replaced by {@code [hidden]}
 * @param body the body as text; empty if there was none
 * @param status the HTTP status of the answer
 */
public record StubRequest(
    String method, String path, Map<String, List<String>> headers, String body, int status) {

  /**
   * Copies the headers.
   *
   * @param method for example {@code POST}
   * @param path the path and query
   * @param headers the headers by lower-case name
   * @param body the body as text
   * @param status the HTTP status
   */
  public StubRequest {
    headers = Map.copyOf(headers);
  }
}
