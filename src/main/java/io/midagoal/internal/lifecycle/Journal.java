package io.midagoal.internal.lifecycle;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes of the goals that a run creates, in a file that outlives it: line by line, each written
 * before or just after the call that it is about. The file is locked as long as its JVM lives,
 * however that ends; so whoever gets the lock knows that the run is dead.
 *
 * <p>It holds the project's address, ids and names, and no API key. Thread-safe.
 */
final class Journal implements AutoCloseable {
  private static final String SUFFIX = ".journal";
  private static final String PROJECT = "project ";
  private static final String CREATING = "creating ";
  private static final String CREATED = "created ";
  private static final String NOT_CREATED = "not-created ";
  private static final String DELETED = "deleted ";

  /** To open and close a file gives up this JVM's own lock of it: those are left alone. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private boolean ended;

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * What a dead run left.
   *
   * @param created ids, and names, of goals that it created and did not delete
   * @param uncertain names of goals of which it is not known whether it created them
   */
  record Leftovers(Map<Long, String> created, Set<String> uncertain) {
    boolean isEmpty() {
      return created.isEmpty() && uncertain.isEmpty();
    }
  }

  /**
   * Begins the notes of a run.
   *
   * @throws IOException when the folder cannot be used
   */
  static Journal begin(Path folder, String projectUrl) throws IOException {
    Files.createDirectories(folder);
    while (true) {
      Path file = folder.resolve(UUID.randomUUID() + SUFFIX).toAbsolutePath();
      OWN.add(file);
      FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE, APPEND);
      // Another JVM may have taken the new file for a dead run's before it was locked.
      if (channel.tryLock() != null && Files.exists(file)) {
        Journal journal = new Journal(file, channel);
        journal.write(PROJECT + projectUrl);
        return journal;
      }
      channel.close();
      OWN.remove(file);
    }
  }

  /** The notes of dead runs of a project, each locked; whoever gets one must close it. */
  static List<Journal> ofDeadRuns(Path folder, String projectUrl) throws IOException {
    List<Journal> dead = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return dead;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        takeIfDead(file.toAbsolutePath(), projectUrl).ifPresent(dead::add);
      }
    }
    return dead;
  }

  private static Optional<Journal> takeIfDead(Path file, String projectUrl) {
    if (!OWN.add(file)) {
      return Optional.empty();
    }
    try {
      FileChannel channel = FileChannel.open(file, READ, WRITE);
      if (channel.tryLock() != null && isAbout(file, projectUrl)) {
        return Optional.of(new Journal(file, channel));
      }
      channel.close();
    } catch (IOException | OverlappingFileLockException takenByAnother) {
      // Nothing to do: another run sees to it.
    }
    OWN.remove(file);
    return Optional.empty();
  }

  /** A file without a first line is of a run that died before it did anything. */
  private static boolean isAbout(Path file, String projectUrl) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.isEmpty() || lines.get(0).equals(PROJECT + projectUrl);
  }

  void creating(String name) {
    write(CREATING + encoded(name));
  }

  void created(long id, String name) {
    write(CREATED + id + " " + encoded(name));
  }

  void notCreated(String name) {
    write(NOT_CREATED + encoded(name));
  }

  void deleted(long id) {
    write(DELETED + id);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private synchronized void write(String line) {
    if (ended) {
      return;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      // The run itself still knows; only one that is killed now leaves more than it notes.
    }
  }

  /** Reads what is left; lines that are cut off or not understood are passed over. */
  Leftovers leftovers() throws IOException {
    Map<Long, String> created = new LinkedHashMap<>();
    Set<String> uncertain = new LinkedHashSet<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.split(" ", -1);
      if (line.startsWith(CREATING)) {
        uncertain.add(decoded(words[1]));
      } else if (line.startsWith(NOT_CREATED)) {
        uncertain.remove(decoded(words[1]));
      } else if (line.startsWith(CREATED) && isId(words[1]) && words.length == 3) {
        created.put(Long.valueOf(words[1]), decoded(words[2]));
        uncertain.remove(decoded(words[2]));
      } else if (line.startsWith(DELETED) && isId(words[1])) {
        created.remove(Long.valueOf(words[1]));
      }
    }
    return new Leftovers(created, uncertain);
  }

  private static boolean isId(String word) {
    return word.matches("\\d{1,18}");
  }

  private static String decoded(String word) {
    try {
      return URLDecoder.decode(word, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException cutOff) {
      return word;
    }
  }

  /** Ends the notes: nothing is left to do. */
  synchronized void forget() {
    end(true);
  }

  /** Leaves the notes to a later run. */
  @Override
  public synchronized void close() {
    end(false);
  }

  private void end(boolean delete) {
    if (ended) {
      return;
    }
    ended = true;
    try {
      if (delete) {
        Files.deleteIfExists(file);
      }
      channel.close();
    } catch (IOException leftBehind) {
      // A later run finds it, with nothing or something left to do.
    }
    OWN.remove(file);
  }
}
