package io.midagoal.internal.lifecycle;

import io.midagoal.internal.files.RunFile;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Log of the goals that a run creates, in a file that survives the run. A line is written before or
 * just after each call. The file is a {@link RunFile}: a later run that gets a dead run's journal
 * deletes the goals.
 *
 * <p>It contains the project's URL, ids and names, but no API key. Thread-safe.
 */
final class Journal implements AutoCloseable {
  private static final String SUFFIX = ".journal";
  private static final String PROJECT = "project ";
  private static final String CREATING = "creating ";
  private static final String CREATED = "created ";
  private static final String NOT_CREATED = "not-created ";
  private static final String DELETED = "deleted ";

  private final RunFile file;

  private Journal(RunFile file) {
    this.file = file;
  }

  /**
   * The goals that a dead run left.
   *
   * @param created names by id of the goals that it created and did not delete
   * @param uncertain names of goals that it may have created
   */
  record Leftovers(Map<Long, String> created, Set<String> uncertain) {
    boolean isEmpty() {
      return created.isEmpty() && uncertain.isEmpty();
    }
  }

  /**
   * Creates the journal of a run.
   *
   * @throws IOException if the folder cannot be used
   */
  static Journal begin(Path folder, String projectUrl) throws IOException {
    Files.createDirectories(folder);
    Journal journal = new Journal(RunFile.create(folder, SUFFIX));
    journal.write(PROJECT + projectUrl);
    return journal;
  }

  /** Returns the journals of a project's dead runs, locked; the caller must close them. */
  static List<Journal> ofDeadRuns(Path folder, String projectUrl) throws IOException {
    List<Journal> dead = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return dead;
    }
    for (RunFile file : RunFile.ofDeadRuns(folder, SUFFIX)) {
      if (isAbout(file, projectUrl)) {
        dead.add(new Journal(file));
      } else {
        file.close();
      }
    }
    return dead;
  }

  /** An empty file is from a run that died before it did anything. */
  private static boolean isAbout(RunFile file, String projectUrl) {
    try {
      List<String> lines = file.lines();
      return lines.isEmpty() || lines.get(0).equals(PROJECT + projectUrl);
    } catch (IOException e) {
      return false;
    }
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

  private void write(String line) {
    try {
      file.append(line);
    } catch (IOException e) {
      // Matters only if this run is killed: until then, it has the goals in memory.
    }
  }

  /** Reads the leftover goals; incomplete and unknown lines are ignored. */
  Leftovers leftovers() throws IOException {
    Map<Long, String> created = new LinkedHashMap<>();
    Set<String> uncertain = new LinkedHashSet<>();
    for (String line : file.lines()) {
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

  /** Deletes the journal. */
  void delete() {
    file.delete();
  }

  /** Leaves the journal to a later run. */
  @Override
  public void close() {
    file.close();
  }
}
