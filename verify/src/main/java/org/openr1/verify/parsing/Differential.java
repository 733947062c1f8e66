package org.openr1.verify.parsing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Product;
import org.openr1.verify.expression.Expression.Symbol;

/**
 * A differential that stands inside an integrand, as the upper part of a fraction.
 *
 * @param rest the integrand without it
 */
record Differential(Expression rest, Symbol variable) {
  private static final Symbol D = new Symbol("d");

  /** The differential in a product, or null when there is none. */
  static @Nullable Differential within(Expression integrand) {
    if (!(integrand instanceof Product product)) {
      return null;
    }
    List<Expression> factors = product.factors();
    for (int i = 0; i < factors.size(); i++) {
      List<Expression> rest = new ArrayList<>(factors);
      if (factors.get(i).equals(D)
          && i + 1 < factors.size()
          && factors.get(i + 1) instanceof Symbol variable) {
        rest.subList(i, i + 2).clear();
        return new Differential(rest.isEmpty() ? Num.ONE : new Product(rest), variable);
      }
      Differential inner = within(factors.get(i));
      if (inner != null) {
        rest.set(i, inner.rest());
        return new Differential(new Product(rest), inner.variable());
      }
    }
    return null;
  }
}
