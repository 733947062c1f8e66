package org.openr1.verify.parsing;

import java.math.BigInteger;
import java.util.List;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Constant;
import org.openr1.verify.expression.Expression.FiniteSet;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.NumberSet;
import org.openr1.verify.expression.Expression.Percent;
import org.openr1.verify.expression.Expression.Quantity;
import org.openr1.verify.expression.Expression.Symbol;
import org.openr1.verify.expression.Expression.Text;
import org.openr1.verify.expression.Function;
import org.openr1.verify.number.Rational;
import org.openr1.verify.parsing.Token.Kind;

/** The smallest parts: numbers, letters, words with their units, and whatever a command begins. */
final class AtomRules {
  private final Grammar grammar;
  private final Cursor cursor;

  AtomRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Expression atom() {
    cursor.enter();
    Token token = cursor.peek();
    Expression atom =
        switch (token.kind()) {
          case NUMBER -> number();
          case LETTER -> letter();
          case WORDS -> words();
          case COMMAND -> command(token);
          case SIGN -> sign(token);
          case BEGIN -> grammar.groups.environment();
          case RELATOR, END, STOP -> throw cursor.failure("a value expected");
        };
    cursor.leave();
    return atom;
  }

  private Expression number() {
    Num number = cursor.next().number();
    if (number == null) {
      throw cursor.failure("a number expected");
    }
    return number;
  }

  private Expression letter() {
    String name = cursor.next().text();
    boolean subscripted = cursor.at('_');
    if (!subscripted) {
      switch (name) {
        case "pi" -> {
          return Constant.PI;
        }
        case "e" -> {
          return Constant.E;
        }
        case "i" -> {
          return cursor.indexI ? new Symbol("i") : Constant.I;
        }
        default -> {}
      }
    }
    StringBuilder whole = new StringBuilder(name);
    if (cursor.accept('_')) {
      whole.append('_').append(Names.of(grammar.groups.argument()));
    }
    if (cursor.at('(') && appliesHere(name)) {
      return applied(whole.toString());
    }
    return new Symbol(whole.toString());
  }

  /** {@code f(2) = ...}: a letter before one value in parentheses and a relation behind them. */
  private boolean appliesHere(String name) {
    Token inner = cursor.peek(1);
    return name.length() == 1
        && (inner.kind() == Kind.NUMBER || inner.kind() == Kind.LETTER)
        && cursor.peek(2).isSign(')')
        && cursor.peek(3).kind() == Kind.RELATOR;
  }

  private Expression applied(String name) {
    cursor.expect('(');
    Expression argument = atom();
    cursor.expect(')');
    return new Expression.Applied(name, List.of(argument));
  }

  /** Words before a number are its unit ("USD 5"); alone they are an answer of their own. */
  private Expression words() {
    String words = cursor.next().text();
    if (cursor.peek().kind() == Kind.NUMBER && Units.isKnown(words)) {
      return withUnit(grammar.sums.factor(), Units.normal(words));
    }
    StringBuilder all = new StringBuilder(words);
    while (cursor.peek().kind() == Kind.WORDS && !isConnective(cursor.peek())) {
      all.append(' ').append(cursor.next().text());
    }
    return new Text(all.toString());
  }

  private static boolean isConnective(Token token) {
    return token.text().equals("and") || token.text().equals("or");
  }

  private Expression command(Token token) {
    Function function = Function.named(token.text());
    if (function != null) {
      return grammar.calls.function(function);
    }
    if (atFraction()) {
      return fraction();
    }
    return switch (token.text()) {
      case "sqrt", "cuberoot" -> grammar.calls.root();
      case "log", "ln", "lg" -> grammar.calls.logarithm();
      case "exp" -> grammar.calls.exponential();
      case "binom", "dbinom", "tbinom", "choose" -> grammar.calls.binomial();
      case "sum", "prod", "int", "iint", "oint", "lim" -> grammar.bounds.bound();
      case "lfloor", "lceil", "lvert", "vert", "lVert", "Vert", "|", "langle" ->
          grammar.groups.fenced(token.text());
      case "infty" -> constant(Constant.INFINITY);
      case "emptyset", "varnothing" -> constant(new FiniteSet(List.of()));
      case "mathbbR", "mathbbN", "mathbbZ", "mathbbQ", "mathbbC" -> numberSet(token.text());
      default -> {
        if (Commands.ACCENTS.contains(token.text())) {
          yield accented();
        }
        throw cursor.failure("a value expected");
      }
    };
  }

  private Expression constant(Expression constant) {
    cursor.next();
    return constant;
  }

  private Expression numberSet(String name) {
    cursor.next();
    return switch (name.charAt(name.length() - 1)) {
      case 'R' -> NumberSet.REALS;
      case 'N' -> NumberSet.NATURALS;
      case 'Z' -> NumberSet.INTEGERS;
      case 'Q' -> NumberSet.RATIONALS;
      default -> NumberSet.COMPLEXES;
    };
  }

  private Expression accented() {
    String accent = cursor.next().text();
    Expression inner = grammar.groups.argument();
    if (accent.equals("underline") || accent.equals("underbrace")) {
      return inner;
    }
    String letter = Names.of(inner);
    boolean axis = letter.length() == 1 && "ijk".contains(letter) && Commands.BOLD.contains(accent);
    String mark = axis ? "hat" : accent.equals("overline") ? "bar" : accent;
    String name = mark + "{" + letter + "}";
    if (cursor.accept('_')) {
      name += "_" + Names.of(grammar.groups.argument());
    }
    return new Symbol(name);
  }

  private Expression sign(Token token) {
    if (token.text().length() == 1 && Units.isCurrency(token.text().charAt(0))) {
      cursor.next();
      Expression value = cursor.accept('-') ? Expression.negative(amount()) : amount();
      return withUnit(value, Units.normal(token.text()));
    }
    return grammar.groups.bracket();
  }

  private Expression amount() {
    Expression value = grammar.sums.factor();
    while (cursor.accept('*')) {
      value = Expression.product(value, grammar.sums.factor());
    }
    return value;
  }

  boolean startsAtom(Token token) {
    String name = token.text();
    return switch (name) {
      case "bmod",
          "mod",
          "pmod",
          "pod",
          "cup",
          "cap",
          "setminus",
          "land",
          "lor",
          "over",
          "atop",
          "rfloor",
          "rceil",
          "rangle",
          "rvert",
          "rVert",
          "\\",
          "circ",
          "degree",
          "prime" ->
          false;
      case "choose" -> cursor.peek(1).isSign('{');
      case "vert", "Vert", "|" -> cursor.openBars == 0 && !cursor.barDivides;
      default -> true;
    };
  }

  boolean atFraction() {
    return cursor.peek().kind() == Kind.COMMAND
        && (cursor.atCommand("frac")
            || cursor.atCommand("dfrac")
            || cursor.atCommand("tfrac")
            || cursor.atCommand("cfrac"));
  }

  /** A fraction; of two integers it is one number, of d and dx the sign of a derivative. */
  Expression fraction() {
    if (grammar.bounds.atDerivative()) {
      return grammar.bounds.derivative();
    }
    cursor.next();
    Expression[] parts = grammar.groups.fractionParts();
    return Names.quotient(parts[0], parts[1]);
  }

  Expression percent(Expression value) {
    cursor.expect('%');
    while (cursor.accept('%')) {
      value = new Percent(value);
    }
    return value == Constant.INFINITY ? value : new Percent(value);
  }

  /** Degrees; those of a temperature keep their scale. */
  Expression degrees(Expression value) {
    Token next = cursor.peek();
    if (next.kind() == Kind.LETTER && (next.text().equals("C") || next.text().equals("F"))) {
      return new Quantity(value, "degree " + cursor.next().text());
    }
    return new Quantity(value, Units.DEGREE);
  }

  boolean atUnit(Expression value) {
    Token token = cursor.peek();
    boolean bearer =
        !(value instanceof Text)
            && !(value instanceof Quantity quantity
                && Units.isCurrency(quantity.unit().charAt(0))
                && token.kind() == Kind.SIGN);
    if (!bearer || value instanceof FiniteSet) {
      return false;
    }
    return switch (token.kind()) {
      case WORDS -> !isConnective(token) && !Words.isRemark(token.text());
      case SIGN -> token.text().length() == 1 && Units.isCurrency(token.text().charAt(0));
      case COMMAND -> token.text().equals("degree") || token.text().equals("circ");
      default -> false;
    };
  }

  private static boolean isUnit(Token token) {
    return token.kind() == Kind.WORDS
        || (token.kind() == Kind.LETTER && Units.isSingleLetter(token.text()));
  }

  Expression unit(Expression value) {
    Token token = cursor.next();
    if (token.kind() != Kind.WORDS) {
      return token.kind() == Kind.SIGN
          ? withUnit(value, Units.normal(token.text()))
          : degrees(value);
    }
    StringBuilder words = new StringBuilder(token.text());
    while (true) {
      if (cursor.peek().kind() == Kind.WORDS && !isConnective(cursor.peek())) {
        words.append(' ').append(cursor.next().text());
      } else if (cursor.at('^')) {
        cursor.next();
        words.append('^').append(Names.of(grammar.groups.argument()));
      } else if (cursor.at('/') && isUnit(cursor.peek(1))) {
        cursor.next();
        words.append(" per ").append(cursor.next().text());
      } else {
        return withWords(value, words.toString());
      }
    }
  }

  /** "3 million", "$2 thousand": the word multiplies what stands before the unit. */
  private static Expression scaled(Expression value, BigInteger factor) {
    if (value instanceof Quantity quantity) {
      return new Quantity(scaled(quantity.value(), factor), quantity.unit());
    }
    Num scale = new Num(Rational.of(factor), -1);
    return value instanceof Num number
        ? new Num(number.value().times(scale.value()), -1)
        : Expression.product(value, scale);
  }

  /** Words behind a value: first what multiplies it, the rest is its unit. */
  private static Expression withWords(Expression value, String words) {
    String rest = words.strip();
    int end = rest.indexOf(' ');
    String first = end < 0 ? rest : rest.substring(0, end);
    BigInteger scale = Units.scale(first);
    if (scale == null) {
      return withUnit(value, Units.normal(rest));
    }
    Expression scaled = scaled(value, scale);
    return end < 0 ? scaled : withWords(scaled, rest.substring(end));
  }

  private static Expression withUnit(Expression value, String unit) {
    Expression bare =
        value instanceof Quantity inner && inner.unit().equals(unit) ? inner.value() : value;
    if (value instanceof Quantity inner && unit.startsWith("/")) {
      return new Quantity(inner.value(), inner.unit() + unit);
    }
    if (value instanceof Quantity inner && inner.unit().startsWith("/")) {
      return new Quantity(inner.value(), unit + inner.unit());
    }
    if (unit.equals(Units.PERCENT)) {
      return new Percent(bare);
    }
    return unit.isEmpty() ? bare : new Quantity(bare, unit);
  }
}
