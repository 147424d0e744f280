package io.midagoal.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.generated.Comparison.Sample;
import io.midagoal.generated.Comparison.Wish;
import io.midagoal.goal.GoalType;
import io.midagoal.testing.Browsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCollector;
import org.openqa.selenium.chromium.HasCdp;

/** What midagoal says about clicks is what clicks do, on pages that nobody thought of. */
@Tag("browser")
class GeneratedPagesTest {

  private static final Map<String, Object> SMALL_WINDOW =
      Map.of("width", 400, "height", 300, "deviceScaleFactor", 1, "mobile", false);

  /** Pages wait more than they work: for the page to settle, and for what comes of a click. */
  private static final ExecutorService VISITS =
      Executors.newFixedThreadPool(
          3,
          task -> {
            Thread thread = new Thread(task, "visit");
            thread.setDaemon(true);
            return thread;
          });

  /** The same pages every time, so that a change of the code is what turns this red. */
  @Tag("full")
  @Property(
      tries = 1,
      seed = "20261127",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void verdictsOnClicksAgreeWithRealClicks(@ForAll("pages") List<Sample> samples) {
    agree(samples, Visitor::clicksEverywhere);
  }

  @Property(
      tries = 1,
      seed = "20261123",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void verdictsOnSomeFormsAgreeWithRealSubmits(@ForAll("someFormPages") List<Sample> samples) {
    agree(samples, Visitor::fillsInAndSubmits);
  }

  @Tag("full")
  @Property(
      tries = 1,
      seed = "20261127",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void verdictsOnFormsAgreeWithRealSubmits(@ForAll("formPages") List<Sample> samples) {
    agree(samples, Visitor::fillsInAndSubmits);
  }

  /** Other pages every time, to find what nobody thought of; the seed is printed. */
  @Tag("explore")
  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void verdictsOnClicksAgreeWithRealClicksOnOtherPages(@ForAll("pages") List<Sample> samples) {
    agree(samples, Visitor::clicksEverywhere);
  }

  @Tag("explore")
  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void verdictsOnFormsAgreeWithRealSubmitsOnOtherPages(@ForAll("formPages") List<Sample> samples) {
    agree(samples, Visitor::fillsInAndSubmits);
  }

  /** Looks at all pages before it says anything: what is found on one must not hide another. */
  private static void agree(List<Sample> samples, Comparison.Act act) {
    List<Comparison> found =
        samples.stream()
            .map(sample -> CompletableFuture.supplyAsync(() -> compare(sample, act), VISITS))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(found)
        .filteredOn(one -> !one.differences().isEmpty())
        .extracting(one -> one.page() + "\n" + one.differences())
        .isEmpty();
    // Pages on which nearly everything, or hardly anything, matches would prove little.
    collect("pages whose first goal matches", found.stream().map(one -> one.isMatched(0)));
    collect("goals that match", found.stream().flatMap(Comparison::areMatched));
  }

  private static Comparison compare(Sample sample, Comparison.Act act) {
    return Browsers.with(
        driver -> {
          HasCdp devTools = (HasCdp) driver;
          devTools.executeCdpCommand("Emulation.setDeviceMetricsOverride", SMALL_WINDOW);
          Comparison comparison = Comparison.of(driver, sample, act);
          devTools.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
          return comparison;
        });
  }

  private static void collect(String label, Stream<Boolean> matched) {
    StatisticsCollector collector = Statistics.label(label);
    matched.forEach(collector::collect);
    collector.coverage(
        coverage -> coverage.check(true).percentage(share -> share > 33.3 && share < 66.7));
  }

  /** All the goals that are looked at together on one page. */
  static List<Wish> clickGoals(List<String> selectors) {
    List<Wish> wishes = new ArrayList<>();
    Pages.CLASSES.forEach(name -> wishes.add(new Wish(GoalType.CLICK_ON_ELEMENT, "." + name)));
    selectors.forEach(selector -> wishes.add(new Wish(GoalType.CLICK_ON_ELEMENT, selector)));
    Pages.TEXTS.forEach(text -> wishes.add(new Wish(GoalType.CLICK_ON_TEXT, text)));
    return wishes;
  }

  /** The forms that pages with forms have. */
  static List<Wish> formGoals() {
    return Stream.of("#one form", "#two form", "form", "form.a, form.b, form.c")
        .map(selector -> new Wish(GoalType.FORM_SUBMIT, selector))
        .toList();
  }

  @Provide
  Arbitrary<List<Sample>> pages() {
    return Combinators.combine(Pages.pages(), Pages.selectors().list().ofSize(4))
        .as((page, selectors) -> new Sample(page, clickGoals(selectors)))
        .list()
        .ofSize(500);
  }

  @Provide
  Arbitrary<List<Sample>> formPages() {
    return withForms(200);
  }

  @Provide
  Arbitrary<List<Sample>> someFormPages() {
    return withForms(10);
  }

  private static Arbitrary<List<Sample>> withForms(int count) {
    return Pages.formPages().map(page -> new Sample(page, formGoals())).list().ofSize(count);
  }
}
