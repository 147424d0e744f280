package io.midagoal.report;

import io.midagoal.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Collects the verdicts of a run and writes them to {@code verdicts.json} on close.
 *
 * <p>The file is written atomically. A file of an earlier build is deleted at the start, so an
 * existing file is always from the latest build. If a build forks several JVMs, each adds its
 * verdicts to the file.
 *
 * <p>Thread-safe: tests that run in parallel share one report.
 */
public final class VerdictReport implements AutoCloseable {

  private static final String FILE_NAME = "verdicts.json";

  private final Path folder;
  private final BuildFolder runs;
  private final InstantSource clock;
  private final Instant startedAt;
  private final List<VerdictsJson.Entry> entries = new ArrayList<>();
  private boolean closed;

  private VerdictReport(Path folder, BuildFolder runs, InstantSource clock) {
    this.folder = folder;
    this.runs = runs;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /**
   * Starts the report of a run, and its clock.
   *
   * @param folder the folder for {@code verdicts.json}; created if missing
   * @return an empty report
   * @throws UncheckedIOException if the folder cannot be used; the message names it and says what
   *     to do
   */
  public static VerdictReport in(Path folder) {
    return in(folder, BuildFolder.build(), InstantSource.system());
  }

  static VerdictReport in(Path folder, String build, InstantSource clock) {
    try {
      Files.createDirectories(folder);
      Path file = fileIn(folder);
      return new VerdictReport(
          folder, BuildFolder.join(folder, build, () -> Files.deleteIfExists(file)), clock);
    } catch (IOException e) {
      throw cannotWrite(fileIn(folder), e);
    }
  }

  private static Path fileIn(Path folder) {
    return folder.resolve(FILE_NAME);
  }

  /**
   * Returns the file that {@link #close()} writes.
   *
   * @return {@code verdicts.json} in the report's folder
   */
  public Path file() {
    return fileIn(folder);
  }

  /**
   * Adds a verdict. The file keeps the order.
   *
   * @param test class and method of the test, for example {@code ShopGoalsTest#callToAction}
   * @param verdict the verdict
   * @throws IllegalStateException if the report is closed
   */
  public synchronized void add(String test, Verdict verdict) {
    if (closed) {
      throw new IllegalStateException(
          "The verdict of " + test + " comes too late: " + file() + " is already written.");
    }
    entries.add(VerdictsJson.Entry.of(test, verdict));
  }

  /**
   * Writes the file, even without verdicts, and keeps the verdicts of other runs of the same build.
   * Closing twice does nothing.
   *
   * @throws UncheckedIOException if the file cannot be written; the message names it and says what
   *     to do
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (runs) {
      VerdictsJson ours = VerdictsJson.of(startedAt, clock.instant(), entries);
      runs.withLock(() -> write(VerdictsMerge.textOf(file(), ours)));
    } catch (IOException e) {
      throw cannotWrite(file(), e);
    }
  }

  /** Writes a temporary file and moves it, so that nobody reads half a file. */
  private void write(String json) throws IOException {
    Path whole = folder.resolve(FILE_NAME + "." + UUID.randomUUID() + ".tmp");
    try {
      // Not writeString: it rejects lone surrogates, which a page's text may contain.
      Files.write(whole, json.getBytes(StandardCharsets.UTF_8));
      Files.move(whole, file(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static UncheckedIOException cannotWrite(Path file, IOException e) {
    return new UncheckedIOException(
        "Cannot write "
            + file
            + ": "
            + FileErrors.reason(e)
            + ". Set midagoal.report to a writable folder, or to off.",
        e);
  }
}
