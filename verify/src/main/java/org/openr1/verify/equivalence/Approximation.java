package org.openr1.verify.equivalence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Bound;
import org.openr1.verify.expression.Expression.Constant;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.number.Ball;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Undefined;
import org.openr1.verify.number.Work;

/**
 * Values of infinite sums, limits and integrals by extrapolation and quadrature. The value is put
 * in as a decimal; what is compared with it counts as equal when it agrees to {@link #PLACES}
 * places.
 */
final class Approximation {
  static final int PLACES = 13;
  private static final MathContext MC = new MathContext(Acceleration.DIGITS);
  private static final MathContext DOUBLE = new MathContext(14);
  private static final int LEVELS = 5;
  private static final BigDecimal FARTHEST = BigDecimal.valueOf(4);
  private final Work work;

  Approximation(Work work) {
    this.work = work;
  }

  /** The expression with every infinite sum, limit and integral replaced by its value. */
  Expression resolved(Expression expression) {
    if (expression instanceof Bound bound) {
      BigDecimal value = value(bound);
      if (value == null) {
        throw new Undefined("no value of " + bound.kind());
      }
      return new Num(Rational.of(value), -1);
    }
    return Symbols.map(expression, this::resolved);
  }

  static boolean concerns(Expression expression) {
    return expression instanceof Bound
        || Symbols.parts(expression).stream().anyMatch(Approximation::concerns);
  }

  private @Nullable BigDecimal value(Bound bound) {
    return switch (bound.kind()) {
      case SUM -> infiniteSum(bound);
      case LIMIT -> limit(bound);
      case INTEGRAL -> integral(bound);
      case PRODUCT, DERIVATIVE -> null;
    };
  }

  private @Nullable BigDecimal infiniteSum(Bound bound) {
    Rational start = bound.lower() == null ? null : new ExactEvaluator(work).value(bound.lower());
    if (start == null || bound.upper() != Constant.INFINITY) {
      return null;
    }
    return Acceleration.sum(i -> at(bound, start.plus(Rational.of(i))));
  }

  /** Towards infinity at doubled, towards a point at halved distances. */
  private @Nullable BigDecimal limit(Bound bound) {
    Expression point = bound.lower();
    if (point == null) {
      return null;
    }
    int infinite = Scalars.infinity(point);
    if (infinite != 0) {
      return Acceleration.limit(i -> at(bound, Rational.of(infinite * (16L << i))));
    }
    Rational exact = new ExactEvaluator(work).value(point);
    if (exact == null) {
      return null;
    }
    if (bound.upper() instanceof Num side) {
      return from(bound, exact, side.value());
    }
    BigDecimal above = from(bound, exact, Rational.ONE);
    BigDecimal below = from(bound, exact, Rational.MINUS_ONE);
    return Acceleration.settled(below, above);
  }

  private @Nullable BigDecimal from(Bound bound, Rational point, Rational side) {
    return Acceleration.limit(i -> at(bound, point.plus(side.times(Rational.of(1, 8L << i)))));
  }

  /** The tanh-sinh rule (Takahasi and Mori 1974), halving the step until two sums agree. */
  private @Nullable BigDecimal integral(Bound bound) {
    if (bound.lower() == null || bound.upper() == null) {
      return null;
    }
    NumericEvaluator plain = new NumericEvaluator(30, Map.of(), work);
    BigDecimal low = real(plain.value(bound.lower()));
    BigDecimal high = real(plain.value(bound.upper()));
    BigDecimal middle = low.add(high).divide(BigDecimal.TWO, MC);
    BigDecimal half = high.subtract(low).divide(BigDecimal.TWO, MC);
    BigDecimal before = null;
    BigDecimal step = BigDecimal.ONE;
    for (int level = 0; level < LEVELS; level++) {
      step = step.divide(BigDecimal.TWO);
      BigDecimal sum = BigDecimal.ZERO;
      for (BigDecimal t = FARTHEST.negate(); t.compareTo(FARTHEST) <= 0; t = t.add(step)) {
        sum = sum.add(weighted(bound, t.doubleValue(), middle, half), MC);
      }
      BigDecimal value = sum.multiply(step, MC).multiply(half, MC);
      BigDecimal same =
          before == null ? null : Acceleration.settled(before.round(DOUBLE), value.round(DOUBLE));
      if (same != null) {
        return value;
      }
      before = value;
    }
    return null;
  }

  /** Nodes and weights in double precision: good to the places that are compared. */
  private BigDecimal weighted(Bound bound, double t, BigDecimal middle, BigDecimal half) {
    double inner = Math.PI / 2 * Math.sinh(t);
    double weight = Math.PI / 2 * Math.cosh(t) / (Math.cosh(inner) * Math.cosh(inner));
    double node = Math.tanh(inner);
    if (weight < 1e-18 || Math.abs(node) == 1) {
      return BigDecimal.ZERO;
    }
    BigDecimal x = middle.add(half.multiply(BigDecimal.valueOf(node), MC), MC);
    return at(bound, Rational.of(x), 20).multiply(BigDecimal.valueOf(weight), MC);
  }

  private BigDecimal at(Bound bound, Rational value) {
    return at(bound, value, Acceleration.DIGITS);
  }

  private BigDecimal at(Bound bound, Rational value, int digits) {
    Map<String, Rational> point = Map.of(bound.variable().name(), value);
    // The members of a limit may be fractions of very many digits.
    Rational exact =
        bound.kind() == Bound.Kind.LIMIT
            ? null
            : new ExactEvaluator(point, work).value(bound.body());
    return exact != null
        ? exact.decimal(MC)
        : real(new NumericEvaluator(digits, point, work).value(bound.body()));
  }

  private static BigDecimal real(Ball ball) {
    if (ball.im().abs().compareTo(ball.radius()) > 0) {
      throw new Undefined("complex value");
    }
    return ball.re();
  }
}
