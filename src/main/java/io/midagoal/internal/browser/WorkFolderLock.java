package io.midagoal.internal.browser;

import io.midagoal.internal.files.RunFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A pool's part of the work folder: a folder per browser, and a {@link RunFile} as lock. A run that
 * gets a dead run's lock ends that run's browsers; browsers of living JVMs are never touched.
 */
final class WorkFolderLock implements AutoCloseable {
  private static final String LOCK_SUFFIX = ".lock";

  private final Path folder;
  private final RunFile file;
  private final List<ProcessGroup> groups = new ArrayList<>();
  private boolean closed;

  private WorkFolderLock(RunFile file) throws IOException {
    this.file = file;
    this.folder = Files.createDirectory(folderOf(file));
  }

  /**
   * Cleans up after dead runs and starts a new one.
   *
   * @throws IOException if the work folder cannot be used; the message names it
   */
  static WorkFolderLock begin(Path workFolder) throws IOException {
    Folders.makePrivate(workFolder);
    for (RunFile dead : RunFile.ofDeadRuns(workFolder, LOCK_SUFFIX)) {
      try (dead) {
        if (endAll(folderOf(dead))) {
          dead.delete();
        }
      } catch (IOException leftForTheNextRun) {
        // And so is its lock file.
      }
    }
    return new WorkFolderLock(RunFile.create(workFolder, LOCK_SUFFIX));
  }

  private static Path folderOf(RunFile file) {
    String name = file.path().getFileName().toString();
    return file.path().resolveSibling(name.substring(0, name.length() - LOCK_SUFFIX.length()));
  }

  private static boolean endAll(Path folder) throws IOException {
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    try (DirectoryStream<Path> browsers = Files.newDirectoryStream(folder)) {
      browsers.forEach(browser -> new ProcessGroup(browser).end());
    }
    return Folders.delete(folder);
  }

  /**
   * Creates the folder of a browser that is about to start.
   *
   * @throws IOException if it cannot be created, or the run was closed
   */
  synchronized ProcessGroup newGroup() throws IOException {
    if (closed) {
      throw new IOException("The browsers of this run were shut down.");
    }
    Path browser = Files.createDirectory(folder.resolve(Integer.toString(groups.size() + 1)));
    ProcessGroup group = new ProcessGroup(browser);
    groups.add(group);
    return group;
  }

  /** Shuts down the run's browsers and deletes its files. Closing twice does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    groups.forEach(ProcessGroup::end);
    if (Folders.delete(folder)) {
      file.delete();
    } else {
      // Left for the next run.
      file.close();
    }
  }
}
