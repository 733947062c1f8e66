package org.openr1.verify.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Bound;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Power;
import org.openr1.verify.expression.Expression.Product;
import org.openr1.verify.expression.Expression.Sum;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Work;

/** Definite integrals of sums of powers, and geometric series, in closed form. */
final class Integrals {
  private Integrals() {}

  /** The closed form, or null when none is known here. */
  static @Nullable Expression exact(Bound bound, Work work) {
    work.spend(2);
    Expression lower = bound.lower();
    Expression upper = bound.upper();
    if (lower == null || upper == null) {
      return null;
    }
    if (bound.kind() == Bound.Kind.INTEGRAL) {
      return integral(bound.body(), bound.variable().name(), lower, upper);
    }
    if (bound.kind() == Bound.Kind.SUM && upper == Expression.Constant.INFINITY) {
      return geometric(bound, lower, work);
    }
    return null;
  }

  private static @Nullable Expression integral(
      Expression body, String variable, Expression lower, Expression upper) {
    List<Expression> terms = body instanceof Sum sum ? sum.terms() : List.of(body);
    List<Expression> values = new ArrayList<>();
    for (Expression term : terms) {
      Expression value = powerIntegral(term, variable, lower, upper);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return new Sum(values);
  }

  /** c x^n from a to b is c (b^(n+1) - a^(n+1))/(n+1). */
  private static @Nullable Expression powerIntegral(
      Expression term, String variable, Expression lower, Expression upper) {
    List<Expression> factors = term instanceof Product product ? product.factors() : List.of(term);
    List<Expression> rest = new ArrayList<>();
    int power = 0;
    for (Expression factor : factors) {
      Integer exponent = exponent(factor, variable);
      if (exponent == null) {
        return null;
      }
      power += exponent;
      if (exponent == 0) {
        rest.add(factor);
      }
    }
    if (power < 0) {
      return null;
    }
    Expression next = Num.of(power + 1L);
    rest.add(
        Expression.quotient(
            Expression.difference(new Power(upper, next), new Power(lower, next)), next));
    return new Product(rest);
  }

  private static @Nullable Integer exponent(Expression factor, String variable) {
    if (factor instanceof Expression.Symbol symbol && symbol.name().equals(variable)) {
      return 1;
    }
    if (factor instanceof Power power
        && power.base() instanceof Expression.Symbol symbol
        && symbol.name().equals(variable)
        && power.exponent() instanceof Num number
        && number.value().isInt()) {
      return number.value().numerator().intValue();
    }
    return Symbols.of(factor).contains(variable) ? null : 0;
  }

  /** The sum from a of terms with a constant ratio q below 1 is the first term over 1 - q. */
  private static @Nullable Expression geometric(Bound bound, Expression lower, Work work) {
    Rational start = new ExactEvaluator(work).value(lower);
    if (start == null || !start.isInt()) {
      return null;
    }
    Rational[] terms = new Rational[5];
    for (int i = 0; i < terms.length; i++) {
      Rational at = start.plus(Rational.of(i));
      Rational term =
          new ExactEvaluator(Map.of(bound.variable().name(), at), work).value(bound.body());
      if (term == null || term.isZero()) {
        return null;
      }
      terms[i] = term;
    }
    Rational ratio = terms[1].over(terms[0]);
    for (int i = 2; i < terms.length; i++) {
      if (!terms[i].over(terms[i - 1]).equals(ratio)) {
        return null;
      }
    }
    return ratio.abs().compareTo(Rational.ONE) < 0
        ? new Num(terms[0].over(Rational.ONE.minus(ratio)), -1)
        : null;
  }
}
