package org.openr1.verify.equivalence;

import java.util.ArrayList;
import java.util.List;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.PlusMinus;

/** Answers with plus-minus in them are two answers: all upper signs, then all lower signs. */
final class Signs {
  private Signs() {}

  /** The one or two values of an item. */
  static List<Expression> expanded(Expression item) {
    return contains(item) ? List.of(choose(item, true), choose(item, false)) : List.of(item);
  }

  /** The values of all items. */
  static List<Expression> expanded(List<Expression> items) {
    List<Expression> all = new ArrayList<>();
    items.forEach(item -> all.addAll(expanded(item)));
    return all;
  }

  static boolean contains(Expression expression) {
    if (expression instanceof PlusMinus) {
      return true;
    }
    for (Expression part : Symbols.parts(expression)) {
      if (contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static Expression choose(Expression expression, boolean upper) {
    if (expression instanceof PlusMinus signed) {
      Expression value = choose(signed.value(), upper);
      return signed.minusFirst() == upper ? Expression.negative(value) : value;
    }
    return Symbols.map(expression, part -> choose(part, upper));
  }
}
