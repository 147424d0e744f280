package io.midagoal.internal.browser;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The part of the work folder that belongs to one pool: a folder for each browser, and a lock file
 * that is locked as long as the pool's JVM lives.
 *
 * <p>The operating system gives up the lock when the JVM ends, however it ends. So whoever gets the
 * lock of a run knows that its owner is gone, and ends what it left: no living JVM's browsers are
 * ever touched.
 */
final class WorkFolderLock implements AutoCloseable {
  private static final String LOCK_SUFFIX = ".lock";

  private final Path folder;
  private final Path lockFile;
  private final FileChannel lockChannel;
  private final List<ProcessGroup> groups = new ArrayList<>();
  private boolean closed;

  private WorkFolderLock(Path folder, Path lockFile, FileChannel lockChannel) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lockChannel = lockChannel;
  }

  /**
   * Ends what dead runs left in the work folder, and begins a run.
   *
   * @throws IOException when the work folder cannot be used; the message names it
   */
  static WorkFolderLock begin(Path workFolder) throws IOException {
    Folders.makePrivate(workFolder);
    endDeadRuns(workFolder);
    while (true) {
      String name = ownPrefix() + Integer.toHexString(ThreadLocalRandom.current().nextInt(1 << 24));
      Path lockFile = workFolder.resolve(name + LOCK_SUFFIX);
      FileChannel channel = FileChannel.open(lockFile, CREATE_NEW, WRITE);
      // Another JVM may have taken the new file for a dead run's before it was locked.
      if (channel.tryLock() != null && Files.exists(lockFile)) {
        return new WorkFolderLock(
            Files.createDirectory(workFolder.resolve(name)), lockFile, channel);
      }
      channel.close();
    }
  }

  private static String ownPrefix() {
    return ProcessHandle.current().pid() + "-";
  }

  private static void endDeadRuns(Path workFolder) throws IOException {
    try (DirectoryStream<Path> lockFiles =
        Files.newDirectoryStream(workFolder, "*" + LOCK_SUFFIX)) {
      for (Path lockFile : lockFiles) {
        // On POSIX systems, to open and close a file gives up this JVM's own lock of it.
        if (!lockFile.getFileName().toString().startsWith(ownPrefix())) {
          endIfDead(lockFile);
        }
      }
    }
  }

  private static void endIfDead(Path lockFile) {
    try (FileChannel channel = FileChannel.open(lockFile, WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null && endAll(folderOf(lockFile))) {
        Files.deleteIfExists(lockFile);
      }
    } catch (IOException | OverlappingFileLockException endedByAnother) {
      // Nothing left to do.
    }
  }

  private static Path folderOf(Path lockFile) {
    String name = lockFile.getFileName().toString();
    return lockFile.resolveSibling(name.substring(0, name.length() - LOCK_SUFFIX.length()));
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
    // What cannot be deleted now is left, with the lock file, for the next run.
    boolean gone = Folders.delete(folder);
    try {
      if (gone) {
        Files.deleteIfExists(lockFile);
      }
      lockChannel.close();
    } catch (IOException leftForTheNextRun) {
      // Nothing of it runs any more.
    }
  }
}
