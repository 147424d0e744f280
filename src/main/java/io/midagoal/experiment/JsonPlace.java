package io.midagoal.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.midagoal.internal.text.UrlCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A value in JSON that knows where it is, so that errors can name the place. They do not show the
 * value, which may be a secret. A {@code null} counts as missing.
 *
 * @param path for example {@code variants[1].customCSS}; empty for the whole
 */
record JsonPlace(String path, JsonNode json) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static JsonPlace parse(byte[] text) {
    try {
      return new JsonPlace("", JSON.readTree(text));
    } catch (JsonProcessingException e) {
      // JSON that is nested too deeply has no location.
      String place =
          Optional.ofNullable(e.getLocation())
              .map(at -> " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()))
              .orElse("");
      throw new IllegalArgumentException(
          "it is not JSON%s: %s.".formatted(place, UrlCredentials.hideIn(e.getOriginalMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonPlace field(String name) {
    return new JsonPlace(path.isEmpty() ? name : path + "." + name, json.path(name));
  }

  boolean isAbsent() {
    return json.isMissingNode() || json.isNull();
  }

  JsonPlace requirePresent() {
    if (isAbsent()) {
      throw wrong("is missing");
    }
    return this;
  }

  JsonPlace requireObject() {
    if (!json.isObject()) {
      throw wrongType("an object");
    }
    return this;
  }

  /** The items of a list; none when it is missing. */
  List<JsonPlace> items() {
    if (isAbsent()) {
      return List.of();
    }
    if (!json.isArray()) {
      throw wrongType("a list");
    }
    return IntStream.range(0, json.size())
        .mapToObj(i -> new JsonPlace("%s[%d]".formatted(path, i), json.get(i)))
        .toList();
  }

  Optional<String> text() {
    if (isAbsent()) {
      return Optional.empty();
    }
    if (!json.isTextual()) {
      throw wrongType("text");
    }
    return Optional.of(json.textValue());
  }

  /** The text, if it is not blank. */
  Optional<String> filledText() {
    return text().filter(text -> !text.isBlank());
  }

  String requireText() {
    requirePresent();
    return filledText().orElseThrow(() -> wrong("is blank"));
  }

  /** Takes a number for text, as in {@code "goal_value": 75}. */
  JsonPlace numberAsText() {
    return json.isNumber() ? new JsonPlace(path, TextNode.valueOf(json.asText())) : this;
  }

  /** Mida documents numbers; the same as text is understood as well. */
  OptionalLong number() {
    if (isAbsent()) {
      return OptionalLong.empty();
    }
    if (json.isIntegralNumber() && json.canConvertToLong()) {
      return OptionalLong.of(json.longValue());
    }
    if (json.isTextual() && json.textValue().matches("\\d{1,18}")) {
      return OptionalLong.of(Long.parseLong(json.textValue()));
    }
    throw wrong("must be a whole number");
  }

  private IllegalArgumentException wrongType(String wanted) {
    return wrong("must be " + wanted + ", but is " + type());
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException((path.isEmpty() ? "the JSON" : path) + " " + what + ".");
  }

  private String type() {
    return switch (json.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> "text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      default -> "missing";
    };
  }
}
