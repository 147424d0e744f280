package io.midagoal.internal.findings;

import io.midagoal.internal.text.Quotes;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with places for data. {@code {name}} stands for a value, {@code "{name}"} for a value
 * in quotes on one line, {@code {name:java}} for one as a Java string. {@code [some {name}|other]}
 * is the first of its alternatives whose values are all there, or nothing. Line breaks count as
 * spaces. Immutable.
 */
final class Template {

  private static final Pattern CHOICE =
      Pattern.compile("\\[(?<alternatives>[^\\[\\]]*\\{[^\\[\\]]*)]");
  private static final Pattern PLACE =
      Pattern.compile("\"\\{(?<quoted>\\w+)}\"|\\{(?<java>\\w+):java}|\\{(?<plain>\\w+)}");

  private final String text;

  Template(String text) {
    this.text = text.strip().replaceAll("\\s+", " ");
  }

  /**
   * Puts data into the sentence.
   *
   * @param data values by name: texts, numbers, lists of them, {@linkplain Reason reasons}; null,
   *     an empty optional and an empty list count as no value
   * @throws IllegalStateException when a value is missing that is not optional
   */
  String fill(Map<String, ?> data) {
    String chosen =
        CHOICE.matcher(text).replaceAll(choice -> Matcher.quoteReplacement(choose(choice, data)));
    return PLACE.matcher(chosen).replaceAll(place -> Matcher.quoteReplacement(value(place, data)));
  }

  /** A choice of several is one of them; a part that stands alone may be left out. */
  private String choose(MatchResult choice, Map<String, ?> data) {
    String[] alternatives = choice.group(1).split("\\|");
    Optional<String> chosen =
        Stream.of(alternatives).filter(one -> isComplete(one, data)).findFirst();
    if (chosen.isEmpty() && alternatives.length > 1) {
      throw new IllegalStateException("Nothing to say for " + choice.group() + " in: " + text);
    }
    return chosen.orElse("");
  }

  private static boolean isComplete(String alternative, Map<String, ?> data) {
    return PLACE
        .matcher(alternative)
        .results()
        .map(Template::nameOf)
        .allMatch(name -> find(name, data) != null);
  }

  private String value(MatchResult place, Map<String, ?> data) {
    String name = nameOf(place);
    Object value = find(name, data);
    if (value == null) {
      throw new IllegalStateException("Nothing to say for {" + name + "} in: " + text);
    }
    String shown = shown(value);
    if (place.group(1) != null) {
      return Quotes.quoted(shown);
    }
    return place.group(2) != null ? Quotes.java(shown) : shown;
  }

  private static String nameOf(MatchResult place) {
    return place.group().replaceAll(":java|\\W", "");
  }

  /** The template as it was written, on one line. */
  @Override
  public String toString() {
    return text;
  }

  private static @Nullable Object find(String name, Map<String, ?> data) {
    Object value = data.get(name);
    if (value instanceof Optional<?> optional) {
      return optional.orElse(null);
    }
    return value instanceof Collection<?> list && list.isEmpty() ? null : value;
  }

  private static String shown(Object value) {
    if (value instanceof Collection<?> list) {
      boolean areReasons = list.stream().anyMatch(Map.class::isInstance);
      return list.stream()
          .map(Template::shown)
          .collect(Collectors.joining(areReasons ? "; " : ", "));
    }
    return value instanceof Map<?, ?> reason ? Reason.of(reason) : String.valueOf(value);
  }
}
