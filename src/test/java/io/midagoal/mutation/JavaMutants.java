package io.midagoal.mutation;

import io.midagoal.mutation.Survivors.Living;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads what PIT found when it took checks out of the Java part, and says which of them no test
 * misses. Those that are known to live, each with the reason, stand in java-survivors.txt; any
 * other ends the run with an error.
 */
public final class JavaMutants {

  private static final Path REPORT = Path.of("target", "pit-reports", "mutations.csv");
  private static final Path SOURCES = Path.of("src", "main", "java");

  private JavaMutants() {}

  /**
   * Prints a line for each mutant that lives.
   *
   * @param args none
   * @throws IOException when PIT has left no report
   */
  public static void main(String[] args) throws IOException {
    List<Found> all = Files.readAllLines(REPORT).stream().map(Found::of).toList();
    List<Living> living =
        all.stream()
            .filter(Found::isAlive)
            .map(found -> new Living(found.line(), found.told()))
            .toList();
    Survivors.requireNamed("java-survivors.txt", all.size(), living);
  }

  /**
   * One line of PIT's report.
   *
   * @param type the class, by its full name
   * @param mutator what was done, by the name of PIT's class
   * @param line the line of the source, from 1
   * @param status what became of it
   */
  private record Found(String file, String type, String mutator, int line, String status) {

    static Found of(String csv) {
      String[] columns = csv.split(",", -1);
      return new Found(
          columns[0],
          columns[1],
          columns[2].substring(columns[2].lastIndexOf('.') + 1),
          Integer.parseInt(columns[4]),
          columns[5]);
    }

    boolean isAlive() {
      return status.equals("SURVIVED") || status.equals("NO_COVERAGE");
    }

    /** As it stands among the survivors: by what the line says, so that it may move. */
    String told() {
      return "%s | %s | %s".formatted(file, source(), mutator);
    }

    private String source() {
      String folder = type.substring(0, type.lastIndexOf('.')).replace('.', '/');
      try {
        return Files.readAllLines(SOURCES.resolve(folder).resolve(file)).get(line - 1).strip();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
