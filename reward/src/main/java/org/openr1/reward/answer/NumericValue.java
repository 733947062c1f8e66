package org.openr1.reward.answer;

import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;
import org.openr1.verify.Limits;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Function;
import org.openr1.verify.expression.Relator;
import org.openr1.verify.parsing.AnswerParser;
import org.openr1.verify.parsing.ParseResult;

/** The value of an answer as a double, read by the verifier's parser. */
final class NumericValue {
  private static final AnswerParser PARSER =
      new AnswerParser(Limits.DEFAULT.digits(), Limits.DEFAULT.depth());

  private NumericValue() {}

  /**
   * The value of a number, of an expression of numbers, pi, e, roots, logarithms and absolute
   * values, or of the right side of {@code x = 5}; a percentage is in hundredths and a unit is left
   * out. Empty for anything else.
   */
  static OptionalDouble of(String text) {
    if (text.length() > Limits.DEFAULT.characters()
        || !(PARSER.parse(text) instanceof ParseResult.Parsed(Expression expression))) {
      return OptionalDouble.empty();
    }
    double value = value(expression);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static double value(Expression expression) {
    return switch (expression) {
      case Expression.Num number -> number.value().decimal(MathContext.DECIMAL64).doubleValue();
      case Expression.BaseNumber number -> number.value().doubleValue();
      case Expression.Constant constant ->
          switch (constant) {
            case PI -> Math.PI;
            case E -> Math.E;
            case I, INFINITY -> Double.NaN;
          };
      case Expression.Sum sum -> sum.terms().stream().mapToDouble(NumericValue::value).sum();
      case Expression.Product product ->
          product.factors().stream().mapToDouble(NumericValue::value).reduce(1, (a, b) -> a * b);
      case Expression.Power power -> Math.pow(value(power.base()), value(power.exponent()));
      case Expression.Percent percent -> value(percent.value()) / 100;
      case Expression.Quantity quantity -> value(quantity.value());
      case Expression.Labelled labelled -> value(labelled.value());
      case Expression.Call call -> call(call.function(), call.arguments());
      case Expression.Relation relation ->
          relation.relators().stream().allMatch(relator -> relator == Relator.EQUAL)
              ? value(relation.last())
              : Double.NaN;
      default -> Double.NaN;
    };
  }

  private static double call(Function function, List<Expression> arguments) {
    double first = value(arguments.getFirst());
    double last = value(arguments.getLast());
    return switch (function) {
      case ABS -> Math.abs(first);
      case ROOT -> last == 3 ? Math.cbrt(first) : Math.pow(first, 1 / last);
      case LOG -> Math.log(first) / Math.log(last);
      default -> Double.NaN;
    };
  }
}
