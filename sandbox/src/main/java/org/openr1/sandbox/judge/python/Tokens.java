package org.openr1.sandbox.judge.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a Python text, comments left out, with the partner of every bracket. */
final class Tokens {
  /** Kinds of tokens. A line end inside brackets is none. */
  enum Kind {
    NAME,
    NUMBER,
    STRING,
    OPERATOR,
    LINE_END
  }

  /** A token from a start to an end in the text. */
  record Token(Kind kind, int start, int end, String text) {
    boolean is(String wanted) {
      return text.equals(wanted) && kind != Kind.STRING;
    }
  }

  private static final Pattern NUMBER =
      Pattern.compile(
          "0[xX][0-9a-fA-F_]++|0[bB][01_]++|0[oO][0-7_]++"
              + "|(?:[0-9][0-9_]*+(?:\\.[0-9_]*+)?|\\.[0-9][0-9_]*+)"
              + "(?:[eE][+-]?[0-9][0-9_]*+)?[jJ]?");
  private static final Set<String> PREFIXES = Set.of("r", "b", "u", "f", "rb", "br", "fr", "rf");
  private static final Set<String> LONG_OPERATORS =
      Set.of(
          "**=", "//=", ">>=", "<<=", "...", "==", "!=", "<=", ">=", "->", ":=", "+=", "-=", "*=",
          "/=", "%=", "&=", "|=", "^=", "@=", "**", "//", "<<", ">>");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private int[] partner = new int[64];
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /**
   * Reads a text whose lines end with {@code \n}.
   *
   * @throws PythonSyntaxException for an open string or brackets that do not fit
   */
  static Tokens of(String text) {
    Tokens tokens = new Tokens(text);
    while (tokens.at < text.length()) {
      tokens.next();
    }
    if (!tokens.open.isEmpty()) {
      throw tokens.error("open bracket");
    }
    tokens.add(Kind.LINE_END, tokens.at);
    return tokens;
  }

  String text() {
    return text;
  }

  int size() {
    return tokens.size();
  }

  Token get(int index) {
    return tokens.get(index);
  }

  /** Index of the bracket that closes the one at the index. */
  int partner(int index) {
    return partner[index];
  }

  boolean isOpening(int index) {
    Token token = tokens.get(index);
    return token.kind == Kind.OPERATOR && token.text.length() == 1 && "([{".contains(token.text);
  }

  /** The text from a token to the one before another. */
  String slice(int from, int to) {
    return from >= to ? "" : text.substring(tokens.get(from).start, tokens.get(to - 1).end);
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') {
      if (open.isEmpty()) {
        add(Kind.LINE_END, at + 1);
      } else {
        at++;
      }
    } else if (c == ' ' || c == '\t' || c == '\f' || c == '\\') {
      at += c == '\\' && text.startsWith("\n", at + 1) ? 2 : 1;
    } else if (c == '#') {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (Character.isJavaIdentifierStart(c) && c != '$') {
      name();
    } else if (c == '"' || c == '\'') {
      string(at);
    } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
      Matcher number = NUMBER.matcher(text).region(at, text.length());
      if (!number.lookingAt()) {
        throw error("number");
      }
      add(Kind.NUMBER, number.end());
    } else {
      operator(c);
    }
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private void name() {
    int end = at;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    boolean quoted =
        end < text.length()
            && (text.charAt(end) == '"' || text.charAt(end) == '\'')
            && PREFIXES.contains(text.substring(at, end).toLowerCase(Locale.ROOT));
    if (quoted) {
      string(end);
    } else {
      add(Kind.NAME, end);
    }
  }

  private void string(int quoteAt) {
    String one = text.substring(quoteAt, quoteAt + 1);
    String quote = text.startsWith(one.repeat(3), quoteAt) ? one.repeat(3) : one;
    int end = quoteAt + quote.length();
    while (!text.startsWith(quote, end)) {
      if (end >= text.length() || (quote.length() == 1 && text.charAt(end) == '\n')) {
        throw error("open string");
      }
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    add(Kind.STRING, end + quote.length());
  }

  private void operator(char c) {
    int index = tokens.size();
    for (int length = 3; length >= 2; length--) {
      if (at + length <= text.length()
          && LONG_OPERATORS.contains(text.substring(at, at + length))) {
        add(Kind.OPERATOR, at + length);
        return;
      }
    }
    add(Kind.OPERATOR, at + 1);
    int opening = "([{".indexOf(c);
    int closing = ")]}".indexOf(c);
    if (opening >= 0) {
      open.push(index);
    } else if (closing >= 0) {
      if (open.isEmpty() || "([{".indexOf(tokens.get(open.peek()).text) != closing) {
        throw error("bracket");
      }
      int from = open.pop();
      if (index >= partner.length) {
        partner = Arrays.copyOf(partner, 2 * index);
      }
      partner[from] = index;
    }
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, at, end, text.substring(at, Math.min(end, text.length()))));
    at = end;
  }

  private PythonSyntaxException error(String what) {
    return new PythonSyntaxException(what, at);
  }
}
