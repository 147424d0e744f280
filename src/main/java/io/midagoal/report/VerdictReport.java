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
 * Collects the verdicts of one run and writes them to {@code verdicts.json} when it is closed.
 *
 * <p>The file appears whole or not at all. One that an earlier build left is removed at the start,
 * so that a file that is there always tells of the latest build. Where a build forks several JVMs,
 * each adds its verdicts to those that are there.
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
   * Starts the report of a run. The run's time is counted from here.
   *
   * @param folder where {@code verdicts.json} goes; created, with its parents, when missing
   * @return an empty report
   * @throws UncheckedIOException when the folder cannot be used; the message names it and says what
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
          folder, BuildFolder.enter(folder, build, () -> Files.deleteIfExists(file)), clock);
    } catch (IOException e) {
      throw cannotWrite(fileIn(folder), e);
    }
  }

  private static Path fileIn(Path folder) {
    return folder.resolve(FILE_NAME);
  }

  /**
   * The file that {@link #close()} writes.
   *
   * @return {@code verdicts.json} in the report's folder
   */
  public Path file() {
    return fileIn(folder);
  }

  /**
   * Records a verdict. The file keeps the order in which verdicts are recorded.
   *
   * @param test class and method of the test, for example {@code ShopGoalsTest#callToAction}
   * @param verdict what was found out
   * @throws IllegalStateException when the report is closed: the verdict would be lost
   */
  public synchronized void add(String test, Verdict verdict) {
    if (closed) {
      throw new IllegalStateException(
          "The verdict of " + test + " comes too late: " + file() + " is already written.");
    }
    entries.add(VerdictsJson.Entry.of(test, verdict));
  }

  /**
   * Writes the file, also when no verdict was recorded; what other runs of the same build wrote
   * stays in it. Closing again does nothing.
   *
   * @throws UncheckedIOException when the file cannot be written; the message names it and says
   *     what to do
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (runs) {
      VerdictsJson ours = VerdictsJson.of(startedAt, clock.instant(), entries);
      runs.inTurn(() -> write(VerdictsMerge.textOf(file(), ours)));
    } catch (IOException e) {
      throw cannotWrite(file(), e);
    }
  }

  /** Writes beside the file and moves, so that nobody ever reads half of it. */
  private void write(String json) throws IOException {
    Path whole = folder.resolve(FILE_NAME + "." + UUID.randomUUID() + ".tmp");
    try {
      // Not writeString: that refuses half of a surrogate pair, which a page's text may hold.
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
            + ". Set midagoal.report to a folder that can be written, or to off.",
        e);
  }
}
