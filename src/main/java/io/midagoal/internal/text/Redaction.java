package io.midagoal.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Redacts the API key in text, including encoded forms that a server may echo: URL-encoded, JSON or
 * HTML escaped (even twice), Base64 (alone or within a longer text), hexadecimal, in another letter
 * case, or truncated.
 */
public final class Redaction {
  private static final String REPLACEMENT = "[API-key]";

  /** Shorter encoded texts could match by accident. */
  private static final int MIN_ENCODED_LENGTH = 8;

  /** An escaped character; any character may follow a backslash. */
  private static final Pattern ESCAPED =
      Pattern.compile(
          "%(?:25)*(?<url>\\p{XDigit}{2})|\\\\+u(?<json>\\p{XDigit}{4})|\\\\+x(?<x>\\p{XDigit}{2})"
              + "|&(?:amp;)*#(?<decimal>\\d{1,7});|&(?:amp;)*#[xX](?<hex>\\p{XDigit}{1,6});"
              + "|&(?:amp;)*(?<name>\\p{Alpha}+);|\\\\+(?<plain>.)",
          Pattern.DOTALL);

  private final String apiKey;
  private final Set<Spelling> spellings = new LinkedHashSet<>();

  /**
   * An encoded form of the key.
   *
   * @param before how many Base64 characters before it may encode a part of the key
   * @param after how many after it
   */
  private record Spelling(String text, int before, int after) {

    /** The shortest prefix to redact, since a truncated text may show only the beginning. */
    int minMatch() {
      return Math.max(Math.min(MIN_ENCODED_LENGTH, text.length()), text.length() * 3 / 4);
    }
  }

  public Redaction(String apiKey) {
    this.apiKey = apiKey;
    spellings.add(new Spelling(apiKey, 0, 0));
    addBase64("");
    addBase64("x");
    addBase64("xx");
    String hex = HexFormat.of().formatHex(apiKey.getBytes(StandardCharsets.US_ASCII));
    addEncoded(new Spelling(hex, 0, 0));
  }

  /** Adds the part of the Base64 text that does not depend on the text around the key. */
  private void addBase64(String before) {
    byte[] bytes = (before + apiKey).getBytes(StandardCharsets.US_ASCII);
    String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    int first = before.isEmpty() ? 0 : before.length() + 1;
    int last = bytes.length / 3 * 4;
    if (first < last) {
      String inner = text.substring(first, last);
      addEncoded(new Spelling(inner, 3, 4));
      addEncoded(new Spelling(inner.replace('+', '-').replace('/', '_'), 3, 4));
    }
  }

  private void addEncoded(Spelling spelling) {
    if (spelling.text().length() >= MIN_ENCODED_LENGTH) {
      spellings.add(spelling);
    }
  }

  /** Like {@link #apply}, but ignores keys so short that they may be part of ordinary words. */
  public String applyToData(String text) {
    return apiKey.length() < MIN_ENCODED_LENGTH ? text : apply(text);
  }

  public String apply(String text) {
    StringBuilder redacted = new StringBuilder();
    Matcher matcher = ESCAPED.matcher(text);
    int position = 0;
    while (position < text.length()) {
      int end = hide(matcher, text, position, redacted);
      if (end == position) {
        redacted.append(text.charAt(position));
        end++;
      }
      position = end;
    }
    return redacted.toString();
  }

  /** Replaces a key that starts here, and returns its end; returns the start if there is none. */
  private int hide(Matcher matcher, String text, int start, StringBuilder redacted) {
    for (Spelling spelling : spellings) {
      int end = endOf(spelling, matcher, text, start);
      if (end > start) {
        for (int i = 0; i < spelling.before() && endsWithBase64(redacted); i++) {
          redacted.setLength(redacted.length() - 1);
        }
        redacted.append(REPLACEMENT);
        int last = Math.min(text.length(), end + spelling.after());
        while (end < last && isBase64(text.charAt(end))) {
          end++;
        }
        return end;
      }
    }
    return start;
  }

  private static boolean endsWithBase64(StringBuilder text) {
    return text.length() > 0 && isBase64(text.charAt(text.length() - 1));
  }

  private static boolean isBase64(char character) {
    return character < 0x7f
        && (Character.isLetterOrDigit(character) || "+/_=-".indexOf(character) >= 0);
  }

  /** Returns the end of a spelling, or most of it, that starts here; -1 if there is none. */
  private static int endOf(Spelling spelling, Matcher matcher, String text, int start) {
    String wanted = spelling.text();
    int matched = 0;
    int position = start;
    while (matched < wanted.length() && position < text.length()) {
      // Escapes first: an ampersand in the key may be followed by "amp;".
      if (isEscaped(matcher, text, position, wanted.charAt(matched))) {
        position = matcher.end();
      } else if (isSame(text.charAt(position), wanted.charAt(matched))) {
        position++;
      } else {
        break;
      }
      matched++;
    }
    return matched >= spelling.minMatch() ? position : -1;
  }

  private static boolean isSame(char a, char b) {
    return a == b || Character.toLowerCase(a) == Character.toLowerCase(b);
  }

  private static boolean isEscaped(Matcher matcher, String text, int position, char wanted) {
    return "%\\&".indexOf(text.charAt(position)) >= 0
        && matcher.region(position, text.length()).lookingAt()
        && isSame(decoded(matcher), wanted);
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
