package io.midagoal.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitesTest {

  private static final Sites SITES =
      Sites.none().with("https://example.com", "http://localhost:8080");

  @ParameterizedTest
  @CsvSource({
    "https://example.com, http://localhost:8080",
    "https://example.com/, http://localhost:8080/",
    "https://example.com/a?b=c#d, http://localhost:8080/a?b=c#d",
    "https://example.com?b, http://localhost:8080?b",
    "https://example.com:443/a, http://localhost:8080/a",
    "https://EXAMPLE.com/a[1], http://localhost:8080/a[1]",
    "https://ada:pw@example.com/a, http://ada:pw@localhost:8080/a",
    "https://ada@evil@example.com/a, http://ada@evil@localhost:8080/a",
    "https://other.example/@example.com, https://other.example/@example.com",
    "HTTPS://Example.com/A, http://localhost:8080/A",
    "https://example.com.evil/, https://example.com.evil/",
    "https://example.com:8443/, https://example.com:8443/",
    "http://example.com/, http://example.com/"
  })
  void openPagesOfTheirOriginsElsewhere(String defined, String served) {
    assertThat(SITES.served(defined)).isEqualTo(served);
  }

  @Nested
  class Take {

    @Test
    void theLastMappingOfAnOrigin() {
      Sites sites = SITES.with("https://example.com", "http://localhost:9090");

      assertThat(sites.served("https://example.com/a")).isEqualTo("http://localhost:9090/a");
    }

    @Test
    void aSlashBehindAnOrigin() {
      Sites sites = Sites.none().with("https://a.example/", "http://localhost:9090/");

      assertThat(sites.served("https://a.example/b")).isEqualTo("http://localhost:9090/b");
    }

    @Test
    void defaultPortsAsNone() {
      Sites sites = Sites.none().with("https://a.example:443", "http://localhost:80");

      assertThat(sites.served("https://a.example/b")).isEqualTo("http://localhost/b");
    }

    @Test
    void hostsOfOtherLettersInEitherSpelling() {
      Sites sites = Sites.none().with("https://b\u00fccher.example", "http://localhost:9090");

      assertThat(sites.served("https://xn--bcher-kva.example/b"))
          .isEqualTo("http://localhost:9090/b");
    }

    @Test
    void addressesOfTheNewerKind() {
      Sites sites = Sites.none().with("http://[::1]:8080", "http://localhost:9090");

      assertThat(sites.served("http://[::1]:8080/b")).isEqualTo("http://localhost:9090/b");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "example.com",
          "https://example.com/shop",
          "https://example.com?a",
          "https://example.com#a",
          "https://ada@example.com",
          "ftp://example.com",
          "https://",
          ""
        })
    void nothingButOrigins(String text) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Sites.none().with(text, "http://localhost"))
          .withMessageContaining("A site is an origin");
    }
  }

  @Test
  void mapUrlsBackToTheOriginThatWasAskedFor() {
    Sites sites =
        Sites.none()
            .with("https://a.example", "http://localhost:1")
            .with("https://b.example", "http://localhost:1");

    assertThat(sites.asArgument("https://b.example/x").get("origins"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .first()
        .isEqualTo(Map.of("origin", "https://b.example", "servedAt", "http://localhost:1"));
  }
}
