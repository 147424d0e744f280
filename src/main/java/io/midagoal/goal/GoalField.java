package io.midagoal.goal;

import java.util.Optional;

/** The fields of a goal in Mida, in the order of Mida's reference. */
public enum GoalField {
  /** The name that people read. */
  NAME("goal_name"),
  /** The kind of conversion. */
  TYPE("goal_type"),
  /** The selector, text, URL, pattern or trigger name. */
  VALUE("goal_value"),
  /** The slug, unique in the project. */
  KEY("goal_key"),
  /** What the goal is for. */
  PURPOSE("goal_purpose"),
  /** The page with the element or form. */
  ELEMENT_URL("element_url");

  private final String wireName;

  GoalField(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Returns the name in Mida's REST API.
   *
   * @return for example {@code goal_value}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Returns the value of this field in a definition, as written in Mida's REST API.
   *
   * @param goal the definition
   * @return the value, or empty if the definition does not set the field
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
   * Returns the value of this field in Mida.
   *
   * @param profile a goal of a project
   * @return the value, or empty if the field is not set
   */
  public Optional<String> of(GoalProfile profile) {
    return switch (this) {
      case TYPE -> Optional.of(profile.rawType());
      case KEY -> Optional.of(profile.key());
      default -> of(profile.goal());
    };
  }
}
