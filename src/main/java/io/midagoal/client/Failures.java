package io.midagoal.client;

import io.midagoal.client.MidaApiException.Kind;

/**
 * Words the failures of one call: goal and reason first, then what was sent, what Mida answered and
 * what to do, one fact a line.
 */
final class Failures {
  private static final int EXCERPT_LENGTH = 200;

  private final String operation;
  private final String doing;
  private final String goalName;
  private final String sent;
  private final Redaction redaction;

  Failures(String operation, String doing, String goalName, String sent, Redaction redaction) {
    this.operation = operation;
    this.doing = doing;
    this.goalName = goalName;
    this.sent = sent;
    this.redaction = redaction;
  }

  MidaApiException notSent(String reason) {
    return MidaApiException.unanswered(
        Kind.INVALID_GOAL,
        operation,
        message(reason, "nothing", "none", "Give the goal one of the types of Mida's reference."));
  }

  MidaApiException unanswered(NoAnswerException failure) {
    return MidaApiException.unanswered(
        failure.kind(),
        operation,
        message(failure.reason(), sent, "none", nextStep(failure.kind())));
  }

  MidaApiException refused(Answer answer) {
    if (answer.isRedirect()) {
      String target = answer.location().orElse("nowhere");
      return unexpected(
          answer, "a redirect to " + target + ", which is not followed with the API key");
    }
    Kind kind = kindOf(answer.status());
    return answered(kind, answer, reason(kind));
  }

  MidaApiException unexpected(Answer answer, String reason) {
    return answered(Kind.UNEXPECTED_ANSWER, answer, reason);
  }

  private MidaApiException answered(Kind kind, Answer answer, String reason) {
    String said = answer.status() + " " + excerpt(answer.body());
    return MidaApiException.answered(
        kind, answer.status(), operation, message(reason, sent, said, nextStep(kind)));
  }

  private String message(String reason, String sent, String answer, String nextStep) {
    String text =
        doing
            + (" Mida goal \"" + oneLine(goalName) + "\" failed: " + oneLine(reason))
            + ("\n  Sent:      " + sent)
            + ("\n  Answer:    " + answer)
            + ("\n  Next step: " + nextStep);
    return redaction.apply(text);
  }

  /**
   * Takes the API key out before the cut, which might leave a part of it that is not recognized.
   */
  private String excerpt(Answer.Body body) {
    String text = GoalJson.readError(body).orElseGet(body::text);
    String clean = oneLine(redaction.apply(text));
    if (clean.isEmpty()) {
      return "(empty)";
    }
    return clean.length() <= EXCERPT_LENGTH ? clean : clean.substring(0, EXCERPT_LENGTH) + "...";
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
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

  private static String reason(Kind kind) {
    return switch (kind) {
      case INVALID_GOAL -> "Mida refused the definition";
      case UNAUTHORIZED -> "Mida does not accept the API key";
      case PLAN_LIMIT -> "the project's plan allows no further goal";
      case NOT_FOUND -> "Mida has no such project";
      case KEY_TAKEN -> "the project already has a goal with this key";
      case RATE_LIMITED -> "Mida received too many requests";
      case SERVER_ERROR -> "Mida has a problem of its own";
      case UNREACHABLE, TIMEOUT, UNEXPECTED_ANSWER -> "the answer's status is not documented";
    };
  }

  private static String nextStep(Kind kind) {
    return switch (kind) {
      case INVALID_GOAL -> "Correct the field that Mida names.";
      case UNAUTHORIZED ->
          "Check the API key (MIDA_API_KEY), and that it belongs to the project's region"
              + " (midagoal.region).";
      case PLAN_LIMIT ->
          "Delete a goal that is no longer needed, or change the project's plan, in Mida.";
      case NOT_FOUND ->
          "Check the project key (midagoal.project-key) and its region (midagoal.region).";
      case KEY_TAKEN ->
          "Give the goal another key (or name, which the key is made from), or delete the existing"
              + " goal in Mida; this version cannot reuse it.";
      case RATE_LIMITED -> "Wait a minute, then run again.";
      case SERVER_ERROR -> "Run again later; if it stays, ask Mida's support.";
      case UNREACHABLE ->
          "Check the network and the address (midagoal.region, midagoal.api-url); if the connection"
              + " broke after sending, the goal may exist in Mida now.";
      case TIMEOUT ->
          "Look in Mida whether the goal exists now; where the network is slow, raise"
              + " midagoal.api-timeout.";
      case UNEXPECTED_ANSWER ->
          "Check that the address is Mida's API (midagoal.region, midagoal.api-url), and look in"
              + " Mida whether the goal exists now.";
    };
  }
}
