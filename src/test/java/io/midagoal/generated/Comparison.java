package io.midagoal.generated;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import io.midagoal.verify.GoalVerifier;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriver;

/**
 * What midagoal says about the goals of one page, beside what real input shows.
 *
 * @param page the page as HTML
 * @param verdicts midagoal's, one for each goal
 * @param counted the indexes of the goals that real input had counted
 */
record Comparison(String page, List<Verdict> verdicts, Set<Integer> counted) {

  /** A goal before its page has a URL. */
  record Wish(GoalType type, String value) {

    Goal at(String url) {
      return Goal.builder().name("Goal").type(type).value(value).elementUrl(url).build();
    }

    @Override
    public String toString() {
      return type.wireName() + " " + value;
    }
  }

  /** A page, and the goals that are looked at together on it. */
  record Sample(String page, List<Wish> wishes) {

    /** Short, since hundreds of them are told together. */
    @Override
    public String toString() {
      return "a page of %d characters".formatted(page.length());
    }
  }

  /** What a visitor does on a page; answers the indexes of the goals that this had counted. */
  interface Act {
    Set<Integer> on(Visitor visitor, String url, List<Goal> goals);
  }

  /** Judges the goals, and lets a visitor act on the same page. */
  static Comparison of(WebDriver driver, Sample sample, Act act) {
    String url = TestPages.html(sample.page());
    List<Wish> wishes = sample.wishes();
    List<Goal> goals = wishes.stream().map(wish -> wish.at(url)).toList();
    List<Verdict> verdicts =
        GoalVerifier.on(driver)
            .timeout(Duration.ofSeconds(20))
            .verifyAll(goals.stream().map(Expectation::of).toList());
    return new Comparison(sample.page(), verdicts, act.on(new Visitor(driver), url, goals));
  }

  /** Of each goal in turn. */
  Stream<Boolean> areMatched() {
    return IntStream.range(0, verdicts.size()).mapToObj(this::isMatched);
  }

  boolean isMatched(int index) {
    return verdicts.get(index).status() == Status.MATCHED;
  }

  /** One line for each goal on which the two differ. */
  List<String> differences() {
    return IntStream.range(0, verdicts.size())
        .filter(index -> isMatched(index) != counted.contains(index))
        .mapToObj(this::told)
        .toList();
  }

  private String told(int index) {
    Verdict verdict = verdicts.get(index);
    Goal goal = verdict.expectation().goal();
    return "%s %s: midagoal says %s, real input %s it"
        .formatted(
            goal.type().wireName(),
            goal.value(),
            verdict.summary(),
            counted.contains(index) ? "triggers" : "never triggers");
  }
}
