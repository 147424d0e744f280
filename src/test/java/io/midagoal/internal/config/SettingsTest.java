package io.midagoal.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.midagoal.config.Cleanup;
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
  class WhatHappensWithGoals {
    private static Settings of(String name, String value) {
      return Settings.builder().code(Map.of("midagoal." + name, value)).build();
    }

    @Test
    void isReadAsChoices() {
      assertThat(of("on-existing", "update").onExisting()).isEqualTo(OnExisting.UPDATE);
      assertThat(of("cleanup", "delete").cleanup()).isEqualTo(Cleanup.DELETE);
    }

    @Test
    void isNotedInAFolderThatMayBeInTheHome() {
      assertThat(of("journal", "~/notes").journal())
          .isEqualTo(Path.of(System.getProperty("user.home", "."), "notes"));
      assertThat(of("journal", "build/notes").journal()).isEqualTo(Path.of("build/notes"));
    }
  }

  @Nested
  class TheLastValueThatIsAllowed {
    private static Settings of(String name, String value) {
      return Settings.builder().environment(Map.of("MIDA_" + name, value)).build();
    }

    @Test
    void ofATimeIsADay() {
      assertThat(of("TIMEOUT", "24h").timeout()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void ofAnApiKeyHasVisibleCharactersOnly() {
      assertThat(of("API_KEY", "!~").apiKey()).isPresent();
      assertThatThrownBy(() -> of("API_KEY", "a\u007f")).isInstanceOf(SettingsException.class);
    }

    @Test
    void ofCertificatesIsAny() {
      assertThat(of("ACCEPT_INSECURE_CERTS", "true").acceptInsecureCerts()).isTrue();
    }
  }

  @Nested
  class EachSetting {
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
    void isReadFromEveryPlace(SettingKey key) {
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
                  + " midagoal.unchecked=\"warn\" (default), midagoal.browser=\"chrome\" (default),"
                  + " midagoal.headless=\"true\" (default), midagoal.viewport=\"1280x900\""
                  + " (default), midagoal.accept-insecure-certs=\"false\" (default),"
                  + " midagoal.timeout=\"10s\" (default), midagoal.report=\"target/midagoal\""
                  + " (default)]");
    }

    @Test
    void theDefaultsAreReadIntoTypes() {
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
    void whatHasNoDefaultIsEmpty() {
      assertThat(settings.projectKey()).isEmpty();
      assertThat(settings.apiKey()).isEmpty();
      assertThat(settings.apiUrl()).isEmpty();
      assertThat(settings.site()).isEmpty();
      assertThat(settings.browserBinary()).isEmpty();
      assertThat(settings.browserArgs()).isEmpty();
      assertThat(settings.gridUrl()).isEmpty();
    }

    @Test
    void thereIsNothingToWarnOf() {
      assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void valuesComeFromTheDefault() {
      assertThat(settings.source(SettingKey.API_KEY)).isEqualTo(SettingSource.DEFAULT);
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
      assertThat(settings.mode()).isEqualTo(Mode.LIVE);
    }

    private static void assertFound(Settings.Builder sources, String value, SettingSource source) {
      Settings settings = sources.build();
      assertThat(settings.projectKey()).contains(value);
      assertThat(settings.source(SettingKey.PROJECT_KEY)).isEqualTo(source);
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
      assertThat(source.describe(SettingKey.API_URL)).isEqualTo(description);
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
                  + " is not a setting of midagoal and was passed over; did you mean "
                  + meant
                  + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIDA_HOME", "MIDA_LICENSE_FILE", "MIDAS", "PATH"})
    void andUnlikeAnyIsPassedOver(String variable) {
      assertThat(withEnvironment(variable, "x").warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SettingKey.class)
    void isNeverOneOfTheSettingsThemselves(SettingKey key) {
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
      assertThat(withEnvironment("MIDA_API_KEY", SECRET).apiKey().map(ApiKey::reveal))
          .contains(SECRET);
    }

    @Test
    void isRefusedAsASystemPropertyWithTheReason() {
      assertThatThrownBy(
              () -> Settings.builder().systemProperties(Map.of("midagoal.api-key", SECRET)).build())
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              "midagoal.api-key must not be a system property, because process lists (ps) and the"
                  + " reports of build tools show those. This key is in them now: replace it by a"
                  + " new one in Mida, and set that as environment variable MIDA_API_KEY.");
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
      assertThat(settings.apiKey()).isPresent();
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
      assertThat(withEnvironment("MIDA_API_KEY", SECRET).apiKey().toString())
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
      assertThat(withCode("midagoal.timeout", text).timeout()).isEqualTo(duration);
    }

    @Test
    void asChoicesInAnyLetterCase() {
      assertThat(withCode("midagoal.mode", "Verify-Only").mode()).isEqualTo(Mode.VERIFY_ONLY);
    }

    @Test
    void asTruthValues() {
      assertThat(withCode("midagoal.headless", "FALSE").headless()).isFalse();
    }

    @Test
    void asSizes() {
      assertThat(withCode("midagoal.viewport", "800x600").viewport())
          .isEqualTo(new Viewport(800, 600));
    }

    @Test
    void asUrls() {
      assertThat(withCode("midagoal.api-url", "http://localhost:8080/mida").apiUrl())
          .contains(URI.create("http://localhost:8080/mida"));
    }

    @Test
    void asAGridWithUserAndPassword() {
      assertThat(withCode("midagoal.grid-url", "https://ada:pw@hub:4444/wd/hub").gridUrl())
          .contains(URI.create("https://ada:pw@hub:4444/wd/hub"));
    }

    @Test
    void asPaths() {
      assertThat(withCode("midagoal.browser-binary", "/opt/my browser/chrome").browserBinary())
          .contains(Path.of("/opt/my browser/chrome"));
    }

    @Test
    void asNoReportWhenItIsOff() {
      assertThat(withCode("midagoal.report", "off").report()).isEmpty();
    }
  }

  @Nested
  class BrowserArguments {
    @Test
    void mayHoldSpacesAndCommas() {
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
    void mayHoldHyphens() {
      assertThat(withCode("midagoal.browser-args", "--a=b--c -d").browserArgs())
          .containsExactly("--a=b--c -d");
    }

    @Test
    void canBeTakenAwayByAStrongerSource() {
      Settings settings =
          Settings.builder()
              .systemProperties(Map.of("midagoal.browser-args", ""))
              .code(Map.of("midagoal.browser-args", "--no-sandbox"))
              .build();
      assertThat(settings.browserArgs()).isEmpty();
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
      assertThat(settings.site())
          .containsExactly(
              entry("https://z.example", "http://localhost:1"),
              entry("https://a.example", "http://localhost:2"));
    }

    @Test
    void writesOriginsAsBrowsersDo() {
      Settings settings = withCode("midagoal.site", "HTTPS://Shöp.example:443/->http://[::1]:8080");
      assertThat(settings.site())
          .containsExactly(entry("https://xn--shp-tna.example", "http://[::1]:8080"));
    }

    @Test
    void takesHostNamesThatOnlyBrowsersAllow() {
      assertThat(withCode("midagoal.site", "http://shop_web:80->http://localhost:81").site())
          .containsExactly(entry("http://shop_web", "http://localhost:81"));
    }

    @Test
    void canBeTakenAwayByAStrongerSource() {
      Settings settings =
          Settings.builder()
              .systemProperties(Map.of("midagoal.site", ""))
              .code(Map.of("midagoal.site", "http://a -> http://b"))
              .build();
      assertThat(settings.site()).isEmpty();
    }
  }
}
