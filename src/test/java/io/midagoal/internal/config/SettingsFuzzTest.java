package io.midagoal.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Whatever is set anywhere: settings, or a failure that says which key is wrong. */
class SettingsFuzzTest {
  private static final String SECRET = "sk-live_9Xq";

  @Property(tries = 2_000, shrinking = ShrinkingMode.BOUNDED)
  void settingsAreTakenOrRefused(
      @ForAll("properties") Map<String, String> systemProperties,
      @ForAll("variables") Map<String, String> environment,
      @ForAll("properties") Map<String, String> code,
      @ForAll("properties") Map<String, String> junitParameters) {
    build(systemProperties, environment, code, junitParameters);
  }

  @Tag("full")
  @Property(tries = 100_000, shrinking = ShrinkingMode.BOUNDED)
  void manySettingsAreTakenOrRefused(
      @ForAll("properties") Map<String, String> systemProperties,
      @ForAll("variables") Map<String, String> environment,
      @ForAll("properties") Map<String, String> code,
      @ForAll("properties") Map<String, String> junitParameters) {
    build(systemProperties, environment, code, junitParameters);
  }

  private static void build(
      Map<String, String> systemProperties,
      Map<String, String> environment,
      Map<String, String> code,
      Map<String, String> junitParameters) {
    try {
      Settings settings =
          Settings.builder()
              .systemProperties(systemProperties)
              .environment(environment)
              .code(code)
              .junitParameters(key -> Optional.ofNullable(junitParameters.get(key)))
              .junitParameterNames(junitParameters.keySet())
              .build();
      settings
          .get(Setting.API_KEY)
          .ifPresent(key -> assertThat(settings.toString()).doesNotContain(SECRET));
      assertThat(settings.get(Setting.API_TIMEOUT)).isPositive();
    } catch (SettingsException e) {
      assertThat(e.getMessage()).contains("midagoal.").doesNotContain(SECRET);
    }
  }

  @Provide
  Arbitrary<Map<String, String>> properties() {
    Arbitrary<String> known =
        Arbitraries.<Setting<?>>of(Setting.all())
            .filter(key -> key != Setting.API_KEY)
            .map(Setting::key);
    Arbitrary<String> odd =
        Arbitraries.strings().ascii().ofMaxLength(10).map(text -> "midagoal." + text);
    Arbitrary<String> names = Arbitraries.frequencyOf(Tuple.of(40, known), Tuple.of(1, odd));
    return Arbitraries.maps(names, values()).ofMaxSize(3);
  }

  @Provide
  Arbitrary<Map<String, String>> variables() {
    Arbitrary<String> known =
        Arbitraries.<Setting<?>>of(Setting.all())
            .filter(key -> key != Setting.API_KEY)
            .map(Setting::environmentVariable);
    Arbitrary<String> odd = Arbitraries.strings().ofMaxLength(10).map(text -> "MIDA_" + text);
    Arbitrary<Map<String, String>> others =
        Arbitraries.maps(Arbitraries.oneOf(known, known, odd), values()).ofMaxSize(4);
    return Combinators.combine(others, values().optional(0.5))
        .as(
            (variables, keyEnd) -> {
              keyEnd.ifPresent(
                  end -> variables.put(Setting.API_KEY.environmentVariable(), SECRET + end));
              return variables;
            });
  }

  private static Arbitrary<String> values() {
    Arbitrary<String> parts =
        Arbitraries.oneOf(
            Arbitraries.of(
                "live",
                "true",
                "10",
                "s",
                "PT",
                "1M",
                "-",
                "x",
                "1280x900",
                "https://",
                "http://",
                "[::1]",
                "localhost",
                ":99999",
                ":",
                "@",
                "/",
                "->",
                ",",
                "--",
                "~/",
                "?",
                "#",
                " ",
                "%",
                "\\",
                "\u0000",
                "\n",
                "\u00e4",
                "xn--",
                "off"),
            Arbitraries.strings().ofMaxLength(6));
    return parts.list().ofMaxSize(5).map(list -> String.join("", list));
  }
}
