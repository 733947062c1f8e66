package org.openr1.verify.equivalence;

import java.util.List;
import java.util.Map;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Constant;
import org.openr1.verify.expression.Expression.FiniteSet;
import org.openr1.verify.expression.Expression.NumberSet;
import org.openr1.verify.expression.Expression.Text;

/** Words that say what has a sign of its own. */
final class Meanings {
  private static final Expression NOTHING = new FiniteSet(List.of());
  private static final Map<String, Expression> SIGNS =
      Map.of(
          "infinity", Constant.INFINITY,
          "all real numbers", NumberSet.REALS,
          "all reals", NumberSet.REALS,
          "empty set", NOTHING,
          "the empty set", NOTHING,
          "no solution", NOTHING,
          "no solutions", NOTHING,
          "no real solution", NOTHING,
          "no real solutions", NOTHING);

  private Meanings() {}

  /** What the words say, or the words. */
  static Expression of(Text text) {
    return SIGNS.getOrDefault(Wording.lower(text.text()), text);
  }
}
