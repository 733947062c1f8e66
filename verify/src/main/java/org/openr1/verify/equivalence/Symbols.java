package org.openr1.verify.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Bound;
import org.openr1.verify.expression.Expression.Call;
import org.openr1.verify.expression.Expression.Power;
import org.openr1.verify.expression.Expression.Product;
import org.openr1.verify.expression.Expression.Relation;
import org.openr1.verify.expression.Expression.Sum;
import org.openr1.verify.expression.Expression.Symbol;

/** Walks through expressions: their parts, their free symbols, and putting values in. */
final class Symbols {
  private Symbols() {}

  /** Names of the symbols that are not bound by a sum or integral, in order. */
  static Set<String> of(Expression expression) {
    Set<String> names = new TreeSet<>();
    collect(expression, names);
    return names;
  }

  private static void collect(Expression expression, Set<String> names) {
    if (expression instanceof Symbol symbol) {
      names.add(symbol.name());
    } else if (expression instanceof Expression.Applied applied) {
      names.add(applied.name());
    } else if (expression instanceof Bound bound && bound.kind() != Bound.Kind.DERIVATIVE) {
      Set<String> inner = new TreeSet<>();
      parts(bound).forEach(part -> collect(part, inner));
      inner.remove(bound.variable().name());
      names.addAll(inner);
    } else {
      parts(expression).forEach(part -> collect(part, names));
    }
  }

  /** The expressions directly inside. */
  static List<Expression> parts(Expression expression) {
    return switch (expression) {
      case Sum sum -> sum.terms();
      case Product product -> product.factors();
      case Power power -> List.of(power.base(), power.exponent());
      case Call call -> call.arguments();
      case Expression.Applied applied -> applied.arguments();
      case Expression.PlusMinus signed -> List.of(signed.value());
      case Expression.Percent percent -> List.of(percent.value());
      case Expression.Quantity quantity -> List.of(quantity.value());
      case Expression.Labelled labelled -> List.of(labelled.value());
      case Expression.Listing listing -> listing.items();
      case Expression.FiniteSet set -> set.elements();
      case Expression.Tuple tuple -> tuple.elements();
      case Expression.Interval interval -> List.of(interval.low(), interval.high());
      case Expression.SetBuilder set -> List.of(set.element(), set.condition());
      case Expression.SetOperation operation -> operation.operands();
      case Relation relation -> relation.operands();
      case Expression.Congruence congruence -> List.of(congruence.value(), congruence.modulus());
      case Expression.Ratio ratio -> ratio.parts();
      case Expression.Matrix matrix -> matrix.rows().stream().flatMap(List::stream).toList();
      case Bound bound -> boundParts(bound);
      case Expression.Num n -> List.of();
      case Expression.Constant c -> List.of();
      case Expression.NumberSet s -> List.of();
      case Symbol s -> List.of();
      case Expression.BaseNumber b -> List.of();
      case Expression.Text t -> List.of();
    };
  }

  private static List<Expression> boundParts(Bound bound) {
    List<Expression> parts = new ArrayList<>();
    parts.add(bound.body());
    if (bound.lower() != null) {
      parts.add(bound.lower());
    }
    if (bound.upper() != null) {
      parts.add(bound.upper());
    }
    return parts;
  }

  /** The expression with every part replaced by what {@code change} makes of it. */
  static Expression map(Expression expression, UnaryOperator<Expression> change) {
    return switch (expression) {
      case Sum sum -> new Sum(all(sum.terms(), change));
      case Product product -> new Product(all(product.factors(), change));
      case Power power -> new Power(change.apply(power.base()), change.apply(power.exponent()));
      case Call call -> new Call(call.function(), all(call.arguments(), change));
      case Expression.Percent percent -> new Expression.Percent(change.apply(percent.value()));
      case Expression.Quantity quantity ->
          new Expression.Quantity(change.apply(quantity.value()), quantity.unit());
      case Expression.Tuple tuple ->
          new Expression.Tuple(all(tuple.elements(), change), tuple.angled());
      case Relation relation -> new Relation(all(relation.operands(), change), relation.relators());
      case Bound bound ->
          new Bound(
              bound.kind(),
              change.apply(bound.body()),
              bound.variable(),
              bound.lower() == null ? null : change.apply(bound.lower()),
              bound.upper() == null ? null : change.apply(bound.upper()));
      default -> expression;
    };
  }

  private static List<Expression> all(List<Expression> parts, UnaryOperator<Expression> change) {
    return parts.stream().map(change).toList();
  }

  /** The expression with a value in the place of a symbol. */
  static Expression put(Expression expression, String name, Expression value) {
    return expression instanceof Symbol symbol
        ? symbol.name().equals(name) ? value : symbol
        : map(expression, part -> put(part, name, value));
  }
}
