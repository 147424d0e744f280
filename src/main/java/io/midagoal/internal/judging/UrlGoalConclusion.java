package io.midagoal.internal.judging;

import io.midagoal.goal.ConvertedBy;
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
 * Concludes on URL goals when all their pages have been visited. What a page itself could not tell
 * is asked in one go, where a bad expression can do no harm: whether regular expressions match, why
 * a goal fails, and what would work on all of its pages.
 */
public final class UrlGoalConclusion {

  private UrlGoalConclusion() {}

  public static void judge(PageSession session, List<GoalInProgress> examinations) {
    List<GoalInProgress> ofUrl =
        examinations.stream()
            .filter(one -> one.goal().type().convertedBy() == ConvertedBy.URL)
            .toList();
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
        || one.visits().stream()
            .map(UrlArrival::facts)
            .anyMatch(facts -> !facts.met() || !facts.alsoMatches().isEmpty());
  }

  private static UrlQuestion question(GoalInProgress one) {
    return new UrlQuestion(
        one.query(),
        one.visits().stream()
            .map(
                visit ->
                    new UrlQuestion.Arrived(
                        visit.url(),
                        visit.page().requestedUrl().orElse(""),
                        visit.arrival().links()))
            .toList());
  }

  private static void concludeMet(GoalInProgress one) {
    if (!one.visits().isEmpty()) {
      UrlFindings.ofMet(one.goal()).ifPresent(one::found);
      one.visits().get(0).facts().otherPages().ifPresent(others -> alsoMatches(one, others));
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
    answer.unmet().ifPresent(place -> fails(one, one.visits().get(place), diagnosis));
    if (!answer.ignored().isEmpty()) {
      Optional<String> narrower =
          answer.unmet().isPresent() ? Optional.empty() : diagnosis.suggestion();
      one.found(UrlFindings.alsoMatches(answer.ignored(), narrower));
    }
    if (answer.unmet().isEmpty() && !one.visits().isEmpty()) {
      UrlFindings.ofMet(one.goal()).ifPresent(one::found);
    }
    answer
        .slowNear()
        .map(url -> UrlFindings.regexSlowElsewhere(one.goal(), url))
        .ifPresent(one::found);
    answer.otherPages().ifPresent(others -> alsoMatches(one, others));
  }

  private static void fails(GoalInProgress one, UrlArrival visit, UrlDiagnosis diagnosis) {
    one.failsAt(visit, visit.excuse().orElseGet(() -> mismatch(one, visit, diagnosis)));
  }

  private static Finding mismatch(GoalInProgress one, UrlArrival visit, UrlDiagnosis diagnosis) {
    Arrival arrival = visit.arrival();
    return diagnosis.askedCounts()
        ? UrlFindings.ledElsewhere(one.goal(), visit.page(), visit.url(), arrival)
        : UrlFindings.mismatch(one.goal(), visit.url(), diagnosis);
  }

  private static void alsoMatches(GoalInProgress one, OtherPages others) {
    if (others.count() > 0) {
      one.found(UrlFindings.alsoMatchesLinks(one.goal(), others));
    }
  }
}
