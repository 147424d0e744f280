package io.midagoal.verify;

import io.midagoal.goal.Goal;
import io.midagoal.page.PageScriptException;
import io.midagoal.page.PageSession;
import io.midagoal.page.PatternTrial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges the regular expressions of all goals in one go, where a bad one can do no harm, by the
 * URLs that their pages had.
 */
final class Patterns {

  /** Tells whether an expression is valid when there is no page to try it on. */
  private static final String ANY_URL = "https://example.com/";

  private record Answers(Map<PatternTrial, PatternTrial.Answer> byTrial) {
    PatternTrial.Answer to(String value, String url) {
      return Objects.requireNonNull(byTrial.get(new PatternTrial(value, url)));
    }
  }

  private Patterns() {}

  static void judge(PageSession session, List<Examination> examinations) {
    List<Examination> ofRegex =
        examinations.stream().filter(one -> Itinerary.isRegex(one.goal())).toList();
    if (ofRegex.isEmpty()) {
      return;
    }
    Set<PatternTrial> trials = new LinkedHashSet<>();
    ofRegex.forEach(one -> trials.addAll(trialsOf(one)));
    try {
      Answers answers = answers(session, new ArrayList<>(trials));
      ofRegex.forEach(one -> judge(one, answers));
    } catch (PageScriptException e) {
      ofRegex.forEach(
          one -> one.found(PageFindings.interferes("about:blank", String.valueOf(e.getMessage()))));
    }
  }

  private static Answers answers(PageSession session, List<PatternTrial> trials) {
    List<PatternTrial.Answer> answers = session.tryPatterns(trials);
    Map<PatternTrial, PatternTrial.Answer> byTrial = new HashMap<>();
    for (int i = 0; i < trials.size(); i++) {
      byTrial.put(trials.get(i), answers.get(i));
    }
    return new Answers(byTrial);
  }

  private static List<PatternTrial> trialsOf(Examination one) {
    Goal goal = one.goal();
    Stream<String> urls = Stream.concat(urlsOf(one), one.expectation().ignores().stream());
    Stream<PatternTrial> asWritten = urls.map(url -> new PatternTrial(goal.value(), url));
    Stream<PatternTrial> unescaped =
        unescaped(goal).stream()
            .flatMap(value -> urlsOf(one).map(url -> new PatternTrial(value, url)));
    return Stream.concat(asWritten, unescaped).toList();
  }

  private static Stream<String> urlsOf(Examination one) {
    return one.arrivals().isEmpty() ? Stream.of(ANY_URL) : one.arrivals().stream();
  }

  private static Optional<String> unescaped(Goal goal) {
    return goal.value().contains("\\\\")
        ? Optional.of(goal.value().replace("\\\\", "\\"))
        : Optional.empty();
  }

  private static void judge(Examination one, Answers answers) {
    Goal goal = one.goal();
    String anyUrl = urlsOf(one).findFirst().orElse(ANY_URL);
    Optional<String> invalid = answers.to(goal.value(), anyUrl).syntaxError();
    if (invalid.isPresent()) {
      one.found(UrlFindings.regexSyntax(goal, invalid.get()));
      return;
    }
    one.arrivals().stream()
        .flatMap(url -> mismatch(goal, url, answers).stream())
        .findFirst()
        .ifPresent(one::found);
    List<String> alsoMatches =
        one.expectation().ignores().stream()
            .filter(url -> answers.to(goal.value(), url).matches())
            .toList();
    if (!alsoMatches.isEmpty()) {
      one.found(UrlFindings.alsoMatches(alsoMatches));
    }
  }

  private static Optional<Finding> mismatch(Goal goal, String url, Answers answers) {
    PatternTrial.Answer answer = answers.to(goal.value(), url);
    if (answer.timedOut()) {
      return Optional.of(UrlFindings.regexSlow(goal, url));
    }
    if (answer.matches()) {
      return Optional.empty();
    }
    Optional<String> unescaped = unescaped(goal).filter(value -> answers.to(value, url).matches());
    return Optional.of(UrlFindings.regexMismatch(goal, url, unescaped));
  }
}
