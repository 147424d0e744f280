package io.midagoal.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A folder in which all runs of one build write the same file: forked JVMs, in parallel or one
 * after the other. Runs that overlap belong to the same build, and so do those of one execution of
 * Maven Surefire or Failsafe.
 *
 * <p>Only one run writes at a time. Thread-safe, also across JVMs, which coordinate through a lock
 * file.
 */
final class BuildFolder implements AutoCloseable {
  private static final String LOCK_FILE = ".verdicts.lock";

  /** The locked bytes, far beyond the file's text. */
  private static final long WRITE_LOCK = 1L << 40;

  private static final long RUN_LOCK = WRITE_LOCK + 1;

  /** Surefire passes each JVM the start time of the execution and the JVM's number. */
  private static final Pattern SUREFIRE =
      Pattern.compile("(?<=\\s)(\\d{4}-\\d\\d-\\d\\dT[\\d_-]+)-jvmRun\\d+");

  /** File locks belong to the JVM, so it must open only one channel. Guards itself. */
  private static final Map<Path, BuildFolder> OPEN = new HashMap<>();

  private final Path folder;
  private final FileChannel channel;
  private int runs;

  /** An action on the folder's files. */
  interface Action {
    void run() throws IOException;
  }

  private BuildFolder(Path folder) throws IOException {
    this.folder = folder;
    this.channel =
        FileChannel.open(
            folder.resolve(LOCK_FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
  }

  /** The id of the build that this JVM belongs to; empty if unknown. */
  static String build() {
    Matcher execution = SUREFIRE.matcher(System.getProperty("sun.java.command", ""));
    return execution.find() ? execution.group(1) : "";
  }

  /**
   * Joins a build in a folder.
   *
   * @param folder an existing folder
   * @param build the id of the build; empty if unknown
   * @param onFirstRun runs if this run is the first of its build
   */
  static BuildFolder join(Path folder, String build, Action onFirstRun) throws IOException {
    synchronized (OPEN) {
      Path real = folder.toRealPath();
      @Nullable BuildFolder joined = OPEN.get(real);
      if (joined == null) {
        joined = new BuildFolder(real);
        joined.begin(build, onFirstRun);
        OPEN.put(real, joined);
      }
      joined.runs++;
      return joined;
    }
  }

  private void begin(String build, Action onFirstRun) throws IOException {
    withLock(
        () -> {
          FileLock exclusive = channel.tryLock(RUN_LOCK, 1, false);
          if (exclusive != null) {
            exclusive.release();
            if (build.isEmpty() || !build.equals(lastBuild())) {
              onFirstRun.run();
              write(build);
            }
          }
          // Shared with other runs; released with the channel or the JVM.
          channel.lock(RUN_LOCK, 1, true);
        });
  }

  private String lastBuild() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), 1024));
    channel.read(bytes, 0);
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
  }

  private void write(String build) throws IOException {
    channel.truncate(0);
    channel.write(StandardCharsets.UTF_8.encode(build), 0);
  }

  /** Runs an action while no other run does. */
  synchronized void withLock(Action act) throws IOException {
    FileLock turn = channel.lock(WRITE_LOCK, 1, false);
    try {
      act.run();
    } finally {
      turn.release();
    }
  }

  /** Leaves the build. */
  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      runs--;
      if (runs == 0) {
        OPEN.remove(folder);
        channel.close();
      }
    }
  }
}
