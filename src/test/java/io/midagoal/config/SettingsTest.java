package io.midagoal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String SECRET = "sk-4f7c21aa";

  private static Settings withCode(String key, String value) {
    return Settings.builder().code(Map.of(key, value)).build();
  }

  private static Settings withEnvironment(String name, String value) {
    return Settings.builder().environment(Map.of(name, value)).build();
  }

  @Nested
  class What_happens_with_goals {
    private static Settings of(String name, String value) {
      return Settings.builder().code(Map.of("midagoal." + name, value)).build();
    }

    @Test
    void is_read_as_choices() {
      assertThat(of("on-existing", "update").onExisting()).isEqualTo(OnExisting.UPDATE);
      assertThat(of("cleanup", "delete").cleanup()).isEqualTo(Cleanup.DELETE);
    }

    @Test
    void is_noted_in_a_folder_that_may_be_in_the_home() {
      assertThat(of("journal", "~/notes").journal())
          .isEqualTo(Path.of(System.getProperty("user.home", "."), "notes"));
      assertThat(of("journal", "build/notes").journal()).isEqualTo(Path.of("build/notes"));
    }
  }

  @Nested
  class The_last_value_that_is_allowed {
    private static Settings of(String name, String value) {
      return Settings.builder().environment(Map.of("MIDA_" + name, value)).build();
    }

    @Test
    void of_a_time_is_a_day() {
      assertThat(of("TIMEOUT", "24h").timeout()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void of_an_api_key_has_visible_characters_only() {
      assertThat(of("API_KEY", "!~").apiKey()).isPresent();
      assertThatThrownBy(() -> of("API_KEY", "a\u007f")).isInstanceOf(SettingsException.class);
    }

    @Test
    void of_certificates_is_any() {
      assertThat(of("ACCEPT_INSECURE_CERTS", "true").acceptInsecureCerts()).isTrue();
    }
  }

  @Nested
  class Each_setting {
    private static final Map<SettingKey, String> SAMPLES =
        Map.of(
            SettingKey.PROJECT_KEY, "shop",
            SettingKey.API_KEY, "secret-key",
            SettingKey.API_URL, "https://mida.example",
            SettingKey.SITE, "https://a.example -> http://b.example",
            SettingKey.BROWSER_BINARY, "/usr/bin/chromium",
            SettingKey.BROWSER_ARGS, "--lang=de",
            SettingKey.GRID_URL, "http://grid.example:4444");

    @ParameterizedTest
    @EnumSource(SettingKey.class)
    void is_read_from_every_place(SettingKey key) {
      String value =
          key.defaultValue().or(() -> Optional.ofNullable(SAMPLES.get(key))).orElseThrow();
      Map<String, String> named = Map.of(key.key(), value);
      if (key != SettingKey.API_KEY) {
        assertSource(
            key, Settings.builder().systemProperties(named), SettingSource.SYSTEM_PROPERTY);
      }
      assertSource(
          key,
          Settings.builder().environment(Map.of(key.environmentVariable(), value)),
          SettingSource.ENVIRONMENT);
      assertSource(key, Settings.builder().code(named), SettingSource.CODE);
      assertSource(
          key,
          Settings.builder().junitParameters(name -> Optional.ofNullable(named.get(name))),
          SettingSource.JUNIT_PARAMETER);
    }

    private static void assertSource(
        SettingKey key, Settings.Builder sources, SettingSource source) {
      assertThat(sources.build().source(key)).isEqualTo(source);
    }
  }

  @Nested
  class Without_any_source {
    private final Settings settings = Settings.builder().build();

    @Test
    void the_defaults_of_the_guide_hold() {
      assertThat(settings)
          .hasToString(
              "Settings[midagoal.mode=\"auto\" (default), midagoal.region=\"us\" (default),"
                  + " midagoal.api-timeout=\"10s\" (default), midagoal.on-existing=\"reuse\""
                  + " (default), midagoal.cleanup=\"keep\" (default),"
                  + " midagoal.journal=\"~/.midagoal/journal\" (default),"
                  + " midagoal.unchecked=\"warn\" (default), midagoal.browser=\"chrome\" (default),"
                  + " midagoal.headless=\"true\" (default), midagoal.viewport=\"1280x900\""
                  + " (default), midagoal.accept-insecure-certs=\"false\" (default),"
                  + " midagoal.timeout=\"10s\" (default), midagoal.report=\"target/midagoal\""
                  + " (default)]");
    }

    @Test
    void the_defaults_are_read_into_types() {
      assertThat(settings.mode()).isEqualTo(Mode.AUTO);
      assertThat(settings.region()).isEqualTo(Region.US);
      assertThat(settings.apiTimeout()).isEqualTo(Duration.ofSeconds(10));
      assertThat(settings.unchecked()).isEqualTo(Unchecked.WARN);
      assertThat(settings.browser()).isEqualTo(BrowserName.CHROME);
      assertThat(settings.headless()).isTrue();
      assertThat(settings.viewport()).isEqualTo(new Viewport(1280, 900));
      assertThat(settings.acceptInsecureCerts()).isFalse();
      assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
      assertThat(settings.report()).contains(Path.of("target/midagoal"));
    }

    @Test
    void what_has_no_default_is_empty() {
      assertThat(settings.projectKey()).isEmpty();
      assertThat(settings.apiKey()).isEmpty();
      assertThat(settings.apiUrl()).isEmpty();
      assertThat(settings.site()).isEmpty();
      assertThat(settings.browserBinary()).isEmpty();
      assertThat(settings.browserArgs()).isEmpty();
      assertThat(settings.gridUrl()).isEmpty();
    }

    @Test
    void there_is_nothing_to_warn_of() {
      assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void values_come_from_the_default() {
      assertThat(settings.source(SettingKey.API_KEY)).isEqualTo(SettingSource.DEFAULT);
    }
  }

  @Nested
  class The_order_of_sources {
    private final Settings.Builder all =
        Settings.builder()
            .systemProperties(Map.of("midagoal.project-key", "from-property"))
            .environment(Map.of("MIDA_PROJECT_KEY", "from-environment"))
            .code(Map.of("midagoal.project-key", "from-code"))
            .junitParameters(
                key -> Optional.ofNullable(Map.of("midagoal.project-key", "from-junit").get(key)));

    @Test
    void puts_system_properties_first() {
      assertFound(all, "from-property", SettingSource.SYSTEM_PROPERTY);
    }

    @Test
    void puts_the_environment_second() {
      all.systemProperties(Map.of());
      assertFound(all, "from-environment", SettingSource.ENVIRONMENT);
    }

    @Test
    void puts_test_code_third() {
      all.systemProperties(Map.of()).environment(Map.of());
      assertFound(all, "from-code", SettingSource.CODE);
    }

    @Test
    void puts_junit_parameters_last() {
      all.systemProperties(Map.of()).environment(Map.of()).code(Map.of());
      assertFound(all, "from-junit", SettingSource.JUNIT_PARAMETER);
    }

    @Test
    void takes_an_empty_environment_variable_as_not_set() {
      all.systemProperties(Map.of()).environment(Map.of("MIDA_PROJECT_KEY", " "));
      assertFound(all, "from-code", SettingSource.CODE);
    }

    @Test
    void does_not_look_at_a_bad_value_that_a_stronger_source_overrides() {
      Settings settings =
          Settings.builder()
              .environment(Map.of("MIDA_MODE", "live"))
              .code(Map.of("midagoal.mode", "nonsense"))
              .build();
      assertThat(settings.mode()).isEqualTo(Mode.LIVE);
    }

    private static void assertFound(Settings.Builder sources, String value, SettingSource source) {
      Settings settings = sources.build();
      assertThat(settings.projectKey()).contains(value);
      assertThat(settings.source(SettingKey.PROJECT_KEY)).isEqualTo(source);
    }
  }

  @Nested
  class Sources_describe_themselves {
    @ParameterizedTest
    @CsvSource({
      "SYSTEM_PROPERTY, system property midagoal.api-url",
      "ENVIRONMENT, environment variable MIDA_API_URL",
      "CODE, test code",
      "JUNIT_PARAMETER, JUnit configuration parameter midagoal.api-url",
      "DEFAULT, default"
    })
    void with_the_name_that_the_setting_has_there(SettingSource source, String description) {
      assertThat(source.describe(SettingKey.API_URL)).isEqualTo(description);
    }
  }

  @Nested
  class An_unknown_key {
    @Test
    void among_the_system_properties_is_refused_with_the_key_that_was_meant() {
      assertThatThrownBy(
              () -> Settings.builder().systemProperties(Map.of("midagoal.regoin", "eu")).build())
          .isInstanceOf(SettingsException.class)
          .hasMessageStartingWith(
              "midagoal.regoin (from system property midagoal.regoin) is not a setting of"
                  + " midagoal; did you mean midagoal.region? Allowed are midagoal.mode,");
    }

    @Test
    void among_the_values_of_test_code_is_refused() {
      assertThatThrownBy(() -> withCode("midagoal.apiKey", SECRET))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("(from test code)")
          .hasMessageContaining("did you mean midagoal.api-key?")
          .hasMessageNotContaining(SECRET);
    }

    @Test
    void without_the_prefix_is_refused_among_the_values_of_test_code() {
      assertThatThrownBy(() -> withCode("mode", "live"))
          .isInstanceOf(SettingsException.class)
          .hasMessageStartingWith(
              "mode (from test code) is not a setting of midagoal; did you mean midagoal.mode?");
    }

    @Test
    void among_the_junit_parameters_is_refused() {
      assertThatThrownBy(
              () -> Settings.builder().junitParameterNames(Set.of("midagoal.brwoser")).build())
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("(from JUnit configuration parameter midagoal.brwoser)")
          .hasMessageContaining("did you mean midagoal.browser?");
    }

    @Test
    void that_is_like_none_is_refused_with_the_list_alone() {
      assertThatThrownBy(() -> withCode("midagoal.colour", "red"))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("is not a setting of midagoal. Allowed")
          .hasMessageEndingWith("midagoal.timeout, midagoal.report.");
    }

    @Test
    void of_another_program_is_passed_over() {
      assertThatCode(
              () ->
                  Settings.builder()
                      .systemProperties(Map.of("midagoals.mode", "x", "user.home", "/"))
                      .junitParameterNames(Set.of("junit.jupiter.execution.parallel.enabled"))
                      .build())
          .doesNotThrowAnyException();
    }
  }

  @Nested
  class An_environment_variable_that_is_no_setting {
    @ParameterizedTest
    @CsvSource({
      "MIDA_APIKEY, MIDA_API_KEY",
      "MIDA_PROJECTKEY, MIDA_PROJECT_KEY",
      "MIDA_REGOIN, MIDA_REGION",
      "mida_mode, MIDA_MODE",
      "MIDA_BROWSER_BINRY, MIDA_BROWSER_BINARY"
    })
    void but_close_to_one_gives_a_warning(String variable, String meant) {
      assertThat(withEnvironment(variable, SECRET).warnings())
          .containsExactly(
              "The environment variable "
                  + variable
                  + " is not a setting of midagoal and was passed over; did you mean "
                  + meant
                  + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIDA_HOME", "MIDA_LICENSE_FILE", "MIDAS", "PATH"})
    void and_unlike_any_is_passed_over(String variable) {
      assertThat(withEnvironment(variable, "x").warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SettingKey.class)
    void is_never_one_of_the_settings_themselves(SettingKey key) {
      Settings settings = withEnvironment(key.environmentVariable(), "");
      assertThat(settings.warnings()).isEmpty();
    }
  }

  @Nested
  class A_bad_value {
    @Test
    void is_told_with_key_source_value_and_what_is_allowed() {
      assertThatThrownBy(() -> withEnvironment("MIDA_MODE", "lvie"))
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              "midagoal.mode (from environment variable MIDA_MODE) is \"lvie\", but must be one of"
                  + " auto, live, embedded, verify-only.");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "midagoal.region | fr",
          "midagoal.region | ''",
          "midagoal.project-key | ' '",
          "midagoal.api-url | api.example.com",
          "midagoal.api-url | ftp://example.com",
          "midagoal.api-url | https://",
          "midagoal.api-url | https://example.com/?a=b",
          "midagoal.api-url | https://example.com/#a",
          "midagoal.api-url | https://ada@example.com/",
          "midagoal.api-url | not a url",
          "midagoal.api-timeout | 0s",
          "midagoal.api-timeout | -5s",
          "midagoal.api-timeout | PT-5S",
          "midagoal.api-timeout | 10",
          "midagoal.api-timeout | 25h",
          "midagoal.api-timeout | 99999999999999999999s",
          "midagoal.unchecked | error",
          "midagoal.site | https://example.com",
          "midagoal.site | https://example.com -> ",
          "midagoal.site | https://example.com -> localhost:8080",
          "midagoal.site | https://example.com/shop -> http://localhost:8080",
          "midagoal.site | https://a.example -> http://b.example -> http://c.example",
          "midagoal.site | https://a.example -> http://localhost,",
          "midagoal.site | https://a.example -> http://l1, https://A.example:443 -> http://l2",
          "midagoal.browser | firefox",
          "midagoal.browser-binary | ''",
          "midagoal.browser-args | no-sandbox",
          "midagoal.browser-args | -x --y",
          "midagoal.headless | yes",
          "midagoal.viewport | 1280",
          "midagoal.viewport | 0x900",
          "midagoal.viewport | 1280x10000",
          "midagoal.accept-insecure-certs | 1",
          "midagoal.grid-url | hub:4444",
          "midagoal.timeout | soon",
          "midagoal.report | ''"
        })
    void of_any_key_is_refused(String key, String value) {
      assertThatThrownBy(() -> withCode(key, value))
          .isInstanceOf(SettingsException.class)
          .hasMessageStartingWith(key + " (from test code) is \"")
          .hasMessageContaining("must be");
    }

    @Test
    void is_told_without_the_password_in_a_url() {
      assertThatThrownBy(() -> withCode("midagoal.grid-url", "https://ada:pa/ss@hub/?x"))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("\"https://[not shown]@hub/?x\"");
    }
  }

  @Nested
  class The_api_key {
    @Test
    void is_read_from_the_environment() {
      assertThat(withEnvironment("MIDA_API_KEY", SECRET).apiKey().map(ApiKey::reveal))
          .contains(SECRET);
    }

    @Test
    void is_refused_as_a_system_property_with_the_reason() {
      assertThatThrownBy(
              () -> Settings.builder().systemProperties(Map.of("midagoal.api-key", SECRET)).build())
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              "midagoal.api-key must not be a system property, because process lists (ps) and the"
                  + " reports of build tools show those. This key is in them now: replace it by a"
                  + " new one in Mida, and set that as environment variable MIDA_API_KEY.");
    }

    @Test
    void is_refused_as_a_system_property_even_when_the_environment_has_one() {
      Settings.Builder both =
          Settings.builder()
              .systemProperties(Map.of("midagoal.api-key", ""))
              .environment(Map.of("MIDA_API_KEY", SECRET));
      assertThatThrownBy(both::build).isInstanceOf(SettingsException.class);
    }

    @Test
    void is_taken_from_a_junit_parameter_with_a_warning() {
      Settings settings =
          Settings.builder()
              .junitParameters(key -> Optional.of(SECRET).filter(s -> key.endsWith("api-key")))
              .build();
      assertThat(settings.apiKey()).isPresent();
      assertThat(settings.warnings())
          .singleElement()
          .asString()
          .contains("move it to the environment variable MIDA_API_KEY")
          .doesNotContain(SECRET);
    }

    @Test
    void gives_no_warning_when_a_stronger_source_has_it() {
      Settings settings =
          Settings.builder()
              .environment(Map.of("MIDA_API_KEY", "other"))
              .junitParameters(key -> Optional.of(SECRET).filter(s -> key.endsWith("api-key")))
              .build();
      assertThat(settings.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET + "\n", SECRET + "\r\nX: y", " " + SECRET, SECRET + "é", ""})
    void with_line_breaks_or_other_strange_characters_is_refused_without_showing_it(String key) {
      assertThatThrownBy(() -> withCode("midagoal.api-key", key))
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              "midagoal.api-key (from test code) is [not shown], but must be visible ASCII"
                  + " characters, without spaces and line breaks.");
    }

    @Test
    void is_not_in_the_text_of_the_settings() {
      assertThat(withEnvironment("MIDA_API_KEY", SECRET).toString())
          .contains("midagoal.api-key=[not shown] (environment variable MIDA_API_KEY)")
          .doesNotContain(SECRET);
    }

    @Test
    void does_not_print_itself() {
      assertThat(withEnvironment("MIDA_API_KEY", SECRET).apiKey().toString())
          .doesNotContain(SECRET);
    }
  }

  @Nested
  class Values_are_read {
    @ParameterizedTest
    @CsvSource({
      "500ms, PT0.5S",
      "10s, PT10S",
      "2m, PT2M",
      "1h, PT1H",
      "PT1M30S, PT1M30S",
      "' 10s ', PT10S"
    })
    void as_durations(String text, Duration duration) {
      assertThat(withCode("midagoal.timeout", text).timeout()).isEqualTo(duration);
    }

    @Test
    void as_choices_in_any_letter_case() {
      assertThat(withCode("midagoal.mode", "Verify-Only").mode()).isEqualTo(Mode.VERIFY_ONLY);
    }

    @Test
    void as_truth_values() {
      assertThat(withCode("midagoal.headless", "FALSE").headless()).isFalse();
    }

    @Test
    void as_sizes() {
      assertThat(withCode("midagoal.viewport", "800x600").viewport())
          .isEqualTo(new Viewport(800, 600));
    }

    @Test
    void as_urls() {
      assertThat(withCode("midagoal.api-url", "http://localhost:8080/mida").apiUrl())
          .contains(URI.create("http://localhost:8080/mida"));
    }

    @Test
    void as_a_grid_with_user_and_password() {
      assertThat(withCode("midagoal.grid-url", "https://ada:pw@hub:4444/wd/hub").gridUrl())
          .contains(URI.create("https://ada:pw@hub:4444/wd/hub"));
    }

    @Test
    void as_paths() {
      assertThat(withCode("midagoal.browser-binary", "/opt/my browser/chrome").browserBinary())
          .contains(Path.of("/opt/my browser/chrome"));
    }

    @Test
    void as_no_report_when_it_is_off() {
      assertThat(withCode("midagoal.report", "off").report()).isEmpty();
    }
  }

  @Nested
  class Browser_arguments {
    @Test
    void may_hold_spaces_and_commas() {
      String args =
          "--no-sandbox  --host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE"
              + " 127.0.0.1\n--lang=de";
      assertThat(withCode("midagoal.browser-args", args).browserArgs())
          .containsExactly(
              "--no-sandbox",
              "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
              "--lang=de");
    }

    @Test
    void may_hold_hyphens() {
      assertThat(withCode("midagoal.browser-args", "--a=b--c -d").browserArgs())
          .containsExactly("--a=b--c -d");
    }

    @Test
    void can_be_taken_away_by_a_stronger_source() {
      Settings settings =
          Settings.builder()
              .systemProperties(Map.of("midagoal.browser-args", ""))
              .code(Map.of("midagoal.browser-args", "--no-sandbox"))
              .build();
      assertThat(settings.browserArgs()).isEmpty();
    }
  }

  @Nested
  class The_site {
    @Test
    void keeps_the_order_of_its_pairs() {
      Settings settings =
          withCode(
              "midagoal.site",
              "https://z.example -> http://localhost:1, https://a.example -> http://localhost:2");
      assertThat(settings.site())
          .containsExactly(
              entry("https://z.example", "http://localhost:1"),
              entry("https://a.example", "http://localhost:2"));
    }

    @Test
    void writes_origins_as_browsers_do() {
      Settings settings = withCode("midagoal.site", "HTTPS://Shöp.example:443/->http://[::1]:8080");
      assertThat(settings.site())
          .containsExactly(entry("https://xn--shp-tna.example", "http://[::1]:8080"));
    }

    @Test
    void takes_host_names_that_only_browsers_allow() {
      assertThat(withCode("midagoal.site", "http://shop_web:80->http://localhost:81").site())
          .containsExactly(entry("http://shop_web", "http://localhost:81"));
    }

    @Test
    void can_be_taken_away_by_a_stronger_source() {
      Settings settings =
          Settings.builder()
              .systemProperties(Map.of("midagoal.site", ""))
              .code(Map.of("midagoal.site", "http://a -> http://b"))
              .build();
      assertThat(settings.site()).isEmpty();
    }
  }
}
