package io.midagoal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the guide's page of findings against the sources. */
class FindingsGuideTest {

  /** Where the sources give a finding its code, in Java and in JavaScript. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?:error|undecided|warning|info|Finding)\\(\\s*\"([a-z-]+)\"|code: '([a-z-]+)'");

  private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);

  @Test
  void listsEveryCode() throws IOException {
    String sources;
    try (Stream<Path> main = Files.walk(Path.of("src/main"))) {
      sources =
          main.filter(Files::isRegularFile)
              .map(FindingsGuideTest::read)
              .collect(Collectors.joining());
    }

    assertThat(codes(ROW, read(Path.of("docs/findings.md")))).containsAll(codes(CODE, sources));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> codes(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
