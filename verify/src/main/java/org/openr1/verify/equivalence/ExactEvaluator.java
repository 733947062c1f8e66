package org.openr1.verify.equivalence;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Bound;
import org.openr1.verify.expression.Expression.Call;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Power;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Work;

/**
 * Values that are fractions, exactly. Where an expression has no such value, or it is not seen
 * cheaply, the answer is null.
 */
final class ExactEvaluator {
  private static final int MAX_BOUND = 200_000;
  private final Map<String, Rational> values;
  private final Work work;

  /**
   * @param values of the symbols
   */
  ExactEvaluator(Map<String, Rational> values, Work work) {
    this.values = new HashMap<>(values);
    this.work = work;
  }

  ExactEvaluator(Work work) {
    this(Map.of(), work);
  }

  @Nullable Rational value(Expression expression) {
    return switch (expression) {
      case Num number -> number.value();
      case Expression.Symbol symbol -> values.get(symbol.name());
      case Expression.BaseNumber number -> Rational.of(number.value());
      case Expression.Sum sum -> sum(sum.terms());
      case Expression.Product product -> product(product.factors());
      case Expression.Percent percent -> over(value(percent.value()), 100);
      case Expression.Quantity quantity ->
          quantity.unit().equals("degree") ? null : value(quantity.value());
      case Power power -> power(power);
      case Call call -> call(call);
      case Bound bound -> bound(bound);
      default -> null;
    };
  }

  private @Nullable Rational over(@Nullable Rational value, int divisor) {
    return value == null ? null : value.over(Rational.of(divisor));
  }

  private @Nullable Rational sum(List<Expression> terms) {
    Rational total = Rational.ZERO;
    for (Expression term : terms) {
      Rational value = value(term);
      if (value == null) {
        return null;
      }
      total = total.plus(value);
      work.allowBits(total.bits());
    }
    return total;
  }

  private @Nullable Rational product(List<Expression> factors) {
    Rational total = Rational.ONE;
    for (Expression factor : factors) {
      Rational value = value(factor);
      if (value == null) {
        return null;
      }
      total = total.times(value);
      work.allowBits(total.bits());
    }
    return total;
  }

  private @Nullable Rational power(Power power) {
    Rational exponent = value(power.exponent());
    if (exponent == null) {
      return null;
    }
    Rational base = value(power.base());
    return base == null ? null : Powers.exact(base, exponent, work);
  }

  private @Nullable Rational call(Call call) {
    Rational[] arguments = new Rational[call.arguments().size()];
    for (int i = 0; i < arguments.length; i++) {
      Rational value = value(call.arguments().get(i));
      if (value == null) {
        return null;
      }
      arguments[i] = value;
    }
    work.spend(1);
    return ExactFunctions.value(call.function(), arguments, work);
  }

  /** Finite sums and products over integers, term by term. */
  private @Nullable Rational bound(Bound bound) {
    if ((bound.kind() != Bound.Kind.SUM && bound.kind() != Bound.Kind.PRODUCT)
        || bound.lower() == null
        || bound.upper() == null) {
      return null;
    }
    Rational low = value(bound.lower());
    Rational high = value(bound.upper());
    if (low == null || high == null || !low.isInteger() || !high.isInteger()) {
      return null;
    }
    BigInteger count = high.numerator().subtract(low.numerator());
    if (count.signum() >= 0) {
      work.spend(count.bitLength() > 31 ? Integer.MAX_VALUE : count.intValue());
    }
    if (count.bitLength() > 31 || count.intValue() > MAX_BOUND) {
      return null;
    }
    return series(bound, low, count.intValue());
  }

  private @Nullable Rational series(Bound bound, Rational low, int count) {
    boolean sum = bound.kind() == Bound.Kind.SUM;
    String name = bound.variable().name();
    Rational outer = values.get(name);
    Rational total = sum ? Rational.ZERO : Rational.ONE;
    for (int i = 0; i <= count; i++) {
      values.put(name, low.plus(Rational.of(i)));
      Rational term = value(bound.body());
      if (term == null) {
        restore(name, outer);
        return null;
      }
      total = sum ? total.plus(term) : total.times(term);
      work.allowBits(total.bits());
    }
    restore(name, outer);
    return total;
  }

  private void restore(String name, @Nullable Rational outer) {
    if (outer == null) {
      values.remove(name);
    } else {
      values.put(name, outer);
    }
  }
}
