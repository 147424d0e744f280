package io.midagoal.goal;

import io.midagoal.internal.text.UrlCredentials;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a Mida goal: what counts as a conversion.
 *
 * <p>Construction rejects what Mida's <em>Create Goal</em> would reject with status 400: a blank
 * name or value, and a missing type. All other text is kept exactly as given; nothing is trimmed.
 *
 * @param name the name that people read ({@code goal_name})
 * @param type what kind of conversion it is ({@code goal_type})
 * @param value the selector, text, URL, pattern or trigger name; its meaning depends on the type
 *     ({@code goal_value})
 * @param key the slug that is unique in the project ({@code goal_key}); when empty, Mida makes one
 *     from the name
 * @param purpose what the goal is for ({@code goal_purpose})
 * @param elementUrl the page where the element or form is found ({@code element_url})
 */
public record Goal(
    String name,
    GoalType type,
    String value,
    Optional<String> key,
    GoalPurpose purpose,
    Optional<String> elementUrl) {

  /**
   * Checks the required fields.
   *
   * @param name the name that people read ({@code goal_name})
   * @param type what kind of conversion it is ({@code goal_type})
   * @param value the selector, text, URL, pattern or trigger name
   * @param key the slug that is unique in the project ({@code goal_key})
   * @param purpose what the goal is for ({@code goal_purpose})
   * @param elementUrl the page where the element or form is found ({@code element_url})
   * @throws IllegalArgumentException when name, type or value is missing or blank, or a given key
   *     or page is blank; the message names the field
   */
  public Goal {
    requireText("name", "goal_name", name);
    if (type == null) {
      throw new IllegalArgumentException(
          "A Mida goal needs a type (goal_type), for example GoalType.CLICK_ON_ELEMENT.");
    }
    requireText("value", "goal_value", value);
    key.ifPresent(given -> requireText("key", "goal_key", given));
    elementUrl.ifPresent(given -> requireText("elementUrl", "element_url", given));
  }

  /**
   * Names all fields, but for user and password in URLs.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return "Goal[name=%s, type=%s, value=%s, key=%s, purpose=%s, elementUrl=%s]"
        .formatted(
            name,
            type,
            UrlCredentials.hideIn(value),
            key.orElse(""),
            purpose,
            elementUrl.map(UrlCredentials::hideInUrl).orElse(""));
  }

  private static void requireText(String field, String wireField, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(
          "A Mida goal needs a "
              + field
              + " ("
              + wireField
              + "), but it is "
              + (text == null ? "missing." : "blank."));
    }
  }

  /**
   * The key that the goal has in Mida: its own, or the one that Mida makes from its name. Mida's
   * documentation only gives an example of the latter; our reading is the name in lower case with
   * every run of other characters than letters and digits as one {@code _}.
   *
   * @return for example {@code cta_button_click}
   */
  public String keyInMida() {
    return key.orElseGet(() -> name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "_"));
  }

  /**
   * Starts a definition. Purpose is {@link GoalPurpose#SELL} unless set, as in Mida.
   *
   * @return a builder for one goal
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the fields of a goal. Not thread-safe; use one builder in one thread. */
  public static final class Builder {
    private @Nullable String name;
    private @Nullable GoalType type;
    private @Nullable String value;
    private @Nullable String key;
    private GoalPurpose purpose = GoalPurpose.SELL;
    private @Nullable String elementUrl;

    private Builder() {}

    /**
     * Sets the name that people read.
     *
     * @param name required, not blank
     * @return this builder
     */
    public Builder name(String name) {
      this.name = name;
      return this;
    }

    /**
     * Sets the kind of conversion.
     *
     * @param type required
     * @return this builder
     */
    public Builder type(GoalType type) {
      this.type = type;
      return this;
    }

    /**
     * Sets the selector, text, URL, pattern or trigger name.
     *
     * @param value required, not blank
     * @return this builder
     */
    public Builder value(String value) {
      this.value = value;
      return this;
    }

    /**
     * Sets the slug that is unique in the project. Without one, Mida makes it from the name.
     *
     * @param key not blank
     * @return this builder
     */
    public Builder key(String key) {
      this.key = key;
      return this;
    }

    /**
     * Sets what the goal is for.
     *
     * @param purpose {@link GoalPurpose#SELL} unless set
     * @return this builder
     */
    public Builder purpose(GoalPurpose purpose) {
      this.purpose = purpose;
      return this;
    }

    /**
     * Sets the page where the element or form is found.
     *
     * @param elementUrl not blank
     * @return this builder
     */
    public Builder elementUrl(String elementUrl) {
      this.elementUrl = elementUrl;
      return this;
    }

    /**
     * Makes the goal.
     *
     * @return the definition
     * @throws IllegalArgumentException when a required field is missing or blank; the message names
     *     the field
     */
    // The record's constructor answers for missing fields, so that each rule stands once.
    @SuppressWarnings("NullAway")
    public Goal build() {
      return new Goal(
          name, type, value, Optional.ofNullable(key), purpose, Optional.ofNullable(elementUrl));
    }
  }
}
