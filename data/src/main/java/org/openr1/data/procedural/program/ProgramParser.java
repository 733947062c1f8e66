package org.openr1.data.procedural.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/** Reads programs, by recursive descent with a bound on length and depth. */
public final class ProgramParser {
  private static final char END = '\0';
  private static final int MAX_LENGTH = 10_000;
  private static final int MAX_DEPTH = 50;
  private static final int MAX_NUMBER_DIGITS = 6;
  private static final Set<String> REPEAT = keyword(TinyWord.REPEAT);
  private static final Set<String> IF = keyword(TinyWord.IF);

  private final String text;
  private int position;
  private int depth;

  private ProgramParser(String text) {
    this.text = text;
  }

  /**
   * Parses a program; spaces and line ends between symbols do not matter.
   *
   * @throws ProgramException with the position (from 0) of the first thing that is wrong
   */
  public static Program parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new ProgramException(
          "program has %d characters, more than %d".formatted(text.length(), MAX_LENGTH));
    }
    ProgramParser parser = new ProgramParser(text);
    Program program = new Program(parser.statements());
    parser.peek();
    if (parser.position < text.length()) {
      throw parser.unexpected("';' or the end");
    }
    return program;
  }

  private List<Statement> statements() {
    enter();
    List<Statement> statements = new ArrayList<>();
    statements.add(statement());
    while (peek() == ';') {
      position++;
      if (peek() == END || peek() == '}') {
        break;
      }
      statements.add(statement());
    }
    depth--;
    return statements;
  }

  private Statement statement() {
    String word = word();
    if (REPEAT.contains(word)) {
      expect('(');
      int times = number();
      expect(')');
      return new Statement.Repeat(times, block());
    }
    if (IF.contains(word)) {
      expect('(');
      Expression left = expression();
      char relation = peek();
      if ("<>=".indexOf(relation) < 0) {
        throw unexpected("one of < > =");
      }
      position++;
      Expression right = expression();
      expect(')');
      return new Statement.If(left, relation, right, block());
    }
    if (word.length() != 1) {
      position -= word.length();
      throw unexpected("a variable (one letter), repeat or if");
    }
    expect('=');
    return new Statement.Assign(word.charAt(0), expression());
  }

  private List<Statement> block() {
    expect('{');
    List<Statement> body = statements();
    expect('}');
    return body;
  }

  private Expression expression() {
    enter();
    Expression left = term();
    while (peek() == '+' || peek() == '-') {
      char operator = text.charAt(position++);
      left = new Expression.Binary(operator, left, term());
    }
    depth--;
    return left;
  }

  private Expression term() {
    Expression left = factor();
    while (peek() == '*') {
      position++;
      left = new Expression.Binary('*', left, factor());
    }
    return left;
  }

  private Expression factor() {
    char next = peek();
    if (next == '(') {
      position++;
      Expression inner = expression();
      expect(')');
      return inner;
    }
    if (isDigit(next)) {
      return new Expression.Constant(number());
    }
    String word = word();
    if (word.length() != 1) {
      position -= word.length();
      throw unexpected("a number, a variable or '('");
    }
    return new Expression.Variable(word.charAt(0));
  }

  private int number() {
    peek();
    int start = position;
    while (position < text.length() && isDigit(text.charAt(position))) {
      position++;
    }
    if (position == start) {
      throw unexpected("a number");
    }
    if (position - start > MAX_NUMBER_DIGITS) {
      throw new ProgramException(
          "number at %d has more than %d digits".formatted(start, MAX_NUMBER_DIGITS));
    }
    return Integer.parseInt(text.substring(start, position));
  }

  private String word() {
    peek();
    int start = position;
    while (position < text.length()
        && text.charAt(position) >= 'a'
        && text.charAt(position) <= 'z') {
      position++;
    }
    return text.substring(start, position);
  }

  private char peek() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position < text.length() ? text.charAt(position) : END;
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw unexpected("'" + wanted + "'");
    }
    position++;
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw new ProgramException("nested deeper than %d at %d".formatted(MAX_DEPTH, position));
    }
  }

  private ProgramException unexpected(String wanted) {
    String found = position < text.length() ? "'" + text.charAt(position) + "'" : "the end";
    return new ProgramException(
        "at %d: expected %s but found %s".formatted(position, wanted, found));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Set<String> keyword(TinyWord word) {
    return Set.of(word.in(TinyLanguage.EN), word.in(TinyLanguage.ES));
  }
}
