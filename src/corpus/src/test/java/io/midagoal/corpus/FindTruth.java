package io.midagoal.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openqa.selenium.WebDriverException;

/**
 * Writes {@code truth.csv}: finds the truth about definitions, with a few browsers side by side.
 * Arguments: the file, then projects or ids; none means all. What the file has already is not
 * looked for again: delete the lines that are in doubt, then
 *
 * <pre>{@code
 * ./mvnw test-compile exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.midagoal.corpus.FindTruth \
 *   -Dexec.args=src/test/resources/io/midagoal/corpus/truth.csv
 * }</pre>
 */
public final class FindTruth {

  private static final int BROWSERS = 4;

  private FindTruth() {}

  /** Runs from the command line. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file = Path.of(arguments[0]);
    List<String> wanted = Arrays.asList(arguments).subList(1, arguments.length);
    Map<String, String> rows = new TreeMap<>();
    if (Files.exists(file)) {
      Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> rows.put(line.substring(0, line.indexOf(' ')), line));
    }
    List<Definition> definitions =
        Definition.all().stream()
            .filter(one -> !rows.containsKey(one.id()) && isOf(one, wanted))
            .toList();
    try (Sites sites = Sites.start()) {
      judge(
          sites,
          definitions,
          truth -> {
            rows.put(truth.id(), truth.row());
            write(file, rows);
          });
    }
    System.exit(0);
  }

  private static boolean isOf(Definition definition, List<String> wanted) {
    return wanted.isEmpty()
        || wanted.contains(definition.project())
        || wanted.contains(definition.id());
  }

  private static void write(Path file, Map<String, String> rows) {
    try {
      Files.writeString(
          file,
          "# What a real mouse and keyboard found out: id ; truth ; decided by handlers alone ; how\n"
              + String.join("\n", rows.values())
              + "\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Judges all of them; the answers come one at a time, in any order. */
  static void judge(Sites sites, List<Definition> definitions, Consumer<Truth> answers)
      throws InterruptedException {
    ConcurrentLinkedQueue<Definition> left = new ConcurrentLinkedQueue<>(definitions);
    ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS);
    for (int i = 0; i < BROWSERS; i++) {
      browsers.execute(() -> work(sites, left, answers));
    }
    browsers.shutdown();
    if (!browsers.awaitTermination(2, TimeUnit.HOURS)) {
      throw new IllegalStateException("The oracle does not come to an end.");
    }
  }

  private static void work(
      Sites sites, ConcurrentLinkedQueue<Definition> left, Consumer<Truth> answers) {
    try (Oracle oracle = Oracle.on(sites)) {
      for (Definition next = left.poll(); next != null; next = left.poll()) {
        Truth truth = withSecondTry(oracle, next);
        synchronized (FindTruth.class) {
          answers.accept(truth);
        }
      }
    }
  }

  private static Truth withSecondTry(Oracle oracle, Definition definition) {
    try {
      return oracle.judge(definition);
    } catch (WebDriverException | IllegalStateException first) {
      try {
        return oracle.judge(definition);
      } catch (WebDriverException | IllegalStateException second) {
        String message = String.valueOf(second.getMessage()).lines().findFirst().orElse("");
        return new Truth(definition.id(), "FAILED", "", message);
      }
    }
  }
}
