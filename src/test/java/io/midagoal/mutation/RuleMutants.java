package io.midagoal.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.JudgedPages;
import io.midagoal.testing.JudgedPages.JudgedPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.openqa.selenium.WebDriver;

/**
 * Mutants of the scripts that judge a page as it stands. The tests that judge pages run once, with
 * the scripts as they are; then each of their pages is judged with all mutants that still live. One
 * that judges a page otherwise would turn the test of that page red.
 */
final class RuleMutants {

  private static final int BROWSERS = 2;

  /** Mutants that are tried at a time on one page. */
  private static final int BATCH = 60;

  private final List<JudgedPage> pages;
  private final Map<Mutant, String> outcomes = new ConcurrentHashMap<>();

  private RuleMutants(List<JudgedPage> pages) {
    this.pages = pages;
  }

  /** What became of each mutant: verdict, state, error, words, or same for one that lives. */
  static Map<Mutant, String> outcomes(List<Mutant> mutants, List<Class<?>> tests, long seed)
      throws InterruptedException {
    judgePages(tests);
    List<JudgedPage> pages = new ArrayList<>(JudgedPages.all());
    Collections.shuffle(pages, new Random(seed));
    RuleMutants run = new RuleMutants(pages);
    mutants.forEach(mutant -> run.outcomes.put(mutant, "same"));
    run.replayAll();
    return run.outcomes;
  }

  private static void judgePages(List<Class<?>> tests) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(tests.stream().map(test -> selectClass(test)).toList())
            .filters(EngineFilter.includeEngines("junit-jupiter", "jqwik"))
            .configurationParameters(MutationRun.PARALLEL)
            .build();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create(
            LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build())
        .execute(request, summary);
    if (summary.getSummary().getTotalFailureCount() > 0) {
      throw new IllegalStateException(
          "A test is red with the scripts as they are: "
              + summary.getSummary().getFailures().get(0).getTestIdentifier().getDisplayName());
    }
  }

  private void replayAll() throws InterruptedException {
    Queue<JudgedPage> left = new ConcurrentLinkedQueue<>(pages);
    ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS);
    for (int i = 0; i < BROWSERS; i++) {
      browsers.execute(
          () ->
              Browsers.with(
                  driver -> {
                    for (JudgedPage page = left.poll(); page != null; page = left.poll()) {
                      replay(driver, page);
                      System.out.printf(
                          "%d pages to come, %d live%n", left.size(), living().size());
                    }
                    return null;
                  }));
    }
    browsers.shutdown();
    if (!browsers.awaitTermination(3, TimeUnit.HOURS)) {
      throw new IllegalStateException("The mutants do not come to an end.");
    }
  }

  /** Those that no page has judged otherwise so far, in words only left aside. */
  private List<Mutant> living() {
    return outcomes.entrySet().stream()
        .filter(entry -> entry.getValue().equals("same") || entry.getValue().equals("words"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void replay(WebDriver driver, JudgedPage page) {
    try {
      PageReplay replay = PageReplay.open(driver, page);
      if (!replay.isSteady()) {
        System.out.println("not steady: " + page);
        return;
      }
      List<Mutant> living = living();
      for (int from = 0; from < living.size(); from += BATCH) {
        List<Mutant> batch = living.subList(from, Math.min(living.size(), from + BATCH));
        List<String> found = replay.outcomes(batch);
        for (int i = 0; i < batch.size(); i++) {
          if (!found.get(i).equals("same")) {
            outcomes.put(batch.get(i), found.get(i));
          }
        }
      }
    } catch (RuntimeException e) {
      System.out.printf(
          "left out: %s (%s)%n",
          page, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }
}
