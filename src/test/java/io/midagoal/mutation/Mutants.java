package io.midagoal.mutation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Finds what can be taken out of a script. */
final class Mutants {

  private static final Map<String, String> TURNED =
      Map.ofEntries(
          Map.entry("===", "!=="),
          Map.entry("!==", "==="),
          Map.entry("<", "<="),
          Map.entry("<=", "<"),
          Map.entry(">", ">="),
          Map.entry(">=", ">"),
          Map.entry("some", "every"),
          Map.entry("every", "some"),
          Map.entry("max", "min"),
          Map.entry("min", "max"));

  private final String file;
  private final String source;
  private final List<Token> tokens;

  /** By what they change, so that no change is tried twice. */
  private final Map<String, Mutant> found = new LinkedHashMap<>();

  private Mutants(String file, String source) {
    this.file = file;
    this.source = source;
    this.tokens = Token.of(source);
  }

  /** All the mutants of one script, from its beginning to its end. */
  static List<Mutant> of(String file, String source) {
    Mutants mutants = new Mutants(file, source);
    for (int i = 0; i < mutants.tokens.size(); i++) {
      mutants.at(i);
    }
    return List.copyOf(mutants.found.values());
  }

  private void at(int i) {
    Token token = tokens.get(i);
    switch (token.text()) {
      case "&&", "||", "??" -> dropOperands(i);
      case "if" -> fixCondition(i, "true", "false");
      case "while" -> fixCondition(i, "false");
      case "?" -> chooseBranch(i);
      case "!" -> replace(token.start(), token.end(), "");
      case "[" -> dropEntries(i);
      case ".", "?." -> dropCall(i);
      case "===", "!==", "<", "<=", ">", ">=" -> turn(token);
      default -> {
        if (i > 0 && tokens.get(i - 1).is(".", "?.")) {
          turn(token);
        }
        changeLimit(i);
      }
    }
    dropStatement(i);
  }

  private void turn(Token token) {
    String other = TURNED.get(token.text());
    if (other != null) {
      replace(token.start(), token.end(), other);
    }
  }

  /** {@code a && b} becomes {@code a}, and {@code b}. */
  private void dropOperands(int i) {
    boolean binds = tokens.get(i).is("&&");
    int first = edge(i, -1, binds);
    int last = edge(i, 1, binds);
    if (last - i > 1 || !tokens.get(i + 1).is("{")) {
      replace(tokens.get(first).start(), tokens.get(i + 1).start(), "");
      replace(tokens.get(i - 1).end(), tokens.get(last).end(), "");
    }
  }

  /** The first or last token of the operand on one side of an operator. */
  private int edge(int operator, int step, boolean binds) {
    int depth = 0;
    int at = operator + step;
    for (; at >= 0 && at < tokens.size(); at += step) {
      Token token = tokens.get(at);
      boolean opens = step > 0 ? token.is("(", "[", "{") : token.is(")", "]", "}");
      boolean closes = step > 0 ? token.is(")", "]", "}") : token.is("(", "[", "{");
      if (opens) {
        depth++;
      } else if (closes) {
        if (depth == 0) {
          break;
        }
        depth--;
      } else if (depth == 0
          && (token.is(",", ";", "=", "=>", "?", ":", "||", "??", "return", "of", "yield")
              || (binds && token.is("&&")))) {
        break;
      }
    }
    return at - step;
  }

  private void fixCondition(int i, String... values) {
    int close = closing(i + 1);
    int from = tokens.get(i + 1).end();
    int to = tokens.get(close).start();
    for (String value : values) {
      replace(from, to, value);
    }
  }

  /** {@code c ? a : b} becomes {@code a}, and {@code b}. */
  private void chooseBranch(int i) {
    int first = conditionStart(i);
    replace(tokens.get(first).start(), tokens.get(i).start(), "true ");
    replace(tokens.get(first).start(), tokens.get(i).start(), "false ");
  }

  private int conditionStart(int questionMark) {
    int depth = 0;
    int at = questionMark - 1;
    for (; at >= 0; at--) {
      Token token = tokens.get(at);
      if (token.is(")", "]", "}")) {
        depth++;
      } else if (depth > 0) {
        depth -= token.is("(", "[", "{") ? 1 : 0;
      } else if (token.is(
          "(", "[", "{", ",", ";", "=", "=>", "?", ":", "return", "yield", "+", "...")) {
        break;
      }
    }
    return at + 1;
  }

  /** Each entry of a list of plain values. */
  private void dropEntries(int i) {
    int close = closing(i);
    boolean isList = i > 0 && tokens.get(i - 1).is("=", "return", "(", ",", "=>");
    IntPredicate isEntry = at -> tokens.get(at).isLiteral();
    if (!isList || close - i < 4) {
      return;
    }
    for (int at = i + 1; at < close; at++) {
      if (!isEntry.test(at) && !tokens.get(at).is(",")) {
        return;
      }
    }
    for (int at = i + 1; at < close; at++) {
      if (isEntry.test(at)) {
        int end = tokens.get(at + 1).is(",") ? tokens.get(at + 1).end() : tokens.get(at).end();
        replace(tokens.get(at).start(), end, "");
      }
    }
  }

  /** {@code .filter(..)} and {@code .slice(..)} choose: without them, all are taken. */
  private void dropCall(int i) {
    if (tokens.get(i + 1).is("filter", "slice", "trim", "toLowerCase")
        && tokens.get(i + 2).is("(")) {
      replace(tokens.get(i).start(), tokens.get(closing(i + 2)).end(), "");
    }
  }

  /** Constants in capitals are limits: none, and as good as none. */
  private void changeLimit(int i) {
    if (i >= 2
        && Character.isDigit(tokens.get(i).text().charAt(0))
        && tokens.get(i - 1).is("=")
        && tokens.get(i - 2).text().matches("[A-Z_]+")) {
      replace(tokens.get(i).start(), tokens.get(i).end(), "0");
      replace(tokens.get(i).start(), tokens.get(i).end(), tokens.get(i).text() + "000");
    }
  }

  /** A call or an assignment that stands by itself. */
  private void dropStatement(int i) {
    Token token = tokens.get(i);
    boolean begins = i > 0 && tokens.get(i - 1).is("{", "}", ";") && token.isWord();
    if (!begins
        || token.is("const", "let", "if", "for", "while", "return", "function", "else", "switch")
        || token.is("case", "default", "try", "catch", "finally", "throw", "async", "break")) {
      return;
    }
    int depth = 0;
    for (int at = i; at < tokens.size(); at++) {
      Token now = tokens.get(at);
      if (now.is("(", "[", "{")) {
        depth++;
      } else if (now.is(")", "]", "}")) {
        depth--;
      } else if (now.is(";") && depth == 0) {
        replace(token.start(), now.end(), ";");
        return;
      } else if (depth == 0 && now.is(",", ":")) {
        return;
      }
      if (depth < 0) {
        return;
      }
    }
  }

  private int closing(int open) {
    int depth = 0;
    for (int at = open; at < tokens.size(); at++) {
      if (tokens.get(at).is("(", "[", "{")) {
        depth++;
      } else if (tokens.get(at).is(")", "]", "}")) {
        depth--;
        if (depth == 0) {
          return at;
        }
      }
    }
    throw new IllegalArgumentException(file + ": a bracket does not close");
  }

  private void replace(int start, int end, String replacement) {
    Mutant mutant = new Mutant(file, source, start, end, replacement);
    found.putIfAbsent(mutant.mutated(), mutant);
  }
}
