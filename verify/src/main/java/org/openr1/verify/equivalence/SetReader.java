package org.openr1.verify.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Call;
import org.openr1.verify.expression.Expression.FiniteSet;
import org.openr1.verify.expression.Expression.Interval;
import org.openr1.verify.expression.Expression.Listing;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.NumberSet;
import org.openr1.verify.expression.Expression.Relation;
import org.openr1.verify.expression.Expression.SetBuilder;
import org.openr1.verify.expression.Expression.SetOperation;
import org.openr1.verify.expression.Expression.Symbol;
import org.openr1.verify.expression.Expression.Tuple;
import org.openr1.verify.expression.Function;
import org.openr1.verify.expression.Relator;
import org.openr1.verify.expression.SetOperator;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Undefined;
import org.openr1.verify.number.Work;

/** Reads intervals, unions, inequalities and set builders as sets of real numbers. */
final class SetReader {
  private final Scalars scalars;
  private final RealSets sets;
  private final Work work;

  SetReader(Scalars scalars, Work work) {
    this.scalars = scalars;
    this.sets = new RealSets(scalars, work);
    this.work = work;
  }

  RealSets sets() {
    return sets;
  }

  /** Whether an expression can only be meant as a set or a condition. */
  static boolean isSet(Expression expression) {
    return switch (expression) {
      case Interval interval -> true;
      case SetOperation operation -> true;
      case SetBuilder builder -> true;
      case NumberSet set -> true;
      case Relation relation -> isCondition(relation);
      case Listing listing -> listing.items().stream().anyMatch(SetReader::isSet);
      default -> false;
    };
  }

  /** The same, or two values in parentheses, which may be an open interval. */
  static boolean maybeSet(Expression expression) {
    return isSet(expression) || (expression instanceof Tuple tuple && tuple.elements().size() == 2);
  }

  /** A set less another, written with a minus sign. */
  static Expression differenceOr(Expression.Sum sum) {
    return sum.terms().size() == 2
            && isSet(sum.terms().getFirst())
            && sum.terms().getLast() instanceof Expression.Product product
            && product.factors().size() == 2
            && product.factors().getFirst().equals(Num.MINUS_ONE)
        ? new SetOperation(
            SetOperator.DIFFERENCE, List.of(sum.terms().getFirst(), product.factors().getLast()))
        : sum;
  }

  /** Whether a relation is a condition on a variable. */
  static boolean isCondition(Relation relation) {
    for (Relator relator : relation.relators()) {
      if (!relator.isInequality() && relator != Relator.NOT_EQUAL) {
        return false;
      }
    }
    return true;
  }

  /** The set, or null when it is not seen what it is. */
  @Nullable RealSet read(Expression expression) {
    work.spend(1);
    return switch (expression) {
      case Interval interval ->
          sets.interval(
              interval.low(), interval.high(), interval.lowClosed(), interval.highClosed());
      case Tuple tuple when tuple.elements().size() == 2 && !tuple.angled() ->
          sets.interval(tuple.elements().getFirst(), tuple.elements().getLast(), false, false);
      case FiniteSet set -> points(set.elements());
      case NumberSet set -> set == NumberSet.REALS ? RealSets.ALL : null;
      case SetOperation operation -> operation(operation);
      case SetBuilder builder -> builder(builder);
      case Relation relation -> relation(relation);
      case Listing listing -> listing(listing);
      default -> scalars.sign(expression) == null ? null : RealSets.point(expression);
    };
  }

  private @Nullable RealSet points(List<Expression> elements) {
    RealSet result = RealSet.EMPTY;
    for (Expression element : elements) {
      if (result == null || scalars.sign(element) == null) {
        return null;
      }
      result = sets.union(result, RealSets.point(element));
    }
    return result;
  }

  private @Nullable RealSet operation(SetOperation operation) {
    RealSet result = read(operation.operands().getFirst());
    for (Expression operand : operation.operands().subList(1, operation.operands().size())) {
      RealSet next = read(operand);
      if (result == null || next == null) {
        return null;
      }
      result =
          switch (operation.operator()) {
            case UNION -> sets.union(result, next);
            case INTERSECTION -> sets.intersection(result, next);
            case DIFFERENCE -> sets.intersection(result, sets.complement(next));
          };
    }
    return result;
  }

  private @Nullable RealSet builder(SetBuilder builder) {
    Expression element = builder.element();
    if (element instanceof Relation relation
        && relation.isSingle()
        && relation.relators().getFirst() == Relator.ELEMENT) {
      element = relation.first();
    }
    return element instanceof Symbol ? read(builder.condition()) : null;
  }

  /** "or" unites; commas and "and" mean both, or either where both would leave nothing. */
  private @Nullable RealSet listing(Listing listing) {
    RealSet union = RealSet.EMPTY;
    RealSet intersection = RealSets.ALL;
    for (Expression item : listing.items()) {
      RealSet next = read(item);
      if (next == null || union == null || intersection == null) {
        return null;
      }
      union = sets.union(union, next);
      intersection = sets.intersection(intersection, next);
    }
    boolean both =
        !listing.alternatives() && intersection != null && !intersection.pieces().isEmpty();
    boolean conditions = listing.items().stream().allMatch(item -> item instanceof Relation);
    return both && conditions ? intersection : union;
  }

  private @Nullable RealSet relation(Relation relation) {
    RealSet result = RealSets.ALL;
    for (int i = 0; i < relation.relators().size(); i++) {
      Expression left = relation.operands().get(i);
      Expression right = relation.operands().get(i + 1);
      RealSet next = single(left, relation.relators().get(i), right);
      if (next == null || result == null) {
        return null;
      }
      result = sets.intersection(result, next);
    }
    return result;
  }

  private @Nullable RealSet single(Expression left, Relator relator, Expression right) {
    if (relator == Relator.ELEMENT) {
      return left instanceof Symbol ? read(right) : null;
    }
    Set<String> names = Symbols.of(Expression.difference(left, right));
    if (names.size() != 1) {
      return null;
    }
    if (left instanceof Symbol && Symbols.of(right).isEmpty()) {
      return solution(relator, right);
    }
    if (right instanceof Symbol && Symbols.of(left).isEmpty()) {
      return solution(relator.flipped(), left);
    }
    if (left instanceof Call call
        && call.function() == Function.ABS
        && Symbols.of(right).isEmpty()) {
      return absolute(call.arguments().getFirst(), relator, right);
    }
    if (right instanceof Call call
        && call.function() == Function.ABS
        && Symbols.of(left).isEmpty()) {
      return absolute(call.arguments().getFirst(), relator.flipped(), left);
    }
    return polynomial(Expression.difference(left, right), names.iterator().next(), relator);
  }

  private @Nullable RealSet solution(Relator relator, Expression bound) {
    return switch (relator) {
      case LESS -> RealSets.below(bound, false);
      case LESS_OR_EQUAL -> RealSets.below(bound, true);
      case GREATER -> RealSets.above(bound, false);
      case GREATER_OR_EQUAL -> RealSets.above(bound, true);
      case EQUAL -> RealSets.point(bound);
      case NOT_EQUAL -> sets.complement(RealSets.point(bound));
      default -> null;
    };
  }

  /** |u| below c is u between -c and c, above c it is either beyond. */
  private @Nullable RealSet absolute(Expression inner, Relator relator, Expression bound) {
    Integer sign = scalars.sign(bound);
    if (sign == null || sign < 0) {
      return null;
    }
    RealSet upper = single(inner, relator, bound);
    RealSet lower = single(inner, relator.flipped(), Expression.negative(bound));
    if (upper == null || lower == null) {
      return null;
    }
    boolean between =
        relator == Relator.LESS || relator == Relator.LESS_OR_EQUAL || relator == Relator.NOT_EQUAL;
    return between ? sets.intersection(upper, lower) : sets.union(upper, lower);
  }

  /** A linear relation, or a quadratic one, by its values at four points. */
  private @Nullable RealSet polynomial(Expression difference, String name, Relator relator) {
    Rational[] values = new Rational[4];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = new ExactEvaluator(Map.of(name, Rational.of(i)), work).value(difference);
      } catch (Undefined | ArithmeticException undefined) {
        return null;
      }
      if (values[i] == null) {
        return linear(difference, name, relator);
      }
    }
    Rational second = values[2].minus(values[1].times(Rational.TWO)).plus(values[0]);
    Rational a = second.over(Rational.TWO);
    Rational b = values[1].minus(values[0]).minus(a);
    Rational third = a.times(Rational.of(9)).plus(b.times(Rational.of(3))).plus(values[0]);
    if (!third.equals(values[3])) {
      return null;
    }
    return a.isZero()
        ? linear(new Num(b, -1), new Num(values[0], -1), relator)
        : quadratic(a, b, values[0], relator);
  }

  private @Nullable RealSet linear(Expression difference, String name, Relator relator) {
    Expression constant = Symbols.put(difference, name, Num.ZERO);
    Expression slope = Expression.difference(Symbols.put(difference, name, Num.ONE), constant);
    Expression straight = Expression.sum(Expression.product(slope, new Symbol(name)), constant);
    return scalars.same(difference, straight) ? linear(slope, constant, relator) : null;
  }

  private @Nullable RealSet linear(Expression slope, Expression constant, Relator relator) {
    Integer sign = scalars.sign(slope);
    if (sign == null || sign == 0) {
      return null;
    }
    Expression bound = Expression.negative(Expression.quotient(constant, slope));
    Rational exact = new ExactEvaluator(work).value(bound);
    return solution(
        sign > 0 ? relator : relator.flipped(), exact == null ? bound : new Num(exact, -1));
  }

  private @Nullable RealSet quadratic(Rational a, Rational b, Rational c, Relator relator) {
    Rational discriminant = b.times(b).minus(a.times(c).times(Rational.of(4)));
    List<Expression> roots = new ArrayList<>();
    if (discriminant.signum() >= 0) {
      Expression root = Expression.root(new Num(discriminant, -1), Num.of(2));
      Expression middle = new Num(b.negated(), -1);
      Expression twice = new Num(a.times(Rational.TWO).abs(), -1);
      Expression turned = a.signum() > 0 ? middle : Expression.negative(middle);
      roots.add(Expression.quotient(Expression.difference(turned, root), twice));
      roots.add(Expression.quotient(Expression.sum(turned, root), twice));
    }
    RealSet points = points(roots);
    if (points == null) {
      return null;
    }
    Relator upward = a.signum() > 0 ? relator : relator.flipped();
    RealSet between =
        roots.isEmpty()
            ? RealSet.EMPTY
            : sets.interval(
                roots.getFirst(),
                roots.getLast(),
                upward == Relator.LESS_OR_EQUAL || upward == Relator.GREATER,
                upward == Relator.LESS_OR_EQUAL || upward == Relator.GREATER);
    return switch (upward) {
      case EQUAL -> points;
      case NOT_EQUAL -> sets.complement(points);
      case LESS, LESS_OR_EQUAL -> between;
      case GREATER, GREATER_OR_EQUAL -> between == null ? null : sets.complement(between);
      default -> null;
    };
  }
}
