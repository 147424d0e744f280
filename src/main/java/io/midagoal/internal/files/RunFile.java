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
 * A file that stays locked while the JVM of its run lives. Whoever gets the lock later knows that
 * the run is dead. Thread-safe.
 *
 * <p>On POSIX systems, closing any channel of a file releases the JVM's lock on it. So all access
 * goes through the channel that holds the lock, and a JVM never opens the file twice.
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
   * Creates and locks the empty file of a new run in an existing folder.
   *
   * @throws IOException if the folder cannot be used
   */
  public static RunFile create(Path folder, String suffix) throws IOException {
    while (true) {
      // Short, because it is part of the path of a browser's sockets.
      String random = Integer.toHexString(ThreadLocalRandom.current().nextInt(1 << 24));
      Path path = folder.resolve(ProcessHandle.current().pid() + "-" + random + suffix);
      Optional<RunFile> file = lock(path, CREATE_NEW, READ, WRITE);
      if (file.isPresent()) {
        return file.get();
      }
    }
  }

  /**
   * Locks and returns the files of dead runs, unless another run has them; the caller must close
   * them.
   *
   * @throws IOException if the folder cannot be read
   */
  public static List<RunFile> ofDeadRuns(Path folder, String suffix) throws IOException {
    List<RunFile> dead = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + suffix)) {
      for (Path file : files) {
        try {
          lock(file, READ, WRITE).ifPresent(dead::add);
        } catch (IOException | OverlappingFileLockException takenByAnother) {
          // Another run has it.
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
      // Before it was locked, another JVM may have deleted it as a dead run's.
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

  /** Returns the file's absolute path. */
  public Path path() {
    return path;
  }

  /** Reads all lines. */
  public synchronized List<String> lines() throws IOException {
    byte[] bytes = Channels.newInputStream(channel.position(0)).readAllBytes();
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  /**
   * Appends a line.
   *
   * @throws IOException if it cannot be written, or the file is closed
   */
  public synchronized void append(String line) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Deletes and closes the file. If that fails, a later run deletes it. */
  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException leftBehind) {
      // A later run deletes it.
    }
    close();
  }

  /** Releases the lock and leaves the file to a later run. Closing twice does nothing. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException lockedUntilTheEnd) {
      // The lock is released when the JVM ends.
    }
    OPEN.remove(path);
  }
}
