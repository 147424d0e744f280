package io.midagoal.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Where settings are listed by hand: the guide, the README, and what the build keeps from tests.
 */
class SettingsGuideTest {
  private static final Path GUIDE = Path.of("docs/settings.md");

  @Test
  void theTableHasOneRowForEachSettingInOrder() throws IOException {
    List<String> rows =
        Files.readAllLines(GUIDE).stream().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(SettingKey.values()).map(SettingsGuideTest::row).toList());
  }

  @Test
  void theReadmeHasARowForEachSettingInOrder() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.startsWith("| `midagoal."))
            .map(line -> line.replaceFirst("^(\\|[^|]*\\|[^|]*\\|).*", "$1"))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(SettingKey.values()).map(SettingsGuideTest::start).toList());
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
            Arrays.stream(SettingKey.values()).map(SettingKey::environmentVariable).toList());
  }

  private static String start(SettingKey key) {
    return "| `%s` | %s|"
        .formatted(key.key(), key.defaultValue().map(value -> "`" + value + "` ").orElse(""));
  }

  private static String row(SettingKey key) {
    return "| `%s` | `%s` | %s | %s | %s |"
        .formatted(
            key.key(),
            key.environmentVariable(),
            key.defaultValue().map(value -> "`" + value + "`").orElse("none"),
            key.allowed(),
            key.meaning());
  }
}
