package org.openr1.model.jinja;

import java.util.ArrayList;
import java.util.List;

/** Binary and unary operators. */
final class Operators {
  private final Evaluator evaluator;
  private final Budget budget;

  Operators(Evaluator evaluator, Budget budget) {
    this.evaluator = evaluator;
    this.budget = budget;
  }

  Object binary(String operator, Object left, Object right) {
    if (operator.equals("%") && Text.isString(left)) {
      String text = new PercentFormat(evaluator, left.toString(), right).format();
      return left instanceof Markup ? new Markup(text) : text;
    }
    if (left instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (right instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      return Numbers.arithmetic(operator, left, right);
    }
    if (operator.equals("+")) {
      return add(left, right);
    }
    if (operator.equals("*")) {
      if (isSequence(left) && Numbers.isInteger(right)) {
        return repeat(left, Numbers.requireIndex(right));
      }
      if (isSequence(right) && Numbers.isInteger(left)) {
        return repeat(right, Numbers.requireIndex(left));
      }
      if (isSequence(left) || isSequence(right)) {
        throw TemplateException.type(
            "can't multiply sequence by non-int of type '"
                + Types.name(isSequence(left) ? right : left)
                + "'");
      }
    }
    throw unsupported(operator.equals("**") ? "** or pow()" : operator, left, right);
  }

  private static TemplateException unsupported(String operator, Object left, Object right) {
    return TemplateException.type(
        "unsupported operand type(s) for %s: '%s' and '%s'"
            .formatted(operator, Types.name(left), Types.name(right)));
  }

  private static boolean isSequence(Object value) {
    return Text.isString(value) || value instanceof List || value instanceof Tuple;
  }

  private Object add(Object left, Object right) {
    if (Text.isString(left) && Text.isString(right)) {
      budget.charge(left.toString().length() + (long) right.toString().length());
      if (left instanceof Markup || right instanceof Markup) {
        return new Markup(Markup.escape(left).text() + Markup.escape(right).text());
      }
      return left.toString() + right;
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return joined(Types.objects(a), Types.objects(b));
    }
    if (left instanceof Tuple a && right instanceof Tuple b) {
      return new Tuple(joined(a.items(), b.items()));
    }
    if (left instanceof String || left instanceof List || left instanceof Tuple) {
      String type = Types.name(left);
      throw TemplateException.type(
          "can only concatenate %s (not \"%s\") to %s".formatted(type, Types.name(right), type));
    }
    throw unsupported("+", left, right);
  }

  private List<Object> joined(List<Object> left, List<Object> right) {
    budget.charge((long) left.size() + right.size());
    List<Object> all = new ArrayList<>(left.size() + right.size());
    all.addAll(left);
    all.addAll(right);
    return all;
  }

  private Object repeat(Object value, long times) {
    long count = Math.max(0, times);
    int length = Types.length(value);
    if (length > 0) {
      budget.charge(count > Long.MAX_VALUE / length ? Long.MAX_VALUE : count * length);
    }
    if (length == 0 || count == 0) {
      return switch (value) {
        case List<?> list -> List.of();
        case Tuple tuple -> new Tuple(List.of());
        case Markup markup -> new Markup("");
        default -> "";
      };
    }
    return switch (value) {
      case Markup markup -> new Markup(markup.text().repeat((int) count));
      case List<?> list -> repeated(Types.objects(list), count);
      case Tuple tuple -> new Tuple(repeated(tuple.items(), count));
      default -> value.toString().repeat((int) count);
    };
  }

  private static List<Object> repeated(List<Object> items, long count) {
    List<Object> all = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      all.addAll(items);
    }
    return all;
  }

  Object unary(String operator, Object operand) {
    if (operand instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (!Numbers.isNumber(operand)) {
      throw TemplateException.type(
          "bad operand type for unary %s: '%s'".formatted(operator, Types.name(operand)));
    }
    if (operator.equals("-")) {
      return operand instanceof Double number
          ? (Object) (-number)
          : Numbers.integer(Numbers.big(operand).negate());
    }
    return operand instanceof Double ? operand : Numbers.integer(Numbers.big(operand));
  }
}
