package io.midagoal.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.JudgedPages;
import io.midagoal.testing.JudgedPages.JudgedPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/**
 * Mutants of the scripts that judge a page as it stands. The tests that judge pages run once, with
 * the scripts as they are; then each of their pages is judged with all mutants that still live. One
 * that judges a page otherwise would turn the test of that page red.
 */
final class RuleMutants {

  private static final int BROWSERS = 2;

  /** Mutants that are tried at a time on one page. */
  private static final int BATCH = 60;

  private final Queue<JudgedPage> pages;
  private final Set<Mutant> living;

  private RuleMutants(List<JudgedPage> pages, List<Mutant> mutants) {
    this.pages = new ConcurrentLinkedQueue<>(pages);
    living = ConcurrentHashMap.newKeySet();
    living.addAll(mutants);
  }

  /** The mutants with which every page is judged as without, and left as it was. */
  static Set<Mutant> living(List<Mutant> mutants, List<String> tests, long seed)
      throws InterruptedException {
    if (mutants.isEmpty()) {
      return Set.of();
    }
    judgePages(tests);
    List<JudgedPage> pages = new ArrayList<>(JudgedPages.all());
    Collections.shuffle(pages, new Random(seed));
    RuleMutants run = new RuleMutants(pages, mutants);
    run.replayAll();
    return run.living;
  }

  private static void judgePages(List<String> tests) {
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
    ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS);
    for (int i = 0; i < BROWSERS; i++) {
      browsers.execute(() -> Browsers.with(this::replayPages));
    }
    browsers.shutdown();
    if (!browsers.awaitTermination(3, TimeUnit.HOURS)) {
      throw new IllegalStateException("The mutants do not come to an end.");
    }
  }

  private Void replayPages(WebDriver driver) {
    for (JudgedPage page = pages.poll(); page != null; page = pages.poll()) {
      try {
        replay(PageReplay.open(driver, page));
      } catch (WebDriverException e) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        System.out.printf("left out: %s (%s)%n", page, reason);
      }
      System.out.printf("%d pages to come, %d mutants live%n", pages.size(), living.size());
    }
    return null;
  }

  /**
   * A page that moves tells nothing of a mutant, and one of thousands of elements takes too long.
   */
  private void replay(PageReplay replay) {
    if (replay.isSlow() || !replay.isSteady()) {
      return;
    }
    List<Mutant> all = living.stream().filter(replay::reaches).toList();
    for (int from = 0; from < all.size(); from += BATCH) {
      List<Mutant> batch = all.subList(from, Math.min(all.size(), from + BATCH));
      List<Boolean> noticed = replay.noticed(batch);
      IntStream.range(0, batch.size())
          .filter(noticed::get)
          .mapToObj(batch::get)
          .forEach(living::remove);
    }
  }
}
