package io.midagoal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guide's table of settings is written by hand and held against the program here. */
class SettingsGuideTest {
  private static final Path GUIDE = Path.of("src/site/markdown/settings.md");

  @Test
  void the_table_has_one_row_for_each_setting_in_order() throws IOException {
    List<String> rows =
        Files.readAllLines(GUIDE).stream().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(SettingKey.values()).map(SettingsGuideTest::row).toList());
  }

  @Test
  void the_readme_has_a_row_for_each_setting_in_order() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.startsWith("| `midagoal."))
            .map(line -> line.replaceFirst("^(\\|[^|]*\\|[^|]*\\|).*", "$1"))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(SettingKey.values()).map(SettingsGuideTest::start).toList());
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
