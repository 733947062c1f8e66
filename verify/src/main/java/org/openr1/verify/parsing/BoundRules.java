package org.openr1.verify.parsing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Bound;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Product;
import org.openr1.verify.expression.Expression.Symbol;
import org.openr1.verify.expression.Relator;
import org.openr1.verify.parsing.Token.Kind;

/** Sums, products, integrals, limits and derivatives. */
final class BoundRules {
  private static final Symbol DEFAULT_VARIABLE = new Symbol("x");
  private final Grammar grammar;
  private final Cursor cursor;

  BoundRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Expression bound() {
    String name = cursor.next().text();
    return switch (name) {
      case "sum" -> series(Bound.Kind.SUM);
      case "prod" -> series(Bound.Kind.PRODUCT);
      case "lim" -> limit();
      default -> integral();
    };
  }

  private Expression series(Bound.Kind kind) {
    Symbol variable = DEFAULT_VARIABLE;
    Expression lower = null;
    Expression upper = null;
    while (cursor.at('_') || cursor.at('^')) {
      if (cursor.accept('^')) {
        upper = grammar.sums.exponent();
      } else {
        cursor.next();
        cursor.expect('{');
        variable = grammar.groups.variable();
        if (cursor.atRelator(Relator.EQUAL)) {
          cursor.next();
          lower = grammar.sums.sum();
        } else {
          throw cursor.failure("'=' and the first value expected");
        }
        cursor.expect('}');
      }
    }
    boolean outer = cursor.indexI;
    cursor.indexI |= variable.name().equals("i");
    Expression body = grammar.sums.term();
    cursor.indexI = outer;
    return new Bound(kind, body, variable, lower, upper);
  }

  private Expression limit() {
    cursor.expect('_');
    cursor.expect('{');
    Symbol variable = grammar.groups.variable();
    if (!cursor.atRelator(Relator.IMPLIES)) {
      throw cursor.failure("an arrow expected");
    }
    cursor.next();
    Expression point = grammar.sums.term();
    Num side = side();
    cursor.expect('}');
    return new Bound(Bound.Kind.LIMIT, grammar.sums.term(), variable, point, side);
  }

  /** A sign above the point of a limit says from which side; 3^+ was read up to the sign. */
  private @Nullable Num side() {
    if (!cursor.accept('^')) {
      return null;
    }
    boolean braced = cursor.accept('{');
    boolean above = cursor.accept('+');
    if (!above && !cursor.accept('-')) {
      throw cursor.failure("a side of the limit expected");
    }
    if (braced) {
      cursor.expect('}');
    }
    return above ? Num.ONE : Num.MINUS_ONE;
  }

  private Expression integral() {
    Expression lower = null;
    Expression upper = null;
    while (cursor.at('_') || cursor.at('^')) {
      boolean below = cursor.next().isSign('_');
      Expression limit = integralLimit();
      lower = below ? limit : lower;
      upper = below ? upper : limit;
    }
    boolean outer = cursor.inIntegral;
    cursor.inIntegral = true;
    Expression body = atDifferential() ? Num.ONE : grammar.sums.sum();
    cursor.inIntegral = outer;
    if (atDifferential()) {
      cursor.next();
      return new Bound(Bound.Kind.INTEGRAL, body, grammar.groups.variable(), lower, upper);
    }
    Differential inner = Differential.within(body);
    return inner == null
        ? new Bound(Bound.Kind.INTEGRAL, body, DEFAULT_VARIABLE, lower, upper)
        : new Bound(Bound.Kind.INTEGRAL, inner.rest(), inner.variable(), lower, upper);
  }

  private @Nullable Expression integralLimit() {
    if (cursor.at('{') && cursor.peek(1).isSign('}')) {
      cursor.next();
      cursor.next();
      return null;
    }
    boolean minus = cursor.accept('-');
    Expression limit = grammar.groups.argument();
    return minus ? Expression.negative(limit) : limit;
  }

  /** Whether "d" and a variable stand here. */
  boolean atDifferential() {
    return cursor.peek().kind() == Kind.LETTER
        && cursor.peek().text().equals("d")
        && cursor.peek(1).kind() == Kind.LETTER;
  }

  /** Whether a fraction begins that is d by dx. */
  boolean atDerivative() {
    return grammar.atoms.atFraction()
        && cursor.peek(1).isSign('{')
        && isDifferential(cursor.peek(2))
        && cursor.peek(3).isSign('}')
        && cursor.peek(4).isSign('{')
        && isDifferential(cursor.peek(5))
        && cursor.peek(6).kind() == Kind.LETTER
        && cursor.peek(7).isSign('}');
  }

  private static boolean isDifferential(Token token) {
    return token.kind() == Kind.LETTER
        && (token.text().equals("d") || token.text().equals("partial"));
  }

  Expression derivative() {
    for (int i = 0; i < 6; i++) {
      cursor.next();
    }
    Symbol variable = grammar.groups.variable();
    cursor.expect('}');
    List<Expression> factors = new ArrayList<>();
    factors.add(grammar.sums.factor());
    while (cursor.peek().kind() == Kind.LETTER) {
      factors.add(grammar.sums.factor());
    }
    Expression body = factors.size() == 1 ? factors.getFirst() : new Product(factors);
    return new Bound(Bound.Kind.DERIVATIVE, body, variable, null, null);
  }
}
