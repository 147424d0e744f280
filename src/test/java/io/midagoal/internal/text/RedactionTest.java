package io.midagoal.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final String KEY = "sk/4f7c+21\"aa=&Zq<9";

  private final Redaction redaction = new Redaction(KEY);

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        KEY,
        "SK/4F7C+21\"AA=&ZQ<9",
        "sk%2F4f7c%2B21%22aa%3D%26Zq%3C9",
        "sk%2f4f7c%2b21%22aa%3d%26Zq%3c9",
        "sk%252F4f7c%252B21%2522aa%253D%2526Zq%253C9",
        "sk\\/4f7c+21\\\"aa=&Zq<9",
        "sk\\\\/4f7c+21\\\\\\\"aa=&Zq<9",
        "sk/4f7c\\u002b21\\u0022aa\\u003D\\u0026Zq\\u003c9",
        "sk/4f7c\\x2b21\\x22aa\\x3D\\x26Zq\\x3c9",
        "sk/4f7c+21&quot;aa=&amp;Zq&lt;9",
        "sk&#47;4f7c&#x2B;21&#34;aa&equals;&#X26;Zq&lt;9",
        "sk&sol;4f7c&plus;21&amp;quot;aa=&amp;amp;Zq&amp;#60;9",
        "736b2f346637632b32312261613d265a713c39",
        "736B2F346637632B32312261613D265A713C39"
      })
  void hidesEachSpelling(String spelling) {
    assertThat(redaction.apply("<" + spelling + ">")).isEqualTo("<[API-key]>");
  }

  @ParameterizedTest
  @CsvSource(
      value = {"''", "x", "xx", "Bearer ", "user:", "{\"key\": \""},
      ignoreLeadingAndTrailingWhitespace = false)
  void hidesItAsBase64WithAnythingBefore(String before) {
    String encoded = base64(before + KEY + before);
    assertThat(redaction.apply(encoded))
        .contains("[API-key]")
        .doesNotContain(base64(KEY).substring(4, 12), base64(before + KEY).substring(12, 20));
    String inUrl = encoded.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
    assertThat(redaction.apply(inUrl)).contains("[API-key]");
    String ofUrls = encoded.replace('+', '-').replace('/', '_');
    assertThat(redaction.apply(ofUrls)).contains("[API-key]");
  }

  @ParameterizedTest
  @CsvSource(
      value = {"''", "x", "xx"},
      ignoreLeadingAndTrailingWhitespace = false)
  void hidesItAsBase64WithOtherSignsThanLettersAndDigits(String before) {
    String key = "???>>>~~~???>>>~~~";
    String encoded = base64(before + key + before);
    String ofUrls = encoded.replace('+', '-').replace('/', '_');
    Redaction ofKey = new Redaction(key);
    assertThat(ofKey.apply(encoded).replace("[API-key]", "")).doesNotContain("+", "/");
    assertThat(ofKey.apply(ofUrls).replace("[API-key]", "")).doesNotContain("-", "_");
  }

  @Test
  void isEqualOnlyForTheSameKey() {
    assertThat(redaction).isEqualTo(new Redaction(KEY)).isNotEqualTo(new Redaction("another key"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk/4f7c+21\"aa=", "sk%2F4f7c%2B21%22aa%3D%26"})
  void hidesABeginningThatIsMostOfIt(String beginning) {
    assertThat(redaction.apply(beginning)).isEqualTo("[API-key]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sk", "sk/4f7c+", "aa=&Zq<9", "100 % & more; \\", "&", "%", "\\u00", "c2sv"})
  void leavesWhatIsNotTheKey(String text) {
    assertThat(redaction.apply(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"k", "key"})
  void hidesShortKeys(String key) {
    assertThat(new Redaction(key).apply("<" + key + ">")).isEqualTo("<[API-key]>");
  }

  @Test
  void leavesDataAloneWhenTheKeyMayBeAPartOfAnyWord() {
    assertThat(new Redaction("test").applyToData("a test goal")).isEqualTo("a test goal");
    assertThat(redaction.applyToData(KEY)).isEqualTo("[API-key]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aw==", "6b", "YWs"})
  void doesNotTakeShortTextsForEncodedKeys(String text) {
    assertThat(new Redaction("k").apply(text)).isEqualTo(text.replace("k", "[API-key]"));
  }
}
