package io.midagoal.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Explains file errors whose exception message is only a path. */
final class FileErrors {

  private FileErrors() {}

  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof FileAlreadyExistsException existing) {
      return existing.getFile() + " is not a folder";
    }
    if (e instanceof JsonProcessingException json) {
      return "it is not JSON (" + firstLine(json.getOriginalMessage()) + ")";
    }
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
