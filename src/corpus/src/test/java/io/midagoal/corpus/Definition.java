package io.midagoal.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A goal on a real page, with the verdict that someone who looked at the page expected before
 * anything judged it. Read from {@code definitions.csv}.
 *
 * @param id names it for good
 * @param project whose page it is
 * @param page the goal's {@code elementUrl}; <code>{session}</code> stands for a session of this
 *     run; empty when the goal has none
 * @param type the goal's type as Mida's API names it
 * @param value the goal's value
 * @param expected MATCHED, BROKEN or UNDECIDED
 * @param code the finding that is the reason; empty for a good goal
 * @param way in which way it is broken; empty for a good goal
 * @param note what it is about the page that makes it so
 * @param tag a script that a tag manager puts into the loaded page; empty for none
 * @param act what the visitor does, such as {@code click #go}; empty for a page that is looked at
 */
record Definition(
    String id,
    String project,
    String page,
    String type,
    String value,
    String expected,
    String code,
    String way,
    String note,
    String tag,
    String act) {

  private static final Pattern ESCAPE = Pattern.compile("\\{u\\+([0-9a-f]{4})}");

  static List<Definition> all() {
    return rows("definitions.csv").stream().map(Definition::of).toList();
  }

  /** The columns of a file of the corpus, without comments and empty lines. */
  static List<String[]> rows(String file) {
    try (InputStream in = Definition.class.getResourceAsStream(file)) {
      if (in == null) {
        return List.of();
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> line.split(" ; ?", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Definition of(String[] columns) {
    if (columns.length != 9 && columns.length != 11) {
      throw new IllegalArgumentException(
          columns.length + " columns in " + String.join(" ; ", columns));
    }
    boolean journey = columns.length == 11;
    return new Definition(
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        unescaped(columns[4]),
        columns[5],
        columns[6],
        columns[7],
        columns[8],
        journey ? columns[9] : "",
        journey ? columns[10] : "");
  }

  /** A character that an editor does not show stands as {@code {u+00a0}}. */
  private static String unescaped(String value) {
    Matcher matcher = ESCAPE.matcher(value);
    return matcher.replaceAll(
        found ->
            Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
  }

  /** The definition in a run whose logged-in visitor has this session. */
  Definition in(String session) {
    return new Definition(
        id,
        project,
        page.replace("{session}", session),
        type,
        value.replace("{session}", session),
        expected,
        code,
        way,
        note,
        tag,
        act);
  }

  /** Names the definition in a failure. */
  @Override
  public String toString() {
    return "%s %s \"%s\" on %s (%s)".formatted(id, type, value, page, note);
  }
}
