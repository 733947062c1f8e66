package org.openr1.verify.parsing;

import java.util.ArrayList;
import java.util.List;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Call;
import org.openr1.verify.expression.Expression.Listing;
import org.openr1.verify.expression.Function;
import org.openr1.verify.parsing.Token.Kind;

/** Answers beside each other: parted by commas, semicolons, line ends, "and", "or". */
final class ListRules {
  private final Grammar grammar;
  private final Cursor cursor;

  ListRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** The whole text. */
  Expression whole() {
    Expression list = infix(list());
    if (!cursor.atStop()) {
      throw cursor.failure("not expected");
    }
    return list;
  }

  /** One item, or a list of several. */
  Expression list() {
    List<Expression> items = new ArrayList<>();
    boolean alternatives = false;
    skipSeparators();
    do {
      items.add(grammar.relations.relation());
      int separator = skipSeparators();
      alternatives |= separator == OR;
      if (separator == NONE) {
        break;
      }
    } while (!atClose());
    return items.size() == 1 ? items.getFirst() : new Listing(items, alternatives);
  }

  private static final int NONE = 0;
  private static final int PART = 1;
  private static final int OR = 2;

  /** Skips the separators here, of which "or" counts most. */
  private int skipSeparators() {
    int seen = NONE;
    while (true) {
      int here = separator();
      if (here == NONE) {
        return seen;
      }
      seen = Math.max(seen, here);
      cursor.next();
    }
  }

  private int separator() {
    Token token = cursor.peek();
    if (token.isSign(',')
        || token.isSign(';')
        || token.isCommand("\\")
        || token.isCommand("land")) {
      return PART;
    }
    if (token.isCommand("lor")) {
      return OR;
    }
    if (token.kind() == Kind.WORDS) {
      return switch (token.text()) {
        case "and", "with", "where", "," -> PART;
        case "or" -> OR;
        default -> NONE;
      };
    }
    return NONE;
  }

  private boolean atClose() {
    Token token = cursor.peek();
    return token.kind() == Kind.STOP
        || token.kind() == Kind.END
        || token.isSign(')')
        || token.isSign(']')
        || token.isSign('}')
        || (token.text().equals("\\}") && token.kind() == Kind.SIGN);
  }

  /** TeX's old infix commands take all that stands on both sides of them in a group. */
  Expression infix(Expression left) {
    if (cursor.acceptCommand("over")) {
      return Names.quotient(left, list());
    }
    if (cursor.acceptCommand("choose")) {
      return new Call(Function.BINOMIAL, List.of(left, list()));
    }
    return left;
  }
}
