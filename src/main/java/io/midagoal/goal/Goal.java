package io.midagoal.goal;

import io.midagoal.internal.text.UrlCredentials;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a Mida goal: what counts as a conversion.
 *
 * <p>The constructor rejects what Mida's <em>Create Goal</em> would reject with status 400: a blank
 * name or value, or a missing type. Text is kept exactly as given; nothing is trimmed.
 *
 * @param name the name that people read ({@code goal_name})
 * @param type the kind of conversion ({@code goal_type})
 * @param value the selector, text, URL, pattern or trigger name; its meaning depends on the type
 *     ({@code goal_value})
 * @param key the slug, unique in the project ({@code goal_key}); if empty, Mida derives it from the
 *     name
 * @param purpose what the goal is for ({@code goal_purpose})
 * @param elementUrl the page with the element or form ({@code element_url})
 */
public record Goal(
    String name,
    GoalType type,
    String value,
    Optional<String> key,
    GoalPurpose purpose,
    Optional<String> elementUrl) {

  /**
   * Validates the required fields.
   *
   * @param name the name that people read
   * @param type the kind of conversion
   * @param value the selector, text, URL, pattern or trigger name
   * @param key the slug
   * @param purpose what the goal is for
   * @param elementUrl the page with the element or form
   * @throws IllegalArgumentException if name, type or value is missing or blank, or key or page is
   *     present but blank; the message names the field
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
   * Lists all fields, without the credentials in URLs.
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
   * Returns the key that the goal has in Mida: its own, or the one that Mida derives from its name.
   * Mida documents only an example of the latter; our reading is the name in lower case, with each
   * run of characters other than letters and digits replaced by one {@code _}.
   *
   * @return for example {@code cta_button_click}
   */
  public String keyInMida() {
    return key.orElseGet(() -> name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "_"));
  }

  /**
   * Starts a definition. The purpose is {@link GoalPurpose#SELL} unless set, as in Mida.
   *
   * @return a builder for one goal
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a goal. Not thread-safe. */
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
     * Sets the slug, unique in the project. Without it, Mida derives one from the name.
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
     * Sets the page with the element or form.
     *
     * @param elementUrl not blank
     * @return this builder
     */
    public Builder elementUrl(String elementUrl) {
      this.elementUrl = elementUrl;
      return this;
    }

    /**
     * Builds the goal.
     *
     * @return the definition
     * @throws IllegalArgumentException if a required field is missing or blank; the message names
     *     the field
     */
    // The record's constructor checks for missing fields.
    @SuppressWarnings("NullAway")
    public Goal build() {
      return new Goal(
          name, type, value, Optional.ofNullable(key), purpose, Optional.ofNullable(elementUrl));
    }
  }
}
