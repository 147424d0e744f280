package io.midagoal.client;

import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.goal.GoalProfile;
import io.midagoal.internal.http.ApiResponse;
import io.midagoal.internal.text.LabelledText;
import io.midagoal.internal.text.Redaction;
import io.midagoal.internal.text.UrlCredentials;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Words the failures of calls: goal and reason first, then what was sent, what Mida answered, how
 * often it was tried and what to do, one fact a line. Lines are wrapped at 80 columns.
 */
final class Failures {
  private static final int EXCERPT_LENGTH = 200;

  /** What an excerpt is made from: more than all the ways to spell an API key can shrink to it. */
  private static final int EXCERPT_SOURCE = 64 * Call.KIB;

  private static final int MOST_GOALS_SHOWN = 10;

  private final Redaction redaction;

  Failures(Redaction redaction) {
    this.redaction = redaction;
  }

  /** What is made of an answer that refuses. */
  static CallFailedException refused(Call call, ApiResponse answer) {
    if (answer.isRedirect()) {
      String target = answer.location().orElse("nowhere");
      return CallFailedException.answered(
          call,
          answer,
          Kind.UNEXPECTED_ANSWER,
          "a redirect to " + target + ", which is not followed with the API key");
    }
    Kind kind = kindOf(answer.status());
    String reason = answer.isNotOffered() ? "Mida does not offer this call" : reason(kind, call);
    return CallFailedException.answered(call, answer, kind, reason);
  }

  /** What is made of an answer that shows a goal which was deleted. */
  static CallFailedException deleted(Call call, ApiResponse answer) {
    return CallFailedException.answered(
        call, answer, Kind.NOT_FOUND, "the goal was deleted in Mida");
  }

  static CallFailedException unexpected(Call call, ApiResponse answer, String reason) {
    return CallFailedException.answered(call, answer, Kind.UNEXPECTED_ANSWER, reason);
  }

  /**
   * The failure of a call.
   *
   * @param attempts how often it was sent
   * @param total the limit for all attempts
   */
  MidaApiException of(CallFailedException failure, int attempts, Duration elapsed, Duration total) {
    LabelledText facts = facts(failure.call(), failure.reason());
    facts.add(
        "Sent:",
        failure.kind() == Kind.INVALID_GOAL && failure.answer().isEmpty()
            ? "nothing"
            : failure.call().request().describe());
    facts.add("Answer:", said(failure));
    if (attempts > 1) {
      facts.add("Tried:", "%d times in %s".formatted(attempts, seconds(elapsed)));
    }
    failure
        .retryAfter()
        .ifPresent(
            wait ->
                facts.add(
                    "Wait:",
                    "Mida asks to wait %s; a call with all its attempts may take %s."
                        .formatted(seconds(wait), seconds(total))));
    facts.add("Next step:", nextStep(failure));
    return exception(failure, facts);
  }

  /** The failure of a call that reached the limit of the project's plan. */
  MidaApiException planLimit(MidaApiException refusal, List<GoalProfile> goals) {
    LabelledText facts = new LabelledText(String.valueOf(refusal.getMessage()));
    facts.add(
        "Goals:", goals.size() == 1 ? "the project has 1" : "the project has " + goals.size());
    goals.stream()
        .limit(MOST_GOALS_SHOWN)
        .forEach(
            goal ->
                facts.add(
                    "", "%d  %s  \"%s\"".formatted(goal.id(), goal.key(), goal.goal().name())));
    if (goals.size() > MOST_GOALS_SHOWN) {
      facts.add("", "and " + (goals.size() - MOST_GOALS_SHOWN) + " more");
    }
    return refusal.withMessage(hide(facts.text()));
  }

  /** The failure of a creation that may have worked, where the goal cannot be looked for either. */
  MidaApiException mayExist(MidaApiException failure) {
    LabelledText facts = new LabelledText(String.valueOf(failure.getMessage()));
    facts.add(
        "Note:",
        "Mida's answer was lost or unclear, and Mida did not list its goals: this call may have"
            + " created the goal. Look in Mida.");
    return failure.withUnknownOutcome(hide(facts.text()));
  }

  /** The failure of a call that was not sent because Mida is down. */
  MidaApiException notTried(Call call, Duration pause) {
    LabelledText facts =
        facts(
            call,
            "Mida is down: an earlier call failed in all its attempts, so this one was not sent");
    facts.add("Sent:", "nothing");
    facts.add(
        "Next step:",
        "See the first failure for the reason. Calls are sent again in " + seconds(pause) + ".");
    return MidaApiException.of(
        Kind.UNREACHABLE, MidaApiException.NO_STATUS, call.operation(), false, text(facts));
  }

  private MidaApiException exception(CallFailedException failure, LabelledText facts) {
    return MidaApiException.of(
        failure.kind(),
        failure.answer().map(ApiResponse::status).orElse(MidaApiException.NO_STATUS),
        failure.call().operation(),
        failure.mayHaveWorked(),
        text(facts));
  }

  private LabelledText facts(Call call, String reason) {
    return new LabelledText(hide(call.doing() + " failed: " + oneLine(reason)));
  }

  /** Neither the API key nor user and password of a URL are shown. */
  private String hide(String text) {
    return UrlCredentials.hideIn(redaction.apply(text));
  }

  /** Redacted before the lines are broken, so that no break hides a key from the filter. */
  private String text(LabelledText facts) {
    return facts.text(this::hide);
  }

  private String said(CallFailedException failure) {
    return failure
        .answer()
        .map(answer -> answer.status() + " " + excerpt(answer.body()))
        .orElse("none");
  }

  /**
   * Takes the API key out before the cut, which might leave a part of it that is not recognized.
   */
  private String excerpt(ApiResponse.Body body) {
    String text = GoalJson.readError(body).orElseGet(body::text);
    String beginning = text.substring(0, Math.min(text.length(), EXCERPT_SOURCE));
    String clean = oneLine(hide(beginning));
    if (clean.isEmpty()) {
      return "(empty)";
    }
    return clean.length() <= EXCERPT_LENGTH ? clean : clean.substring(0, EXCERPT_LENGTH) + "...";
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0).replace(".0 s", " s");
  }

  private static Kind kindOf(int status) {
    return switch (status) {
      case 400 -> Kind.INVALID_GOAL;
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Kind.PLAN_LIMIT;
      case 404 -> Kind.NOT_FOUND;
      case 406 -> Kind.KEY_TAKEN;
      case 429 -> Kind.RATE_LIMITED;
      default -> status >= 500 ? Kind.SERVER_ERROR : Kind.UNEXPECTED_ANSWER;
    };
  }

  private static String reason(Kind kind, Call call) {
    return switch (kind) {
      case INVALID_GOAL -> "Mida refused the definition";
      case UNAUTHORIZED -> "Mida does not accept the API key";
      case PLAN_LIMIT ->
          call.isCreation()
              ? "the project's plan allows no further goal"
              : "the API key is not allowed to make this call";
      case NOT_FOUND -> notFound(call);
      case KEY_TAKEN -> "the project already has a goal with this key";
      case RATE_LIMITED -> "Mida received too many requests";
      case SERVER_ERROR -> "Mida has a problem of its own";
      case UNREACHABLE, TIMEOUT, UNEXPECTED_ANSWER -> "the answer's status is not documented";
    };
  }

  /** Where Mida does not offer to list goals, only a creation tells whether the project exists. */
  private static String notFound(Call call) {
    if (call.isCreation()) {
      return "Mida has no such project";
    }
    return call.subject()
        .map(subject -> "Mida has no such " + subject)
        .orElse("Mida has no such project, or does not offer this call");
  }

  private static String nextStep(CallFailedException failure) {
    Call call = failure.call();
    if (failure.answer().filter(ApiResponse::isNotOffered).isPresent()) {
      return "Check that the address is Mida's API (midagoal.region, midagoal.api-url), and that it"
          + " has \""
          + call.operation()
          + "\".";
    }
    return switch (failure.kind()) {
      case INVALID_GOAL ->
          failure.answer().isPresent()
              ? "Correct the field that Mida names."
              : "Give the goal a type and a purpose of Mida's reference.";
      case UNAUTHORIZED ->
          "Check the API key (MIDA_API_KEY), and that it belongs to the project's region"
              + " (midagoal.region).";
      case PLAN_LIMIT -> call.isCreation() ? planNextStep() : "Use an API key that is allowed to.";
      case NOT_FOUND ->
          call.subject()
              .map(subject -> "Somebody may have deleted the " + subject + ": look in Mida.")
              .orElse(
                  "Check the project key (midagoal.project-key) and its region (midagoal.region).");
      case KEY_TAKEN ->
          "Give the goal another key (or name, which the key is made from). The goal that has it"
              + " may be one that was deleted in Mida.";
      case RATE_LIMITED ->
          "Run again later; fewer jobs at the same time, or a longer midagoal.api-timeout, help.";
      case SERVER_ERROR -> "Run again later; if it stays, ask Mida's support." + orWorked(failure);
      case UNREACHABLE ->
          "Check the network, the proxy and the address (midagoal.region, midagoal.api-url)."
              + orWorked(failure);
      case TIMEOUT ->
          "Run again later; where the network is slow, raise midagoal.api-timeout."
              + orWorked(failure);
      case UNEXPECTED_ANSWER ->
          "Check that the address is Mida's API (midagoal.region, midagoal.api-url)."
              + orWorked(failure);
    };
  }

  private static String planNextStep() {
    return "Let tests use the goals that exist (midagoal.on-existing=reuse with the same"
        + " definitions), let runs delete what they create (midagoal.cleanup=delete), delete"
        + " a goal that is no longer needed, or change the project's plan.";
  }

  private static String orWorked(CallFailedException failure) {
    return failure.mayHaveWorked() && failure.call().changes()
        ? " Mida may have done it all the same: look there."
        : "";
  }
}
