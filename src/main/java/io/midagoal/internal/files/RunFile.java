package io.midagoal.internal.files;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that is locked as long as the JVM of its run lives, however that ends: whoever gets the
 * lock later knows that the run is dead. Thread-safe.
 *
 * <p>On POSIX systems, a JVM that closes any channel of a file gives up its lock of it. So a file
 * is read and written through the channel that holds the lock, and never opened twice in a JVM.
 */
public final class RunFile implements AutoCloseable {
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private RunFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes the file of a new run.
   *
   * @param folder exists
   * @param suffix the end of the file's name
   * @return an empty file, locked
   * @throws IOException when the folder cannot be used
   */
  public static RunFile create(Path folder, String suffix) throws IOException {
    while (true) {
      // Short, because the paths of a browser's sockets begin with it.
      String random = Integer.toHexString(ThreadLocalRandom.current().nextInt(1 << 24));
      Path path = folder.resolve(ProcessHandle.current().pid() + "-" + random + suffix);
      Optional<RunFile> file = lock(path, CREATE_NEW, READ, WRITE);
      if (file.isPresent()) {
        return file.get();
      }
    }
  }

  /**
   * The files of dead runs, each locked; whoever gets one must close it.
   *
   * @param folder exists
   * @param suffix the end of the files' names
   * @return all but those that another run sees to
   * @throws IOException when the folder cannot be read
   */
  public static List<RunFile> ofDeadRuns(Path folder, String suffix) throws IOException {
    List<RunFile> dead = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + suffix)) {
      for (Path file : files) {
        try {
          lock(file, READ, WRITE).ifPresent(dead::add);
        } catch (IOException | OverlappingFileLockException takenByAnother) {
          // Another run sees to it.
        }
      }
    }
    return dead;
  }

  private static Optional<RunFile> lock(Path file, OpenOption... options) throws IOException {
    Path path = file.toAbsolutePath();
    if (!OPEN.add(path)) {
      return Optional.empty();
    }
    boolean locked = false;
    try {
      FileChannel channel = FileChannel.open(path, options);
      // Another JVM may have taken a new file for a dead run's before it was locked.
      locked = channel.tryLock() != null && Files.exists(path);
      if (locked) {
        return Optional.of(new RunFile(path, channel));
      }
      channel.close();
      return Optional.empty();
    } finally {
      if (!locked) {
        OPEN.remove(path);
      }
    }
  }

  /**
   * Where the file is.
   *
   * @return an absolute path
   */
  public Path path() {
    return path;
  }

  /**
   * Reads the file.
   *
   * @return all lines
   * @throws IOException when it cannot be read
   */
  public synchronized List<String> lines() throws IOException {
    byte[] bytes = Channels.newInputStream(channel.position(0)).readAllBytes();
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  /**
   * Adds a line.
   *
   * @param line without its end
   * @throws IOException when it cannot be written, or the file was closed
   */
  public synchronized void append(String line) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Deletes and closes the file. What cannot be deleted is left for a later run. */
  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException leftBehind) {
      // A later run finds it, with nothing left to do.
    }
    close();
  }

  /** Gives up the lock, and leaves the file to a later run. Closing twice does nothing. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException lockedUntilTheEnd) {
      // The lock ends with the JVM.
    }
    OPEN.remove(path);
  }
}
