package io.midagoal.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.verdict.Elements;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Page;
import io.midagoal.verdict.Severity;
import io.midagoal.verdict.Timing;
import io.midagoal.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTableTest {

  @TempDir Path folder;

  @Nested
  class ATable {

    @Test
    void hasARowForEachVerdictAndTheTotals() {
      try (VerdictReport report = report()) {
        report.add("ShopGoalsTest#signup", verdict("Signup", GoalType.FORM_SUBMIT));
        report.add(
            "ShopGoalsTest#button",
            verdict("CTA Button Click", GoalType.CLICK_ON_ELEMENT, warning("several-matches")));
        report.add(
            "BrokenGoalsTest#typo",
            verdict("Buy button", GoalType.CLICK_ON_ELEMENT, error("no-match")));
        report.add(
            "BrokenGoalsTest#down",
            verdict(
                "Pricing",
                GoalType.PAGEVIEW_WILDCARD,
                finding("page-unreachable", Severity.UNDECIDED)));
      }

      assertThat(print())
          .isEqualTo(
              """
                STATUS     GOAL              TYPE              FINDINGS
              --------------------------------------------------------------------------------
              BrokenGoalsTest
                UNDECIDED  Pricing           pageviewWildcard  page-unreachable
                BROKEN     Buy button        clickOnElement    no-match
              ShopGoalsTest
                MATCHED    CTA Button Click  clickOnElement    several-matches
                MATCHED    Signup            formSubmit
              --------------------------------------------------------------------------------
              4 verdicts in 0.0 s: 2 MATCHED, 1 BROKEN, 1 UNDECIDED
              Verdicts: %s
              """
                  .formatted(file()));
    }

    @Test
    void saysThatARunHadNoVerdicts() {
      report().close();

      assertThat(print())
          .isEqualTo("No verdicts: the run verified no goal.\nVerdicts: " + file() + "\n");
    }

    @Test
    void cutsALongNameAndKeepsTheReason() {
      String name = "A goal whose name somebody wrote as a whole sentence with many words in it";

      assertThat(onlyRow(verdict(name, GoalType.PAGEVIEW_WILDCARD, error("url-mismatch"))))
          .isEqualTo(
              "  BROKEN     A goal whose name somebody wrote...  pageviewWildcard  url-mismatch");
    }

    @Test
    void showsTheCodesThatFitAndCountsTheOthers() {
      String name = "A goal whose name somebody wrote as a whole sentence with many words in it";

      assertThat(
              onlyRow(
                  verdict(
                      name,
                      GoalType.PAGEVIEW_WILDCARD,
                      error("url-mismatch"),
                      error("wildcard-in-plain"),
                      finding("redirected", Severity.INFO))))
          .endsWith("  url-mismatch +2");
    }

    @Test
    void showsAllCodesWhereThereIsRoom() {
      assertThat(
              onlyRow(
                  verdict(
                      "Buy",
                      GoalType.CLICK_ON_TEXT,
                      warning("several-matches"),
                      warning("transparent"))))
          .endsWith("  several-matches, transparent");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "short",
          "A goal whose name somebody wrote as a whole sentence, longer than any terminal is wide",
          "購入ボタンのクリックを数える目標で名前がとても長いもの購入ボタンのクリック",
          "구매 버튼 클릭을 세는 목표이며 이름이 아주 길어서 줄이 넘칩니다 구매 버튼 클릭",
          "🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒🛒",
          "⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐⌚⭐"
        })
    void fitsEightyColumns(String name) {
      try (VerdictReport report = report()) {
        report.add(
            name + "Test#some",
            verdict(
                name,
                GoalType.PAGEVIEW_WILDCARD,
                error("pattern-double-escaped"),
                error("snippet-other-project")));
      }

      assertThat(table()).isNotEmpty().allMatch(line -> columns(line) <= 80);
    }

    @Test
    void alignsNamesOfWideCharacters() {
      try (VerdictReport report = report()) {
        report.add("SomeTest#a", verdict("購入ボタン", GoalType.PAGEVIEW));
        report.add("SomeTest#b", verdict("Buy button", GoalType.PAGEVIEW));
      }

      assertThat(table())
          .contains("  MATCHED    購入ボタン  pageview", "  MATCHED    Buy button  pageview");
    }

    @Test
    void alignsNamesOfCombiningCharacters() {
      try (VerdictReport report = report()) {
        report.add("SomeTest#a", verdict("Cafe\u0301", GoalType.PAGEVIEW));
        report.add("SomeTest#b", verdict("Cafe", GoalType.PAGEVIEW));
      }

      assertThat(table())
          .contains("  MATCHED    Cafe\u0301  pageview", "  MATCHED    Cafe  pageview");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"Buy\nnow", "Buy\r\n\tnow", "Buy\u001Bnow", "Buy\u202Enow", "Buy\u2028now"})
    void keepsANameOnItsLineAndOutOfTheTerminalsControl(String name) {
      assertThat(onlyRow(verdict(name, GoalType.PAGEVIEW)))
          .isEqualTo("  MATCHED    Buy now  pageview");
    }

    @Test
    void isPrintedWhereTheTerminalKnowsNoSuchLetters() {
      try (VerdictReport report = report()) {
        report.add("SomeTest#a", verdict("Größe", GoalType.PAGEVIEW));
      }

      assertThat(print(US_ASCII)).contains("  MATCHED    Gr??e  pageview\n");
    }

    @Test
    void countsOneVerdictAsOne() {
      try (VerdictReport report = report()) {
        report.add("SomeTest#a", verdict("A", GoalType.PAGEVIEW));
      }

      assertThat(table()).contains("1 verdict in 0.0 s: 1 MATCHED, 0 BROKEN, 0 UNDECIDED");
    }

    @Test
    void endsWithExitCodeZeroAlthoughGoalsAreBroken() {
      try (VerdictReport report = report()) {
        report.add("SomeTest#a", verdict("A", GoalType.PAGEVIEW, error("url-mismatch")));
      }

      assertThat(run(file().toString()).exitCode()).isZero();
    }
  }

  @Nested
  class AFileThatCannotBeShown {

    @Test
    void becauseItIsNotThere() {
      assertThat(run(file().toString()))
          .isEqualTo(failure("Cannot read %s: there is no such file.".formatted(file())));
    }

    @Test
    void becauseItIsNotJson() throws IOException {
      Files.writeString(file(), "<html>\n</html>");

      Outcome outcome = run(file().toString());

      assertThat(outcome.err())
          .hasLineCount(1)
          .startsWith(
              "Cannot read %s: it is not JSON (Unexpected character ('<'".formatted(file()));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "[]", "3", "{}", "{\"schemaVersion\": 1}", "{\"verdicts\": []}", "null"})
    void becauseItIsAnotherFile(String content) throws IOException {
      Files.writeString(file(), content);

      assertThat(run(file().toString()))
          .isEqualTo(failure("Cannot read %s: it is not a file of verdicts.".formatted(file())));
    }

    @Test
    void becauseItIsOfALaterVersion() throws IOException {
      Files.writeString(file(), "{\"schemaVersion\": 2, \"verdicts\": []}");

      assertThat(run(file().toString()))
          .isEqualTo(
              failure(
                  "Cannot read %s: its schema version is 2, this midagoal reads version 1."
                      .formatted(file())));
    }

    @Test
    void becauseItsNameIsNoPath() {
      assertThat(run("\0")).isEqualTo(failure("Cannot read \0: it is not a valid path."));
    }

    @Test
    void becauseNoneWasNamed() {
      assertThat(run())
          .isEqualTo(new Outcome(2, "", "usage: VerdictTable path/to/verdicts.json\n"));
    }
  }

  private record Outcome(int exitCode, String out, String err) {}

  private static Outcome failure(String line) {
    return new Outcome(1, "", line + "\n");
  }

  private static Outcome run(String... args) {
    return run(UTF_8, args);
  }

  private static Outcome run(Charset charset, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        VerdictTable.run(
            args, new PrintStream(out, false, charset), new PrintStream(err, true, charset));
    return new Outcome(
        exitCode,
        out.toString(charset),
        err.toString(charset).replace(System.lineSeparator(), "\n"));
  }

  private String print() {
    return print(UTF_8);
  }

  private String print(Charset charset) {
    return run(charset, file().toString()).out();
  }

  /** The printed lines without the last, which is the path: that may be of any length. */
  private List<String> table() {
    List<String> lines = print().lines().toList();
    return lines.subList(0, lines.size() - 1);
  }

  private String onlyRow(Verdict verdict) {
    try (VerdictReport report = report()) {
      report.add("SomeTest#some", verdict);
    }
    return table().get(3);
  }

  private VerdictReport report() {
    return VerdictReport.in(folder, "", InstantSource.fixed(Instant.EPOCH));
  }

  private Path file() {
    return folder.resolve("verdicts.json");
  }

  /** What a terminal makes of a line: told here apart from the product's own reckoning. */
  private static int columns(String line) {
    return line.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
  }

  private static Verdict verdict(String name, GoalType type, Finding... findings) {
    return Verdict.of(
        Expectation.of(Goal.builder().name(name).type(type).value("x").build()),
        Arrays.asList(findings),
        Page.none(),
        Elements.none(),
        Timing.none());
  }

  private static Finding error(String code) {
    return finding(code, Severity.ERROR);
  }

  private static Finding warning(String code) {
    return finding(code, Severity.WARNING);
  }

  private static Finding finding(String code, Severity severity) {
    return new Finding(code, severity, "message", "hint", Optional.empty());
  }
}
