package org.openr1.verify.equivalence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.FiniteSet;
import org.openr1.verify.expression.Expression.Listing;
import org.openr1.verify.expression.Expression.Tuple;
import org.openr1.verify.expression.Printer;

/**
 * Lists whose items carry names: {@code x = 1, y = 2}, {@code x = 2, 4}, {@code x_1 = 1, x_2 = 3}.
 */
final class Named {
  private Named() {}

  /**
   * The list with the names resolved where all values belong to one variable; others as they are.
   */
  static Expression plain(Expression expression) {
    if (!(expression instanceof Listing listing)) {
      return expression;
    }
    Assignment first = Assignment.of(listing.items().getFirst());
    if (first == null) {
      return expression;
    }
    List<Expression> values = new ArrayList<>();
    for (Expression item : listing.items()) {
      Assignment assignment = Assignment.of(item);
      if (assignment == null && item instanceof Expression.Relation) {
        return expression;
      }
      if (assignment != null && !assignment.family().equals(first.family())) {
        return expression;
      }
      Expression value = assignment == null ? item : assignment.value();
      if (value instanceof FiniteSet set) {
        values.addAll(set.elements());
      } else {
        values.add(value);
      }
    }
    return new Listing(values, listing.alternatives());
  }

  /**
   * The values by name when an answer assigns different names: a list of assignments, or a tuple of
   * names that equals a tuple of values. Null for others.
   */
  static @Nullable Map<String, Expression> system(Expression expression) {
    if (expression instanceof Listing listing) {
      Map<String, Expression> values = new LinkedHashMap<>();
      for (Expression item : listing.items()) {
        Assignment assignment = Assignment.of(item);
        if (assignment == null) {
          return null;
        }
        values.put(Printer.print(assignment.name()), assignment.value());
      }
      return values.size() == listing.items().size() ? values : null;
    }
    Assignment assignment = Assignment.of(expression);
    if (assignment != null
        && assignment.name() instanceof Tuple names
        && assignment.value() instanceof Tuple tuple
        && names.elements().size() == tuple.elements().size()) {
      Map<String, Expression> values = new LinkedHashMap<>();
      for (int i = 0; i < names.elements().size(); i++) {
        values.put(Printer.print(names.elements().get(i)), tuple.elements().get(i));
      }
      return values;
    }
    return null;
  }
}
