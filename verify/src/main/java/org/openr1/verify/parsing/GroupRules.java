package org.openr1.verify.parsing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Call;
import org.openr1.verify.expression.Expression.FiniteSet;
import org.openr1.verify.expression.Expression.Interval;
import org.openr1.verify.expression.Expression.Listing;
import org.openr1.verify.expression.Expression.Matrix;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Relation;
import org.openr1.verify.expression.Expression.SetBuilder;
import org.openr1.verify.expression.Expression.Symbol;
import org.openr1.verify.expression.Expression.Text;
import org.openr1.verify.expression.Expression.Tuple;
import org.openr1.verify.expression.Function;
import org.openr1.verify.number.Rational;
import org.openr1.verify.parsing.Token.Kind;

/** Everything between brackets of any kind. */
final class GroupRules {
  private final Grammar grammar;
  private final Cursor cursor;

  GroupRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Expression bracket() {
    Token open = cursor.peek();
    return switch (open.text()) {
      case "(", "[" -> round();
      case "{" -> braces();
      case "\\{" -> set();
      case "|" -> bars();
      default -> throw cursor.failure("a value expected");
    };
  }

  /** A value, a tuple or an interval, by what stands inside and how it is closed. */
  private Expression round() {
    boolean lowClosed = cursor.next().isSign('[');
    Expression inner = inside();
    boolean highClosed = cursor.at(']');
    if (!cursor.accept(')')) {
      cursor.expect(']');
    }
    if (!(inner instanceof Listing listing)) {
      if (lowClosed != highClosed) {
        throw cursor.failure("an interval of one value before");
      }
      return inner;
    }
    List<Expression> items = listing.items();
    if (items.size() == 2 && (lowClosed || highClosed)) {
      return new Interval(items.getFirst(), items.getLast(), lowClosed, highClosed);
    }
    if (lowClosed != highClosed) {
      throw cursor.failure("a half-open interval of more than two values before");
    }
    return new Tuple(items, false);
  }

  /** A list in which bars and colons have their own meaning again. */
  private Expression inside() {
    int bars = cursor.openBars;
    boolean divides = cursor.barDivides;
    boolean integral = cursor.inIntegral;
    cursor.openBars = 0;
    cursor.barDivides = false;
    cursor.inIntegral = false;
    Expression inner = grammar.lists.list();
    cursor.openBars = bars;
    cursor.barDivides = divides;
    cursor.inIntegral = integral;
    return inner;
  }

  private Expression braces() {
    cursor.expect('{');
    boolean integral = cursor.inIntegral;
    cursor.inIntegral = false;
    Expression inner = grammar.lists.infix(grammar.lists.list());
    cursor.inIntegral = integral;
    cursor.expect('}');
    return inner;
  }

  private Expression set() {
    cursor.next();
    if (cursor.accept("\\}")) {
      return new FiniteSet(List.of());
    }
    if (cursor.peek().kind() == Kind.BEGIN) {
      int start = cursor.index();
      Expression system = environment();
      if (cursor.atStop() || cursor.peek().kind() == Kind.WORDS) {
        return system;
      }
      cursor.back(start);
    }
    boolean divides = cursor.barDivides;
    int bars = cursor.openBars;
    cursor.openBars = 0;
    cursor.barDivides = true;
    Expression inner = grammar.lists.list();
    cursor.barDivides = divides;
    cursor.openBars = bars;
    if (cursor.accept('|') || cursor.accept(':') || cursor.acceptCommand("vert")) {
      inner = new SetBuilder(inner, inside());
    } else {
      inner = new FiniteSet(inner instanceof Listing list ? list.items() : List.of(inner));
    }
    if (!cursor.accept("\\}")) {
      throw cursor.failure("'\\}' expected");
    }
    return inner;
  }

  private Expression bars() {
    cursor.expect('|');
    cursor.openBars++;
    Expression inner = grammar.sums.sum();
    cursor.openBars--;
    cursor.expect('|');
    return new Call(Function.ABS, List.of(inner));
  }

  /** Floors, ceilings, absolute bars that are commands, and vectors in angle brackets. */
  Expression fenced(String open) {
    cursor.next();
    boolean sameSign = open.equals("vert") || open.equals("Vert") || open.equals("|");
    int bars = cursor.openBars;
    cursor.openBars = sameSign ? bars + 1 : 0;
    Expression inner = open.equals("langle") ? inside() : grammar.sums.sum();
    cursor.openBars = bars;
    String close = sameSign ? open : "r" + open.substring(1);
    boolean closed = cursor.acceptCommand(close);
    boolean absolute = open.toLowerCase(Locale.ROOT).endsWith("vert") || open.equals("|");
    if (!closed && !(absolute && (cursor.acceptCommand("rvert") || cursor.acceptCommand("vert")))) {
      throw cursor.failure("\\" + close + " expected");
    }
    if (open.equals("langle")) {
      return inner instanceof Listing list ? new Tuple(list.items(), true) : inner;
    }
    Function function =
        absolute ? Function.ABS : open.equals("lfloor") ? Function.FLOOR : Function.CEILING;
    return new Call(function, List.of(inner));
  }

  /** An argument as TeX takes it: a group in braces, or else one token. */
  Expression argument() {
    if (cursor.at('{')) {
      return braces();
    }
    return grammar.atoms.atom();
  }

  /**
   * The two parts of a fraction: groups, or single tokens of which a number gives one digit, so
   * that {@code \frac34} and {@code \frac1{10}} are read as they are set.
   */
  Expression[] fractionParts() {
    Num number = cursor.at('{') ? null : cursor.peek().number();
    if (number != null && number.value().isInteger() && number.decimals() < 0) {
      String digits = number.value().numerator().toString();
      if (digits.length() > 1) {
        cursor.next();
        Num bottom = new Num(Rational.of(new BigInteger(digits.substring(1))), -1);
        return new Expression[] {Num.of(digits.charAt(0) - '0'), bottom};
      }
    }
    Expression top = part();
    return new Expression[] {top, part()};
  }

  private Expression part() {
    return cursor.accept('-') ? Expression.negative(argument()) : argument();
  }

  /** Matrices, determinants, cases and aligned lines. */
  Expression environment() {
    String name = cursor.next().text().replace("*", "");
    boolean matrix = name.endsWith("matrix") || name.equals("array");
    if (name.equals("array") && cursor.at('{')) {
      while (!cursor.accept('}') && !cursor.atStop()) {
        cursor.next();
      }
    }
    List<List<Expression>> rows = matrix ? matrixRows() : lines(name.equals("cases"));
    Token end = cursor.next();
    if (end.kind() != Kind.END) {
      throw new ParseFailure(end.start(), "\\end{" + name + "} expected");
    }
    boolean system =
        rows.stream().allMatch(row -> row.size() == 1 && row.getFirst() instanceof Relation);
    if (!matrix || system) {
      List<Expression> items = rows.stream().map(List::getFirst).toList();
      return items.size() == 1 ? items.getFirst() : new Listing(items, false);
    }
    Matrix whole = new Matrix(rows);
    return name.startsWith("v") ? new Call(Function.DET, List.of(whole)) : whole;
  }

  private List<List<Expression>> matrixRows() {
    List<List<Expression>> rows = new ArrayList<>();
    while (cursor.peek().kind() != Kind.END) {
      List<Expression> row = new ArrayList<>();
      do {
        row.add(grammar.relations.relation());
      } while (cursor.accept('&'));
      rows.add(row);
      if (row.size() != rows.getFirst().size()) {
        throw cursor.failure("rows of different length before");
      }
      if (!cursor.acceptCommand("\\")) {
        break;
      }
    }
    if (rows.isEmpty()) {
      throw cursor.failure("a matrix without rows");
    }
    return rows;
  }

  /** One item a line; in cases a condition may stand behind the ampersand. */
  private List<List<Expression>> lines(boolean conditions) {
    List<List<Expression>> rows = new ArrayList<>();
    while (cursor.peek().kind() != Kind.END && !cursor.atStop()) {
      Expression value = grammar.relations.relation();
      cursor.accept(',');
      if (conditions && cursor.accept('&')) {
        value = new SetBuilder(value, condition());
      }
      rows.add(List.of(value));
      if (!cursor.acceptCommand("\\")) {
        break;
      }
    }
    if (rows.isEmpty()) {
      throw cursor.failure("nothing in the environment");
    }
    return rows;
  }

  /** "if x > 0", "x > 0", "otherwise". */
  private Expression condition() {
    StringBuilder words = new StringBuilder();
    while (cursor.peek().kind() == Kind.WORDS) {
      words.append(cursor.next().text()).append(' ');
    }
    Token token = cursor.peek();
    boolean alone = token.kind() == Kind.END || token.isCommand("\\");
    if (alone) {
      return new Text(words.toString());
    }
    List<Expression> parts = new ArrayList<>();
    parts.add(grammar.relations.relation());
    boolean alternatives = false;
    while (cursor.peek().kind() == Kind.WORDS) {
      alternatives |= cursor.next().text().equals("or");
      parts.add(grammar.relations.relation());
    }
    return parts.size() == 1 ? parts.getFirst() : new Listing(parts, alternatives);
  }

  /** The name that a variable of an operator has. */
  Symbol variable() {
    Token token = cursor.next();
    if (token.kind() != Kind.LETTER || token.text().equals("pi")) {
      throw new ParseFailure(token.start(), "a variable expected");
    }
    String name = token.text();
    if (cursor.accept('_')) {
      name += "_" + Names.of(argument());
    }
    return new Symbol(name);
  }
}
