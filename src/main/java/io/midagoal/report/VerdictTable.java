package io.midagoal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.midagoal.verdict.Status;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Prints {@code verdicts.json} as a table in 80 columns: one row per verdict, grouped by test
 * class, then the totals and the file's path.
 *
 * <p>Command line: {@code java -cp <midagoal and Jackson> io.midagoal.report.VerdictTable
 * target/midagoal/verdicts.json}. The exit code is 0 if the table was printed, whatever the
 * verdicts, 1 if the file cannot be read, and 2 for wrong usage.
 */
public final class VerdictTable {

  private static final int WIDTH = 80;
  private static final String INDENT = "  ";
  private static final String GAP = "  ";
  private static final int STATUS_WIDTH = "UNDECIDED".length();
  // Room for the longest code and the number of further ones.
  private static final int CODES_WIDTH = "pattern-double-escaped +9".length();

  private VerdictTable() {}

  /**
   * Prints the table of a file, or an error message on the error stream.
   *
   * @param args the path of a {@code verdicts.json}
   */
  public static void main(String[] args) {
    int exitCode = run(args, System.out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    if (args.length != 1) {
      err.println("usage: VerdictTable path/to/verdicts.json");
      return 2;
    }
    String file = args[0];
    try {
      out.print(table(read(Path.of(file)), file));
      out.flush();
      return 0;
    } catch (IOException e) {
      err.println("Cannot read " + file + ": " + FileErrors.reason(e) + ".");
    } catch (InvalidPathException e) {
      err.println("Cannot read " + file + ": it is not a valid path.");
    }
    return 1;
  }

  private static JsonNode read(Path file) throws IOException {
    JsonNode run = new JsonMapper().readTree(Files.readAllBytes(file));
    int version = run.path("schemaVersion").asInt(0);
    if (version == 0 || !run.path("verdicts").isArray()) {
      throw new IOException("it is not a file of verdicts");
    }
    if (version != VerdictsJson.SCHEMA_VERSION) {
      throw new IOException(
          "its schema version is "
              + version
              + ", this midagoal reads version "
              + VerdictsJson.SCHEMA_VERSION);
    }
    return run;
  }

  private static String table(JsonNode run, String file) {
    Map<String, List<Row>> rowsByClass = rowsByClass(run.path("verdicts"));
    List<String> lines = new ArrayList<>();
    if (!rowsByClass.isEmpty()) {
      addRows(rowsByClass, lines);
    }
    lines.add(totals(run));
    lines.add("Verdicts: " + file);
    return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
  }

  private static void addRows(Map<String, List<Row>> rowsByClass, List<String> lines) {
    Layout layout = Layout.of(rowsByClass.values().stream().flatMap(List::stream).toList());
    String rule = "-".repeat(WIDTH);
    lines.add(layout.line(Row.HEADINGS));
    lines.add(rule);
    rowsByClass.forEach(
        (testClass, rows) -> {
          lines.add(ConsoleText.fit(testClass, WIDTH));
          rows.forEach(row -> lines.add(layout.line(row)));
        });
    lines.add(rule);
  }

  /** Sorted by name, since tests may run in parallel and runs should be comparable. */
  private static Map<String, List<Row>> rowsByClass(JsonNode verdicts) {
    Map<String, List<Row>> rows = new TreeMap<>();
    for (JsonNode verdict : verdicts) {
      String[] classAndMethod = verdict.path("test").asText().split("#", 2);
      rows.computeIfAbsent(ConsoleText.clean(classAndMethod[0]), name -> new ArrayList<>())
          .add(Row.of(verdict, classAndMethod[classAndMethod.length - 1]));
    }
    rows.values().forEach(list -> list.sort(Comparator.comparing(Row::method)));
    return rows;
  }

  private static String totals(JsonNode run) {
    int count = run.path("verdicts").size();
    if (count == 0) {
      return "No verdicts: the run verified no goal.";
    }
    JsonNode counts = run.path("counts");
    String countOfEach =
        Arrays.stream(Status.values())
            .map(status -> counts.path(status.name()).asInt() + " " + status)
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%d %s in %.1f s: %s",
        count,
        count == 1 ? "verdict" : "verdicts",
        run.path("durationMs").asLong() / 1000.0,
        countOfEach);
  }

  /** One verdict, with clean texts. */
  private record Row(String method, String status, String goal, String type, List<String> codes) {

    static final Row HEADINGS = new Row("", "STATUS", "GOAL", "TYPE", List.of("FINDINGS"));

    static Row of(JsonNode verdict, String method) {
      JsonNode goal = verdict.path("goal");
      List<String> codes = new ArrayList<>();
      verdict
          .path("findings")
          .forEach(finding -> codes.add(ConsoleText.clean(finding.path("code").asText())));
      return new Row(
          method,
          ConsoleText.clean(verdict.path("status").asText()),
          ConsoleText.clean(goal.path("goal_name").asText()),
          ConsoleText.clean(goal.path("goal_type").asText()),
          codes);
    }

    /** The first code and the number of further ones: the minimum that a row shows. */
    String reason() {
      return codes.isEmpty() ? "" : firstCodes(1);
    }

    /** As many codes as fit. */
    String codesWithin(int width) {
      for (int shown = codes.size(); shown > 1; shown--) {
        String text = firstCodes(shown);
        if (ConsoleText.width(text) <= width) {
          return text;
        }
      }
      return reason();
    }

    private String firstCodes(int shown) {
      String text = String.join(", ", codes.subList(0, shown));
      int hidden = codes.size() - shown;
      return hidden == 0 ? text : text + " +" + hidden;
    }
  }

  /** The widths of the columns that depend on their content. */
  private record Layout(int goal, int type, int codes) {

    static Layout of(List<Row> rows) {
      int type = Math.min(longest(rows, Row::type), "pageviewWildcard".length());
      int left = WIDTH - INDENT.length() - STATUS_WIDTH - type - 3 * GAP.length();
      int codesWanted = Math.min(longest(rows, Row::reason), CODES_WIDTH);
      int goal = Math.min(longest(rows, Row::goal), left - codesWanted);
      return new Layout(goal, type, left - goal);
    }

    private static int longest(List<Row> rows, Function<Row, String> text) {
      int heading = ConsoleText.width(text.apply(Row.HEADINGS));
      return rows.stream().map(text).mapToInt(ConsoleText::width).reduce(heading, Math::max);
    }

    String line(Row row) {
      return INDENT
          + ConsoleText.fit(row.status(), STATUS_WIDTH)
          + GAP
          + ConsoleText.fit(row.goal(), goal)
          + GAP
          + ConsoleText.fit(row.type(), type)
          + GAP
          + ConsoleText.fit(row.codesWithin(codes), codes);
    }
  }
}
