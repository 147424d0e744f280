package io.midagoal.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Creates experiments in a stub, as Mida's dashboard does: midagoal's client only reads them. */
public final class NewExperiment {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private final MidaStub stub;
  private final ObjectNode body =
      JSON.createObjectNode()
          .put("test_name", "CTA colour")
          .put("url", "https://shop.example/")
          .set("variants", JSON.createArrayNode());

  private NewExperiment(MidaStub stub) {
    this.stub = stub;
  }

  /** One without a goal and a treatment. */
  public static NewExperiment in(MidaStub stub) {
    return new NewExperiment(stub);
  }

  /** Makes a goal of the project its primary goal. */
  public NewExperiment withGoalKey(String key) {
    body.put("primary_goal_key", key);
    return this;
  }

  /** Gives its number. */
  public long create() {
    return create(stub, body.toString());
  }

  /** Creates the experiment that a body of <em>Create Experiment</em> describes. */
  public static long create(MidaStub stub, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    stub.baseUrl() + "/v2/project/" + stub.projectKey() + "/create-experiment"))
            .header("Authorization", "Bearer " + stub.apiKey())
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      JsonNode answer = JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
      if (!answer.path("test_id").isIntegralNumber()) {
        throw new AssertionError("The stub did not create the experiment: " + answer);
      }
      return answer.path("test_id").asLong();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("The stub did not answer", e);
    }
  }
}
