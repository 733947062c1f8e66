package org.openr1.verify.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Call;
import org.openr1.verify.expression.Expression.Constant;
import org.openr1.verify.expression.Expression.Listing;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Power;
import org.openr1.verify.expression.Expression.Product;
import org.openr1.verify.expression.Expression.Tuple;
import org.openr1.verify.expression.Function;

/** Functions with or without parentheses, logarithms, roots, binomials. */
final class CallRules {
  private final Grammar grammar;
  private final Cursor cursor;

  CallRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Expression function(Function function) {
    Token name = cursor.next();
    if (function.takesSeveral() && cursor.peek().kind() == Token.Kind.RELATOR) {
      return new Expression.Symbol(name.text());
    }
    Expression power = power();
    boolean inverted = power instanceof Num number && number.value().equals(Num.MINUS_ONE.value());
    Function inverse = function.inverse();
    Function called = inverted && inverse != null ? inverse : function;
    List<Expression> arguments = arguments(function.takesSeveral());
    if (!called.takes(arguments.size())) {
      throw cursor.failure(
          called.name().toLowerCase(Locale.ROOT)
              + " does not take "
              + arguments.size()
              + " arguments");
    }
    Expression call = new Call(called, arguments);
    return power == null || called != function ? call : new Power(call, power);
  }

  Expression logarithm() {
    String name = cursor.next().text();
    Expression base = name.equals("ln") ? Constant.E : Num.of(10);
    Expression power = null;
    while (cursor.at('_') || cursor.at('^')) {
      if (cursor.accept('_')) {
        base = grammar.groups.argument();
      } else {
        power = power();
      }
    }
    Expression call = new Call(Function.LOG, List.of(arguments(false).getFirst(), base));
    return power == null ? call : new Power(call, power);
  }

  Expression exponential() {
    cursor.next();
    Expression power = power();
    Expression call = new Power(Constant.E, arguments(false).getFirst());
    return power == null ? call : new Power(call, power);
  }

  /** {@code \sqrt x}, {@code \sqrt[3]{x}}, {@code sqrt(x)}. */
  Expression root() {
    boolean cube = cursor.next().text().equals("cuberoot");
    Expression index = Num.of(cube ? 3 : 2);
    if (!cube && cursor.accept('[')) {
      index = grammar.sums.sum();
      cursor.expect(']');
    }
    boolean minus = cursor.accept('-');
    Expression radicand = grammar.groups.argument();
    return Expression.root(minus ? Expression.negative(radicand) : radicand, index);
  }

  Expression binomial() {
    cursor.next();
    Expression upper = grammar.groups.argument();
    return new Call(Function.BINOMIAL, List.of(upper, grammar.groups.argument()));
  }

  private @Nullable Expression power() {
    return cursor.accept('^') ? grammar.sums.exponent() : null;
  }

  /** What the function is of: a group, or the product that follows up to the next function. */
  private List<Expression> arguments(boolean several) {
    cursor.enter();
    List<Expression> arguments;
    if (cursor.at('(') || cursor.at('[') || cursor.at('{') || (several && cursor.at("\\{"))) {
      Expression group = several ? severalInBrackets() : grammar.atoms.atom();
      arguments =
          switch (group) {
            case Tuple tuple -> tuple.elements();
            case Listing listing -> listing.items();
            default -> List.of(group);
          };
    } else {
      arguments = List.of(bareArgument());
    }
    cursor.leave();
    return arguments;
  }

  /** In \gcd[1, 2] and \max(1, 2) the brackets hold arguments, not an interval. */
  private Expression severalInBrackets() {
    cursor.next();
    Expression inner = grammar.lists.list();
    if (!cursor.accept(')') && !cursor.accept(']') && !cursor.accept("\\}")) {
      cursor.expect('}');
    }
    return inner;
  }

  private Expression bareArgument() {
    if (cursor.accept('-')) {
      return Expression.negative(bareArgument());
    }
    List<Expression> factors = new ArrayList<>();
    factors.add(grammar.sums.factor());
    while (continuesArgument(factors.getLast())) {
      factors.add(grammar.sums.factor());
    }
    return factors.size() == 1 ? factors.getFirst() : new Product(factors);
  }

  private boolean continuesArgument(Expression previous) {
    Token token = cursor.peek();
    if (previous instanceof Call call && call.function().isCircular()) {
      return false;
    }
    return switch (token.kind()) {
      case LETTER -> !(cursor.inIntegral && grammar.bounds.atDifferential());
      case NUMBER -> !(previous instanceof Num);
      case COMMAND -> grammar.atoms.atFraction() || token.isCommand("sqrt");
      default -> false;
    };
  }
}
