package org.openr1.verify.equivalence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Relation;
import org.openr1.verify.expression.Relator;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Undefined;
import org.openr1.verify.number.Work;

/**
 * Whether two relations say the same: equations up to a factor, inequalities up to a positive one.
 */
final class Relations {
  private final Strictness strictness;
  private final Work work;

  Relations(Strictness strictness, Work work) {
    this.strictness = strictness;
    this.work = work;
  }

  /** Compares single relations; chains are compared as sets or link by link elsewhere. */
  Outcome compare(Relation gold, Relation answer) {
    Relator left = gold.relators().getFirst();
    Relator right = answer.relators().getFirst();
    if (left != right && left != right.flipped()) {
      return Outcome.different("relation");
    }
    Integer factor = factor(difference(gold), difference(answer));
    if (factor == null) {
      return Outcome.unknown("relation");
    }
    if (factor == 0) {
      return Outcome.different("relation");
    }
    boolean turned = left.isInequality() && factor < 0;
    return Outcome.of(left == (turned ? right.flipped() : right), "relation");
  }

  private static Expression difference(Relation relation) {
    return Expression.difference(relation.first(), relation.last());
  }

  /** The sign of the constant factor between two expressions, 0 when there is none. */
  private @Nullable Integer factor(Expression gold, Expression answer) {
    try {
      Atoms atoms = new Atoms();
      Canonical canonical = new Canonical(atoms, work);
      Polynomial left = canonical.of(gold).top();
      Polynomial right = canonical.of(answer).top();
      if (left.isZero() || right.isZero()) {
        return left.isZero() && right.isZero() ? 1 : 0;
      }
      Map.Entry<Monomial, Rational> leading = left.terms().entrySet().iterator().next();
      Rational other = right.terms().get(leading.getKey());
      if (other != null) {
        Rational factor = other.over(leading.getValue());
        if (left.scaled(factor).terms().equals(right.terms())) {
          return factor.signum();
        }
      }
      if (atoms.onlySymbols(left) && atoms.onlySymbols(right)) {
        return 0;
      }
    } catch (Polynomial.TooManyTerms | Undefined | ArithmeticException undecided) {
      // Points decide below.
    }
    Set<String> names = Symbols.of(gold);
    return names.equals(Symbols.of(answer))
        ? new Probing(strictness, work).proportional(gold, answer)
        : Integer.valueOf(0);
  }

  /** Whether all members of a chain without variables have one value. */
  static boolean holds(Relation chain, Scalars scalars) {
    List<Expression> operands = chain.operands();
    for (int i = 1; i < operands.size(); i++) {
      if (!scalars.same(operands.get(i - 1), operands.get(i))) {
        return false;
      }
    }
    return true;
  }
}
