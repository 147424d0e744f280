package io.midagoal.internal.findings;

import io.midagoal.goal.Goal;
import io.midagoal.internal.facts.Diagnosis;
import io.midagoal.internal.facts.GoalFacts;
import io.midagoal.verdict.Elements;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be said of goals that are met by an element: clicks on it, its text, a form. */
public final class ElementFindings {

  private static final Pattern XPATH = Pattern.compile("^(xpath=|\\(*\\.?//|/html).*");
  private static final Pattern JQUERY =
      Pattern.compile(
          ":(contains|eq|gt|lt|first|last|even|odd|visible|hidden|button|submit|input|text|parent"
              + "|header)(?![\\w-])");

  private ElementFindings() {}

  /** What to say of a goal that is met, and of one that is met too often. */
  public static List<Finding> ofMet(Expectation expectation, GoalFacts facts) {
    List<Finding> said = new ArrayList<>();
    if (facts.reachable() > 1) {
      Catalogue several =
          expectation.isUnique() ? Catalogue.SEVERAL_MATCHES_UNIQUE : Catalogue.SEVERAL_MATCHES;
      said.add(several.finding(Map.of("count", facts.count(), "described", facts.described())));
    }
    facts.notes().forEach(note -> said.add(Catalogue.named(note.finding()).finding(note.data())));
    if (facts.onScroll()) {
      said.add(Catalogue.ON_SCROLL.finding(Map.of("first", facts.described().get(0))));
    }
    return said;
  }

  /** The browser does not take the selector. */
  public static Finding ofSyntax(Goal goal, String browserSays) {
    String value = goal.value().strip();
    Map<String, String> data = Map.of("value", value, "browserSays", browserSays);
    if (XPATH.matcher(value).lookingAt()) {
      return Catalogue.SELECTOR_IS_XPATH.finding(data);
    }
    return JQUERY.matcher(value).find()
        ? Catalogue.SELECTOR_IS_JQUERY.finding(data)
        : Catalogue.SELECTOR_SYNTAX.finding(data);
  }

  /** The goal failed, and this is why. */
  public static Finding ofDiagnosis(Goal goal, GoalFacts facts, Diagnosis diagnosis) {
    Map<String, Object> data = new HashMap<>(diagnosis.data());
    data.put("value", goal.value());
    if (facts.count() > 1) {
      data.put("several", facts.count());
    }
    return Catalogue.named(diagnosis.finding()).finding(data);
  }

  /** What was found, for the verdict. */
  public static Elements evidence(Optional<GoalFacts> facts) {
    return facts
        .map(found -> new Elements(found.count(), found.described()))
        .orElseGet(Elements::none);
  }
}
