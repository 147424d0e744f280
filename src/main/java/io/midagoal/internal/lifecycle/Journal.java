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
 * Notes of the goals that a run creates, in a file that outlives it: line by line, each written
 * before or just after the call that it is about. The file is a {@link RunFile}: whoever gets that
 * of a dead run sees to the goals.
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

  private final RunFile file;

  private Journal(RunFile file) {
    this.file = file;
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
    Journal journal = new Journal(RunFile.create(folder, SUFFIX));
    journal.write(PROJECT + projectUrl);
    return journal;
  }

  /** The notes of dead runs of a project, each locked; whoever gets one must close it. */
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

  /** A file without a first line is of a run that died before it did anything. */
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
      // The run itself still knows; only one that is killed now leaves more than it notes.
    }
  }

  /** Reads what is left; lines that are cut off or not understood are passed over. */
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

  /** Ends the notes: nothing is left to do. */
  void forget() {
    file.delete();
  }

  /** Leaves the notes to a later run. */
  @Override
  public void close() {
    file.close();
  }
}
