package io.midagoal.corpus;

import io.midagoal.goal.GoalType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of the corpus: who agrees with the truth, and about which reason. */
final class CorpusTable {

  private final Judgements judgements;

  private final List<String> wrongReasons;

  private CorpusTable(Judgements judgements, List<String> wrongReasons) {
    this.judgements = judgements;
    this.wrongReasons = wrongReasons;
  }

  static CorpusTable of(Judgements judgements, List<String> wrongReasons) {
    return new CorpusTable(judgements, wrongReasons);
  }

  /** Prints it, and writes it to a file in the build's folder. */
  void write(String file) throws IOException {
    String text = text();
    Files.writeString(Path.of("target", file), text, StandardCharsets.UTF_8);
    System.out.println(text);
  }

  private String text() {
    StringBuilder table = new StringBuilder("\nThe corpus: right verdicts of definitions\n");
    List<String> types =
        Stream.of(GoalType.values())
            .map(GoalType::wireName)
            .filter(name -> Judgements.judged().anyMatch(one -> one.type().equals(name)))
            .toList();
    table.append("%-11s".formatted(""));
    types.forEach(type -> table.append("%17s".formatted(type)));
    table.append("%17s%n".formatted("all"));
    Map<String, List<Definition>> projects =
        Judgements.judged().collect(Collectors.groupingBy(Definition::project));
    projects.forEach((project, of) -> table.append(line(project, types, of)));
    table.append(line("all", types, Judgements.judged().toList()));
    long apart = Judgements.judged().count() - Judgements.decidable().count();
    table.append(
        "%d decided by the page's own handlers alone, %d left out%n"
            .formatted(apart, Corpus.leftOut().size()));
    Judgements.judged()
        .filter(one -> !judgements.isJudgedRight(one))
        .forEach(
            one ->
                table.append(
                    "misjudged%s: %s %s, in truth %s%n"
                        .formatted(
                            Judgements.truth(one).apart().isEmpty() ? "" : " (handlers)",
                            one,
                            judgements.verdict(one).status(),
                            Judgements.truth(one).how())));
    wrongReasons.forEach(one -> table.append("another reason: ").append(one).append('\n'));
    return table.toString();
  }

  private String line(String name, List<String> types, List<Definition> definitions) {
    StringBuilder line = new StringBuilder("%-11s".formatted(name));
    for (String type : types) {
      line.append(cell(definitions.stream().filter(one -> one.type().equals(type)).toList()));
    }
    return line.append(cell(definitions)).append('\n').toString();
  }

  private String cell(List<Definition> definitions) {
    long right = definitions.stream().filter(judgements::isJudgedRight).count();
    return "%17s".formatted(definitions.isEmpty() ? "" : right + "/" + definitions.size());
  }
}
