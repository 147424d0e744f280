package io.midagoal.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.generated.Comparison.Wish;
import io.midagoal.goal.GoalType;
import io.midagoal.testing.Browsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCollector;
import org.openqa.selenium.chromium.HasCdp;

/** What midagoal says about clicks is what clicks do, on pages that nobody thought of. */
class GeneratedPagesTest {

  private static final Map<String, Object> SMALL_WINDOW =
      Map.of("width", 400, "height", 300, "deviceScaleFactor", 1, "mobile", false);

  /** The same pages every time, so that a change of the code is what turns this red. */
  @Tag("full")
  @Property(tries = 40, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void verdictsOnClicksAgreeWithRealClicks(
      @ForAll("pages") String page, @ForAll("selectors") List<String> selectors) {
    agree(page, clickGoals(selectors), Visitor::clicksEverywhere);
  }

  @Property(tries = 10, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void verdictsOnFormsAgreeWithRealSubmits(@ForAll("formPages") String page) {
    agree(page, formGoals(), Visitor::fillsInAndSubmits);
  }

  /** Other pages every time; the seed is printed. */
  @Tag("full")
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void verdictsOnClicksAgreeWithRealClicksOnManyPages(
      @ForAll("pages") String page, @ForAll("selectors") List<String> selectors) {
    agree(page, clickGoals(selectors), Visitor::clicksEverywhere);
  }

  @Tag("full")
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void verdictsOnFormsAgreeWithRealSubmitsOnManyPages(@ForAll("formPages") String page) {
    agree(page, formGoals(), Visitor::fillsInAndSubmits);
  }

  private static void agree(String page, List<Wish> wishes, Comparison.Act act) {
    Comparison found =
        Browsers.with(
            driver -> {
              HasCdp devTools = (HasCdp) driver;
              devTools.executeCdpCommand("Emulation.setDeviceMetricsOverride", SMALL_WINDOW);
              Comparison comparison = Comparison.of(driver, page, wishes, act);
              devTools.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
              return comparison;
            });
    assertThat(found.differences()).as(page).isEmpty();
    // Pages on which nearly everything, or hardly anything, matches would prove little.
    collect("pages whose first goal matches", List.of(found.isMatched(0)));
    collect(
        "goals that match", IntStream.range(0, wishes.size()).mapToObj(found::isMatched).toList());
  }

  private static void collect(String label, List<Boolean> matched) {
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
  Arbitrary<String> pages() {
    return Pages.pages();
  }

  @Provide
  Arbitrary<String> formPages() {
    return Pages.formPages();
  }

  @Provide
  Arbitrary<List<String>> selectors() {
    return Pages.selectors().list().ofSize(4);
  }
}
