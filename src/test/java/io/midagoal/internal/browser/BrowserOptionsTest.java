package io.midagoal.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserOptionsTest {
  private final BrowserOptions defaults = BrowserOptions.defaults();

  @Test
  void areHeadlessUnlessSet() {
    assertThat(defaults.headless()).isTrue();
  }

  @Test
  void haveAViewportOf1280x900UnlessSet() {
    assertThat(List.of(defaults.width(), defaults.height())).containsExactly(1280, 900);
  }

  @Test
  void refuseInsecureCertificatesUnlessSet() {
    assertThat(defaults.acceptInsecureCerts()).isFalse();
  }

  @Test
  void doNotChange() {
    defaults.withHeadless(false).withExtraArguments(List.of("--lang=de"));
    assertThat(defaults).isEqualTo(BrowserOptions.defaults());
  }

  @Test
  void keepWhatWasSetBefore() {
    BrowserOptions changed =
        defaults
            .withBinary(Path.of("chrome"))
            .withExtraArguments(List.of("--lang=de"))
            .withHeadless(false)
            .withViewport(390, 844)
            .withAcceptInsecureCerts(true)
            .withGridUrl(URI.create("http://localhost:4444"))
            .withWorkFolder(Path.of("/work"));
    assertThat(changed)
        .hasToString(
            "BrowserOptions[browser=chrome, binary=Optional[chrome], extraArguments=[--lang=de], headless=false,"
                + " width=390, height=844, acceptInsecureCerts=true,"
                + " gridUrl=Optional[http://localhost:4444], workFolder="
                + Path.of("/work").toAbsolutePath()
                + "]");
  }

  @Test
  void makeTheWorkFolderAbsolute() {
    assertThat(defaults.withWorkFolder(Path.of("work")).workFolder()).isAbsolute();
  }

  @Test
  void refuseAnEmptyViewport() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withViewport(0, 900))
        .withMessage("The viewport must be at least 1x1, but is 0x900.");
  }

  @Test
  void refuseAnArgumentWithoutDashes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withExtraArguments(List.of("lang=de")))
        .withMessage("A browser argument starts with --, but this one does not: \"lang=de\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--user-data-dir", "--user-data-dir=/home/ada"})
  void refuseAProfile(String argument) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withExtraArguments(List.of(argument)))
        .withMessageContaining("each browser gets a fresh profile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:4444", "ftp://localhost/", "/wd/hub"})
  void refuseAGridWithoutAnHttpUrl(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withGridUrl(URI.create(url)))
        .withMessage("The grid's URL must start with http:// or https://, but is \"%s\".", url);
  }
}
