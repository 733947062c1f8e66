package org.openr1.verify.puzzle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.openr1.verify.number.Rational;

/**
 * Puzzles such as Countdown and the game of 24: given numbers are to be joined by {@code + - * /}
 * and parentheses, each used once, to reach a value. Any such expression is right.
 */
public final class ArithmeticPuzzle {
  private static final int MOST_CHARACTERS = 500;
  private static final int MOST_DIGITS = 9;
  private static final int MOST_DEPTH = 50;

  private ArithmeticPuzzle() {}

  /**
   * Whether the answer uses exactly the numbers of the reference, each as often, and has its value.
   * A part from an equals sign on is left out. Never throws on any answer.
   */
  public static boolean solves(String reference, String answer) {
    Optional<Reading> wanted = Reading.of(reference);
    return wanted.isPresent() && wanted.equals(Reading.of(answer));
  }

  /**
   * What an expression uses and is worth.
   *
   * @param numbers sorted
   * @param value exact
   */
  private record Reading(List<BigInteger> numbers, Rational value) {
    static Optional<Reading> of(String text) {
      int equals = text.indexOf('=');
      String expression = (equals < 0 ? text : text.substring(0, equals)).strip();
      if (expression.isEmpty() || expression.length() > MOST_CHARACTERS) {
        return Optional.empty();
      }
      try {
        Parser parser = new Parser(expression);
        Rational value = parser.sum(0);
        parser.end();
        Collections.sort(parser.numbers);
        return Optional.of(new Reading(List.copyOf(parser.numbers), value));
      } catch (ArithmeticException e) {
        return Optional.empty(); // Not an expression, or a division by zero.
      }
    }
  }

  /** Recursive descent over sums, products and numbers. */
  private static final class Parser {
    private final String text;
    private final List<BigInteger> numbers = new ArrayList<>();
    private int position;

    Parser(String text) {
      this.text = text.replace('×', '*').replace('·', '*').replace('÷', '/').replace('−', '-');
    }

    Rational sum(int depth) {
      if (depth > MOST_DEPTH) {
        throw new ArithmeticException("nested too deep");
      }
      Rational value = product(depth);
      while (true) {
        if (takes('+')) {
          value = value.plus(product(depth));
        } else if (takes('-')) {
          value = value.minus(product(depth));
        } else {
          return value;
        }
      }
    }

    private Rational product(int depth) {
      Rational value = factor(depth);
      while (true) {
        if (takes('*')) {
          value = value.times(factor(depth));
        } else if (takes('/')) {
          value = value.over(factor(depth));
        } else {
          return value;
        }
      }
    }

    private Rational factor(int depth) {
      if (takes('(')) {
        Rational value = sum(depth + 1);
        if (!takes(')')) {
          throw new ArithmeticException("no closing parenthesis");
        }
        return value;
      }
      skipSpaces();
      int start = position;
      while (position < text.length()
          && text.charAt(position) >= '0'
          && text.charAt(position) <= '9') {
        position++;
      }
      if (position == start || position - start > MOST_DIGITS) {
        throw new ArithmeticException("no number at " + start);
      }
      BigInteger number = new BigInteger(text.substring(start, position));
      numbers.add(number);
      return Rational.of(number);
    }

    void end() {
      skipSpaces();
      if (position < text.length()) {
        throw new ArithmeticException("more than an expression");
      }
    }

    private boolean takes(char symbol) {
      skipSpaces();
      boolean found = position < text.length() && text.charAt(position) == symbol;
      if (found) {
        position++;
      }
      return found;
    }

    private void skipSpaces() {
      while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
        position++;
      }
    }
  }
}
