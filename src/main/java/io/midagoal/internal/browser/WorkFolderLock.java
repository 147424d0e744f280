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
 * The part of the work folder that belongs to one pool: a folder for each browser, and a {@link
 * RunFile}. Whoever gets that of a dead run ends what the run left: no living JVM's browsers are
 * ever touched.
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
   * Ends what dead runs left in the work folder, and begins a run.
   *
   * @throws IOException when the work folder cannot be used; the message names it
   */
  static WorkFolderLock begin(Path workFolder) throws IOException {
    Folders.makePrivate(workFolder);
    for (RunFile dead : RunFile.ofDeadRuns(workFolder, LOCK_SUFFIX)) {
      try (dead) {
        if (endAll(folderOf(dead))) {
          dead.delete();
        }
      } catch (IOException leftForTheNextRun) {
        // Its lock file is left, too.
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
   * Makes the folder of one browser, before anything of it is started.
   *
   * @throws IOException when it cannot be made, or the run was closed
   */
  synchronized ProcessGroup newGroup() throws IOException {
    if (closed) {
      throw new IOException("The browsers of this run were ended.");
    }
    Path browser = Files.createDirectory(folder.resolve(Integer.toString(groups.size() + 1)));
    ProcessGroup group = new ProcessGroup(browser);
    groups.add(group);
    return group;
  }

  /** Ends all processes of the run and deletes its files. Closing twice does nothing. */
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
