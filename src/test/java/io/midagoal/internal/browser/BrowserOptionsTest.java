package io.midagoal.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.midagoal.internal.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserOptionsTest {

  private static BrowserOptions with(Map<String, String> settings) {
    return BrowserOptions.of(Settings.builder().code(settings).build());
  }

  @Test
  void areTakenFromTheSettings() {
    assertThat(
            with(
                Map.of(
                    "midagoal.browser", "chromium",
                    "midagoal.browser-binary", "chrome",
                    "midagoal.browser-args", "--lang=de",
                    "midagoal.headless", "false",
                    "midagoal.viewport", "390x844",
                    "midagoal.accept-insecure-certs", "true",
                    "midagoal.grid-url", "http://localhost:4444")))
        .hasToString(
            "BrowserOptions[browser=chromium, binary=Optional[chrome], extraArguments=[--lang=de],"
                + " headless=false, viewport=390x844, acceptInsecureCerts=true,"
                + " gridUrl=Optional[http://localhost:4444]]");
  }

  @Test
  void areEqualForTestsWhoseOtherSettingsDiffer() {
    assertThat(with(Map.of("midagoal.timeout", "2s"))).isEqualTo(with(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--user-data-dir", "--user-data-dir=/home/ada"})
  void refuseAProfile(String argument) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(Map.of("midagoal.browser-args", argument)))
        .withMessageContaining("each browser gets a fresh profile");
  }
}
