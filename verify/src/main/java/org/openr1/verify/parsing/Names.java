package org.openr1.verify.parsing;

import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Symbol;
import org.openr1.verify.expression.Expression.Text;
import org.openr1.verify.expression.Printer;

/** Small makings of the parser: the name a subscript gives, a fraction of two values. */
final class Names {
  private Names() {}

  /** How a subscript or the inside of an accent is written within a name. */
  static String of(Expression part) {
    return switch (part) {
      case Symbol symbol -> symbol.name();
      case Text text -> text.text();
      default -> Printer.print(part);
    };
  }

  /** Two integers give one number, anything else a product with a power of -1. */
  static Expression quotient(Expression top, Expression bottom) {
    if (top instanceof Num upper
        && bottom instanceof Num lower
        && upper.value().isInteger()
        && lower.value().isInteger()
        && !lower.value().isZero()) {
      return new Num(upper.value().over(lower.value()), -1);
    }
    return Expression.quotient(top, bottom);
  }
}
