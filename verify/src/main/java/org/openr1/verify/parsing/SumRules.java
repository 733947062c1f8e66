package org.openr1.verify.parsing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Call;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.PlusMinus;
import org.openr1.verify.expression.Expression.Power;
import org.openr1.verify.expression.Expression.Product;
import org.openr1.verify.expression.Expression.Quantity;
import org.openr1.verify.expression.Expression.Sum;
import org.openr1.verify.expression.Function;
import org.openr1.verify.number.Rational;
import org.openr1.verify.parsing.Token.Kind;

/** Sums, products, signs and powers. */
final class SumRules {
  private final Grammar grammar;
  private final Cursor cursor;

  SumRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Expression sum() {
    cursor.enter();
    List<Expression> terms = new ArrayList<>(2);
    terms.add(term());
    while (true) {
      if (cursor.accept('+')) {
        terms.add(term());
      } else if (cursor.accept('-')) {
        terms.add(Expression.negative(term()));
      } else if (cursor.accept('±')) {
        terms.add(new PlusMinus(term(), false));
      } else if (cursor.accept('∓')) {
        terms.add(new PlusMinus(term(), true));
      } else {
        break;
      }
    }
    cursor.leave();
    return terms.size() == 1 ? terms.getFirst() : new Sum(terms);
  }

  /** Factors with or without a sign between them. */
  Expression term() {
    if (cursor.accept('-')) {
      Expression term = term();
      // -3 mod 7 is the remainder of -3.
      return term instanceof Call call && call.function() == Function.MOD
          ? new Call(
              Function.MOD,
              List.of(Expression.negative(call.arguments().getFirst()), call.arguments().getLast()))
          : Expression.negative(term);
    }
    if (cursor.accept('+')) {
      return term();
    }
    if (cursor.accept('±')) {
      return new PlusMinus(term(), false);
    }
    if (cursor.accept('∓')) {
      return new PlusMinus(term(), true);
    }
    List<Expression> factors = new ArrayList<>(2);
    factors.add(factor());
    while (true) {
      if (cursor.accept('*')) {
        factors.add(signedFactor());
      } else if (cursor.accept('/')) {
        divide(factors, signedFactor());
      } else if (cursor.acceptCommand("bmod") || cursor.acceptCommand("mod")) {
        Expression left = collect(factors);
        factors.clear();
        factors.add(new Call(Function.MOD, List.of(left, signedFactor())));
      } else if (startsFactor()) {
        boolean number = cursor.peek().kind() == Kind.NUMBER;
        if (number && factors.getLast() instanceof Quantity quantity) {
          factors.set(factors.size() - 1, withSmallerUnit(quantity, factor()));
        } else {
          factors.add(factor());
        }
      } else {
        return collect(factors);
      }
    }
  }

  /** 22° 30' is 22.5°; of other units behind each other it is not known what is meant. */
  private Expression withSmallerUnit(Quantity quantity, Expression next) {
    if (quantity.unit().equals(Units.DEGREE)
        && next instanceof Quantity minutes
        && minutes.unit().equals("'")) {
      Expression sixtieth = new Num(Rational.of(1, 60), -1);
      Expression degrees =
          Expression.sum(quantity.value(), Expression.product(minutes.value(), sixtieth));
      return new Quantity(degrees, Units.DEGREE);
    }
    throw cursor.failure("a number behind a unit before");
  }

  private static Expression collect(List<Expression> factors) {
    if (factors.size() > 1) {
      Expression number = Bases.digitsAndLetters(factors);
      if (number != null) {
        return number;
      }
    }
    return factors.size() == 1 ? factors.getFirst() : new Product(List.copyOf(factors));
  }

  /** A fraction of two integers is one number. */
  private static void divide(List<Expression> factors, Expression divisor) {
    if (factors.size() == 1
        && factors.getFirst() instanceof Num top
        && divisor instanceof Num bottom
        && !bottom.value().isZero()) {
      factors.set(0, new Num(top.value().over(bottom.value()), -1));
    } else {
      factors.add(new Power(divisor, Num.MINUS_ONE));
    }
  }

  private Expression signedFactor() {
    if (cursor.accept('-')) {
      return Expression.negative(signedFactor());
    }
    return cursor.accept('+') ? signedFactor() : factor();
  }

  /** Whether another factor follows without a sign. */
  private boolean startsFactor() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case NUMBER -> cursor.previous().kind() != Kind.NUMBER || mixedFollows();
      case LETTER -> !(cursor.inIntegral && grammar.bounds.atDifferential());
      case SIGN -> startsFactor(token);
      case COMMAND -> grammar.atoms.startsAtom(token);
      case BEGIN -> true;
      case WORDS -> false;
      case RELATOR, END, STOP -> false;
    };
  }

  private boolean startsFactor(Token token) {
    return switch (token.text()) {
      case "(" ->
          !cursor.peek(1).isCommand("mod")
              && !cursor.peek(1).isCommand("bmod")
              && !cursor.peek(1).isCommand("pmod");
      case "[", "{" -> true;
      case "|" -> cursor.openBars == 0 && !cursor.barDivides;
      default -> false;
    };
  }

  private boolean mixedFollows() {
    return cursor.peek(1).isSign('/') && cursor.peek(2).kind() == Kind.NUMBER;
  }

  /** An atom with everything that stands behind it: factorials, powers, percent, units. */
  Expression factor() {
    Expression value = grammar.atoms.atom();
    boolean written = cursor.previous().kind() == Kind.NUMBER;
    if (written && value instanceof Num whole && whole.value().isInteger() && !whole.isDecimal()) {
      value = mixed(whole);
    }
    return postfix(value);
  }

  /** {@code 1 3/4} and {@code 1\frac34}: an integer before a proper fraction. */
  private Expression mixed(Num whole) {
    int start = cursor.index();
    Rational fraction = null;
    if (cursor.peek().kind() == Kind.NUMBER && mixedFollows()) {
      Num top = cursor.next().number();
      cursor.next();
      Num bottom = cursor.next().number();
      if (top != null && bottom != null && bottom.value().signum() > 0) {
        fraction = top.value().over(bottom.value());
      }
    } else if (grammar.atoms.atFraction()) {
      fraction = grammar.atoms.fraction() instanceof Num number ? number.value() : null;
    }
    if (fraction != null
        && !fraction.isInteger()
        && fraction.signum() > 0
        && fraction.compareTo(Rational.ONE) < 0) {
      return new Num(whole.value().plus(fraction), -1);
    }
    cursor.back(start);
    return whole;
  }

  private Expression postfix(Expression start) {
    Expression value = start;
    while (true) {
      if (cursor.at('!')) {
        value = factorial(value);
      } else if (cursor.at('^') && !atSide()) {
        value = power(value);
      } else if (cursor.at('%')) {
        value = grammar.atoms.percent(value);
      } else if (cursor.at('\'')) {
        value = prime(value);
      } else if (cursor.at('_')) {
        value = subscript(value);
      } else if (grammar.atoms.atUnit(value)) {
        value = grammar.atoms.unit(value);
      } else {
        return value;
      }
    }
  }

  /** {@code ^+} and {@code ^{-}} are the side of a limit and no power. */
  private boolean atSide() {
    int sign = cursor.peek(1).isSign('{') ? 2 : 1;
    boolean side = cursor.peek(sign).isSign('+') || cursor.peek(sign).isSign('-');
    return side && cursor.peek(sign + 1).isSign('}');
  }

  private Expression factorial(Expression value) {
    cursor.expect('!');
    if (cursor.at('!') && !cursor.peek(1).isSign('!')) {
      cursor.next();
      return new Call(Function.DOUBLE_FACTORIAL, List.of(value));
    }
    return new Call(Function.FACTORIAL, List.of(value));
  }

  private Expression prime(Expression value) {
    int primes = 0;
    while (cursor.accept('\'')) {
      primes++;
    }
    if (value instanceof Expression.Symbol symbol) {
      return new Expression.Symbol(symbol.name() + "'".repeat(primes));
    }
    return new Quantity(value, primes == 1 ? "'" : "''");
  }

  private Expression power(Expression base) {
    cursor.expect('^');
    int start = cursor.index();
    boolean braced = cursor.accept('{');
    if (cursor.acceptCommand("circ") || cursor.acceptCommand("degree")) {
      if (braced) {
        cursor.expect('}');
      }
      return grammar.atoms.degrees(base);
    }
    if (cursor.acceptCommand("prime") || cursor.accept('\'')) {
      if (braced) {
        cursor.expect('}');
      }
      return new Quantity(base, "'");
    }
    cursor.back(start);
    return new Power(base, exponent());
  }

  /** One token or a group, with a sign; powers of powers bind to the right. */
  Expression exponent() {
    cursor.enter();
    Expression exponent;
    if (cursor.accept('-')) {
      exponent = Expression.negative(exponent());
    } else if (cursor.accept('+')) {
      exponent = exponent();
    } else {
      exponent = grammar.atoms.atom();
      while (cursor.at('!')) {
        exponent = factorial(exponent);
      }
      if (cursor.accept('^')) {
        exponent = new Power(exponent, exponent());
      }
    }
    cursor.leave();
    return exponent;
  }

  /** Behind a number the base it is written in; behind anything else part of its name. */
  private Expression subscript(Expression value) {
    cursor.expect('_');
    int start = cursor.peek().start();
    Expression index = grammar.groups.argument();
    Integer base = Bases.of(index);
    if (value instanceof Num number && base != null && number.value().isInteger()) {
      String digits = number.value().numerator().toString();
      BigInteger decoded = Bases.decode(digits, base);
      if (decoded != null) {
        return new Expression.BaseNumber(digits, base, decoded);
      }
    }
    String letters = Bases.letters(value);
    if (base != null && !letters.isEmpty()) {
      BigInteger decoded = Bases.decode(letters, base);
      if (decoded != null) {
        return new Expression.BaseNumber(letters, base, decoded);
      }
    }
    throw new ParseFailure(start, "a subscript that is no base of the digits before it");
  }
}
