package io.midagoal.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls of a stub's project, without the client. */
record StubCalls(MidaStub stub) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /**
   * An answer.
   *
   * @param body as JSON
   */
  record Reply(int status, JsonNode body) {
    String error() {
      return body.path("error").asText();
    }
  }

  Reply call(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(stub.baseUrl() + "/v2/project/" + stub.projectKey() + "/" + path))
            .header("Authorization", "Bearer " + stub.apiKey())
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Reply(response.statusCode(), new JsonMapper().readTree(response.body()));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("The stub did not answer", e);
    }
  }
}
