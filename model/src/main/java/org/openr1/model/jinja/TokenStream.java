package org.openr1.model.jinja;

import java.util.List;

/** A cursor over tokens with the usual look-ahead helpers. */
final class TokenStream {
  private final List<Token> tokens;
  private int next;

  TokenStream(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token current() {
    return tokens.get(next);
  }

  Token look() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  Token advance() {
    Token token = tokens.get(next);
    if (next < tokens.size() - 1) {
      next++;
    }
    return token;
  }

  boolean isName(String name) {
    return current().isName(name);
  }

  boolean isOperator(String operator) {
    return current().isOperator(operator);
  }

  boolean is(TokenType type) {
    return current().type() == type;
  }

  boolean skipName(String name) {
    boolean found = isName(name);
    if (found) {
      advance();
    }
    return found;
  }

  boolean skipOperator(String operator) {
    boolean found = isOperator(operator);
    if (found) {
      advance();
    }
    return found;
  }

  Token expect(TokenType type) {
    if (!is(type)) {
      throw expected(type.description);
    }
    return advance();
  }

  void expectOperator(String operator) {
    if (!skipOperator(operator)) {
      throw expected(operator);
    }
  }

  Token expectName(String name) {
    if (!isName(name)) {
      throw expected(name);
    }
    return advance();
  }

  private TemplateException expected(String what) {
    if (is(TokenType.EOF)) {
      return fail("unexpected end of template, expected '" + what + "'.");
    }
    return fail("expected token '" + what + "', got " + Printing.repr(current().describe()));
  }

  TemplateException fail(String message) {
    return fail(message, current().line());
  }

  static TemplateException fail(String message, int line) {
    return new TemplateException(TemplateException.Kind.SYNTAX, message, line);
  }
}
