package org.openr1.verify.equivalence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.FiniteSet;
import org.openr1.verify.expression.Expression.Listing;
import org.openr1.verify.expression.Expression.Matrix;
import org.openr1.verify.expression.Expression.Tuple;
import org.openr1.verify.number.Work;

/** Lists, sets and tuples: element by element, in order or not. */
final class Collections {
  private static final int MAX_ELEMENTS = 400;
  private final Comparison comparison;
  private final Work work;

  Collections(Comparison comparison, Work work) {
    this.comparison = comparison;
    this.work = work;
  }

  /** The elements of a list or set, both values of each plus-minus among them; null for others. */
  static @Nullable List<Expression> unordered(Expression expression) {
    return switch (expression) {
      case Listing listing -> Signs.expanded(Progression.filled(listing.items()));
      case FiniteSet set -> Signs.expanded(Progression.filled(set.elements()));
      default -> Signs.contains(expression) ? Signs.expanded(expression) : null;
    };
  }

  /** The elements of a tuple or vector; null for others. */
  static @Nullable List<Expression> ordered(Expression expression) {
    if (expression instanceof Tuple tuple) {
      return tuple.elements();
    }
    if (expression instanceof Matrix matrix) {
      if (Matrices.columns(matrix) == 1) {
        return matrix.rows().stream().map(List::getFirst).toList();
      }
      return matrix.rows().size() == 1 ? matrix.rows().getFirst() : null;
    }
    return null;
  }

  Outcome inOrder(List<Expression> gold, List<Expression> answer) {
    if (gold.size() != answer.size()) {
      return Outcome.different("length");
    }
    Outcome worst = Outcome.equal("elements");
    for (int i = 0; i < gold.size(); i++) {
      Outcome outcome = comparison.compare(gold.get(i), answer.get(i));
      if (outcome.truth() == Outcome.Truth.DIFFERENT) {
        return Outcome.different("elements");
      }
      worst = outcome.isUnknown() ? outcome : worst;
    }
    return worst;
  }

  /** Every element of one side equals one of the other; what is written twice counts once. */
  Outcome anyOrder(List<Expression> gold, List<Expression> answer) {
    if (gold.size() > MAX_ELEMENTS || answer.size() > MAX_ELEMENTS) {
      return Outcome.unknown("elements");
    }
    boolean sameSize = gold.size() == answer.size();
    List<Expression> left = sameSize ? gold : distinct(gold);
    List<Expression> right = new ArrayList<>(sameSize ? answer : distinct(answer));
    if (left.size() != right.size()) {
      return Outcome.different("length");
    }
    boolean unknown = false;
    for (Expression element : left) {
      int match = -1;
      for (int i = 0; i < right.size() && match < 0; i++) {
        Outcome outcome = comparison.compare(element, right.get(i));
        unknown |= outcome.isUnknown();
        match = outcome.isEqual() ? i : match;
      }
      if (match < 0) {
        return unknown ? Outcome.unknown("elements") : Outcome.different("elements");
      }
      right.remove(match);
    }
    return Outcome.equal("elements");
  }

  private List<Expression> distinct(List<Expression> elements) {
    List<Expression> distinct = new ArrayList<>();
    for (Expression element : elements) {
      work.spend(1);
      if (!distinct.contains(element)) {
        distinct.add(element);
      }
    }
    return distinct;
  }
}
