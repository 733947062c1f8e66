package org.openr1.verify.expression;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.number.Rational;

/** A parsed answer or a part of one. */
public sealed interface Expression {

  /**
   * A number.
   *
   * @param value its exact value
   * @param decimals digits behind the decimal point as written, -1 when it was not written as a
   *     decimal
   */
  record Num(Rational value, int decimals) implements Expression {
    public static final Num ZERO = new Num(Rational.ZERO, -1);
    public static final Num ONE = new Num(Rational.ONE, -1);
    public static final Num MINUS_ONE = new Num(Rational.MINUS_ONE, -1);

    public static Num of(long value) {
      return new Num(Rational.of(value), -1);
    }

    public boolean isDecimal() {
      return decimals > 0;
    }
  }

  /** A constant that is no fraction. */
  enum Constant implements Expression {
    PI,
    E,
    I,
    INFINITY
  }

  /** A set of numbers with a name of its own. */
  enum NumberSet implements Expression {
    NATURALS,
    INTEGERS,
    RATIONALS,
    REALS,
    COMPLEXES
  }

  /** A variable, its subscript in the name: {@code x_1}. */
  record Symbol(String name) implements Expression {}

  /** An unknown function of something, as on the left of {@code f(2) = 3}. */
  record Applied(String name, List<Expression> arguments) implements Expression {}

  record Sum(List<Expression> terms) implements Expression {}

  record Product(List<Expression> factors) implements Expression {}

  record Power(Expression base, Expression exponent) implements Expression {}

  record Call(Function function, List<Expression> arguments) implements Expression {}

  /**
   * Both signs of a value.
   *
   * @param minusFirst whether it was written with minus-plus: where both signs stand in one answer,
   *     they are taken together
   */
  record PlusMinus(Expression value, boolean minusFirst) implements Expression {}

  /** A value in hundredths. */
  record Percent(Expression value) implements Expression {}

  /**
   * A value with a unit.
   *
   * @param unit the unit's normal name, such as {@code $}, {@code degree}, {@code cm^2}
   */
  record Quantity(Expression value, String unit) implements Expression {}

  /** An integer written in a base: {@code 204_5}. */
  record BaseNumber(String digits, int base, BigInteger value) implements Expression {}

  /** Words. */
  record Text(String text) implements Expression {}

  /** A choice with its letter before it: (C) 25. */
  record Labelled(String label, Expression value) implements Expression {}

  /**
   * Several answers beside each other.
   *
   * @param alternatives whether they were joined by "or"
   */
  record Listing(List<Expression> items, boolean alternatives) implements Expression {}

  /** A set in braces. */
  record FiniteSet(List<Expression> elements) implements Expression {}

  /**
   * Two or more values in parentheses; with two of them it may also be an open interval.
   *
   * @param angled whether it stood in angle brackets, so that it is a vector
   */
  record Tuple(List<Expression> elements, boolean angled) implements Expression {}

  record Interval(Expression low, Expression high, boolean lowClosed, boolean highClosed)
      implements Expression {}

  /** All {@code element} for which the condition holds. */
  record SetBuilder(Expression element, Expression condition) implements Expression {}

  record SetOperation(SetOperator operator, List<Expression> operands) implements Expression {}

  /**
   * A relation or a chain of them: one operand more than relators.
   *
   * @param operands two or more
   */
  record Relation(List<Expression> operands, List<Relator> relators) implements Expression {
    public Expression first() {
      return operands.getFirst();
    }

    public Expression last() {
      return operands.getLast();
    }

    public boolean isSingle() {
      return relators.size() == 1;
    }
  }

  /** A value or relation modulo something. */
  record Congruence(Expression value, Expression modulus) implements Expression {}

  record Ratio(List<Expression> parts) implements Expression {}

  /** Rows of equal length. */
  record Matrix(List<List<Expression>> rows) implements Expression {}

  /** A sum, product, integral, limit or derivative over a variable. */
  record Bound(
      Kind kind,
      Expression body,
      Symbol variable,
      @Nullable Expression lower,
      @Nullable Expression upper)
      implements Expression {
    /**
     * Which operator; the point of a limit is its lower bound, the side it is taken from (1, -1)
     * its upper one.
     */
    public enum Kind {
      SUM,
      PRODUCT,
      INTEGRAL,
      LIMIT,
      DERIVATIVE
    }
  }

  /** The sum, flat and without a single-term wrapper. */
  static Expression sum(Expression left, Expression right) {
    return new Sum(List.of(left, right));
  }

  static Expression product(Expression left, Expression right) {
    return new Product(List.of(left, right));
  }

  static Expression negative(Expression value) {
    return value instanceof Num number
        ? new Num(number.value().negated(), number.decimals())
        : product(Num.MINUS_ONE, value);
  }

  static Expression difference(Expression left, Expression right) {
    return sum(left, negative(right));
  }

  static Expression quotient(Expression top, Expression bottom) {
    return product(top, new Power(bottom, Num.MINUS_ONE));
  }

  static Expression root(Expression radicand, Expression index) {
    return new Call(Function.ROOT, List.of(radicand, index));
  }
}
