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
  private static final int POINTS = 16;
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
      if (same != null && !same) {
        return Outcome.different("probing");
      }
      agreed += same == null ? 0 : 1;
    }
    return agreed >= ENOUGH ? Outcome.equal("probing") : Outcome.unknown("probing");
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
   * Points of every pattern of signs and of several sizes, integers and halves among them, where
   * floors and absolute values have their corners; symbols of factorials get positive integers.
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
      int position = 0;
      for (String name : names) {
        boolean negative = ((i >> position++) & 1) != 0;
        Rational value =
            integers.contains(name) ? Rational.of(random.nextInt(3, 14)) : size(i, random);
        point.put(name, negative && !integers.contains(name) ? value.negated() : value);
      }
      points.add(point);
    }
    return points;
  }

  private static Rational size(int point, SplittableRandom random) {
    return switch (point / 2 % 4) {
      case 0 -> Rational.of(random.nextInt(3, 90), random.nextInt(11, 40));
      case 1 -> Rational.of(random.nextInt(100, 900), random.nextInt(5, 8));
      case 2 -> Rational.of(random.nextInt(1, 20), 2);
      default -> Rational.of(random.nextInt(1, 40), 41);
    };
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
