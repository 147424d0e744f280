package io.midagoal.internal.judging;

import io.midagoal.goal.GoalType;
import io.midagoal.internal.facts.Arrival;
import io.midagoal.internal.facts.OtherPages;
import io.midagoal.internal.facts.UrlAnswer;
import io.midagoal.internal.facts.UrlDiagnosis;
import io.midagoal.internal.facts.UrlQuestion;
import io.midagoal.internal.findings.PageFindings;
import io.midagoal.internal.findings.UrlFindings;
import io.midagoal.internal.page.PageScriptException;
import io.midagoal.internal.page.PageSession;
import io.midagoal.verdict.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Concludes on URL goals when all their pages have been visited. What a page cannot answer is asked
 * in one call, in a tab where a slow expression does no harm: whether regular expressions match,
 * why a goal fails, and which value would work on all of its pages.
 */
public final class UrlGoalConclusion {

  private UrlGoalConclusion() {}

  public static void judge(PageSession session, List<GoalInProgress> goals) {
    List<GoalInProgress> ofUrl = goals.stream().filter(GoalInProgress::isUrlGoal).toList();
    List<GoalInProgress> open = ofUrl.stream().filter(UrlGoalConclusion::hasOpenQuestions).toList();
    ofUrl.stream().filter(one -> !hasOpenQuestions(one)).forEach(UrlGoalConclusion::concludeMet);
    if (open.isEmpty()) {
      return;
    }
    try {
      List<UrlAnswer> answers =
          session.askAboutUrls(open.stream().map(UrlGoalConclusion::question).toList());
      for (int i = 0; i < open.size(); i++) {
        conclude(open.get(i), answers.get(i));
      }
    } catch (PageScriptException e) {
      open.forEach(
          one ->
              one.found(
                  PageFindings.interferes(
                      Optional.of("about:blank"), String.valueOf(e.getMessage()))));
    }
  }

  private static boolean hasOpenQuestions(GoalInProgress one) {
    return one.goal().type() == GoalType.PAGEVIEW_REGEX
        || one.arrivals().stream()
            .map(UrlArrival::facts)
            .anyMatch(facts -> !facts.met() || !facts.alsoMatches().isEmpty());
  }

  private static UrlQuestion question(GoalInProgress one) {
    return new UrlQuestion(
        one.query(),
        one.arrivals().stream()
            .map(
                at ->
                    new UrlQuestion.Arrived(
                        at.url(), at.page().requestedUrl().orElse(""), at.arrival().links()))
            .toList());
  }

  private static void concludeMet(GoalInProgress one) {
    if (!one.arrivals().isEmpty()) {
      UrlFindings.ofMet(one.goal()).ifPresent(one::found);
      one.arrivals().get(0).facts().otherPages().ifPresent(others -> alsoMatches(one, others));
    }
  }

  private static void conclude(GoalInProgress one, UrlAnswer answer) {
    if (answer.syntaxError().isPresent()) {
      one.found(UrlFindings.regexSyntax(one.goal(), answer.syntaxError().get()));
    } else if (answer.slowOn().isPresent()) {
      one.found(UrlFindings.regexSlow(one.goal(), answer.slowOn().get()));
    } else {
      concludeJudged(one, answer);
    }
  }

  private static void concludeJudged(GoalInProgress one, UrlAnswer answer) {
    UrlDiagnosis diagnosis = answer.diagnosis().orElse(UrlDiagnosis.none());
    answer.unmet().ifPresent(place -> fails(one, one.arrivals().get(place), diagnosis));
    if (!answer.ignored().isEmpty()) {
      Optional<String> narrower =
          answer.unmet().isPresent() ? Optional.empty() : diagnosis.suggestion();
      one.found(UrlFindings.alsoMatches(answer.ignored(), narrower));
    }
    if (answer.unmet().isEmpty() && !one.arrivals().isEmpty()) {
      UrlFindings.ofMet(one.goal()).ifPresent(one::found);
    }
    answer
        .slowNear()
        .map(url -> UrlFindings.regexSlowElsewhere(one.goal(), url))
        .ifPresent(one::found);
    answer.otherPages().ifPresent(others -> alsoMatches(one, others));
  }

  private static void fails(GoalInProgress one, UrlArrival at, UrlDiagnosis diagnosis) {
    one.failsAt(at, at.excuse().orElseGet(() -> mismatch(one, at, diagnosis)));
  }

  private static Finding mismatch(GoalInProgress one, UrlArrival at, UrlDiagnosis diagnosis) {
    Arrival arrival = at.arrival();
    return diagnosis.askedCounts()
        ? UrlFindings.ledElsewhere(one.goal(), at.page(), at.url(), arrival)
        : UrlFindings.mismatch(one.goal(), at.url(), diagnosis);
  }

  private static void alsoMatches(GoalInProgress one, OtherPages others) {
    if (others.count() > 0) {
      one.found(UrlFindings.alsoMatchesLinks(one.goal(), others));
    }
  }
}
