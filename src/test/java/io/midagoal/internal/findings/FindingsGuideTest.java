package io.midagoal.internal.findings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.verdict.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares the tables of the guide's page of findings with the catalogue. */
class FindingsGuideTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z-]+)` \\| ([^|]+) \\| ([^|]+) \\|$", Pattern.MULTILINE);
  private static final Pattern SEVERITY = Pattern.compile("\\b[A-Z]{4,}\\b");

  private record Row(String code, String severity, String when) {}

  private static List<Row> rows;

  @BeforeAll
  static void readGuide() throws IOException {
    rows =
        ROW.matcher(Files.readString(Path.of("docs/findings.md"), UTF_8))
            .results()
            .map(match -> new Row(match.group(1), match.group(2), match.group(3)))
            .toList();
  }

  private static Stream<Catalogue> entries() {
    return Stream.of(Catalogue.values());
  }

  @Test
  void listsEveryCodeInTheSameOrder() {
    assertThat(rows.stream().map(Row::code))
        .containsExactlyElementsOf(entries().map(Catalogue::code).distinct().toList());
  }

  @Test
  void saysWhenAFindingIsReported() {
    assertThat(rows.stream().map(Row::when))
        .containsExactlyElementsOf(
            entries().filter(Catalogue::isFirst).map(Catalogue::when).toList());
  }

  @Test
  void namesTheSeveritiesOfEachCode() {
    Map<String, Set<Severity>> severities =
        entries().collect(groupingBy(Catalogue::code, mapping(Catalogue::severity, toSet())));

    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(SEVERITY.matcher(row.severity()).results())
                    .extracting(match -> Severity.valueOf(match.group()))
                    .containsExactlyInAnyOrderElementsOf(severities.get(row.code())));
  }
}
