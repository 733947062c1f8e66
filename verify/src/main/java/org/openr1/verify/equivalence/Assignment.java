package org.openr1.verify.equivalence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Relation;
import org.openr1.verify.expression.Function;
import org.openr1.verify.expression.Printer;
import org.openr1.verify.expression.Relator;

/**
 * An answer with its name: {@code x = 5}, {@code f(2) = 5}, {@code P(A) = 1/2}, {@code x in [0,
 * 1)}, {@code area = 5}.
 *
 * @param name what is named
 * @param value what it is
 */
record Assignment(Expression name, Expression value) {

  /**
   * The assignment that a relation is. Of a chain the first name and the last value count, as
   * Math-Verify does it; what stands behind an "approximately" is a remark.
   */
  static @Nullable Assignment of(Expression expression) {
    if (!(expression instanceof Relation whole)) {
      return null;
    }
    Relation relation = exactPart(whole);
    for (Relator relator : relation.relators()) {
      if (relator != Relator.EQUAL && relator != Relator.ELEMENT && relator != Relator.CONGRUENT) {
        return null;
      }
    }
    Expression first = relation.first();
    Expression last = relation.last();
    if (isName(first)) {
      return new Assignment(first, last);
    }
    boolean turned = relation.isSingle() && relation.relators().getFirst() == Relator.EQUAL;
    return turned && isName(last) ? new Assignment(last, first) : null;
  }

  /** A relation without its approximate tail; "x is about 3.5" is an assignment of its own. */
  static Relation exactPart(Relation relation) {
    List<Relator> relators = new ArrayList<>(relation.relators());
    int start = relators.lastIndexOf(Relator.IMPLIES) + 1;
    int end = relators.size();
    for (int i = start; i < relators.size(); i++) {
      if (relators.get(i) == Relator.APPROXIMATE) {
        if (i == start && isName(relation.operands().get(i))) {
          relators.set(i, Relator.EQUAL);
        } else {
          end = i;
          break;
        }
      }
    }
    if (start == 0 && end == relators.size() && relators.equals(relation.relators())) {
      return relation;
    }
    return new Relation(
        relation.operands().subList(start, end + 1), List.copyOf(relators.subList(start, end)));
  }

  /** Whether an expression names something: symbols beside each other, words, a tuple of names. */
  static boolean isName(Expression expression) {
    return switch (expression) {
      case Expression.Symbol symbol -> true;
      case Expression.Applied applied -> true;
      case Expression.Text text -> true;
      case Expression.Constant constant ->
          constant == Expression.Constant.E || constant == Expression.Constant.I;
      case Expression.Product product -> isProductOfNames(product.factors());
      case Expression.Ratio ratio -> ratio.parts().stream().allMatch(Assignment::isName);
      case Expression.Tuple tuple ->
          tuple.elements().stream().allMatch(element -> element instanceof Expression.Symbol);
      default -> false;
    };
  }

  /** Letters beside each other, or a letter applied to something: f(f(5)) is read as f f 5. */
  private static boolean isProductOfNames(List<Expression> factors) {
    boolean names = true;
    for (int i = 0; i < factors.size() && names; i++) {
      names = isName(factors.get(i));
    }
    if (names) {
      return true;
    }
    Expression first = factors.getFirst();
    boolean inverse =
        first instanceof Expression.Power power && power.base() instanceof Expression.Symbol;
    return (first instanceof Expression.Symbol || inverse)
        && factors.subList(1, factors.size()).stream()
            .allMatch(factor -> factor instanceof Expression.Num || isName(factor));
  }

  /**
   * Whether an expression on the left of an answer says what the value on the right is the value
   * of: a name, or a function or number of something.
   */
  static boolean isDescription(Expression expression) {
    return switch (expression) {
      case Expression.Call call -> call.function() != Function.ROOT;
      case Expression.Sum sum ->
          sum.terms().stream().allMatch(term -> isDescription(unsigned(term)));
      default -> isName(expression);
    };
  }

  private static Expression unsigned(Expression term) {
    return term instanceof Expression.Product product
            && product.factors().size() == 2
            && product.factors().getFirst().equals(Expression.Num.MINUS_ONE)
        ? product.factors().getLast()
        : term;
  }

  /** The name without its subscript: x for x_1. */
  String family() {
    if (name instanceof Expression.Symbol symbol) {
      int mark = symbol.name().indexOf('_');
      return mark > 0 ? symbol.name().substring(0, mark) : symbol.name();
    }
    return Printer.print(name);
  }
}
