package io.midagoal;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.junit.AnnotatedPlace;
import io.midagoal.internal.junit.AnnotationLookup;
import io.midagoal.internal.junit.AnnotationLookup.Found;
import io.midagoal.internal.junit.DeclarationErrors;
import io.midagoal.internal.junit.DeclaredGoal;
import io.midagoal.internal.text.UrlCredentials;
import io.midagoal.internal.text.WebAddress;
import io.midagoal.verdict.Expectation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads and validates the {@link MidaGoal}s of a test. */
final class GoalDeclarations {

  /** Browsers accept spaces in URLs; in an annotation they are usually two URLs in one string. */
  private static final Pattern SPACE = Pattern.compile("\\s");

  private final DeclarationErrors errors;

  private GoalDeclarations(DeclarationErrors errors) {
    this.errors = errors;
  }

  /** Reads the valid goals of all levels, nearest level first. */
  static List<DeclaredGoal> read(List<AnnotatedPlace> levels, DeclarationErrors errors) {
    GoalDeclarations declarations = new GoalDeclarations(errors);
    List<DeclaredGoal> goals = new ArrayList<>();
    for (AnnotatedPlace level : levels) {
      for (Found<MidaGoal> found : find(level)) {
        declarations.read(found, level).ifPresent(goals::add);
      }
    }
    declarations.checkKeys(goals);
    return goals;
  }

  private static List<Found<MidaGoal>> find(AnnotatedPlace level) {
    return AnnotationLookup.find(
        level.element(), MidaGoal.class, MidaGoal.List.class, list -> List.of(list.value()));
  }

  private Optional<DeclaredGoal> read(Found<MidaGoal> found, AnnotatedPlace level) {
    MidaGoal declared = found.annotation();
    String where = found.writtenAs() + " on " + level.name();
    List<String> problems = problemsOf(declared);
    problems.forEach(problem -> errors.add(where, problem));
    return problems.isEmpty()
        ? Optional.of(new DeclaredGoal(expectationOf(declared), level, where))
        : Optional.empty();
  }

  private static List<String> problemsOf(MidaGoal declared) {
    List<String> problems = new ArrayList<>();
    if (declared.name().isBlank()) {
      problems.add("name is blank. Set the name to show in Mida.");
    }
    if (declared.type() == GoalType.UNKNOWN) {
      problems.add(
          "type is UNKNOWN, which is only for goals read from Mida."
              + " Choose a type, for example CLICK_ON_ELEMENT.");
    }
    if (declared.value().isBlank()) {
      problems.add(
          "value is blank. Set the selector, text, URL, pattern or trigger name that converts.");
    }
    if (!declared.key().isEmpty() && declared.key().isBlank()) {
      problems.add("key is blank. Omit it to let Mida derive one from the name.");
    }
    if (!declared.elementUrl().isEmpty()) {
      checkUrl("elementUrl", declared.elementUrl(), problems);
    }
    if (!declared.revealedBy().isEmpty() && declared.revealedBy().isBlank()) {
      problems.add(
          "revealedBy is blank. Name the control that visitors click first, like"
              + " \"#menu-button\".");
    }
    if (declared.probe() && !declared.type().convertedBy().isInput()) {
      problems.add(
          "probe works for goals that a click or a submit converts, not for %s. Remove it."
              .formatted(declared.type()));
    }
    for (String url : declared.visits()) {
      checkUrl("visits", url, problems);
    }
    for (String url : declared.ignores()) {
      checkUrl("ignores", url, problems);
    }
    return problems;
  }

  private static void checkUrl(String attribute, String url, List<String> problems) {
    if (WebAddress.of(url).filter(parts -> !SPACE.matcher(parts.rest()).find()).isEmpty()) {
      problems.add(
          "%s \"%s\" is not an absolute http or https URL. Use the public URL, like \"%s\"."
              .formatted(attribute, UrlCredentials.hideInUrl(url), "https://example.com/pricing"));
    }
  }

  private static Expectation expectationOf(MidaGoal declared) {
    Goal.Builder goal =
        Goal.builder()
            .name(declared.name())
            .type(declared.type())
            .value(declared.value())
            .purpose(declared.purpose());
    if (!declared.key().isEmpty()) {
      goal.key(declared.key());
    }
    if (!declared.elementUrl().isEmpty()) {
      goal.elementUrl(declared.elementUrl());
    }
    return new Expectation(
        goal.build(),
        List.of(declared.visits()),
        List.of(declared.ignores()),
        declared.unique(),
        Optional.of(declared.revealedBy()).filter(selector -> !selector.isEmpty()),
        declared.probe(),
        declared.requireSnippet());
  }

  /** Two different goals cannot share a key: Mida would reject the second during the test. */
  private void checkKeys(List<DeclaredGoal> goals) {
    Map<String, DeclaredGoal> byKey = new HashMap<>();
    for (DeclaredGoal goal : goals) {
      DeclaredGoal other = byKey.putIfAbsent(goal.goal().keyInMida(), goal);
      if (other != null && !other.goal().equals(goal.goal())) {
        errors.add(
            goal.where(),
            "goal \"%s\" has the key %s, and so has the different goal \"%s\" (%s). Give one of them another key."
                .formatted(
                    goal.goal().name(),
                    goal.goal().keyInMida(),
                    other.goal().name(),
                    other.where()));
      }
    }
  }
}
