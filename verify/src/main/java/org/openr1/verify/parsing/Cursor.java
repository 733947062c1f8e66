package org.openr1.verify.parsing;

import java.util.List;
import org.openr1.verify.expression.Relator;
import org.openr1.verify.parsing.Token.Kind;

/** The place of the parser in its tokens, and the state that rules pass down to each other. */
final class Cursor {
  private final List<Token> tokens;
  private final int maxDepth;
  private int index;
  private int depth;

  /** How many open absolute bars there are: inside, a bar closes and does not open. */
  int openBars;

  /** Whether a bar or colon parts an element of a set from its condition. */
  boolean barDivides;

  /** Whether "d" and a letter end the integrand. */
  boolean inIntegral;

  /** Whether i is the index of a sum or product here. */
  boolean indexI;

  Cursor(List<Token> tokens, int maxDepth) {
    this.tokens = tokens;
    this.maxDepth = maxDepth;
  }

  Token peek() {
    return tokens.get(index);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(tokens.size() - 1, index + ahead));
  }

  /** The token before this one; the first one when there is none. */
  Token previous() {
    return tokens.get(Math.max(0, index - 1));
  }

  Token next() {
    Token token = tokens.get(index);
    if (token.kind() != Kind.STOP) {
      index++;
    }
    return token;
  }

  int index() {
    return index;
  }

  void back(int to) {
    index = to;
  }

  boolean at(char sign) {
    return peek().isSign(sign);
  }

  boolean at(String sign) {
    return peek().kind() == Kind.SIGN && peek().text().equals(sign);
  }

  boolean atCommand(String name) {
    return peek().isCommand(name);
  }

  boolean atRelator(Relator relator) {
    return peek().relator() == relator;
  }

  boolean atStop() {
    return peek().kind() == Kind.STOP;
  }

  boolean accept(char sign) {
    boolean there = at(sign);
    if (there) {
      index++;
    }
    return there;
  }

  boolean accept(String sign) {
    boolean there = at(sign);
    if (there) {
      index++;
    }
    return there;
  }

  boolean acceptCommand(String name) {
    boolean there = atCommand(name);
    if (there) {
      index++;
    }
    return there;
  }

  void expect(char sign) {
    if (!accept(sign)) {
      throw failure("'" + sign + "' expected");
    }
  }

  ParseFailure failure(String reason) {
    Token token = peek();
    String found = token.kind() == Kind.STOP ? "the end" : "'" + token.text() + "'";
    return new ParseFailure(token.start(), reason + " at " + found);
  }

  void enter() {
    if (++depth > maxDepth) {
      throw new ParseFailure(peek().start(), "nested deeper than " + maxDepth);
    }
  }

  void leave() {
    depth--;
  }
}
