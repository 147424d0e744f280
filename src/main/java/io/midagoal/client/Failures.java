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
 * Builds the error messages for failed calls: goal and reason, then what was sent, what Mida
 * answered, the number of attempts and the next step, each on its own line, wrapped at 80 columns.
 */
final class Failures {
  private static final int EXCERPT_LENGTH = 200;

  /** How much of a body is redacted before the cut: longer than any encoding of an API key. */
  private static final int EXCERPT_SOURCE = 64 * Call.KIB;

  private static final int MAX_GOALS_SHOWN = 10;

  private final Redaction redaction;

  Failures(Redaction redaction) {
    this.redaction = redaction;
  }

  /** The failure for an error status. */
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

  /** The failure for a goal that Mida returns as deleted. */
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
   * @param attempts the number of attempts
   * @param total the limit for all attempts
   */
  MidaApiException of(CallFailedException failure, int attempts, Duration elapsed, Duration total) {
    LabelledText facts = facts(failure.call(), failure.reason());
    facts.add(
        "Sent:",
        failure.kind() == Kind.INVALID_GOAL && failure.answer().isEmpty()
            ? "nothing"
            : failure.call().request().describe());
    facts.add("Answer:", answerText(failure));
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

  /** The failure of a call that hit the limit of the project's plan. */
  MidaApiException planLimit(MidaApiException refusal, List<GoalProfile> goals) {
    LabelledText facts = new LabelledText(String.valueOf(refusal.getMessage()));
    facts.add(
        "Goals:", goals.size() == 1 ? "the project has 1" : "the project has " + goals.size());
    goals.stream()
        .limit(MAX_GOALS_SHOWN)
        .forEach(
            goal ->
                facts.add(
                    "", "%d  %s  \"%s\"".formatted(goal.id(), goal.key(), goal.goal().name())));
    if (goals.size() > MAX_GOALS_SHOWN) {
      facts.add("", "and " + (goals.size() - MAX_GOALS_SHOWN) + " more");
    }
    return refusal.withMessage(hide(facts.text()));
  }

  /** The failure of a creation with unknown outcome, when the goals cannot be listed either. */
  MidaApiException mayExist(MidaApiException failure) {
    LabelledText facts = new LabelledText(String.valueOf(failure.getMessage()));
    facts.add(
        "Note:",
        "Mida's answer was lost or unclear, and Mida did not list its goals: this call may have"
            + " created the goal. Check in Mida.");
    return failure.withUnknownOutcome(hide(facts.text()));
  }

  /** The failure of a call that was not sent because Mida is down. */
  MidaApiException duringOutage(Call call, Duration pause) {
    LabelledText facts =
        facts(
            call,
            "Mida is down: an earlier call failed in all its attempts, so this one was not sent");
    facts.add("Sent:", "nothing");
    facts.add(
        "Next step:",
        "See the first failure for the reason. Calls are sent again in " + seconds(pause) + ".");
    return new MidaApiException(
        Kind.UNREACHABLE, MidaApiException.NO_STATUS, call.operation(), false, text(facts));
  }

  private MidaApiException exception(CallFailedException failure, LabelledText facts) {
    return new MidaApiException(
        failure.kind(),
        failure.answer().map(ApiResponse::status).orElse(MidaApiException.NO_STATUS),
        failure.call().operation(),
        failure.mayHaveWorked(),
        text(facts));
  }

  private LabelledText facts(Call call, String reason) {
    return new LabelledText(hide(call.action() + " failed: " + oneLine(reason)));
  }

  /** Hides the API key and the credentials in URLs. */
  private String hide(String text) {
    return UrlCredentials.hideIn(redaction.apply(text));
  }

  /** Redacts before wrapping, since a line break could hide a key from the filter. */
  private String text(LabelledText facts) {
    return facts.text(this::hide);
  }

  private String answerText(CallFailedException failure) {
    return failure
        .answer()
        .map(answer -> answer.status() + " " + excerpt(answer.body()))
        .orElse("none");
  }

  /** Redacts the API key before the cut, which could leave an unrecognizable part of it. */
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
      case SERVER_ERROR -> "Mida had an internal error";
      case UNREACHABLE, TIMEOUT, UNEXPECTED_ANSWER -> "the answer's status is not documented";
    };
  }

  /** Unless it creates a goal, a 404 may also mean that Mida does not offer the call. */
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
              : "Use a type and a purpose from Mida's reference.";
      case UNAUTHORIZED ->
          "Check the API key (MIDA_API_KEY), and that it belongs to the project's region"
              + " (midagoal.region).";
      case PLAN_LIMIT ->
          call.isCreation() ? planNextStep() : "Use an API key with the permission for it.";
      case NOT_FOUND ->
          call.subject()
              .map(subject -> "Somebody may have deleted the " + subject + ": check in Mida.")
              .orElse(
                  "Check the project key (midagoal.project-key) and its region (midagoal.region).");
      case KEY_TAKEN ->
          "Give the goal another key (or name, which the key is derived from). The key may"
              + " belong to a goal that was deleted in Mida.";
      case RATE_LIMITED ->
          "Run again later, with fewer parallel jobs or a longer midagoal.api-timeout.";
      case SERVER_ERROR ->
          "Run again later; if it persists, contact Mida's support." + outcomeNote(failure);
      case UNREACHABLE ->
          "Check the network, the proxy and the address (midagoal.region, midagoal.api-url)."
              + outcomeNote(failure);
      case TIMEOUT ->
          "Run again later; on a slow network, raise midagoal.api-timeout." + outcomeNote(failure);
      case UNEXPECTED_ANSWER ->
          "Check that the address is Mida's API (midagoal.region, midagoal.api-url)."
              + outcomeNote(failure);
    };
  }

  private static String planNextStep() {
    return "Reuse existing goals (midagoal.on-existing=reuse with the same definitions), delete"
        + " goals after each run (midagoal.cleanup=delete), delete a goal that is no longer"
        + " needed, or upgrade the project's plan.";
  }

  private static String outcomeNote(CallFailedException failure) {
    return failure.mayHaveWorked() && failure.call().changes()
        ? " Mida may have done it even so: check there."
        : "";
  }
}
