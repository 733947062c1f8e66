package org.openr1.verify.equivalence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Constant;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Product;
import org.openr1.verify.number.Ball;
import org.openr1.verify.number.BallMath;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Undefined;
import org.openr1.verify.number.Work;

/**
 * Whether two numbers or formulas are the same: exact fractions, then one fraction of polynomials,
 * then balls at rising precision for constants, then points for formulas.
 */
final class Scalars {
  private static final int FIRST_DIGITS = 30;
  private final Strictness strictness;
  private final Work work;

  Scalars(Strictness strictness, Work work) {
    this.strictness = strictness;
    this.work = work;
  }

  Outcome compare(Expression gold, Expression answer) {
    int goldInfinity = infinity(gold);
    int answerInfinity = infinity(answer);
    if (goldInfinity != 0 || answerInfinity != 0) {
      return Outcome.of(goldInfinity == answerInfinity, "infinity");
    }
    ExactEvaluator exact = new ExactEvaluator(work);
    Rational left = exact.value(gold);
    Rational right = left == null && !(answer instanceof Num) ? null : exact.value(answer);
    if (left != null && right != null) {
      return rationals(gold, left, answer, right);
    }
    Outcome canonical = canonical(gold, answer);
    if (canonical.isEqual()) {
      return canonical;
    }
    boolean constants = Symbols.of(gold).isEmpty() && Symbols.of(answer).isEmpty();
    if (!canonical.isUnknown()) {
      return constants && isDecimal(gold, answer) ? rounded(gold, answer, canonical) : canonical;
    }
    if (!constants) {
      return new Probing(strictness, work).compare(gold, answer);
    }
    boolean approximate = Approximation.concerns(gold) || Approximation.concerns(answer);
    return approximate ? series(gold, answer) : numeric(gold, answer);
  }

  /** Infinite sums, limits and integrals without a closed form, by their numerical values. */
  private Outcome series(Expression gold, Expression answer) {
    try {
      Approximation approximation = new Approximation(work);
      NumericEvaluator evaluator = new NumericEvaluator(FIRST_DIGITS, Map.of(), work);
      Ball left = evaluator.value(approximation.resolved(gold));
      Ball right = evaluator.value(approximation.resolved(answer));
      BigDecimal distance =
          left.re().subtract(right.re()).abs().max(left.im().subtract(right.im()).abs());
      BigDecimal scale = left.re().abs().max(BigDecimal.ONE);
      boolean near = distance.compareTo(scale.movePointLeft(Approximation.PLACES)) <= 0;
      return Outcome.of(near, "series");
    } catch (Undefined | ArithmeticException undefined) {
      return Outcome.unknown("series");
    }
  }

  boolean same(Expression gold, Expression answer) {
    return compare(gold, answer).isEqual();
  }

  /** 1 for infinity, -1 for minus infinity, 0 for everything else. */
  static int infinity(Expression expression) {
    if (expression == Constant.INFINITY) {
      return 1;
    }
    return expression instanceof Product product
            && product.factors().size() == 2
            && product.factors().getFirst().equals(Num.MINUS_ONE)
        ? -infinity(product.factors().getLast())
        : 0;
  }

  private Outcome rationals(Expression gold, Rational left, Expression answer, Rational right) {
    if (left.equals(right)) {
      return Outcome.equal("rational");
    }
    return isDecimal(gold, answer)
        ? Outcome.of(roundedSame(gold, left, answer, right), "decimal")
        : Outcome.different("rational");
  }

  private static boolean isDecimal(Expression gold, Expression answer) {
    return (gold instanceof Num left && left.isDecimal())
        || (answer instanceof Num right && right.isDecimal());
  }

  /**
   * A decimal equals what it is the correct rounding of, from a number of places on; as in
   * Math-Verify two numbers also are the same that agree when both are rounded to these places, but
   * here they must be near to each other too, so that tiny numbers do not all equal 0.
   */
  private boolean roundedSame(Expression gold, Rational left, Expression answer, Rational right) {
    MathContext enough = new MathContext(60);
    return roundedSame(gold, left.decimal(enough), answer, right.decimal(enough));
  }

  private boolean roundedSame(
      Expression gold, BigDecimal left, Expression answer, BigDecimal right) {
    int places = strictness.floatRounding();
    BigDecimal distance = left.subtract(right).abs();
    int written = Math.min(decimals(gold), decimals(answer));
    if (written >= places && written < Integer.MAX_VALUE && left.signum() == right.signum()) {
      BigDecimal half = new BigDecimal("0.5").movePointLeft(written);
      BigDecimal small = left.abs().max(right.abs()).movePointLeft(2);
      if (distance.compareTo(half) <= 0 && distance.compareTo(small) <= 0) {
        return true;
      }
    }
    BigDecimal near =
        left.abs().max(right.abs()).multiply(BigDecimal.valueOf(5)).movePointLeft(places);
    return distance.compareTo(near) <= 0
        && left.setScale(places, RoundingMode.HALF_EVEN)
                .compareTo(right.setScale(places, RoundingMode.HALF_EVEN))
            == 0;
  }

  private static int decimals(Expression expression) {
    return expression instanceof Num number && number.isDecimal()
        ? number.decimals()
        : Integer.MAX_VALUE;
  }

  private Outcome rounded(Expression gold, Expression answer, Outcome otherwise) {
    try {
      NumericEvaluator evaluator = new NumericEvaluator(FIRST_DIGITS, Map.of(), work);
      Ball left = evaluator.value(gold);
      Ball right = evaluator.value(answer);
      return left.isReal() && right.isReal() && roundedSame(gold, left.re(), answer, right.re())
          ? Outcome.equal("decimal")
          : otherwise;
    } catch (Undefined | ArithmeticException undefined) {
      return otherwise;
    }
  }

  private Outcome canonical(Expression gold, Expression answer) {
    try {
      Atoms atoms = new Atoms();
      Canonical canonical = new Canonical(atoms, work);
      Fraction left = canonical.of(gold);
      Fraction right = canonical.of(answer);
      Polynomial difference = left.differenceTop(right, atoms, work);
      if (difference.isZero()) {
        return Outcome.equal("polynomial");
      }
      boolean free = atoms.allFree(difference);
      return free ? Outcome.different("polynomial") : Outcome.unknown("polynomial");
    } catch (Polynomial.TooManyTerms tooMany) {
      return Outcome.unknown("polynomial");
    } catch (Undefined | ArithmeticException undefined) {
      return Outcome.unknown("undefined");
    }
  }

  /** Rising precision until the balls part, or agree to the wanted digits. */
  private Outcome numeric(Expression gold, Expression answer) {
    for (int digits = FIRST_DIGITS; digits <= 4 * strictness.numericDigits(); digits *= 2) {
      Boolean same = numeric(gold, answer, digits);
      if (same != null) {
        return !same && isDecimal(gold, answer)
            ? rounded(gold, answer, Outcome.different("numeric"))
            : Outcome.of(same, "numeric");
      }
    }
    return Outcome.unknown("numeric");
  }

  private @Nullable Boolean numeric(Expression gold, Expression answer, int digits) {
    try {
      NumericEvaluator evaluator = new NumericEvaluator(digits, Map.of(), work);
      return agree(
          evaluator.value(gold), evaluator.value(answer), strictness.numericDigits(), digits);
    } catch (Undefined | ArithmeticException undefined) {
      return null;
    }
  }

  /** True when both agree to {@code wanted} digits, false when they differ, null when unclear. */
  @Nullable Boolean agree(Ball left, Ball right, int wanted, int digits) {
    BallMath math = new BallMath(digits, work);
    Ball difference = math.plus(left, math.negative(right));
    if (!difference.mayBeZero()) {
      return false;
    }
    BigDecimal scale = left.re().abs().add(left.im().abs()).max(BigDecimal.ONE);
    return difference.radius().compareTo(scale.movePointLeft(wanted)) <= 0 ? true : null;
  }

  /** The sign of a constant, or null when it is not a real number known to differ from 0. */
  @Nullable Integer sign(Expression value) {
    int infinite = infinity(value);
    if (infinite != 0) {
      return infinite;
    }
    Rational exact = new ExactEvaluator(work).value(value);
    if (exact != null) {
      return exact.signum();
    }
    try {
      Ball ball = new NumericEvaluator(FIRST_DIGITS, Map.of(), work).value(value);
      return ball.isReal() && !ball.mayBeZero() ? Integer.valueOf(ball.re().signum()) : null;
    } catch (Undefined | ArithmeticException undefined) {
      return null;
    }
  }
}
