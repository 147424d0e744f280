package io.midagoal.experiment;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalPurpose;
import io.midagoal.goal.GoalType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the JSON of Mida's <em>Get Experiment Details</em> and <em>Create Experiment</em>. The two
 * differ little, so that one reader takes the fields of both, wherever it finds them. Its readings
 * where Mida's documentation leaves it open:
 *
 * <ul>
 *   <li>A treatment without a name gets the one that Mida gives by position, {@code Variant 1} for
 *       the first.
 *   <li>{@code custom_css} and {@code custom_js} come before the variant's own code, in Control
 *       too.
 *   <li>Control's code may be in {@code control} or in a variant of that name, or both.
 *   <li>A change without a target is kept, as Mida skips it and applies the rest. One without
 *       {@code outerHTML} is an error: midagoal would judge a page that visitors do not see.
 * </ul>
 */
final class ExperimentReader {

  private ExperimentReader() {}

  /** What a variant adds to the page. */
  private record Code(String css, String js) {
    private static final Code NONE = new Code("", "");

    Code then(Code next) {
      // The semicolon keeps the end of one script and the beginning of the next apart.
      return new Code(joined(css, "\n", next.css), joined(js, "\n;\n", next.js));
    }

    private static String joined(String first, String separator, String second) {
      if (first.isBlank()) {
        return second;
      }
      return second.isBlank() ? first : first + separator + second;
    }
  }

  static Experiment read(byte[] json) {
    JsonPlace root = JsonPlace.parse(json).requireObject();
    JsonPlace answered = root.field("experiment");
    JsonPlace experiment = answered.isAbsent() ? root : answered.requireObject();
    return new Experiment(
        experiment.field("test_id").number(),
        experiment.field("test_name").requireText(),
        experiment.field("url").requireText(),
        variants(experiment),
        goals(experiment));
  }

  private static List<Variant> variants(JsonPlace experiment) {
    JsonPlace variants = experiment.field("variants").requirePresent();
    JsonPlace control = experiment.field("control");
    Code forAll = code(experiment, "custom_css", "custom_js");
    Code forControl = control.isAbsent() ? Code.NONE : ownCode(control.requireObject());
    List<Variant> result = new ArrayList<>();
    int treatments = 0;
    for (JsonPlace variant : variants.items()) {
      variant.requireObject();
      String name = variant.field("name").filledText().orElse("Variant " + (treatments + 1));
      Code before = forAll;
      if (name.equals(Variant.CONTROL)) {
        before = forAll.then(forControl);
      } else {
        treatments++;
      }
      Code code = before.then(ownCode(variant));
      result.add(new Variant(name, code.css(), code.js(), changes(variant)));
    }
    if (treatments == result.size()) {
      Code code = forAll.then(forControl);
      result.add(new Variant(Variant.CONTROL, code.css(), code.js(), List.of()));
    }
    return result;
  }

  private static Code ownCode(JsonPlace variant) {
    return code(variant, "customCSS", "customJS");
  }

  private static Code code(JsonPlace place, String css, String js) {
    return new Code(place.field(css).text().orElse(""), place.field(js).text().orElse(""));
  }

  private static List<Change> changes(JsonPlace variant) {
    return variant.field("data").items().stream()
        .map(JsonPlace::requireObject)
        .map(
            change ->
                new Change(
                    change.field("target").text().orElse(""),
                    // Empty HTML removes the element.
                    change.field("outerHTML").requirePresent().text().orElse("")))
        .toList();
  }

  private static List<Goal> goals(JsonPlace experiment) {
    JsonPlace primary = experiment.field("primary_goal");
    return Stream.concat(
            primary.isAbsent() ? Stream.of() : Stream.of(primary),
            experiment.field("secondary_goals").items().stream())
        .map(ExperimentReader::goal)
        .toList();
  }

  private static Goal goal(JsonPlace place) {
    place.requireObject();
    Goal.Builder goal =
        Goal.builder()
            .name(place.field("goal_name").requireText())
            .type(GoalType.fromWireName(place.field("goal_type").requireText()))
            .value(place.field("goal_value").numberAsText().requireText());
    place
        .field("goal_purpose")
        .filledText()
        .map(name -> GoalPurpose.fromWireName(name).orElse(GoalPurpose.UNKNOWN))
        .ifPresent(goal::purpose);
    place.field("goal_key").filledText().ifPresent(goal::key);
    place.field("element_url").filledText().ifPresent(goal::elementUrl);
    return goal.build();
  }
}
