package io.midagoal.stub;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers WireMock's requests from a {@link StubProject}. */
final class StubTransformer implements ResponseDefinitionTransformerV2 {
  private static final Pattern PATH =
      Pattern.compile(
          "/v2/project/(?<project>[^/?]+)/(?<what>goals?|experiments?|create-experiment)"
              + "(?:/(?<id>\\d{1,18})(?<part>/preview-urls)?)?(?:\\?(?<query>.*))?");
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;
  private static final Set<String> KEY_HEADERS = Set.of("x-api-key", "api-key");
  private static final String AUTHORIZATION = "authorization";

  private final String apiKey;
  private final String projectKey;
  private final StubProject project;
  private final StubExperiments experiments;
  private final Queue<StubRequest> requests = new ConcurrentLinkedQueue<>();
  private final Queue<StubFault> faults = new ConcurrentLinkedQueue<>();

  StubTransformer(String apiKey, String projectKey, StubProject project) {
    this.apiKey = apiKey;
    this.projectKey = projectKey;
    this.project = project;
    this.experiments = new StubExperiments(project);
  }

  @Override
  public String getName() {
    return "midagoal-stub";
  }

  List<StubRequest> requests() {
    return List.copyOf(requests);
  }

  /** Injects a fault into the next request that it applies to. */
  void fail(StubFault fault) {
    faults.add(fault);
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Request request = event.getRequest();
    Optional<StubFault> fault = nextFault(request);
    ObjectNode json = StubProject.object();
    boolean processed = fault.map(StubFault::processed).orElse(true);
    int status = processed ? answer(request, json) : 200;
    ResponseDefinition answer =
        ResponseDefinitionBuilder.responseDefinition()
            .withStatus(status)
            .withHeader("Content-Type", "application/json")
            .withBody(json.toString())
            .build();
    ResponseDefinition given = fault.map(wrong -> wrong.spoiled(answer)).orElse(answer);
    requests.add(
        new StubRequest(
            request.getMethod().getName(),
            request.getUrl(),
            headers(request),
            request.getBodyAsString(),
            given.getStatus()));
    return given;
  }

  private Optional<StubFault> nextFault(Request request) {
    return faults.stream()
        .filter(fault -> fault.applies().test(request.getMethod().getName(), request.getUrl()))
        .findFirst()
        .filter(fault -> fault.lasting() || faults.remove(fault));
  }

  private int answer(Request request, ObjectNode json) {
    try {
      answerChecked(request, json);
      return 200;
    } catch (RefusedException e) {
      json.removeAll();
      json.put("error", e.error());
      return e.status();
    }
  }

  private void answerChecked(Request request, ObjectNode json) throws RefusedException {
    Matcher path = PATH.matcher(request.getUrl());
    if (!path.matches()) {
      throw noSuchCall();
    }
    if (!isAuthorized(request)) {
      throw new RefusedException(401, "API key missing or wrong");
    }
    if (!path.group("project").equals(projectKey)) {
      throw new RefusedException(404, "no such project");
    }
    json.put("success", true);
    String call =
        request.getMethod().getName()
            + (" " + path.group("what"))
            + (path.group("id") == null ? "" : "/id")
            + (path.group("part") == null ? "" : path.group("part"));
    switch (call) {
      case "POST goal" -> create(request, json);
      case "GET goals" -> list(path.group("query"), json);
      case "GET goal/id" -> json.set("goal", project.get(id(path)).whole());
      case "PATCH goal/id" -> {
        project.update(id(path), request.getBodyAsString());
        json.put("goal_profile_id", id(path));
      }
      case "DELETE goal/id" -> {
        project.delete(id(path));
        json.put("goal_profile_id", id(path));
        json.put("deleted", true);
      }
      case "POST create-experiment" -> experiments.create(request.getBodyAsString(), json);
      case "GET experiments" -> listExperiments(path.group("query"), json);
      case "GET experiment/id" -> json.set("experiment", experiments.get(id(path)).whole());
      case "GET experiment/id/preview-urls" -> json.setAll(experiments.get(id(path)).previewed());
      default -> throw noSuchCall();
    }
  }

  private static RefusedException noSuchCall() {
    return new RefusedException(404, "no such call");
  }

  private static long id(Matcher path) {
    return Long.parseLong(path.group("id"));
  }

  private void create(Request request, ObjectNode json) throws RefusedException {
    GoalProfile profile = project.create(request.getBodyAsString());
    json.put("goal_profile_id", profile.id());
    json.put("goal_key", profile.key());
    json.put("company_id", StubProject.COMPANY_ID);
  }

  private void list(@Nullable String query, ObjectNode json) throws RefusedException {
    List<StubGoal> page = project.page(limit(query), number(query, "offset", 0));
    json.put("company_id", StubProject.COMPANY_ID);
    json.put("count", project.count());
    ArrayNode goals = json.putArray("goals");
    page.forEach(goal -> goals.add(goal.listed()));
  }

  private void listExperiments(@Nullable String query, ObjectNode json) throws RefusedException {
    List<StubExperiment> page = experiments.page(limit(query), number(query, "offset", 0));
    json.put("company_id", StubProject.COMPANY_ID);
    json.put("count", experiments.count());
    ArrayNode listed = json.putArray("experiments");
    page.forEach(experiment -> listed.add(experiment.listed()));
  }

  private static int limit(@Nullable String query) throws RefusedException {
    int limit = number(query, "limit", DEFAULT_LIMIT);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new RefusedException(400, "limit must be from 1 to " + MAX_LIMIT);
    }
    return limit;
  }

  private static int number(@Nullable String query, String name, int defaultValue)
      throws RefusedException {
    Matcher matcher =
        Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query == null ? "" : query);
    if (!matcher.find()) {
      return defaultValue;
    }
    if (!matcher.group(1).matches("\\d{1,9}")) {
      throw new RefusedException(400, name + " must be a number");
    }
    return Integer.parseInt(matcher.group(1));
  }

  private boolean isAuthorized(Request request) {
    return ("Bearer " + apiKey).equals(request.getHeader(AUTHORIZATION))
        || KEY_HEADERS.stream().anyMatch(name -> apiKey.equals(request.getHeader(name)));
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
