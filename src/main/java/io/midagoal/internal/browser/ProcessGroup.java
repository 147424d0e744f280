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
 * The processes of one browser, written down in the browser's folder as they start, so that another
 * JVM can end them when this one was killed.
 *
 * <p>A process is known by its id and the instant of its start, since ids are used again. A browser
 * that was just being started when the JVM died is known by the profile on its command line, where
 * the system shows command lines.
 */
final class ProcessGroup {
  private static final String REGISTER = "processes";
  private static final String PROFILE = "profile";
  private static final Pattern ENTRY = Pattern.compile("(\\d{1,18}) (\\d{1,18})");

  /** The path of a socket has 104 characters at most, of which Chrome adds 45. */
  private static final int LONGEST_FOR_SOCKETS = 59;

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int ROUNDS = 3;

  /** Systems compute the instant of a start from the clock, which may have been set since then. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

  private final Path folder;
  private boolean ended;

  /**
   * The group whose files are in a folder.
   *
   * @param folder an existing folder of this browser alone; it goes when the group is ended
   */
  ProcessGroup(Path folder) {
    this.folder = folder;
  }

  /** Where the browser keeps its profile. */
  Path profile() {
    return folder.resolve(PROFILE);
  }

  /** The command-line argument that names the profile. */
  String profileArgument() {
    return "--user-data-dir=" + profile();
  }

  /** Where driver and browser put their temporary files, unless its path is too long for them. */
  Optional<Path> temporaryFiles() {
    return Optional.of(folder).filter(path -> path.toString().length() <= LONGEST_FOR_SOCKETS);
  }

  /** Where the driver writes what it and the browser have to say. */
  Path log() {
    return folder.resolve("chromedriver.log");
  }

  /**
   * Writes down a process that belongs to the group. When the group was ended meanwhile, the
   * process is ended at once.
   *
   * @throws IOException when the register cannot be written, or the group was ended
   */
  synchronized void record(ProcessHandle process) throws IOException {
    if (ended) {
      process.destroyForcibly();
      throw new IOException("The browser was ended while it started.");
    }
    String line = process.pid() + " " + startMillis(process).orElse(-1L) + "\n";
    Files.writeString(folder.resolve(REGISTER), line, CREATE, APPEND);
  }

  private static Optional<Long> startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli);
  }

  /** Ends all processes of the group, and what they started, and deletes the folder. */
  synchronized void end() {
    if (ended) {
      return;
    }
    ended = true;
    Set<ProcessHandle> own = running();
    Set<ProcessHandle> all = withDescendants(own);
    own.forEach(ProcessHandle::destroy);
    awaitEnd(all);
    // Again, because a driver may have started its browser at the last moment.
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
      return Files.readAllLines(folder.resolve(REGISTER), UTF_8);
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
    long deadline = System.nanoTime() + PATIENCE.toNanos();
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
   * Whether a process still runs. In containers whose first process collects no orphans, an ended
   * process stays in the process table as a "zombie", which {@link ProcessHandle#isAlive} counts as
   * alive.
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
