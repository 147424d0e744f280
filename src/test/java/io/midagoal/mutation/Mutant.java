package io.midagoal.mutation;

/**
 * A script with one check taken out or turned round.
 *
 * @param file the script's name
 * @param source the whole script before the change
 * @param start where the change begins
 * @param end where what is replaced ends
 * @param replacement what stands there instead
 */
record Mutant(String file, String source, int start, int end, String replacement) {

  String mutated() {
    return source.substring(0, start) + replacement + source.substring(end);
  }

  int line() {
    return 1 + (int) source.substring(0, start).chars().filter(c -> c == '\n').count();
  }

  /**
   * The change in words that stay the same when lines move: the line on which it begins, what goes,
   * and what comes.
   */
  String told() {
    int lineStart = source.lastIndexOf('\n', start - 1) + 1;
    int lineEnd = source.indexOf('\n', start);
    return "%s | %s | %s -> %s"
        .formatted(
            file,
            source.substring(lineStart, lineEnd).strip(),
            oneLine(source.substring(start, end)),
            oneLine(replacement));
  }

  private static String oneLine(String text) {
    return text.isBlank() ? "(nothing)" : text.strip().replaceAll("\\s+", " ");
  }
}
