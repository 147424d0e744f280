package io.midagoal.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The ways in which a secret may be written: to be repeated by a server, and to be looked for. It
 * knows nothing of how midagoal hides a key.
 */
final class Spellings {
  private static final int TELLING_PART = 12;

  private final Map<String, String> byName = new LinkedHashMap<>();
  private final String secret;

  Spellings(String secret) {
    this.secret = secret;
    byName.put("plain", secret);
    addInUrls("", secret);
    addInJson("", secret);
    byName.put("HTML", inHtml(secret));
    byName.put("HTML twice", inHtml(inHtml(secret)));
    byName.put("HTML by numbers", perCharacter("&#%d;"));
    byName.put("JSON by numbers", perCharacter("\\u%04x"));
    byName.put("URL by numbers", perCharacter("%%%02X"));
    String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    byName.put("hexadecimal", hex);
    byName.put("hexadecimal in capitals", hex.toUpperCase(Locale.ROOT));
    for (String before : List.of("", "Bearer ", "x:", "user:")) {
      addBase64(before + secret);
    }
  }

  private String perCharacter(String format) {
    return secret.chars().mapToObj(c -> format.formatted(c)).collect(Collectors.joining());
  }

  private void addInUrls(String name, String text) {
    String inUrl = URLEncoder.encode(text, StandardCharsets.UTF_8);
    String small = inUrl;
    for (int i = 0; i < 256; i++) {
      small = small.replace("%%%02X".formatted(i), "%%%02x".formatted(i));
    }
    byName.put(name + "URL", inUrl);
    byName.put(name + "URL in small letters", small);
    byName.put(name + "URL twice", URLEncoder.encode(inUrl, StandardCharsets.UTF_8));
  }

  private void addInJson(String name, String text) {
    String inJson = text.replace("\"", "\\\"");
    byName.put(name + "JSON", inJson);
    byName.put(name + "JSON with slashes escaped", inJson.replace("/", "\\/"));
    byName.put(name + "JSON twice", inJson.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  private void addBase64(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String name = "Base64 of " + text.replace(secret, "it") + " ";
    String standard = Base64.getEncoder().encodeToString(bytes);
    byName.put(name, standard);
    byName.put(name + "without padding", standard.replace("=", ""));
    byName.put(name + "for URLs", Base64.getUrlEncoder().encodeToString(bytes));
    addInUrls(name, standard);
    addInJson(name, standard);
  }

  private static String inHtml(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }

  /** All of them. */
  Map<String, String> all() {
    return Map.copyOf(byName);
  }

  /** The names of those that stand in a text, and whether a part of the secret does. */
  List<String> in(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    List<String> found =
        byName.entrySet().stream()
            .filter(spelling -> text.contains(spelling.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toList());
    IntStream.rangeClosed(0, secret.length() - TELLING_PART)
        .mapToObj(start -> secret.substring(start, start + TELLING_PART).toLowerCase(Locale.ROOT))
        .filter(small::contains)
        .findFirst()
        .ifPresent(part -> found.add("a part"));
    return found;
  }
}
