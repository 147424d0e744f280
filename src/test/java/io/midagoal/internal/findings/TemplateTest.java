package io.midagoal.internal.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {

  private static String fill(String template, Map<String, ?> data) {
    return new Template(template).fill(data);
  }

  @Nested
  class APlace {

    @Test
    void showsItsValue() {
      assertThat(fill("{count} of {all}", Map.of("count", 2, "all", Optional.of("three"))))
          .isEqualTo("2 of three");
    }

    @Test
    void inQuotesShowsItsValueOnOneLine() {
      assertThat(fill("The \"{value}\".", Map.of("value", "a\nb"))).isEqualTo("The \"a\u21b5b\".");
    }

    @Test
    void canShowAJavaLiteral() {
      assertThat(fill("x = {value:java}", Map.of("value", "a[b=\"c\\d\"]")))
          .isEqualTo("x = \"a[b=\\\"c\\\\d\\\"]\"");
    }

    @Test
    void separatesTheItemsOfAListByCommas() {
      assertThat(fill("{all}", Map.of("all", List.of("a", "b")))).isEqualTo("a, b");
    }

    @Test
    void showsAReasonInWords() {
      assertThat(
              fill("{it}: {why}", Map.of("it", "<a>", "why", Map.of("because", "not-displayed"))))
          .isEqualTo("<a>: it has display: none");
    }

    @Test
    void separatesReasonsBySemicolons() {
      Map<String, String> disabled = Map.of("because", "disabled");
      Map<String, String> inert = Map.of("because", "inert", "ancestor", "<main>");

      assertThat(fill("{why}", Map.of("why", List.of(disabled, inert))))
          .isEqualTo("it is disabled; its ancestor <main> is inert");
    }

    @Test
    void takesAValueAsItIs() {
      assertThat(fill("{value}", Map.of("value", "$1 \\ {other} [a {b}]")))
          .isEqualTo("$1 \\ {other} [a {b}]");
    }

    @Test
    void needsAValue() {
      assertThatIllegalStateException()
          .isThrownBy(() -> fill("It is {here}.", Map.of("here", Optional.empty())))
          .withMessageContainingAll("{here}", "It is {here}.");
    }
  }

  @Nested
  class AChoice {

    private static final String TEMPLATE = "It is [{a} and {b}|only {a}|none].";

    @Test
    void isItsFirstAlternativeWithAllValues() {
      assertThat(fill(TEMPLATE, Map.of("a", 1, "b", 2))).isEqualTo("It is 1 and 2.");
      assertThat(fill(TEMPLATE, Map.of("a", 1))).isEqualTo("It is only 1.");
      assertThat(fill(TEMPLATE, Map.of("b", 2))).isEqualTo("It is none.");
    }

    @Test
    void isNothingWithoutOne() {
      assertThat(fill("It is[ {a}].", Map.of("a", List.of()))).isEqualTo("It is.");
    }

    @Test
    void needsAPlaceInIt() {
      assertThat(fill("push([\"track\", NAME])", Map.of())).isEqualTo("push([\"track\", NAME])");
    }
  }

  @Test
  void lineBreaksCountAsSpaces() {
    assertThat(fill("One\n  sentence.\n", Map.of())).isEqualTo("One sentence.");
  }

  static Stream<Template> templates() {
    return Stream.concat(
        Stream.of(Catalogue.values()).flatMap(entry -> Stream.of(entry.message, entry.hint)),
        Stream.of(Reason.values()).map(reason -> reason.words));
  }

  /** The text without its places and choices, which leaves only brackets that belong to none. */
  @ParameterizedTest
  @MethodSource("templates")
  void bracketsAreBalancedInAll(Template template) {
    String rest =
        template
            .toString()
            .replaceAll("\\{\\w+(:java)?}", "value")
            .replaceAll("\\[[^\\[\\]{}]*]", "");

    assertThat(rest).doesNotContainPattern("[\\[\\]{}]");
  }
}
