package io.midagoal.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Where settings are listed by hand: the guide, the README, and what the build keeps from tests.
 */
class SettingsGuideTest {
  @Test
  void theGuideHasTheRowOfEachSettingInOrder() throws IOException {
    assertThat(rowsIn("docs/settings.md"))
        .containsExactlyElementsOf(
            Setting.all().stream().map(SettingsGuideTest::rowOfTheGuide).toList());
  }

  @Test
  void theReadmeHasTheRowOfEachSettingInOrder() throws IOException {
    assertThat(rowsIn("README.md"))
        .containsExactlyElementsOf(
            Setting.all().stream().map(SettingsGuideTest::rowOfTheReadme).toList());
  }

  @Test
  void theBuildKeepsTheMachinesSettingsFromTheTests() throws IOException {
    List<String> kept =
        Pattern.compile("<excludedEnvironmentVariable>(.*)</excludedEnvironmentVariable>")
            .matcher(Files.readString(Path.of("pom.xml")))
            .results()
            .map(result -> result.group(1))
            .toList();
    assertThat(kept)
        .containsExactlyElementsOf(
            Setting.all().stream().map(Setting::environmentVariable).toList());
  }

  private static List<String> rowsIn(String file) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith("| `midagoal."))
        .toList();
  }

  private static String rowOfTheReadme(Setting<?> setting) {
    return "| `%s` | %s| %s |"
        .formatted(
            setting.key(),
            setting.defaultText().map(value -> "`" + value + "` ").orElse(""),
            setting.meaning());
  }

  private static String rowOfTheGuide(Setting<?> setting) {
    return "| `%s` | `%s` | %s | %s | %s |"
        .formatted(
            setting.key(),
            setting.environmentVariable(),
            setting.defaultText().map(value -> "`" + value + "`").orElse("none"),
            setting.allowed(),
            setting.meaning());
  }
}
