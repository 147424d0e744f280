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
 * A folder in which the runs of one build write the same file: JVMs side by side, as a build tool
 * forks them, or one after the other. Runs that are there at the same time belong together, and so
 * do those of one execution of Maven Surefire or Failsafe.
 *
 * <p>One run at a time writes. Thread-safe, and safe between JVMs: they lock parts of one file.
 */
final class BuildFolder implements AutoCloseable {
  private static final String LOCK_FILE = ".verdicts.lock";

  /** The parts that are locked: far behind the file's text. */
  private static final long TURN = 1L << 40;

  private static final long RUNNING = TURN + 1;

  /** Surefire tells each JVM of an execution when that began, and then the JVM's number. */
  private static final Pattern SUREFIRE =
      Pattern.compile("(?<=\\s)(\\d{4}-\\d\\d-\\d\\dT[\\d_-]+)-jvmRun\\d+");

  /** A file's locks are those of a JVM: it must have one channel only. Guarded by the class. */
  private static final Map<Path, BuildFolder> OPEN = new HashMap<>();

  private final Path folder;
  private final FileChannel channel;
  private int runs;

  /** Something that is done with the folder's files. */
  interface Act {
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

  /** The build that this JVM is a part of; empty when that is not known. */
  static String build() {
    Matcher execution = SUREFIRE.matcher(System.getProperty("sun.java.command", ""));
    return execution.find() ? execution.group(1) : "";
  }

  /**
   * Enters a folder.
   *
   * @param folder exists
   * @param build what the runs of one build have in common; empty when that is not known
   * @param beginning is done when this run is the first of its build
   */
  static BuildFolder enter(Path folder, String build, Act beginning) throws IOException {
    synchronized (OPEN) {
      Path real = folder.toRealPath();
      @Nullable BuildFolder entered = OPEN.get(real);
      if (entered == null) {
        entered = new BuildFolder(real);
        entered.begin(build, beginning);
        OPEN.put(real, entered);
      }
      entered.runs++;
      return entered;
    }
  }

  private void begin(String build, Act beginning) throws IOException {
    inTurn(
        () -> {
          FileLock nobodyElse = channel.tryLock(RUNNING, 1, false);
          if (nobodyElse != null) {
            nobodyElse.release();
            if (build.isEmpty() || !build.equals(lastBuild())) {
              beginning.run();
              write(build);
            }
          }
          // Shared with the others; it ends with the channel, or with the JVM.
          channel.lock(RUNNING, 1, true);
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

  /** Does something while no other run does. */
  synchronized void inTurn(Act act) throws IOException {
    FileLock turn = channel.lock(TURN, 1, false);
    try {
      act.run();
    } finally {
      turn.release();
    }
  }

  /** Leaves the folder. */
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
