package io.midagoal.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.midagoal.testing.JudgedPages.JudgedPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chromium.HasCdp;

/**
 * Judges one page with many changed scripts, without opening it again for each: hundreds of times
 * as fast as running the tests that judge it.
 */
final class PageReplay {

  /** The scripts that judge a page as it stands, and say why a goal failed, in their order. */
  static final List<String> FILES =
      List.of(
          "dom.js",
          "rules.js",
          "otherpages.js",
          "arrival.js",
          "scrolling.js",
          "targets.js",
          "points.js",
          "boxes.js",
          "hover.js",
          "reach.js",
          "forms.js",
          "selectors.js",
          "snippet.js",
          "judge.js",
          "unreachable.js",
          "nearby.js",
          "missing.js",
          "textReasons.js",
          "formReasons.js",
          "openers.js",
          "diagnose.js");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCRIPT = read("replay.js");

  /** What the browser puts before the body of a function that is made of a text. */
  private static final String PREFIX = "(function anonymous(goals\n) {\n";

  private static final Map<String, String> SOURCES = new LinkedHashMap<>();

  /** Where in that function each script begins. */
  private static final Map<String, Integer> STARTS = new LinkedHashMap<>();

  static {
    int start = PREFIX.length();
    for (String name : FILES) {
      String source = MutationRun.read(name);
      SOURCES.put(name, source);
      STARTS.put(name, start);
      start += source.length() + 1;
    }
  }

  private static final int LIMIT_MS = 1_000;
  private static final int LIMIT_MS_EACH = 30;
  private static final int MOST_COST_MS = 40;

  private final WebDriver driver;
  private final JudgedPage page;
  private int world;
  private Coverage coverage = Coverage.NONE;

  private PageReplay(WebDriver driver, JudgedPage page) {
    this.driver = driver;
    this.page = page;
  }

  /** Opens the page and judges it with the scripts as they are. */
  static PageReplay open(WebDriver driver, JudgedPage page) {
    PageReplay replay = new PageReplay(driver, page);
    replay.open();
    return replay;
  }

  private void open() {
    driver.get(page.url());
    String frame = command("Page.getFrameTree", Map.of()).at("/frameTree/frame/id").asText();
    world =
        command("Page.createIsolatedWorld", Map.of("frameId", frame, "worldName", "mutants"))
            .path("executionContextId")
            .asInt();
    List<Map<String, Object>> goals =
        page.wishes().stream()
            .map(
                wish ->
                    Map.<String, Object>of(
                        "type", wish.type(),
                        "value", wish.value(),
                        "visits", List.of(),
                        "ignores", List.of()))
            .toList();
    command("Profiler.enable", Map.of());
    command("Profiler.startPreciseCoverage", Map.of("callCount", false, "detailed", true));
    evaluate(
        "var files = %s, order = %s, goals = %s, isPinned = %s;\n"
                .formatted(json(SOURCES), json(FILES), json(goals), page.isPinned())
            + SCRIPT.replace("const replay =", "var replay ="),
        10 * LIMIT_MS);
    coverage = Coverage.of(command("Profiler.takePreciseCoverage", Map.of()));
    command("Profiler.disable", Map.of());
  }

  /** Whether judging this page comes to the place of a mutant at all. */
  boolean reaches(Mutant mutant) {
    int start = Objects.requireNonNull(STARTS.get(mutant.file()), mutant.file());
    return coverage.reaches(start + mutant.start()) || coverage.reaches(start + mutant.end());
  }

  /** Whether the page is judged the same way again: one that moves tells nothing of a mutant. */
  boolean isSteady() {
    String first = evaluate("replay.baseline()", LIMIT_MS).asText();
    open();
    return first.equals(evaluate("replay.baseline()", LIMIT_MS).asText());
  }

  /** Whether judging it takes so long that hundreds of mutants on it would take minutes. */
  boolean isSlow() {
    return evaluate("replay.cost", LIMIT_MS).asDouble() > MOST_COST_MS;
  }

  /** Of which mutants this page tells: those with which it is judged otherwise, or left changed. */
  List<Boolean> noticed(List<Mutant> mutants) {
    List<Boolean> noticed = new ArrayList<>();
    while (noticed.size() < mutants.size()) {
      noticed.addAll(tryUpToAChange(mutants.subList(noticed.size(), mutants.size())));
      if (noticed.size() < mutants.size()) {
        open();
      }
    }
    return noticed;
  }

  /**
   * Tries some from the first on; the one that never ends is the first of which nothing is told.
   */
  private List<Boolean> tryUpToAChange(List<Mutant> mutants) {
    try {
      return run(mutants);
    } catch (WebDriverException e) {
      List<Boolean> soFar = new ArrayList<>(booleans("replay.soFar()", LIMIT_MS));
      soFar.add(true);
      open();
      return soFar;
    }
  }

  private List<Boolean> run(List<Mutant> mutants) {
    List<Map<String, Object>> changes =
        mutants.stream()
            .map(
                mutant ->
                    Map.<String, Object>of(
                        "file", mutant.file(),
                        "start", mutant.start(),
                        "end", mutant.end(),
                        "replacement", mutant.replacement()))
            .toList();
    return booleans(
        "replay.noticed(%s)".formatted(json(changes)), LIMIT_MS + LIMIT_MS_EACH * mutants.size());
  }

  private List<Boolean> booleans(String expression, int limitMs) {
    JsonNode answer = evaluate("JSON.stringify(%s)".formatted(expression), limitMs);
    try {
      return List.of(JSON.readValue(answer.asText(), Boolean[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode evaluate(String expression, int limitMs) {
    JsonNode answer =
        command(
            "Runtime.evaluate",
            Map.of(
                "expression", expression,
                "contextId", world,
                "timeout", limitMs,
                "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new WebDriverException(answer.get("exceptionDetails").toString());
    }
    return answer.at("/result/value");
  }

  private JsonNode command(String name, Map<String, Object> parameters) {
    return JSON.valueToTree(((HasCdp) driver).executeCdpCommand(name, parameters));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(String name) {
    try (InputStream in = PageReplay.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
