package org.openr1.verify.equivalence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Matrix;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Power;
import org.openr1.verify.expression.Expression.Product;
import org.openr1.verify.expression.Expression.Sum;
import org.openr1.verify.number.Undefined;
import org.openr1.verify.number.Work;

/** Sums, products and powers of matrices, entry by entry as expressions. */
final class Matrices {
  private static final int MAX_POWER = 12;
  private static final int MAX_SIZE = 8;

  private Matrices() {}

  /** The one matrix an expression amounts to, or null when it is none. */
  static @Nullable Matrix of(Expression expression, Work work) {
    return switch (expression) {
      case Matrix matrix -> matrix;
      case Sum sum -> sum(sum, work);
      case Product product -> product(product, work);
      case Power power -> power(power, work);
      default -> null;
    };
  }

  private static @Nullable Matrix sum(Sum sum, Work work) {
    Matrix total = null;
    for (Expression term : sum.terms()) {
      Matrix matrix = of(term, work);
      if (matrix == null) {
        return null;
      }
      total = total == null ? matrix : plus(total, matrix, work);
    }
    return total;
  }

  private static Matrix plus(Matrix left, Matrix right, Work work) {
    if (left.rows().size() != right.rows().size() || columns(left) != columns(right)) {
      throw new Undefined("sum of matrices of different size");
    }
    List<List<Expression>> rows = new ArrayList<>();
    for (int i = 0; i < left.rows().size(); i++) {
      List<Expression> row = new ArrayList<>();
      for (int j = 0; j < columns(left); j++) {
        work.spend(1);
        row.add(Expression.sum(left.rows().get(i).get(j), right.rows().get(i).get(j)));
      }
      rows.add(row);
    }
    return new Matrix(rows);
  }

  private static @Nullable Matrix product(Product product, Work work) {
    Matrix total = null;
    List<Expression> scalars = new ArrayList<>();
    for (Expression factor : product.factors()) {
      Matrix matrix = of(factor, work);
      if (matrix == null) {
        scalars.add(factor);
      } else {
        total = total == null ? matrix : times(total, matrix, work);
      }
    }
    if (total == null || scalars.isEmpty()) {
      return total;
    }
    Expression scalar = scalars.size() == 1 ? scalars.getFirst() : new Product(scalars);
    return new Matrix(
        total.rows().stream()
            .map(row -> row.stream().map(entry -> Expression.product(scalar, entry)).toList())
            .toList());
  }

  private static Matrix times(Matrix left, Matrix right, Work work) {
    if (columns(left) != right.rows().size()) {
      throw new Undefined("product of matrices that do not fit");
    }
    List<List<Expression>> rows = new ArrayList<>();
    for (List<Expression> leftRow : left.rows()) {
      List<Expression> row = new ArrayList<>();
      for (int j = 0; j < columns(right); j++) {
        List<Expression> terms = new ArrayList<>();
        for (int k = 0; k < leftRow.size(); k++) {
          work.spend(1);
          terms.add(Expression.product(leftRow.get(k), right.rows().get(k).get(j)));
        }
        row.add(terms.size() == 1 ? terms.getFirst() : new Sum(terms));
      }
      rows.add(row);
    }
    return new Matrix(rows);
  }

  private static @Nullable Matrix power(Power power, Work work) {
    Matrix base = of(power.base(), work);
    if (base != null
        && power.exponent() instanceof Expression.Symbol symbol
        && symbol.name().equals("T")) {
      return transposed(base);
    }
    if (base == null
        || !(power.exponent() instanceof Num exponent)
        || !exponent.value().isInt()
        || exponent.value().signum() <= 0
        || exponent.value().numerator().intValue() > MAX_POWER) {
      return null;
    }
    Matrix result = base;
    for (int i = 1; i < exponent.value().numerator().intValue(); i++) {
      result = times(result, base, work);
    }
    return result;
  }

  private static Matrix transposed(Matrix matrix) {
    List<List<Expression>> rows = new ArrayList<>();
    for (int column = 0; column < columns(matrix); column++) {
      int at = column;
      rows.add(matrix.rows().stream().map(row -> row.get(at)).toList());
    }
    return new Matrix(rows);
  }

  static int columns(Matrix matrix) {
    return matrix.rows().getFirst().size();
  }

  /** The determinant, expanded by the first row. */
  static Expression determinant(Matrix matrix, Work work) {
    int size = matrix.rows().size();
    if (size != columns(matrix) || size > MAX_SIZE) {
      throw new Undefined("determinant of " + size + " rows and " + columns(matrix) + " columns");
    }
    if (size == 1) {
      return matrix.rows().getFirst().getFirst();
    }
    List<Expression> terms = new ArrayList<>();
    for (int column = 0; column < size; column++) {
      work.spend(size);
      Expression entry = matrix.rows().getFirst().get(column);
      Expression minor = determinant(without(matrix, column), work);
      Expression term = Expression.product(entry, minor);
      terms.add(column % 2 == 0 ? term : Expression.negative(term));
    }
    return new Sum(terms);
  }

  private static Matrix without(Matrix matrix, int column) {
    List<List<Expression>> rows = new ArrayList<>();
    for (List<Expression> row : matrix.rows().subList(1, matrix.rows().size())) {
      List<Expression> rest = new ArrayList<>(row);
      rest.remove(column);
      rows.add(rest);
    }
    return new Matrix(rows);
  }
}
