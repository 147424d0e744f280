package io.midagoal.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What midagoal is for, from one end to the other: somebody renames a class in a page, the suite
 * fails and says so, its suggestion goes into the definition, and the suite passes.
 *
 * <p>It works on a copy of this project and runs Maven there, so it is not part of the suite. Call
 * it with {@code ./mvnw -f sample-tests/pom.xml test -Dtest=RenamedClassCheck}.
 */
class RenamedClassCheck {

  private static final String SUITE = "ClickOnElementGoalsTest";
  private static final String GOAL = "Hero call to action";
  private static final Path DEFINITIONS =
      Path.of("src/test/java/io/midagoal/samples/shop", SUITE + ".java");

  private record Run(int exitCode, String log) {}

  private final Path project = Path.of("").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void theSuggestionMendsTheGoal() throws IOException, InterruptedException {
    Path copy = Files.createDirectory(folder.resolve("project"));
    copyTree(project.resolve("src"), copy.resolve("src"));
    Files.copy(project.resolve("pom.xml"), copy.resolve("pom.xml"));
    Path changedPages = Files.createDirectory(folder.resolve("changed-pages"));
    replaceIn(
        project.resolve("src/test/resources/shop/index.html"),
        changedPages.resolve("index.html"),
        "btn cta-button",
        "btn cta-btn");

    Run failed = runSuite(copy, changedPages);
    assertThat(failed.log()).contains("Mida goal \"" + GOAL + "\" is BROKEN");
    assertThat(failed.exitCode()).isNotZero();
    JsonNode broken = verdict(copy);
    JsonNode reason = broken.path("findings").path(0);
    System.out.println(GOAL + ": " + reason.toPrettyString());
    assertThat(broken.path("status").asText()).isEqualTo("BROKEN");
    assertThat(reason.path("code").asText()).isEqualTo("no-match");
    assertThat(reason.path("suggestion").isTextual()).as("there is a suggestion").isTrue();

    replaceIn(
        project.resolve(DEFINITIONS),
        copy.resolve(DEFINITIONS),
        "value = \".cta-button\"",
        "value = \"" + reason.path("suggestion").asText().replace("\"", "\\\"") + "\"");

    Run mended = runSuite(copy, changedPages);
    assertThat(mended.exitCode()).as(mended.log()).isZero();
    assertThat(verdict(copy).path("status").asText()).isEqualTo("MATCHED");
  }

  /** Runs Maven in the copy; with the embedded Mida, whatever the environment says. */
  private Run runSuite(Path copy, Path changedPages) throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    ProcessBuilder maven =
        new ProcessBuilder(
            project.resolveSibling(windows ? "mvnw.cmd" : "mvnw").toString(),
            "-B",
            "-q",
            "-o",
            "-Dmaven.repo.local=" + System.getProperty("localRepository"),
            "-Dtest=" + SUITE,
            "-Dshop.overlay=" + changedPages,
            "test");
    maven.environment().keySet().removeIf(name -> name.startsWith("MIDA_"));
    Path log = folder.resolve("maven.log");
    Process running =
        maven
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exitCode = running.waitFor();
    return new Run(exitCode, Files.readString(log));
  }

  private static JsonNode verdict(Path copy) throws IOException {
    JsonNode report =
        new ObjectMapper().readTree(copy.resolve("target/midagoal/verdicts.json").toFile());
    return StreamSupport.stream(report.path("verdicts").spliterator(), false)
        .filter(verdict -> verdict.path("goal").path("goal_name").asText().equals(GOAL))
        .findFirst()
        .orElseThrow();
  }

  private static void replaceIn(Path from, Path to, String old, String replacement)
      throws IOException {
    String text = Files.readString(from);
    assertThat(text).contains(old);
    Files.writeString(to, text.replace(old, replacement));
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      paths.forEach(path -> copy(path, to.resolve(from.relativize(path))));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
