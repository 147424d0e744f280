package io.midagoal.internal.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Page scripts and the catalogue mean the same by the names of findings and reasons. */
class CatalogueTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/io/midagoal/internal/scripts");

  /** Where scripts name findings: as data, in the first argument of a helper, in two lists. */
  private static final List<Pattern> FINDINGS =
      List.of(
          Pattern.compile("\\bfinding: ('[a-z-]+')"),
          Pattern.compile("\\breason\\(('[a-z-]+'),"),
          Pattern.compile("\\b(?:HIDDEN|NEAREST_FIRST) =\\s*\\[([^]]*)]"));

  /** Where scripts name reasons: as data, in an argument of two helpers. */
  private static final List<Pattern> REASONS =
      List.of(
          Pattern.compile("\\bbecause: ('[a-z-]+')"),
          Pattern.compile("\\breason\\([\\w.'-]+, ('[a-z-]+')"),
          Pattern.compile("\\bhidden\\(('[a-z-]+')"));

  private static final Pattern QUOTED = Pattern.compile("'([a-z-]+)'");

  private static Set<String> namesIn(List<Pattern> places) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".js")).toList()) {
        String source = Files.readString(file);
        places.stream()
            .flatMap(place -> place.matcher(source).results())
            .flatMap(found -> QUOTED.matcher(found.group(1)).results())
            .forEach(quoted -> names.add(quoted.group(1)));
      }
    }
    return names;
  }

  private static List<String> namesOf(Enum<?>[] entries) {
    return Arrays.stream(entries)
        .map(entry -> entry.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  @Test
  void hasEachFindingThatAPageScriptNames() throws IOException {
    assertThat(namesIn(FINDINGS)).isNotEmpty().isSubsetOf(namesOf(Catalogue.values()));
  }

  @Test
  void hasEachReasonThatAPageScriptNames() throws IOException {
    assertThat(namesIn(REASONS)).isNotEmpty().isSubsetOf(namesOf(Reason.values()));
  }
}
