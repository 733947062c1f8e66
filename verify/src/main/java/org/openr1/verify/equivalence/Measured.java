package org.openr1.verify.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Percent;
import org.openr1.verify.expression.Expression.Product;
import org.openr1.verify.expression.Expression.Quantity;
import org.openr1.verify.expression.Expression.Sum;
import org.openr1.verify.number.Rational;

/**
 * A value with what was written beside it.
 *
 * @param value the value alone
 * @param unit its unit, "" when there is none
 * @param percent whether it is in hundredths
 */
record Measured(Expression value, String unit, boolean percent) {

  static Measured of(Expression expression) {
    return switch (expression) {
      case Quantity quantity -> {
        Measured inner = of(quantity.value());
        yield new Measured(inner.value, quantity.unit(), inner.percent);
      }
      case Percent percent -> new Measured(percent.value(), "", true);
      case Product product -> ofLast(product.factors(), expression, Product::new);
      case Sum sum -> ofLast(sum.terms(), expression, Sum::new);
      default -> new Measured(expression, "", false);
    };
  }

  /** In 12 sqrt(13) feet the unit stands by the last factor and belongs to the whole. */
  private static Measured ofLast(
      List<Expression> parts, Expression whole, Function<List<Expression>, Expression> maker) {
    Measured last = of(parts.getLast());
    boolean plain = last.isPlain();
    for (int i = 0; i < parts.size() - 1 && !plain; i++) {
      plain = !of(parts.get(i)).isPlain();
    }
    if (plain) {
      return new Measured(whole, "", false);
    }
    List<Expression> bare = new ArrayList<>(parts.subList(0, parts.size() - 1));
    bare.add(last.value);
    return new Measured(maker.apply(bare), last.unit, last.percent);
  }

  boolean isPlain() {
    return unit.isEmpty() && !percent;
  }

  /** Compares values that carry a unit or percent sign. */
  static Outcome compare(Measured gold, Measured answer, Scalars scalars) {
    if (!gold.unit.isEmpty() && !answer.unit.isEmpty() && !gold.unit.equals(answer.unit)) {
      return Outcome.different("unit");
    }
    if (gold.percent != answer.percent) {
      if (!gold.unit.isEmpty() || !answer.unit.isEmpty()) {
        return Outcome.different("unit");
      }
      return percentage(gold, answer, scalars);
    }
    Outcome plain = scalars.compare(gold.value, answer.value);
    if (plain.isEqual() || gold.unit.equals(answer.unit)) {
      return plain;
    }
    return gold.unit.equals("degree") || answer.unit.equals("degree")
        ? scalars.compare(gold.radians(), answer.radians())
        : plain;
  }

  /** 50% is 1/2; that a whole percentage also equals the bare number is Math-Verify's rule. */
  private static Outcome percentage(Measured gold, Measured answer, Scalars scalars) {
    Measured percentage = gold.percent ? gold : answer;
    Outcome share = scalars.compare(gold.share(), answer.share());
    boolean whole = percentage.value instanceof Num number && number.value().isInteger();
    return share.isEqual() || !whole ? share : scalars.compare(gold.value, answer.value);
  }

  private Expression share() {
    return percent ? Expression.product(value, new Num(Rational.of(1, 100), -1)) : value;
  }

  private Expression radians() {
    return unit.equals("degree") ? new Quantity(value, unit) : value;
  }
}
