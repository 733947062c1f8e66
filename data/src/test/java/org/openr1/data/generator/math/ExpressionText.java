package org.openr1.data.generator.math;

import java.math.BigInteger;
import java.util.Map;
import org.openr1.verify.number.Rational;

/** Works out an expression as it is written, by recursive descent; letters stand for numbers. */
final class ExpressionText {
  private final String text;
  private final Map<Character, Rational> letters;
  private int at;

  private ExpressionText(String text, Map<Character, Rational> letters) {
    this.text = text.replace(" ", "");
    this.letters = letters;
  }

  static Rational value(String text, Map<Character, Rational> letters) {
    ExpressionText reader = new ExpressionText(text, letters);
    Rational value = reader.sum();
    if (reader.at < reader.text.length()) {
      throw new AssertionError("'%s' cannot be read from %d".formatted(reader.text, reader.at));
    }
    return value;
  }

  static Rational value(String text, Rational x) {
    return value(text, Map.of('x', x));
  }

  /**
   * The coefficient of (x - centre)^power in a polynomial with whole coefficients: the value far
   * away from the centre, at a power of two, holds all coefficients side by side.
   */
  static BigInteger coefficient(String text, long centre, int power) {
    BigInteger far = BigInteger.ONE.shiftLeft(80);
    BigInteger value = value(text, Rational.of(far).plus(Rational.of(centre))).numerator();
    for (int i = 0; ; i++) {
      BigInteger digit = value.mod(far);
      if (digit.compareTo(far.shiftRight(1)) > 0) {
        digit = digit.subtract(far);
      }
      if (i == power) {
        return digit;
      }
      value = value.subtract(digit).divide(far);
    }
  }

  private char next() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private Rational sum() {
    Rational value = product();
    while (next() == '+' || next() == '-') {
      boolean minus = text.charAt(at++) == '-';
      Rational other = product();
      value = minus ? value.minus(other) : value.plus(other);
    }
    return value;
  }

  private Rational product() {
    Rational value = signed();
    while (true) {
      if (next() == '*' || next() == '/') {
        boolean over = text.charAt(at++) == '/';
        Rational other = signed();
        value = over ? value.over(other) : value.times(other);
      } else if (next() == '(' || Character.isLetter(next())) {
        value = value.times(power());
      } else {
        return value;
      }
    }
  }

  private Rational signed() {
    if (next() == '-') {
      at++;
      return signed().negated();
    }
    return power();
  }

  private Rational power() {
    Rational base = atom();
    if (next() != '^') {
      return base;
    }
    at++;
    Rational value = Rational.ONE;
    for (long i = number(); i > 0; i--) {
      value = value.times(base);
    }
    return value;
  }

  private Rational atom() {
    if (next() == '(') {
      at++;
      Rational value = sum();
      if (next() != ')') {
        throw new AssertionError("')' expected at %d of '%s'".formatted(at, text));
      }
      at++;
      return value;
    }
    Rational letter = letters.get(next());
    if (letter != null) {
      at++;
      return letter;
    }
    return Rational.of(number());
  }

  private long number() {
    int from = at;
    while (Character.isDigit(next())) {
      at++;
    }
    return Long.parseLong(text.substring(from, at));
  }
}
