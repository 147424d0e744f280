package io.midagoal.internal.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.midagoal.internal.browser.Lease;
import io.midagoal.testing.Browsers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.JavascriptExecutor;

/** TypeScript's compiler, run in a browser: it checks the types that JSDoc comments declare. */
final class TypeScript implements AutoCloseable {

  /**
   * What the compiler found.
   *
   * @param errors a line each, such as {@code goals/judge.js:12:3 Cannot find name 'forms'.}
   * @param interfaces the properties of each interface that the sources declare, as names and
   *     types; the name of one that may be left out ends with a question mark
   */
  record Result(List<String> errors, Map<String, Map<String, String>> interfaces) {}

  private static final String FOLDER = "/META-INF/resources/webjars/typescript";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Lease browser = Browsers.lease();
  private final Map<String, String> libraries = new HashMap<>();
  private final String script;

  TypeScript() {
    browser.driver().get("about:blank");
    try (InputStream in = TypeScript.class.getResourceAsStream("checkTypes.js");
        FileSystem jar =
            FileSystems.newFileSystem(TypeScript.class.getResource(FOLDER).toURI(), Map.of())) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Path file : filesIn(jar.getPath(FOLDER))) {
        String name = file.getFileName().toString();
        if (name.equals("typescript.js")) {
          run(Files.readString(file) + "window.ts = ts;");
        } else if (name.matches("lib\\.(es|dom|decorators).*\\.d\\.ts")) {
          libraries.put(name, Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private String run(String code, Object... arguments) {
    return String.valueOf(((JavascriptExecutor) browser.driver()).executeScript(code, arguments));
  }

  /** Checks the types in some sources, given by their paths. */
  Result check(Map<String, String> sources) {
    try {
      return JSON.readValue(run(script, libraries, sources), Result.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    browser.close();
  }
}
