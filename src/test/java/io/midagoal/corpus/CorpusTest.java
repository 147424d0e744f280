package io.midagoal.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.browser.Lease;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.journey.Journey;
import io.midagoal.testing.Browsers;
import io.midagoal.verify.Expectation;
import io.midagoal.verify.GoalVerifier;
import io.midagoal.verify.Status;
import io.midagoal.verify.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/**
 * Holds the library's verdicts on real pages against the truth that real input found out. No
 * definition may be misjudged, and 95 in 100 broken ones get the right reason.
 */
class CorpusTest {

  private static final int BROWSERS = 2;

  /** A busy machine must not look like a site that is down. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
  private static final Map<String, Truth> truths = Truth.stored();

  static Stream<Definition> judged() {
    return Corpus.definitions().stream().filter(one -> truths.containsKey(one.id()));
  }

  /** Those whose truth a page's own handlers do not decide alone. */
  static Stream<Definition> decidable() {
    return judged().filter(one -> truth(one).apart().isEmpty());
  }

  @BeforeAll
  static void judgeAll() throws InterruptedException, ExecutionException {
    try (Sites sites = Sites.start()) {
      ConcurrentLinkedQueue<List<Definition>> left =
          new ConcurrentLinkedQueue<>(
              judged().collect(Collectors.groupingBy(Definition::project)).values());
      ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS);
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < BROWSERS; i++) {
        working.add(browsers.submit(() -> work(sites, left)));
      }
      browsers.shutdown();
      for (Future<?> one : working) {
        one.get();
      }
    }
  }

  private static void work(Sites sites, ConcurrentLinkedQueue<List<Definition>> left) {
    try (Lease lease = Browsers.lease()) {
      for (List<Definition> next = left.poll(); next != null; next = left.poll()) {
        judge(lease.driver(), sites, next);
      }
    }
  }

  private static void judge(WebDriver driver, Sites sites, List<Definition> definitions) {
    GoalVerifier verifier = GoalVerifier.on(driver).timeout(PATIENCE);
    Journey journey = Journey.on(driver).timeout(PATIENCE);
    for (Map.Entry<String, String> site : sites.servedAt().entrySet()) {
      verifier = verifier.site(site.getKey(), site.getValue());
      journey = journey.site(site.getKey(), site.getValue());
    }
    List<Definition> looked = definitions.stream().filter(one -> one.act().isEmpty()).toList();
    List<Verdict> found =
        verifier.verifyAll(looked.stream().map(one -> expectation(one, sites)).toList());
    for (int i = 0; i < looked.size(); i++) {
      verdicts.put(looked.get(i).id(), found.get(i));
    }
    for (Definition one : definitions) {
      if (!one.act().isEmpty()) {
        verdicts.put(
            one.id(),
            journey.during(expectation(one, sites), browser -> act(browser, one)).verdict());
      }
    }
  }

  private static Expectation expectation(Definition written, Sites sites) {
    Definition definition = written.in(sites.session());
    Goal.Builder goal =
        Goal.builder()
            .name(definition.id())
            .type(GoalType.fromWireName(definition.type()))
            .value(definition.value());
    return Expectation.of(
        definition.page().isEmpty() ? goal.build() : goal.elementUrl(definition.page()).build());
  }

  private static void act(WebDriver browser, Definition definition) {
    if (!definition.tag().isEmpty()) {
      ((JavascriptExecutor) browser).executeScript(definition.tag());
    }
    for (String act : definition.act().split(" && ", -1)) {
      String[] words = act.split(" ", 2);
      WebElement element = browser.findElement(By.cssSelector(words[1]));
      element.click();
      if (words[0].equals("enter")) {
        element.sendKeys(Keys.ENTER);
      }
    }
  }

  private static Truth truth(Definition definition) {
    Truth truth = truths.get(definition.id());
    if (truth == null) {
      throw new IllegalStateException("Nobody found out the truth about " + definition.id());
    }
    return truth;
  }

  private static Verdict verdict(Definition definition) {
    Verdict verdict = verdicts.get(definition.id());
    if (verdict == null) {
      throw new IllegalStateException("No verdict for " + definition.id());
    }
    return verdict;
  }

  private static String reason(Definition definition) {
    Verdict verdict = verdict(definition);
    return verdict.status() == Status.MATCHED || verdict.findings().isEmpty()
        ? ""
        : verdict.findings().get(0).code();
  }

  private static boolean isJudgedRight(Definition definition) {
    return verdict(definition).status().name().equals(truth(definition).status());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decidable")
  void no_definition_is_misjudged(Definition definition) {
    Truth truth = truth(definition);
    assertThat(verdict(definition).status())
        .as("%s; in truth: %s%n%s", definition, truth.how(), verdict(definition))
        .hasToString(truth.status());
  }

  @Test
  void the_reason_is_right_for_95_in_100_broken_ones() throws IOException {
    List<Definition> broken =
        decidable().filter(one -> truth(one).status().equals("BROKEN")).toList();
    List<String> wrong =
        broken.stream()
            .filter(one -> !reason(one).equals(Corpus.code(one)))
            .map(one -> "%s, not %s: %s".formatted(reason(one), Corpus.code(one), one))
            .toList();
    report(wrong);
    assertThat(wrong).hasSizeLessThanOrEqualTo(broken.size() / 20);
  }

  /** The table of the corpus: who agrees with the truth, and about which reason. */
  private static void report(List<String> wrongReasons) throws IOException {
    StringBuilder table = new StringBuilder("\nThe corpus: right verdicts of definitions\n");
    List<String> types =
        Stream.of(GoalType.values())
            .map(GoalType::wireName)
            .filter(name -> judged().anyMatch(one -> one.type().equals(name)))
            .toList();
    table.append("%-11s".formatted(""));
    types.forEach(type -> table.append("%17s".formatted(type)));
    table.append("%17s%n".formatted("all"));
    Map<String, List<Definition>> projects =
        judged().collect(Collectors.groupingBy(Definition::project));
    projects.forEach((project, of) -> table.append(line(project, types, of)));
    table.append(line("all", types, judged().toList()));
    long apart = judged().count() - decidable().count();
    table.append(
        "%d decided by the page's own handlers alone, %d left out%n"
            .formatted(apart, Corpus.leftOut().size()));
    judged()
        .filter(one -> !isJudgedRight(one))
        .forEach(
            one ->
                table.append(
                    "misjudged%s: %s %s, in truth %s%n"
                        .formatted(
                            truth(one).apart().isEmpty() ? "" : " (handlers)",
                            one,
                            verdict(one).status(),
                            truth(one).how())));
    wrongReasons.forEach(one -> table.append("another reason: ").append(one).append('\n'));
    Path file = Path.of("target", "corpus.txt");
    Files.writeString(file, table, StandardCharsets.UTF_8);
    System.out.println(table);
  }

  private static String line(String name, List<String> types, List<Definition> definitions) {
    StringBuilder line = new StringBuilder("%-11s".formatted(name));
    for (String type : types) {
      line.append(cell(definitions.stream().filter(one -> one.type().equals(type)).toList()));
    }
    return line.append(cell(definitions)).append('\n').toString();
  }

  private static String cell(List<Definition> definitions) {
    long right = definitions.stream().filter(CorpusTest::isJudgedRight).count();
    return "%17s".formatted(definitions.isEmpty() ? "" : right + "/" + definitions.size());
  }
}
