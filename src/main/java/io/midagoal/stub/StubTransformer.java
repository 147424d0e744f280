package io.midagoal.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.midagoal.goal.GoalProfile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Speaks HTTP for a {@link StubProject} within WireMock. */
final class StubTransformer implements ResponseDefinitionTransformerV2 {
  private static final Pattern GOAL_PATH = Pattern.compile("/v2/project/([^/?]+)/goal(\\?.*)?");
  private static final Set<String> KEY_HEADERS = Set.of("x-api-key", "api-key");
  private static final String AUTHORIZATION = "authorization";

  private final String apiKey;
  private final String projectKey;
  private final StubProject project;
  private final Queue<StubRequest> requests = new ConcurrentLinkedQueue<>();

  StubTransformer(String apiKey, String projectKey, StubProject project) {
    this.apiKey = apiKey;
    this.projectKey = projectKey;
    this.project = project;
  }

  @Override
  public String getName() {
    return "midagoal-stub";
  }

  List<StubRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Request request = event.getRequest();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    int status = answer(request, json);
    requests.add(
        new StubRequest(
            request.getMethod().getName(),
            request.getUrl(),
            headers(request),
            request.getBodyAsString(),
            status));
    return ResponseDefinitionBuilder.responseDefinition()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(json.toString())
        .build();
  }

  private int answer(Request request, ObjectNode json) {
    try {
      write(create(request), json);
      return 200;
    } catch (RefusedException e) {
      json.put("error", e.error());
      return e.status();
    }
  }

  private GoalProfile create(Request request) throws RefusedException {
    Matcher path = GOAL_PATH.matcher(request.getUrl());
    if (!path.matches() || !request.getMethod().getName().equals("POST")) {
      throw new RefusedException(404, "no such call");
    }
    if (!isAuthorized(request)) {
      throw new RefusedException(401, "API key missing or wrong");
    }
    if (!path.group(1).equals(projectKey)) {
      throw new RefusedException(404, "no such project");
    }
    return project.create(request.getBodyAsString());
  }

  private boolean isAuthorized(Request request) {
    return ("Bearer " + apiKey).equals(request.getHeader(AUTHORIZATION))
        || KEY_HEADERS.stream().anyMatch(name -> apiKey.equals(request.getHeader(name)));
  }

  private static void write(GoalProfile profile, ObjectNode json) {
    json.put("success", true);
    json.put("goal_profile_id", profile.id());
    json.put("goal_key", profile.key());
    json.put("company_id", StubProject.COMPANY_ID);
  }

  private static Map<String, List<String>> headers(Request request) {
    return request.getHeaders().all().stream()
        .collect(
            Collectors.groupingBy(
                StubTransformer::name,
                Collectors.flatMapping(StubTransformer::shownValues, Collectors.toList())));
  }

  private static String name(HttpHeader header) {
    return header.key().toLowerCase(Locale.ROOT);
  }

  private static Stream<String> shownValues(HttpHeader header) {
    String name = name(header);
    boolean secret = name.equals(AUTHORIZATION) || KEY_HEADERS.contains(name);
    return secret ? Stream.of("[hidden]") : header.values().stream();
  }
}
