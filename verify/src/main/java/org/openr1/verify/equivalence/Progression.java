package org.openr1.verify.equivalence;

import java.util.ArrayList;
import java.util.List;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Symbol;
import org.openr1.verify.number.Rational;

/** Lists with dots in them: 2, 4, ..., 10. */
final class Progression {
  private static final Symbol DOTS = new Symbol("ldots");
  private static final int LONGEST = 400;

  private Progression() {}

  /** The list with its dots replaced by what they stand for, where the steps are equal. */
  static List<Expression> filled(List<Expression> items) {
    int dots = items.indexOf(DOTS);
    if (dots < 1
        || dots != items.size() - 2
        || !(items.get(dots - 1) instanceof Num before)
        || !(items.getLast() instanceof Num last)) {
      return items;
    }
    Rational step =
        dots > 1 && items.get(dots - 2) instanceof Num earlier
            ? before.value().minus(earlier.value())
            : Rational.ONE;
    Rational count = step.isZero() ? Rational.ZERO : last.value().minus(before.value()).over(step);
    if (!count.isInt() || count.signum() <= 0 || count.numerator().intValue() > LONGEST) {
      return items;
    }
    List<Expression> all = new ArrayList<>(items.subList(0, dots));
    for (int i = 1; i <= count.numerator().intValue(); i++) {
      all.add(new Num(before.value().plus(step.times(Rational.of(i))), -1));
    }
    return all;
  }
}
