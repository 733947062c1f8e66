package org.openr1.verify.parsing;

import java.util.ArrayList;
import java.util.List;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Congruence;
import org.openr1.verify.expression.Expression.Labelled;
import org.openr1.verify.expression.Expression.Ratio;
import org.openr1.verify.expression.Expression.Relation;
import org.openr1.verify.expression.Expression.SetOperation;
import org.openr1.verify.expression.Relator;
import org.openr1.verify.expression.SetOperator;
import org.openr1.verify.parsing.Token.Kind;

/** Relations and their chains; below them set operations, below these ratios. */
final class RelationRules {
  private final Grammar grammar;
  private final Cursor cursor;

  RelationRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** {@code a}, {@code a = b}, {@code a < b <= c}, {@code a = b (mod n)}. */
  Expression relation() {
    cursor.enter();
    Token token = cursor.peek();
    if (token.kind() == Kind.WORDS && valueFollows() && !Units.isKnown(token.text())) {
      Expression introduced = introduced(cursor.next().text());
      cursor.leave();
      return introduced;
    }
    if (labelled()) {
      cursor.next();
      String label = cursor.next().text();
      cursor.next();
      Expression labelled = new Labelled(label, relation());
      cursor.leave();
      return labelled;
    }
    // An answer may begin with the sign that follows its name: "= 5".
    if (cursor.atRelator(Relator.EQUAL) || cursor.atRelator(Relator.APPROXIMATE)) {
      cursor.next();
    }
    List<Expression> operands = new ArrayList<>(2);
    List<Relator> relators = new ArrayList<>(1);
    operands.add(setOperation());
    for (Relator relator = cursor.peek().relator();
        relator != null;
        relator = cursor.peek().relator()) {
      cursor.next();
      if (cursor.atStop() && relator == Relator.EQUAL) {
        throw cursor.failure("nothing on the right of '='");
      }
      relators.add(relator);
      operands.add(setOperation());
    }
    Expression relation =
        relators.isEmpty() ? operands.getFirst() : new Relation(operands, relators);
    cursor.leave();
    return modulo(relation);
  }

  /** A capital in parentheses, a space, and a value: (C) 25. */
  private boolean labelled() {
    Token letter = cursor.peek(1);
    Token value = cursor.peek(3);
    return cursor.index() == 0
        && cursor.at('(')
        && letter.kind() == Kind.LETTER
        && letter.text().length() == 1
        && Character.isUpperCase(letter.text().charAt(0))
        && cursor.peek(2).isSign(')')
        && value.spaced()
        && (value.kind() == Kind.NUMBER || value.kind() == Kind.COMMAND);
  }

  private boolean valueFollows() {
    Token next = cursor.peek(1);
    return switch (next.kind()) {
      case NUMBER, LETTER, COMMAND, BEGIN -> true;
      case SIGN -> "([{$|-".contains(next.text()) || next.text().equals("\\{");
      case WORDS, RELATOR, END, STOP -> false;
    };
  }

  /** A value behind a choice's letter or behind words such as "The answer is". */
  private Expression introduced(String words) {
    if (words.length() == 3 && words.startsWith("(") && words.endsWith(")")) {
      return new Labelled(words.substring(1, 2), relation());
    }
    boolean negative = Words.isNegative(words);
    if (!negative && !Words.isLeadIn(words)) {
      throw cursor.failure("words that may change the meaning before");
    }
    Expression value = relation();
    return negative ? Expression.negative(value) : value;
  }

  private Expression modulo(Expression value) {
    int start = cursor.index();
    boolean bracket = cursor.accept('(');
    if (cursor.acceptCommand("pmod") || cursor.acceptCommand("pod")) {
      return new Congruence(value, grammar.groups.argument());
    }
    if (bracket && (cursor.acceptCommand("mod") || cursor.acceptCommand("bmod"))) {
      Expression modulus = grammar.sums.sum();
      cursor.expect(')');
      return new Congruence(value, modulus);
    }
    cursor.back(start);
    return value;
  }

  private Expression setOperation() {
    Expression left = ratio();
    while (true) {
      SetOperator kind;
      if (cursor.atCommand("cup")) {
        kind = SetOperator.UNION;
      } else if (cursor.atCommand("cap")) {
        kind = SetOperator.INTERSECTION;
      } else if (cursor.atCommand("setminus")) {
        kind = SetOperator.DIFFERENCE;
      } else {
        return left;
      }
      List<Expression> operands = new ArrayList<>();
      operands.add(left);
      String command = cursor.peek().text();
      while (cursor.acceptCommand(command)) {
        operands.add(ratio());
      }
      left = new SetOperation(kind, operands);
    }
  }

  private Expression ratio() {
    Expression first = grammar.sums.sum();
    if (!cursor.at(':') || cursor.barDivides) {
      return first;
    }
    List<Expression> parts = new ArrayList<>();
    parts.add(first);
    while (cursor.accept(':')) {
      parts.add(grammar.sums.sum());
    }
    if (cursor.peek().kind() == Kind.SIGN && cursor.at(':')) {
      throw cursor.failure("a ratio without its last part");
    }
    return new Ratio(parts);
  }
}
