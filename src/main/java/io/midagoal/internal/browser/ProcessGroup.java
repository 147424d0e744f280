package io.midagoal.internal.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The processes of one browser, listed in the browser's folder so that a later JVM can end them if
 * this one is killed.
 *
 * <p>A process is identified by its id and start time, since ids are reused. A browser that was
 * just starting when the JVM died is found by the profile on its command line, if the system shows
 * command lines.
 */
final class ProcessGroup {
  private static final String PROCESS_LIST = "processes";
  private static final String PROFILE = "profile";
  private static final Pattern ENTRY = Pattern.compile("(\\d{1,18}) (\\d{1,18})");

  /** Socket paths are limited to 104 characters, of which Chrome adds 45. */
  private static final int MAX_PATH_FOR_SOCKETS = 59;

  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final int ROUNDS = 3;

  /** Systems derive the start time from the clock, which may have been adjusted since. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

  private final Path folder;
  private boolean ended;

  /**
   * Creates the group of a folder.
   *
   * @param folder the browser's own, existing folder; deleted with the group
   */
  ProcessGroup(Path folder) {
    this.folder = folder;
  }

  /** The folder of the browser's profile. */
  Path profile() {
    return folder.resolve(PROFILE);
  }

  /** The command-line argument that names the profile. */
  String profileArgument() {
    return "--user-data-dir=" + profile();
  }

  /** The folder for temporary files of driver and browser, unless its path is too long. */
  Optional<Path> temporaryFiles() {
    return Optional.of(folder).filter(path -> path.toString().length() <= MAX_PATH_FOR_SOCKETS);
  }

  /** The log of driver and browser. */
  Path log() {
    return folder.resolve("chromedriver.log");
  }

  /**
   * Records a process of the group, or kills it if the group was ended meanwhile.
   *
   * @throws IOException if the list cannot be written, or the group was ended
   */
  synchronized void record(ProcessHandle process) throws IOException {
    if (ended) {
      process.destroyForcibly();
      throw new IOException("The browser was shut down while it started.");
    }
    String line = process.pid() + " " + startMillis(process).orElse(-1L) + "\n";
    Files.writeString(folder.resolve(PROCESS_LIST), line, CREATE, APPEND);
  }

  private static Optional<Long> startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli);
  }

  /** Ends all processes of the group and their descendants, and deletes the folder. */
  synchronized void end() {
    if (ended) {
      return;
    }
    ended = true;
    Set<ProcessHandle> own = running();
    Set<ProcessHandle> all = withDescendants(own);
    own.forEach(ProcessHandle::destroy);
    awaitEnd(all);
    // Several times, because a driver may have started its browser at the last moment.
    for (int round = 0; round < ROUNDS; round++) {
      all.addAll(withDescendants(running()));
      all.removeIf(process -> !isRunning(process));
      if (all.isEmpty()) {
        break;
      }
      all.forEach(ProcessHandle::destroyForcibly);
      awaitEnd(all);
    }
    Folders.delete(folder);
  }

  private Set<ProcessHandle> running() {
    Set<ProcessHandle> found = new HashSet<>();
    for (String line : registered()) {
      find(line).ifPresent(found::add);
    }
    try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
      processes.filter(this::usesProfile).forEach(found::add);
    }
    return found;
  }

  private List<String> registered() {
    try {
      return Files.readAllLines(folder.resolve(PROCESS_LIST), UTF_8);
    } catch (IOException nothingStartedYet) {
      return List.of();
    }
  }

  private static Optional<ProcessHandle> find(String line) {
    Matcher entry = ENTRY.matcher(line);
    if (!entry.matches()) {
      return Optional.empty();
    }
    long start = Long.parseLong(entry.group(2));
    return ProcessHandle.of(Long.parseLong(entry.group(1)))
        .filter(process -> isRunning(process) && startedAt(process, start));
  }

  private static boolean startedAt(ProcessHandle process, long start) {
    return startMillis(process)
        .filter(actual -> Math.abs(actual - start) <= CLOCK_TOLERANCE.toMillis())
        .isPresent();
  }

  private boolean usesProfile(ProcessHandle process) {
    return process.info().arguments().stream()
        .flatMap(Stream::of)
        .anyMatch(profileArgument()::equals);
  }

  private static Set<ProcessHandle> withDescendants(Set<ProcessHandle> processes) {
    Set<ProcessHandle> all = new HashSet<>(processes);
    processes.forEach(process -> process.descendants().forEach(all::add));
    return all;
  }

  private static void awaitEnd(Set<ProcessHandle> processes) {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (processes.stream().anyMatch(ProcessGroup::isRunning) && System.nanoTime() < deadline) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * Whether a process is running. In containers without an init process, an ended process stays as
   * a zombie, which {@link ProcessHandle#isAlive} counts as alive.
   */
  static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !isZombie(process);
  }

  private static boolean isZombie(ProcessHandle process) {
    try {
      String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return status.startsWith("Z", status.lastIndexOf(')') + 2);
    } catch (IOException notOnThisSystem) {
      return false;
    }
  }
}
