package io.midagoal.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the API key out of a text, also where a server repeats it in another spelling: URL-encoded,
 * escaped as in JSON or HTML, as Base64 (alone or within a longer text) or in hexadecimal digits,
 * also when only its beginning is left.
 */
final class Redaction {
  private static final String MARK = "[API-key]";

  /** Encoded texts that are shorter could be anything. */
  private static final int TELLING = 8;

  /** One character as a server may write it; a backslash can stand before any. */
  private static final Pattern ESCAPED =
      Pattern.compile(
          "%(?<url>\\p{XDigit}{2})|\\\\+u(?<json>\\p{XDigit}{4})|\\\\+x(?<x>\\p{XDigit}{2})"
              + "|&#(?<decimal>\\d{1,7});|&#[xX](?<hex>\\p{XDigit}{1,6});|&(?<name>\\p{Alpha}+);"
              + "|\\\\+(?<plain>.)",
          Pattern.DOTALL);

  private final String apiKey;
  private final Set<String> encoded = new LinkedHashSet<>();

  Redaction(String apiKey) {
    this.apiKey = apiKey;
    addBase64("");
    addBase64("x");
    addBase64("xx");
    String hex = HexFormat.of().formatHex(apiKey.getBytes(StandardCharsets.US_ASCII));
    add(hex);
    add(hex.toUpperCase(Locale.ROOT));
  }

  /** The part of the Base64 text that is the same whatever stands around the key. */
  private void addBase64(String before) {
    byte[] bytes = (before + apiKey).getBytes(StandardCharsets.US_ASCII);
    String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    int first = before.isEmpty() ? 0 : before.length() + 1;
    int last = bytes.length / 3 * 4;
    if (first < last) {
      String inner = text.substring(first, last);
      add(inner);
      add(inner.replace('+', '-').replace('/', '_'));
    }
  }

  private void add(String spelling) {
    if (spelling.length() >= TELLING) {
      encoded.add(spelling);
    }
  }

  String apply(String text) {
    String redacted = text;
    for (String spelling : encoded) {
      // With what belongs to it on both sides: else the key's ends would be left.
      redacted =
          redacted.replaceAll(
              "[A-Za-z0-9+/_=-]{0,3}" + Pattern.quote(spelling) + "[A-Za-z0-9+/_=-]{0,4}", MARK);
    }
    return withoutSpelledOut(redacted);
  }

  private String withoutSpelledOut(String text) {
    StringBuilder redacted = new StringBuilder();
    Matcher matcher = ESCAPED.matcher(text);
    int position = 0;
    while (position < text.length()) {
      int end = endOfKey(matcher, text, position);
      if (end > position) {
        redacted.append(MARK);
        position = end;
      } else {
        redacted.append(text.charAt(position));
        position++;
      }
    }
    return redacted.toString();
  }

  /** Where the key, or most of it, ends that starts here; -1 when none does. */
  private int endOfKey(Matcher matcher, String text, int start) {
    int matched = 0;
    int position = start;
    while (matched < apiKey.length() && position < text.length()) {
      char wanted = apiKey.charAt(matched);
      if (text.charAt(position) == wanted) {
        position++;
      } else if (isEscaped(matcher.region(position, text.length()), wanted)) {
        position = matcher.end();
      } else {
        break;
      }
      matched++;
    }
    return matched >= mostOfKey() ? position : -1;
  }

  /** A text that was cut may hold only the key's beginning, which is to stay a secret, too. */
  private int mostOfKey() {
    return Math.max(Math.min(TELLING, apiKey.length()), apiKey.length() * 3 / 4);
  }

  private static boolean isEscaped(Matcher matcher, char wanted) {
    return matcher.lookingAt() && decoded(matcher) == wanted;
  }

  private static char decoded(Matcher matcher) {
    String plain = matcher.group("plain");
    if (plain != null) {
      return plain.charAt(0);
    }
    String name = matcher.group("name");
    if (name != null) {
      return named(name);
    }
    String decimal = matcher.group("decimal");
    if (decimal != null) {
      return (char) Integer.parseInt(decimal);
    }
    for (String group : new String[] {"url", "json", "x", "hex"}) {
      String digits = matcher.group(group);
      if (digits != null) {
        return (char) Integer.parseInt(digits, 16);
      }
    }
    return '\0';
  }

  private static char named(String name) {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "sol" -> '/';
      case "plus" -> '+';
      case "equals" -> '=';
      default -> '\0';
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Redaction redaction && redaction.apiKey.equals(apiKey);
  }

  @Override
  public int hashCode() {
    return apiKey.hashCode();
  }
}
