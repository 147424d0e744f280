package io.midagoal.internal.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page scripts as modules. */
class ScriptBundleTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/midagoal/internal/scripts");

  /** Modules that run ahead of the page, or in a tab of their own. */
  private static final Set<String> ENTRIES =
      Set.of(
          "mida/standIn.js",
          "waiting/pending.js",
          "recording/record.js",
          "recording/guard.js",
          "urls/urlQuestions.js");

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".js"))
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  static Stream<String> entries() throws IOException {
    return files().stream().filter(file -> file.startsWith("entry/") || ENTRIES.contains(file));
  }

  /** It fails when modules import each other in a circle. */
  @ParameterizedTest
  @MethodSource("entries")
  void putsEachModuleOnceAfterWhatItImports(String entry) {
    assertThat(ScriptBundle.pathsOf(entry)).endsWith(entry).doesNotHaveDuplicates();
    assertThat(ScriptBundle.of(entry)).doesNotContain("import ", "export default", "@bridge@");
  }

  @Test
  void leavesNoFileThatNothingImports() throws IOException {
    Stream<String> used =
        entries()
            .flatMap(
                entry -> StreamSupport.stream(ScriptBundle.pathsOf(entry).spliterator(), false));

    assertThat(used.distinct()).containsExactlyInAnyOrderElementsOf(files());
  }

  @Test
  void givesEachModuleANameOfItsOwn() throws IOException {
    assertThat(files().stream().map(file -> Path.of(file).getFileName())).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void importsUnderTheNameOfTheFile(String entry) throws IOException {
    assertThat(Files.readString(FOLDER.resolve(entry)).lines())
        .filteredOn(line -> line.startsWith("import "))
        .allMatch(line -> line.matches("import (\\w+) from '.*/\\1\\.js';"));
  }
}
