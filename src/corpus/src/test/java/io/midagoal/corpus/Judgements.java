package io.midagoal.corpus;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.journey.Journey;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import io.midagoal.verify.GoalVerifier;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** The library's verdicts on the definitions in one engine, beside the truth. */
final class Judgements {

  /** A busy machine must not look like a site that is down. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Map<String, Truth> TRUTHS = Truth.stored();

  private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();

  private Judgements() {}

  /** Definitions whose truth is known. */
  static Stream<Definition> judged() {
    return Corpus.definitions().stream().filter(one -> TRUTHS.containsKey(one.id()));
  }

  /** Those whose truth a page's own handlers do not decide alone. */
  static Stream<Definition> decidable() {
    return judged().filter(one -> truth(one).apart().isEmpty());
  }

  static Stream<Definition> broken() {
    return decidable().filter(one -> truth(one).status().equals("BROKEN"));
  }

  static Truth truth(Definition definition) {
    Truth truth = TRUTHS.get(definition.id());
    if (truth == null) {
      throw new IllegalStateException("Nobody found out the truth about " + definition.id());
    }
    return truth;
  }

  /**
   * Judges all definitions, with browsers side by side.
   *
   * @param most how many of them
   * @param browsers lends a browser to a use of it, from several threads
   */
  static Judgements with(int most, Consumer<Consumer<WebDriver>> browsers)
      throws InterruptedException, ExecutionException {
    Judgements judgements = new Judgements();
    try (Sites sites = Sites.start()) {
      ConcurrentLinkedQueue<List<Definition>> left =
          new ConcurrentLinkedQueue<>(
              judged().collect(Collectors.groupingBy(Definition::project)).values());
      ExecutorService threads = Executors.newFixedThreadPool(most);
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < most; i++) {
        working.add(
            threads.submit(
                () -> browsers.accept(driver -> judgements.judgeAll(driver, sites, left))));
      }
      threads.shutdown();
      for (Future<?> one : working) {
        one.get();
      }
    }
    return judgements;
  }

  private void judgeAll(
      WebDriver driver, Sites sites, ConcurrentLinkedQueue<List<Definition>> left) {
    for (List<Definition> next = left.poll(); next != null; next = left.poll()) {
      judge(driver, sites, next);
    }
  }

  private void judge(WebDriver driver, Sites sites, List<Definition> definitions) {
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

  Verdict verdict(Definition definition) {
    Verdict verdict = verdicts.get(definition.id());
    if (verdict == null) {
      throw new IllegalStateException("No verdict for " + definition.id());
    }
    return verdict;
  }

  /** The finding that is the reason; empty for a goal that matched. */
  String reason(Definition definition) {
    Verdict verdict = verdict(definition);
    return verdict.status() == Status.MATCHED || verdict.findings().isEmpty()
        ? ""
        : verdict.findings().get(0).code();
  }

  boolean isJudgedRight(Definition definition) {
    return verdict(definition).status().name().equals(truth(definition).status());
  }

  /** Broken ones for which the library gives another reason than the right one, or none. */
  List<String> wrongReasons(Function<Definition, String> right) {
    return broken()
        .filter(one -> !reason(one).equals(right.apply(one)))
        .map(one -> "%s, not %s: %s".formatted(reason(one), right.apply(one), one))
        .toList();
  }
}
