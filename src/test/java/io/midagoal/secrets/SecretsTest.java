package io.midagoal.secrets;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.GoalCheck;
import io.midagoal.MidaGoal;
import io.midagoal.testing.TestJvm;
import io.midagoal.testing.TestRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run in which everything fails, whose servers repeat the API key, and whose logs are at their
 * finest: the key stands in nothing that it writes.
 */
@Timeout(180)
@Tag("browser")
class SecretsTest {
  private static final String SECRET = "sk-live_9Xq/7Zt+4\"Wm=2Rf&8Ks%tBd<5Hj";

  private static final String LOGGING =
      """
      handlers = java.util.logging.ConsoleHandler, java.util.logging.FileHandler
      .level = ALL
      java.util.logging.ConsoleHandler.level = ALL
      java.util.logging.FileHandler.level = ALL
      java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
      java.util.logging.FileHandler.pattern = %s
      """;

  @TempDir private Path folder = Path.of("");

  /** What a run wrote, by file. */
  private Map<String, String> written() throws IOException {
    Map<String, String> written = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        // Bytes as they are: no text is passed over as not readable.
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        written.put(folder.relativize(file).toString(), text);
      }
    }
    return written;
  }

  private static Map<String, List<String>> leaks(Map<String, String> written) {
    Map<String, List<String>> leaks = new LinkedHashMap<>();
    written.forEach(
        (file, text) -> {
          List<String> found = new Spellings(SECRET).in(text);
          if (!found.isEmpty()) {
            leaks.put(file, found);
          }
        });
    return leaks;
  }

  private Map<String, String> run(Class<?> testClass, RepeatingMida mida) throws Exception {
    Path logging = Files.createTempFile(folder, "logging", ".properties");
    Files.writeString(logging, LOGGING.formatted(folder.resolve("log.txt")));
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    TestJvm.Builder jvm =
        TestJvm.of(TestRun.class, folder)
            .arguments(folder.resolve("xml").toString(), testClass.getName())
            .option("-Djava.util.logging.config.file=" + logging)
            .option("-Djdk.httpclient.HttpClient.log=all")
            .option("-Djava.io.tmpdir=" + temporary)
            .option("-Dsecrets.folder=" + folder)
            .environment("MIDA_API_KEY", SECRET)
            .environment("MIDA_API_URL", mida.url())
            .environment("MIDA_PROJECT_KEY", "shop")
            .environment("MIDA_CLEANUP", "delete")
            .environment("MIDA_JOURNAL", folder.resolve("journal").toString())
            .environment("MIDA_REPORT", folder.resolve("report").toString())
            .environment("MIDA_SITE", "https://shop.example -> " + mida.url())
            .environment(
                "MIDA_BROWSER_ARGS", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    try (TestJvm running = jvm.start()) {
      running.awaitEnd();
      Files.writeString(folder.resolve("output.txt"), running.allOutput());
    }
    return written();
  }

  @Test
  void nothingThatARunWritesHoldsTheKey() throws Exception {
    try (RepeatingMida mida = new RepeatingMida(SECRET)) {
      Map<String, String> written = run(FailingTestCases.class, mida);
      assertThat(written.get("output.txt")).contains("0 passed, 10 failed");
      // The key was there to be hidden, everywhere.
      assertThat(written.get("output.txt")).contains("[API-key]");
      assertThat(written.get("log.txt")).contains("Authorization: Bearer [API-key]");
      assertThat(written.get("report/verdicts.json")).contains("\"goal_key\" : \"[API-key]\"");
      assertThat(written.get("xml/TEST-junit-jupiter.xml")).contains("[API-key]");
      assertThat(written.get("processes.txt")).contains("chromedriver", "--user-data-dir");
      assertThat(written.keySet()).anyMatch(file -> file.endsWith(".journal"));
      assertThat(leaks(written)).isEmpty();
    }
  }

  @Test
  void aLeakInAnyOfItIsFound() throws Exception {
    try (RepeatingMida mida = new RepeatingMida(SECRET)) {
      Map<String, List<String>> leaks = leaks(run(LeakingTestCases.class, mida));
      assertThat(leaks.get("output.txt")).contains("URL", "Base64 of Bearer it ");
      assertThat(leaks.get("log.txt")).contains("hexadecimal");
      assertThat(leaks.get("report/leak.txt")).contains("JSON by numbers");
      assertThat(leaks.get("xml/TEST-junit-jupiter.xml")).contains("JSON with slashes escaped");
    }
  }

  static Stream<String> spellings() {
    return new Spellings(SECRET).all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void aLeakInAnySpellingIsFound(String spelling) {
    assertThat(leaks(Map.of("a file", "text " + spelling + " text"))).containsOnlyKeys("a file");
  }

  /** Each goal is answered as its name says, and the last two are verified. */
  static class FailingTestCases {
    @MidaGoal(name = "status line", type = CLICK_ON_ELEMENT, value = ".cta")
    @Test
    void statusLine() {}

    @MidaGoal(name = "header", type = CLICK_ON_ELEMENT, value = ".cta")
    @Test
    void header() {}

    @MidaGoal(name = "body", type = CLICK_ON_ELEMENT, value = ".cta")
    @Test
    void body() {}

    @MidaGoal(name = "HTML", type = CLICK_ON_ELEMENT, value = ".cta")
    @Test
    void html() {}

    @MidaGoal(name = "redirect", type = CLICK_ON_ELEMENT, value = ".cta")
    @Test
    void redirect() {}

    @MidaGoal(name = "redirect with plain key", type = CLICK_ON_ELEMENT, value = ".cta")
    @Test
    void redirectWithPlainKey() {}

    @MidaGoal(name = "no HTTP", type = CLICK_ON_ELEMENT, value = ".cta")
    @Test
    void noHttp() {}

    @MidaGoal(name = "half", type = CLICK_ON_ELEMENT, value = ".cta")
    @Test
    void half() {}

    @MidaGoal(name = "drifted", type = CLICK_ON_ELEMENT, value = ".cta")
    @Test
    void drifted() {}

    @MidaGoal(
        name = "created",
        type = CLICK_ON_ELEMENT,
        value = ".call-to-action",
        elementUrl = "https://shop.example/page")
    @Test
    void created(GoalCheck goal) throws IOException {
      goal.verify();
      writeProcesses();
      goal.shouldMatch();
    }

    /** The command lines and environments of what this JVM has started, where they can be seen. */
    private static void writeProcesses() throws IOException {
      StringBuilder text = new StringBuilder();
      for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
        text.append(process.info().commandLine().orElse("")).append('\n');
        Path known = Path.of("/proc", Long.toString(process.pid()));
        for (String file : List.of("cmdline", "environ")) {
          if (Files.isReadable(known.resolve(file))) {
            text.append(Files.readString(known.resolve(file), StandardCharsets.ISO_8859_1));
          }
        }
      }
      Files.writeString(
          Path.of(System.getProperty("secrets.folder", "."), "processes.txt"), text.toString());
    }
  }

  /** What midagoal must never do. */
  static class LeakingTestCases {
    private final Map<String, String> spellings =
        new Spellings(System.getenv("MIDA_API_KEY")).all();

    private String spelling(String name) {
      return String.valueOf(spellings.get(name));
    }

    @Test
    void toStandardOutput() {
      System.out.println(spelling("URL"));
    }

    @Test
    void toStandardError() {
      System.err.println(spelling("Base64 of Bearer it "));
    }

    @Test
    void toALog() {
      Logger.getLogger("io.midagoal").log(Level.FINEST, spelling("hexadecimal"));
    }

    @Test
    void toTheReport() throws IOException {
      Path report = Path.of(System.getenv("MIDA_REPORT"));
      Files.createDirectories(report);
      Files.writeString(report.resolve("leak.txt"), spelling("JSON by numbers"));
    }

    @Test
    void toAFailure() {
      throw new IllegalStateException(spelling("JSON with slashes escaped"));
    }
  }
}
