package io.midagoal.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static String date(Duration fromNow) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        ZonedDateTime.now(ZoneOffset.UTC).plus(fromNow));
  }

  @ParameterizedTest
  @ValueSource(strings = {"120", " 120 "})
  void isANumberOfSeconds(String header) {
    assertThat(RetryAfter.read(header)).contains(Duration.ofMinutes(2));
  }

  @Test
  void isADate() {
    assertThat(RetryAfter.read(date(Duration.ofHours(2))))
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofHours(1), Duration.ofHours(2)));
  }

  @Test
  void isNothingForADateThatHasPassed() {
    assertThat(RetryAfter.read(date(Duration.ofDays(-1)))).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999", "2026-11-24T08:00:00Z"})
  void isPassedOverWhenItIsNeither(String header) {
    assertThat(RetryAfter.read(header)).isEmpty();
  }
}
