package io.midagoal.goal;

import java.util.Optional;

/** The fields of a goal that Mida keeps, in the order in which its reference lists them. */
public enum GoalField {
  /** The name that people read. */
  NAME("goal_name"),
  /** What kind of conversion it is. */
  TYPE("goal_type"),
  /** The selector, text, URL, pattern or trigger name. */
  VALUE("goal_value"),
  /** The slug that is unique in the project. */
  KEY("goal_key"),
  /** What the goal is for. */
  PURPOSE("goal_purpose"),
  /** The page where the element or form is found. */
  ELEMENT_URL("element_url");

  private final String wireName;

  GoalField(String wireName) {
    this.wireName = wireName;
  }

  /**
   * The name that Mida's REST API uses.
   *
   * @return for example {@code goal_value}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * What a definition says in this field, as Mida's REST API writes it.
   *
   * @param goal the definition
   * @return empty when it does not set the field
   */
  public Optional<String> of(Goal goal) {
    return switch (this) {
      case NAME -> Optional.of(goal.name());
      case TYPE -> Optional.of(goal.type().wireName());
      case VALUE -> Optional.of(goal.value());
      case KEY -> goal.key();
      case PURPOSE -> Optional.of(goal.purpose().wireName());
      case ELEMENT_URL -> goal.elementUrl();
    };
  }

  /**
   * What Mida holds in this field.
   *
   * @param profile a goal of a project
   * @return empty when the field is not set
   */
  public Optional<String> of(GoalProfile profile) {
    return switch (this) {
      case TYPE -> Optional.of(profile.rawType());
      case KEY -> Optional.of(profile.key());
      default -> of(profile.goal());
    };
  }
}
