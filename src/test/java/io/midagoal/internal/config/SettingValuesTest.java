package io.midagoal.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.config.Cleanup;
import io.midagoal.config.Mode;
import io.midagoal.config.OnExisting;
import io.midagoal.config.Region;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the values of settings say of themselves. */
class SettingValuesTest {

  static Arguments[] values() {
    return new Arguments[] {
      Arguments.of(BrowserName.CHROMIUM, "chromium"),
      Arguments.of(Cleanup.KEEP, "keep"),
      Arguments.of(Mode.VERIFY_ONLY, "verify-only"),
      Arguments.of(OnExisting.REUSE, "reuse"),
      Arguments.of(Region.EU, "eu"),
      Arguments.of(Unchecked.IGNORE, "ignore"),
      Arguments.of(new Viewport(1280, 900), "1280x900"),
    };
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsToldAsItIsWrittenInSettings(Object value, String text) {
    assertThat(value).hasToString(text);
  }

  @Nested
  class AnApiKey {

    @Test
    void isEqualToTheSameKeyAndToNoOther() {
      assertThat(new ApiKey("one"))
          .isEqualTo(new ApiKey("one"))
          .hasSameHashCodeAs(new ApiKey("one"))
          .isNotEqualTo(new ApiKey("two"));
    }

    @Test
    void hidesItself() {
      assertThat(new ApiKey("one")).hasToString("ApiKey[hidden]");
    }
  }
}
