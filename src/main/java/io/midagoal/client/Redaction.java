package io.midagoal.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Takes the API key out of a text, also where a server repeats it in another spelling. */
final class Redaction {
  private static final String MARK = "[API key]";

  private final List<String> spellings;

  Redaction(String apiKey) {
    String base64 =
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(apiKey.getBytes(StandardCharsets.US_ASCII));
    String json = apiKey.replace("\\", "\\\\").replace("\"", "\\\"");
    String url = URLEncoder.encode(apiKey, StandardCharsets.US_ASCII);
    this.spellings = List.of(json.replace("/", "\\/"), json, apiKey, url, base64);
  }

  String apply(String text) {
    String redacted = text;
    for (String spelling : spellings) {
      redacted = redacted.replace(spelling, MARK);
    }
    return redacted;
  }
}
