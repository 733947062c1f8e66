package org.openr1.data.procedural.program;

/** An expression of the mini-language; its value is a digit. */
public sealed interface Expression {
  /** A number as written; its value is taken modulo 10. */
  record Constant(int value) implements Expression {
    @Override
    public String text() {
      return Integer.toString(value);
    }
  }

  /** The value of a variable. */
  record Variable(char name) implements Expression {
    @Override
    public String text() {
      return String.valueOf(name);
    }
  }

  /** {@code left operator right}, operator one of {@code + - *}. */
  record Binary(char operator, Expression left, Expression right) implements Expression {
    public Binary {
      if ("+-*".indexOf(operator) < 0) {
        throw new IllegalArgumentException("no operator '" + operator + "'");
      }
    }

    @Override
    public String text() {
      return part(left, 0) + operator + part(right, 1);
    }

    private String part(Expression side, int tighter) {
      boolean parentheses =
          side instanceof Binary inner && inner.precedence() < precedence() + tighter;
      return parentheses ? "(" + side.text() + ")" : side.text();
    }

    private int precedence() {
      return operator == '*' ? 2 : 1;
    }
  }

  /** The expression as source text that parses to itself. */
  String text();
}
