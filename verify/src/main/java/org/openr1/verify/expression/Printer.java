package org.openr1.verify.expression;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openr1.verify.expression.Expression.Bound;
import org.openr1.verify.expression.Expression.Call;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Power;
import org.openr1.verify.expression.Expression.Product;
import org.openr1.verify.expression.Expression.Relation;
import org.openr1.verify.expression.Expression.SetOperation;
import org.openr1.verify.expression.Expression.Sum;

/** Prints expressions on one line, for people. */
public final class Printer {
  private Printer() {}

  /** The expression in plain text, such as {@code (1 + sqrt(5))/2}. */
  public static String print(Expression expression) {
    return switch (expression) {
      case Num number -> number.value().toString();
      case Expression.Constant constant -> constant(constant);
      case Expression.NumberSet set -> set.name().toLowerCase(Locale.ROOT);
      case Expression.Symbol symbol -> symbol.name();
      case Expression.Applied applied -> applied.name() + "(" + list(applied.arguments()) + ")";
      case Sum sum -> sum(sum);
      case Product product -> product(product);
      case Power power -> inner(power.base()) + "^" + inner(power.exponent());
      case Call call -> call(call);
      case Expression.PlusMinus signed ->
          (signed.minusFirst() ? "-+" : "+-") + inner(signed.value());
      case Expression.Percent percent -> inner(percent.value()) + "%";
      case Expression.Quantity quantity -> inner(quantity.value()) + " " + quantity.unit();
      case Expression.BaseNumber number -> number.digits() + "_" + number.base();
      case Expression.Labelled labelled -> "(" + labelled.label() + ") " + print(labelled.value());
      case Expression.Text text -> '"' + text.text() + '"';
      case Expression.Listing listing ->
          listing.items().stream()
              .map(Printer::print)
              .collect(Collectors.joining(listing.alternatives() ? " or " : ", "));
      case Expression.FiniteSet set -> "{" + list(set.elements()) + "}";
      case Expression.Tuple tuple -> "(" + list(tuple.elements()) + ")";
      case Expression.Interval interval ->
          (interval.lowClosed() ? "[" : "(")
              + print(interval.low())
              + ", "
              + print(interval.high())
              + (interval.highClosed() ? "]" : ")");
      case Expression.SetBuilder set ->
          "{" + print(set.element()) + " | " + print(set.condition()) + "}";
      case SetOperation operation -> operation(operation);
      case Relation relation -> relation(relation);
      case Expression.Congruence congruence ->
          print(congruence.value()) + " mod " + inner(congruence.modulus());
      case Expression.Ratio ratio ->
          ratio.parts().stream().map(Printer::inner).collect(Collectors.joining(":"));
      case Expression.Matrix matrix ->
          matrix.rows().stream()
              .map(row -> "[" + list(row) + "]")
              .collect(Collectors.joining(", ", "[", "]"));
      case Bound bound -> bound(bound);
    };
  }

  private static String constant(Expression.Constant constant) {
    return switch (constant) {
      case PI -> "pi";
      case E -> "e";
      case I -> "i";
      case INFINITY -> "oo";
    };
  }

  private static String list(List<Expression> items) {
    return items.stream().map(Printer::print).collect(Collectors.joining(", "));
  }

  private static String inner(Expression expression) {
    boolean single =
        switch (expression) {
          case Num number -> number.value().isInteger() && number.value().signum() >= 0;
          case Expression.Constant c -> true;
          case Expression.Symbol s -> true;
          case Expression.Applied a -> true;
          case Call c -> true;
          case Expression.Tuple t -> true;
          case Expression.FiniteSet s -> true;
          case Expression.Text t -> true;
          case Expression.Matrix m -> true;
          default -> false;
        };
    return single ? print(expression) : "(" + print(expression) + ")";
  }

  private static String sum(Sum sum) {
    StringBuilder out = new StringBuilder();
    for (Expression term : sum.terms()) {
      String printed = print(term);
      if (out.isEmpty()) {
        out.append(printed);
      } else if (printed.startsWith("-") && !printed.startsWith("-+")) {
        out.append(" - ").append(printed, 1, printed.length());
      } else {
        out.append(" + ").append(printed);
      }
    }
    return out.toString();
  }

  private static String product(Product product) {
    StringBuilder out = new StringBuilder();
    for (Expression factor : product.factors()) {
      if (factor.equals(Num.MINUS_ONE) && out.isEmpty()) {
        out.append('-');
      } else if (factor instanceof Power power && power.exponent().equals(Num.MINUS_ONE)) {
        out.append(out.isEmpty() ? "1/" : "/").append(inner(power.base()));
      } else {
        boolean sign = out.isEmpty() || out.toString().equals("-");
        out.append(sign ? "" : "*").append(inner(factor));
      }
    }
    return out.toString();
  }

  private static String call(Call call) {
    if (call.function() == Function.ROOT && call.arguments().getLast().equals(Num.of(2))) {
      return "sqrt(" + print(call.arguments().getFirst()) + ")";
    }
    return call.function().name().toLowerCase(Locale.ROOT) + "(" + list(call.arguments()) + ")";
  }

  private static String operation(SetOperation operation) {
    String sign =
        switch (operation.operator()) {
          case UNION -> " u ";
          case INTERSECTION -> " n ";
          case DIFFERENCE -> " \\ ";
        };
    return operation.operands().stream().map(Printer::inner).collect(Collectors.joining(sign));
  }

  private static String relation(Relation relation) {
    StringBuilder out = new StringBuilder(print(relation.first()));
    for (int i = 0; i < relation.relators().size(); i++) {
      out.append(' ').append(relation.relators().get(i).sign()).append(' ');
      out.append(print(relation.operands().get(i + 1)));
    }
    return out.toString();
  }

  private static String bound(Bound bound) {
    StringBuilder out = new StringBuilder(bound.kind().name().toLowerCase(Locale.ROOT));
    out.append('(').append(print(bound.body())).append(", ").append(bound.variable().name());
    if (bound.lower() != null) {
      out.append(", ").append(print(bound.lower()));
    }
    if (bound.upper() != null) {
      out.append(", ").append(print(bound.upper()));
    }
    return out.append(')').toString();
  }
}
