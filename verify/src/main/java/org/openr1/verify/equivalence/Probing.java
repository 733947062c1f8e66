package org.openr1.verify.equivalence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Bound;
import org.openr1.verify.expression.Expression.Call;
import org.openr1.verify.number.Ball;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Undefined;
import org.openr1.verify.number.Work;

/**
 * Compares formulas at points drawn from a fixed seed. A point where one side has no value, or only
 * one of the two is real, lies outside of the common domain and does not count.
 */
final class Probing {
  private static final int POINTS = 12;
  private static final int ENOUGH = 4;
  private static final int DIGITS = 30;
  private static final int WANTED = 20;
  private static final long SEED = 20_260_101;
  private final Scalars scalars;
  private final Work work;

  /** Formulas without i are compared where they are real. */
  private boolean real;

  Probing(Strictness strictness, Work work) {
    this.scalars = new Scalars(strictness, work);
    this.work = work;
  }

  Outcome compare(Expression gold, Expression answer) {
    real = !containsI(gold) && !containsI(answer);
    int agreed = 0;
    for (Map<String, Rational> point : points(gold, answer)) {
      Boolean same = at(point, gold, answer);
      if (same != null) {
        if (!same) {
          return Outcome.different("probing");
        }
        if (++agreed >= ENOUGH) {
          return Outcome.equal("probing");
        }
      }
    }
    return Outcome.unknown("probing");
  }

  /**
   * Whether left is a constant multiple of right: the constant's sign (1 or -1), 0 when it is not,
   * null when that was not seen. A complex constant counts as 1.
   */
  @Nullable Integer proportional(Expression left, Expression right) {
    Expression ratio = Expression.quotient(left, right);
    Ball first = null;
    int agreed = 0;
    for (Map<String, Rational> point : points(left, right)) {
      Ball value = value(point, ratio);
      if (value == null || value.mayBeZero()) {
        continue;
      }
      if (first == null) {
        first = value;
      } else if (Boolean.FALSE.equals(scalars.agree(first, value, WANTED, DIGITS))) {
        return 0;
      }
      if (++agreed >= ENOUGH) {
        return first.isReal() ? first.re().signum() : 1;
      }
    }
    return null;
  }

  private @Nullable Boolean at(Map<String, Rational> point, Expression gold, Expression answer) {
    try {
      Rational left = new ExactEvaluator(point, work).value(gold);
      Rational right = left == null ? null : new ExactEvaluator(point, work).value(answer);
      if (left != null && right != null) {
        return left.equals(right);
      }
      NumericEvaluator evaluator = new NumericEvaluator(DIGITS, point, real, work);
      Ball goldValue = evaluator.value(gold);
      Ball answerValue = evaluator.value(answer);
      if (isReal(goldValue) != isReal(answerValue)) {
        return null;
      }
      return scalars.agree(goldValue, answerValue, WANTED, DIGITS);
    } catch (Undefined | ArithmeticException undefined) {
      return null;
    }
  }

  private static boolean containsI(Expression expression) {
    return expression == Expression.Constant.I
        || Symbols.parts(expression).stream().anyMatch(Probing::containsI);
  }

  private static boolean isReal(Ball ball) {
    return ball.im().abs().compareTo(ball.radius()) <= 0
        || ball.im().compareTo(BigDecimal.ZERO) == 0;
  }

  private @Nullable Ball value(Map<String, Rational> point, Expression expression) {
    try {
      return new NumericEvaluator(DIGITS, point, work).value(expression);
    } catch (Undefined | ArithmeticException undefined) {
      return null;
    }
  }

  /**
   * Every other point is positive, for roots and logarithms; symbols of factorials get integers.
   */
  private static List<Map<String, Rational>> points(Expression gold, Expression answer) {
    Set<String> names = new TreeSet<>(Symbols.of(gold));
    names.addAll(Symbols.of(answer));
    Set<String> integers = new TreeSet<>();
    integers(gold, integers);
    integers(answer, integers);
    SplittableRandom random = new SplittableRandom(SEED);
    List<Map<String, Rational>> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      Map<String, Rational> point = new TreeMap<>();
      for (String name : names) {
        boolean negative = i % 2 == 1 && random.nextBoolean() && !integers.contains(name);
        Rational value =
            integers.contains(name)
                ? Rational.of(random.nextInt(3, 14))
                : Rational.of(random.nextInt(3, 90), random.nextInt(11, 40));
        point.put(name, negative ? value.negated() : value);
      }
      points.add(point);
    }
    return points;
  }

  private static void integers(Expression expression, Set<String> names) {
    boolean integral =
        switch (expression) {
          case Call call ->
              switch (call.function()) {
                case FACTORIAL, DOUBLE_FACTORIAL, BINOMIAL, GCD, LCM, MOD -> true;
                default -> false;
              };
          case Bound bound -> bound.kind() == Bound.Kind.SUM || bound.kind() == Bound.Kind.PRODUCT;
          case Expression.Power power ->
              power.base() instanceof Expression.Num base && base.value().signum() < 0;
          default -> false;
        };
    if (integral) {
      names.addAll(Symbols.of(expression));
    }
    Symbols.parts(expression).forEach(part -> integers(part, names));
  }
}
