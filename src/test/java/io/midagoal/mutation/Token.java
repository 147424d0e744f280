package io.midagoal.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, number, string or sign of a script. Comments and white space are no tokens.
 *
 * @param text as it stands in the source
 * @param start where it begins in the source
 */
record Token(String text, int start) {

  private static final Pattern NEXT =
      Pattern.compile(
          "(?<skip>\\s+|//[^\\n"
              + "]*|/\\*[\\s\\S]*?\\*/)|(?<word>[A-Za-z_$][\\w$]*)|(?<number>\\d[\\w.]*)"
              + "|(?<string>'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\")"
              + "|(?<sign>=>|\\.\\.\\.|===|!==|\\?\\?=|&&=|\\|\\|=|==|!=|<=|>=|&&|\\|\\||\\?\\?|\\?\\.(?!\\d)"
              + "|\\+=|-=|\\*=|\\+\\+|--|\\*\\*|[-+*/%<>=!?:;,.(){}\\[\\]&|^~])");

  private static final Pattern REGEX =
      Pattern.compile("/(?:\\\\.|\\[(?:\\\\.|[^\\]\\\\\\n])*\\]|[^/\\\\\\[\\n])+/[a-z]*");

  private static final Set<String> WORDS_BEFORE_AN_EXPRESSION =
      Set.of("return", "typeof", "case", "in", "of", "yield", "await", "new", "else", "do");

  int end() {
    return start + text.length();
  }

  boolean is(String... texts) {
    return List.of(texts).contains(text);
  }

  boolean isWord() {
    return Character.isJavaIdentifierStart(text.charAt(0));
  }

  boolean isLiteral() {
    return "'\"0123456789".indexOf(text.charAt(0)) >= 0;
  }

  /** Reads a whole script. */
  static List<Token> of(String source) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < source.length()) {
      int end = endOf(source, at, tokens);
      if (end < 0) {
        throw new IllegalArgumentException(
            "unknown sign: " + source.substring(at).lines().findFirst());
      }
      String text = source.substring(at, end);
      if (!text.isBlank() && !text.startsWith("//") && !text.startsWith("/*")) {
        tokens.add(new Token(text, at));
      }
      at = end;
    }
    return tokens;
  }

  private static int endOf(String source, int at, List<Token> before) {
    if (source.charAt(at) == '`') {
      return endOfTemplate(source, at);
    }
    boolean isComment = source.startsWith("//", at) || source.startsWith("/*", at);
    if (source.charAt(at) == '/' && !isComment && mayBeginExpression(before)) {
      Matcher regex = REGEX.matcher(source).region(at, source.length());
      return regex.lookingAt() ? regex.end() : -1;
    }
    Matcher next = NEXT.matcher(source).region(at, source.length());
    return next.lookingAt() ? next.end() : -1;
  }

  /** Whether a slash here begins a regular expression, rather than a division. */
  private static boolean mayBeginExpression(List<Token> before) {
    if (before.isEmpty()) {
      return true;
    }
    Token last = before.get(before.size() - 1);
    if (last.isWord()) {
      return WORDS_BEFORE_AN_EXPRESSION.contains(last.text());
    }
    return !last.isLiteral() && !last.is(")", "]", "}");
  }

  /** A template is one token: what is put into it is told to people, and not a check. */
  private static int endOfTemplate(String source, int start) {
    int open = 0;
    for (int at = start + 1; at < source.length(); at++) {
      char c = source.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '`' && open == 0) {
        return at + 1;
      } else if (source.startsWith("${", at)) {
        open++;
        at++;
      } else if (c == '{' && open > 0) {
        open++;
      } else if (c == '}' && open > 0) {
        open--;
      } else if (c == '`') {
        at = endOfTemplate(source, at) - 1;
      }
    }
    throw new IllegalArgumentException("a template does not end");
  }
}
