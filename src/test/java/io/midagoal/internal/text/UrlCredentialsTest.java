package io.midagoal.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlCredentialsTest {
  @ParameterizedTest
  @CsvSource({
    "https://ada:hush@example.com/a?b#c, https://[not shown]@example.com/a?b#c",
    "HTTP://ada@example.com, HTTP://[not shown]@example.com",
    "https://ada:hu@sh@example.com/@x, https://[not shown]@example.com/@x",
    "htps://ada:hush@example.com, htps://[not shown]@example.com",
    "see https://a:b@c.example and http://d:e@f, see https://[not shown]@c.example and http://[not"
        + " shown]@f"
  })
  void areHiddenInAText(String text, String hidden) {
    assertThat(UrlCredentials.hideIn(text)).isEqualTo(hidden);
    assertThat(UrlCredentials.areIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/a@b",
        "https://example.com/?mail=ada@example.com",
        "https://example.com and ada@example.com",
        "//a[@href]",
        "xpath=//button[@id='a']",
        ".cta"
      })
  void areNotSeenWhereThereAreNone(String text) {
    assertThat(UrlCredentials.hideIn(text)).isEqualTo(text);
    assertThat(UrlCredentials.areIn(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://ada:hu sh@example.com/", "//ada:hu/sh@example.com/"})
  void areHiddenInWhatShouldBeAUrl(String url) {
    assertThat(UrlCredentials.hideInUrl(url)).endsWith("//[not shown]@example.com/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com/@ada/1", "https://example.com:8080/a?to=b@c"})
  void areNotAnAtSignBehindTheHost(String url) {
    assertThat(UrlCredentials.hideInUrl(url)).isEqualTo(url);
  }

  @Test
  void areNotInTheTextOfAGoal() {
    assertThat(
            Goal.builder()
                .name("CTA")
                .type(GoalType.PAGEVIEW)
                .value("https://ada:hush@example.com/thanks")
                .elementUrl("https://ada:hush@example.com/")
                .key("cta")
                .build())
        .hasToString(
            "Goal[name=CTA, type=PAGEVIEW, value=https://[not shown]@example.com/thanks, key=cta,"
                + " purpose=SELL, elementUrl=https://[not shown]@example.com/]");
  }
}
