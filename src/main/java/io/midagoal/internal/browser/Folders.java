package io.midagoal.internal.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Creates and deletes the folders for profiles and process lists. */
final class Folders {
  private static final int ATTEMPTS = 5;
  private static final long PAUSE_MILLIS = 50;

  private Folders() {}

  /**
   * Creates a folder that only this user can write to, or makes an existing one so: its content
   * decides which processes a later run kills and which files it deletes.
   *
   * @throws IOException if it cannot be created or belongs to somebody else
   */
  static void makePrivate(Path folder) throws IOException {
    Files.createDirectories(folder);
    PosixFileAttributeView posix =
        Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (posix == null) {
      return;
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(folder + " is a link; it must be a folder of this user");
    }
    try {
      // Only the owner may do this.
      posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
    } catch (IOException notOwner) {
      throw new IOException(folder + " belongs to another user", notOwner);
    }
  }

  /**
   * Deletes a folder recursively, without following links, and returns whether it is gone. Retries,
   * because an ending process may still write to it.
   */
  static boolean delete(Path folder) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      deleteOnce(folder);
      if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
        return true;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return false;
  }

  private static void deleteOnce(Path folder) {
    try (Stream<Path> content = Files.walk(folder)) {
      List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException changedMeanwhile) {
      // The caller checks whether it is gone.
    }
  }
}
