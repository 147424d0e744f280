package io.midagoal;

import io.midagoal.goal.ConvertedBy;
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
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the {@link MidaGoal}s of a test into goals, and finds what is wrong with them. */
final class GoalDeclarations {

  private static final Set<ConvertedBy> PROBED = Set.of(ConvertedBy.CLICK, ConvertedBy.SUBMIT);

  /** Browsers take a space in a URL; in an annotation it is a slip, mostly two URLs in one. */
  private static final Pattern SPACE = Pattern.compile("\\s");

  private final DeclarationErrors mistakes;

  private GoalDeclarations(DeclarationErrors mistakes) {
    this.mistakes = mistakes;
  }

  /** Reads the goals of all levels, the nearest level first. Goals with a mistake are left out. */
  static List<DeclaredGoal> read(List<AnnotatedPlace> levels, DeclarationErrors mistakes) {
    GoalDeclarations declarations = new GoalDeclarations(mistakes);
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
    problems.forEach(problem -> mistakes.add(where, problem));
    return problems.isEmpty()
        ? Optional.of(new DeclaredGoal(expectationOf(declared), level, where))
        : Optional.empty();
  }

  private static List<String> problemsOf(MidaGoal declared) {
    List<String> problems = new ArrayList<>();
    if (declared.name().isBlank()) {
      problems.add("name is blank. Write what people are to read in Mida.");
    }
    if (declared.type() == GoalType.UNKNOWN) {
      problems.add(
          "type is UNKNOWN, which only stands for types that this version cannot read."
              + " Choose the kind of conversion, for example CLICK_ON_ELEMENT.");
    }
    if (declared.value().isBlank()) {
      problems.add(
          "value is blank. Write the selector, text, URL, pattern or trigger name that converts.");
    }
    if (!declared.key().isEmpty() && declared.key().isBlank()) {
      problems.add("key is blank. Leave it out, and Mida makes one from the name.");
    }
    if (!declared.elementUrl().isEmpty()) {
      checkUrl("elementUrl", declared.elementUrl(), problems);
    }
    if (!declared.revealedBy().isEmpty() && declared.revealedBy().isBlank()) {
      problems.add(
          "revealedBy is blank. Name the control that visitors click first, like"
              + " \"#menu-button\".");
    }
    if (declared.probe() && !PROBED.contains(declared.type().convertedBy())) {
      problems.add(
          "probe tries goals that a click or a submit converts, which %s is not. Leave it out."
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
          "%s \"%s\" is not an absolute http or https URL. Write it as visitors reach it, like \"%s\"."
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

  /** Two different goals cannot have one key; Mida would refuse the second in the middle of it. */
  private void checkKeys(List<DeclaredGoal> goals) {
    Map<String, DeclaredGoal> byKey = new HashMap<>();
    for (DeclaredGoal goal : goals) {
      DeclaredGoal other = byKey.putIfAbsent(goal.goal().keyInMida(), goal);
      if (other != null && !other.goal().equals(goal.goal())) {
        mistakes.add(
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
