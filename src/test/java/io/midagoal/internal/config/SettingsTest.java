package io.midagoal.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.midagoal.config.Cleanup;
import io.midagoal.config.MidaScript;
import io.midagoal.config.Mode;
import io.midagoal.config.OnExisting;
import io.midagoal.config.Region;
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
import org.junit.jupiter.params.provider.MethodSource;
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
  class WhatHappensWithGoals {
    private static Settings of(String name, String value) {
      return Settings.builder().code(Map.of("midagoal." + name, value)).build();
    }

    @Test
    void isReadAsChoices() {
      assertThat(of("on-existing", "update").get(Setting.ON_EXISTING)).isEqualTo(OnExisting.UPDATE);
      assertThat(of("cleanup", "delete").get(Setting.CLEANUP)).isEqualTo(Cleanup.DELETE);
    }

    @Test
    void isNotedInAFolderThatMayBeInTheHome() {
      assertThat(of("journal", "~/notes").get(Setting.JOURNAL))
          .isEqualTo(Path.of(System.getProperty("user.home", "."), "notes"));
      assertThat(of("journal", "build/notes").get(Setting.JOURNAL))
          .isEqualTo(Path.of("build/notes"));
    }
  }

  @Nested
  class TheLastValueThatIsAllowed {
    private static Settings of(String name, String value) {
      return Settings.builder().environment(Map.of("MIDA_" + name, value)).build();
    }

    @Test
    void ofATimeIsADay() {
      assertThat(of("TIMEOUT", "24h").get(Setting.TIMEOUT)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void ofAnApiKeyHasVisibleCharactersOnly() {
      assertThat(of("API_KEY", "!~").get(Setting.API_KEY)).isPresent();
      assertThatThrownBy(() -> of("API_KEY", "a\u007f")).isInstanceOf(SettingsException.class);
    }

    @Test
    void ofCertificatesIsAny() {
      assertThat(of("ACCEPT_INSECURE_CERTS", "true").get(Setting.ACCEPT_INSECURE_CERTS)).isTrue();
    }
  }

  @Nested
  class EachSetting {
    private static final Map<Setting<?>, String> SAMPLES =
        Map.of(
            Setting.PROJECT_KEY, "shop",
            Setting.API_KEY, "secret-key",
            Setting.API_URL, "https://mida.example",
            Setting.SITE, "https://a.example -> http://b.example",
            Setting.BROWSER_BINARY, "/usr/bin/chromium",
            Setting.BROWSER_ARGS, "--lang=de",
            Setting.GRID_URL, "http://grid.example:4444");

    @ParameterizedTest
    @MethodSource("io.midagoal.internal.config.Setting#all")
    void isReadFromEveryPlace(Setting<?> key) {
      String value =
          key.defaultText().or(() -> Optional.ofNullable(SAMPLES.get(key))).orElseThrow();
      Map<String, String> named = Map.of(key.key(), value);
      if (key != Setting.API_KEY) {
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
        Setting<?> key, Settings.Builder sources, SettingSource source) {
      assertThat(sources.build().source(key)).isEqualTo(source);
    }
  }

  @Nested
  class WithoutAnySource {
    private final Settings settings = Settings.builder().build();

    @Test
    void theDefaultsOfTheGuideHold() {
      assertThat(settings)
          .hasToString(
              "Settings[midagoal.mode=\"auto\" (default), midagoal.region=\"us\" (default),"
                  + " midagoal.api-timeout=\"10s\" (default), midagoal.on-existing=\"reuse\""
                  + " (default), midagoal.cleanup=\"keep\" (default),"
                  + " midagoal.journal=\"~/.midagoal/journal\" (default),"
                  + " midagoal.unchecked=\"warn\" (default),"
                  + " midagoal.mida-script=\"stand-in\" (default),"
                  + " midagoal.browser=\"chrome\" (default),"
                  + " midagoal.headless=\"true\" (default), midagoal.viewport=\"1280x900\""
                  + " (default), midagoal.accept-insecure-certs=\"false\" (default),"
                  + " midagoal.timeout=\"10s\" (default), midagoal.report=\"target/midagoal\""
                  + " (default)]");
    }

    @Test
    void theDefaultsAreReadIntoTypes() {
      assertThat(settings.get(Setting.MODE)).isEqualTo(Mode.AUTO);
      assertThat(settings.get(Setting.REGION)).isEqualTo(Region.US);
      assertThat(settings.get(Setting.API_TIMEOUT)).isEqualTo(Duration.ofSeconds(10));
      assertThat(settings.get(Setting.UNCHECKED)).isEqualTo(Unchecked.WARN);
      assertThat(settings.get(Setting.MIDA_SCRIPT)).isEqualTo(MidaScript.STAND_IN);
      assertThat(settings.get(Setting.BROWSER)).isEqualTo(BrowserName.CHROME);
      assertThat(settings.get(Setting.HEADLESS)).isTrue();
      assertThat(settings.get(Setting.VIEWPORT)).isEqualTo(new Viewport(1280, 900));
      assertThat(settings.get(Setting.ACCEPT_INSECURE_CERTS)).isFalse();
      assertThat(settings.get(Setting.TIMEOUT)).isEqualTo(Duration.ofSeconds(10));
      assertThat(settings.get(Setting.REPORT)).contains(Path.of("target/midagoal"));
    }

    @Test
    void whatHasNoDefaultIsEmpty() {
      assertThat(settings.get(Setting.PROJECT_KEY)).isEmpty();
      assertThat(settings.get(Setting.API_KEY)).isEmpty();
      assertThat(settings.get(Setting.API_URL)).isEmpty();
      assertThat(settings.get(Setting.SITE)).isEmpty();
      assertThat(settings.get(Setting.BROWSER_BINARY)).isEmpty();
      assertThat(settings.get(Setting.BROWSER_ARGS)).isEmpty();
      assertThat(settings.get(Setting.GRID_URL)).isEmpty();
    }

    @Test
    void thereIsNothingToWarnOf() {
      assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void valuesComeFromTheDefault() {
      assertThat(settings.source(Setting.API_KEY)).isEqualTo(SettingSource.DEFAULT);
    }
  }

  @Nested
  class TheOrderOfSources {
    private final Settings.Builder all =
        Settings.builder()
            .systemProperties(Map.of("midagoal.project-key", "from-property"))
            .environment(Map.of("MIDA_PROJECT_KEY", "from-environment"))
            .code(Map.of("midagoal.project-key", "from-code"))
            .junitParameters(
                key -> Optional.ofNullable(Map.of("midagoal.project-key", "from-junit").get(key)));

    @Test
    void putsSystemPropertiesFirst() {
      assertFound(all, "from-property", SettingSource.SYSTEM_PROPERTY);
    }

    @Test
    void putsTheEnvironmentSecond() {
      all.systemProperties(Map.of());
      assertFound(all, "from-environment", SettingSource.ENVIRONMENT);
    }

    @Test
    void putsTestCodeThird() {
      all.systemProperties(Map.of()).environment(Map.of());
      assertFound(all, "from-code", SettingSource.CODE);
    }

    @Test
    void putsJunitParametersLast() {
      all.systemProperties(Map.of()).environment(Map.of()).code(Map.of());
      assertFound(all, "from-junit", SettingSource.JUNIT_PARAMETER);
    }

    @Test
    void takesAnEmptyEnvironmentVariableAsNotSet() {
      all.systemProperties(Map.of()).environment(Map.of("MIDA_PROJECT_KEY", " "));
      assertFound(all, "from-code", SettingSource.CODE);
    }

    @Test
    void doesNotLookAtABadValueThatAStrongerSourceOverrides() {
      Settings settings =
          Settings.builder()
              .environment(Map.of("MIDA_MODE", "live"))
              .code(Map.of("midagoal.mode", "nonsense"))
              .build();
      assertThat(settings.get(Setting.MODE)).isEqualTo(Mode.LIVE);
    }

    private static void assertFound(Settings.Builder sources, String value, SettingSource source) {
      Settings settings = sources.build();
      assertThat(settings.get(Setting.PROJECT_KEY)).contains(value);
      assertThat(settings.source(Setting.PROJECT_KEY)).isEqualTo(source);
    }
  }

  @Nested
  class SourcesDescribeThemselves {
    @ParameterizedTest
    @CsvSource({
      "SYSTEM_PROPERTY, system property midagoal.api-url",
      "ENVIRONMENT, environment variable MIDA_API_URL",
      "CODE, test code",
      "JUNIT_PARAMETER, JUnit configuration parameter midagoal.api-url",
      "DEFAULT, default"
    })
    void withTheNameThatTheSettingHasThere(SettingSource source, String description) {
      assertThat(source.describe(Setting.API_URL)).isEqualTo(description);
    }
  }

  @Nested
  class AnUnknownKey {
    @Test
    void amongTheSystemPropertiesIsRefusedWithTheKeyThatWasMeant() {
      assertThatThrownBy(
              () -> Settings.builder().systemProperties(Map.of("midagoal.regoin", "eu")).build())
          .isInstanceOf(SettingsException.class)
          .hasMessageStartingWith(
              "midagoal.regoin (from system property midagoal.regoin) is not a setting of"
                  + " midagoal; did you mean midagoal.region? Allowed are midagoal.mode,");
    }

    @Test
    void amongTheValuesOfTestCodeIsRefused() {
      assertThatThrownBy(() -> withCode("midagoal.apiKey", SECRET))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("(from test code)")
          .hasMessageContaining("did you mean midagoal.api-key?")
          .hasMessageNotContaining(SECRET);
    }

    @Test
    void withoutThePrefixIsRefusedAmongTheValuesOfTestCode() {
      assertThatThrownBy(() -> withCode("mode", "live"))
          .isInstanceOf(SettingsException.class)
          .hasMessageStartingWith(
              "mode (from test code) is not a setting of midagoal; did you mean midagoal.mode?");
    }

    @Test
    void amongTheJunitParametersIsRefused() {
      assertThatThrownBy(
              () -> Settings.builder().junitParameterNames(Set.of("midagoal.brwoser")).build())
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("(from JUnit configuration parameter midagoal.brwoser)")
          .hasMessageContaining("did you mean midagoal.browser?");
    }

    @Test
    void thatIsLikeNoneIsRefusedWithTheListAlone() {
      assertThatThrownBy(() -> withCode("midagoal.colour", "red"))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("is not a setting of midagoal. Allowed")
          .hasMessageEndingWith("midagoal.timeout, midagoal.report.");
    }

    @Test
    void ofAnotherProgramIsPassedOver() {
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
  class AnEnvironmentVariableThatIsNoSetting {
    @ParameterizedTest
    @CsvSource({
      "MIDA_APIKEY, MIDA_API_KEY",
      "MIDA_PROJECTKEY, MIDA_PROJECT_KEY",
      "MIDA_REGOIN, MIDA_REGION",
      "mida_mode, MIDA_MODE",
      "MIDA_BROWSER_BINRY, MIDA_BROWSER_BINARY"
    })
    void butCloseToOneGivesAWarning(String variable, String meant) {
      assertThat(withEnvironment(variable, SECRET).warnings())
          .containsExactly(
              "The environment variable "
                  + variable
                  + " is not a setting of midagoal and was ignored; did you mean "
                  + meant
                  + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIDA_HOME", "MIDA_LICENSE_FILE", "MIDAS", "PATH"})
    void andUnlikeAnyIsPassedOver(String variable) {
      assertThat(withEnvironment(variable, "x").warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.midagoal.internal.config.Setting#all")
    void isNeverOneOfTheSettingsThemselves(Setting<?> key) {
      Settings settings = withEnvironment(key.environmentVariable(), "");
      assertThat(settings.warnings()).isEmpty();
    }
  }

  @Nested
  class ABadValue {
    @Test
    void isToldWithKeySourceValueAndWhatIsAllowed() {
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
    void ofAnyKeyIsRefused(String key, String value) {
      assertThatThrownBy(() -> withCode(key, value))
          .isInstanceOf(SettingsException.class)
          .hasMessageStartingWith(key + " (from test code) is \"")
          .hasMessageContaining("must be");
    }

    @Test
    void isToldWithoutThePasswordInAUrl() {
      assertThatThrownBy(() -> withCode("midagoal.grid-url", "https://ada:pa/ss@hub/?x"))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("\"https://[not shown]@hub/?x\"");
    }
  }

  @Nested
  class TheApiKey {
    @Test
    void isReadFromTheEnvironment() {
      assertThat(withEnvironment("MIDA_API_KEY", SECRET).get(Setting.API_KEY).map(ApiKey::reveal))
          .contains(SECRET);
    }

    @Test
    void isRefusedAsASystemPropertyWithTheReason() {
      assertThatThrownBy(
              () -> Settings.builder().systemProperties(Map.of("midagoal.api-key", SECRET)).build())
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              "midagoal.api-key must not be a system property, because process lists (ps) and"
                  + " build reports show those. Replace the key in Mida, because it is exposed now,"
                  + " and set the new one as environment variable MIDA_API_KEY.");
    }

    @Test
    void isRefusedAsASystemPropertyEvenWhenTheEnvironmentHasOne() {
      Settings.Builder both =
          Settings.builder()
              .systemProperties(Map.of("midagoal.api-key", ""))
              .environment(Map.of("MIDA_API_KEY", SECRET));
      assertThatThrownBy(both::build).isInstanceOf(SettingsException.class);
    }

    @Test
    void isTakenFromAJunitParameterWithAWarning() {
      Settings settings =
          Settings.builder()
              .junitParameters(key -> Optional.of(SECRET).filter(s -> key.endsWith("api-key")))
              .build();
      assertThat(settings.get(Setting.API_KEY)).isPresent();
      assertThat(settings.warnings())
          .singleElement()
          .asString()
          .contains("move it to the environment variable MIDA_API_KEY")
          .doesNotContain(SECRET);
    }

    @Test
    void givesNoWarningWhenAStrongerSourceHasIt() {
      Settings settings =
          Settings.builder()
              .environment(Map.of("MIDA_API_KEY", "other"))
              .junitParameters(key -> Optional.of(SECRET).filter(s -> key.endsWith("api-key")))
              .build();
      assertThat(settings.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET + "\n", SECRET + "\r\nX: y", " " + SECRET, SECRET + "é", ""})
    void withLineBreaksOrOtherStrangeCharactersIsRefusedWithoutShowingIt(String key) {
      assertThatThrownBy(() -> withCode("midagoal.api-key", key))
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              "midagoal.api-key (from test code) is [not shown], but must be visible ASCII"
                  + " characters, without spaces and line breaks.");
    }

    @Test
    void isNotInTheTextOfTheSettings() {
      assertThat(withEnvironment("MIDA_API_KEY", SECRET).toString())
          .contains("midagoal.api-key=[not shown] (environment variable MIDA_API_KEY)")
          .doesNotContain(SECRET);
    }

    @Test
    void doesNotPrintItself() {
      assertThat(withEnvironment("MIDA_API_KEY", SECRET).get(Setting.API_KEY).toString())
          .doesNotContain(SECRET);
    }
  }

  @Nested
  class ValuesAreRead {
    @ParameterizedTest
    @CsvSource({
      "500ms, PT0.5S",
      "10s, PT10S",
      "2m, PT2M",
      "1h, PT1H",
      "PT1M30S, PT1M30S",
      "' 10s ', PT10S"
    })
    void asDurations(String text, Duration duration) {
      assertThat(withCode("midagoal.timeout", text).get(Setting.TIMEOUT)).isEqualTo(duration);
    }

    @Test
    void asChoicesInAnyLetterCase() {
      assertThat(withCode("midagoal.mode", "Verify-Only").get(Setting.MODE))
          .isEqualTo(Mode.VERIFY_ONLY);
    }

    @Test
    void asTruthValues() {
      assertThat(withCode("midagoal.headless", "FALSE").get(Setting.HEADLESS)).isFalse();
    }

    @Test
    void asSizes() {
      assertThat(withCode("midagoal.viewport", "800x600").get(Setting.VIEWPORT))
          .isEqualTo(new Viewport(800, 600));
    }

    @Test
    void asUrls() {
      assertThat(withCode("midagoal.api-url", "http://localhost:8080/mida").get(Setting.API_URL))
          .contains(URI.create("http://localhost:8080/mida"));
    }

    @Test
    void asAGridWithUserAndPassword() {
      assertThat(
              withCode("midagoal.grid-url", "https://ada:pw@hub:4444/wd/hub").get(Setting.GRID_URL))
          .contains(URI.create("https://ada:pw@hub:4444/wd/hub"));
    }

    @Test
    void asPaths() {
      assertThat(
              withCode("midagoal.browser-binary", "/opt/my browser/chrome")
                  .get(Setting.BROWSER_BINARY))
          .contains(Path.of("/opt/my browser/chrome"));
    }

    @Test
    void asNoReportWhenItIsOff() {
      assertThat(withCode("midagoal.report", "off").get(Setting.REPORT)).isEmpty();
    }
  }

  @Nested
  class BrowserArguments {
    @Test
    void mayHoldSpacesAndCommas() {
      String args =
          "--no-sandbox  --host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE"
              + " 127.0.0.1\n--lang=de";
      assertThat(withCode("midagoal.browser-args", args).get(Setting.BROWSER_ARGS))
          .containsExactly(
              "--no-sandbox",
              "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
              "--lang=de");
    }

    @Test
    void mayHoldHyphens() {
      assertThat(withCode("midagoal.browser-args", "--a=b--c -d").get(Setting.BROWSER_ARGS))
          .containsExactly("--a=b--c -d");
    }

    @Test
    void canBeTakenAwayByAStrongerSource() {
      Settings settings =
          Settings.builder()
              .systemProperties(Map.of("midagoal.browser-args", ""))
              .code(Map.of("midagoal.browser-args", "--no-sandbox"))
              .build();
      assertThat(settings.get(Setting.BROWSER_ARGS)).isEmpty();
    }
  }

  @Nested
  class TheSite {
    @Test
    void keepsTheOrderOfItsPairs() {
      Settings settings =
          withCode(
              "midagoal.site",
              "https://z.example -> http://localhost:1, https://a.example -> http://localhost:2");
      assertThat(settings.get(Setting.SITE))
          .containsExactly(
              entry("https://z.example", "http://localhost:1"),
              entry("https://a.example", "http://localhost:2"));
    }

    @Test
    void writesOriginsAsBrowsersDo() {
      Settings settings = withCode("midagoal.site", "HTTPS://Shöp.example:443/->http://[::1]:8080");
      assertThat(settings.get(Setting.SITE))
          .containsExactly(entry("https://xn--shp-tna.example", "http://[::1]:8080"));
    }

    @Test
    void takesHostNamesThatOnlyBrowsersAllow() {
      assertThat(
              withCode("midagoal.site", "http://shop_web:80->http://localhost:81")
                  .get(Setting.SITE))
          .containsExactly(entry("http://shop_web", "http://localhost:81"));
    }

    @Test
    void canBeTakenAwayByAStrongerSource() {
      Settings settings =
          Settings.builder()
              .systemProperties(Map.of("midagoal.site", ""))
              .code(Map.of("midagoal.site", "http://a -> http://b"))
              .build();
      assertThat(settings.get(Setting.SITE)).isEmpty();
    }
  }
}
