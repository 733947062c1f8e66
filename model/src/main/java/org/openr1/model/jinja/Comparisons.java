package org.openr1.model.jinja;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;

/** Python's equality, order and membership. */
@SuppressWarnings("ReferenceEquality") // Python compares identity before equality inside containers
final class Comparisons {
  private Comparisons() {}

  static boolean compare(String operator, Object left, Object right) {
    return switch (operator) {
      case "==" -> equal(left, right);
      case "!=" -> !equal(left, right);
      case "in" -> contains(right, left);
      case "not in" -> !contains(right, left);
      default -> ordered(operator, left, right);
    };
  }

  static boolean equal(Object left, Object right) {
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      if (isNan(left) || isNan(right)) {
        return false;
      }
      return compareNumbers(left, right) == 0;
    }
    if (Text.isString(left) && Text.isString(right)) {
      return left.toString().equals(right.toString());
    }
    return switch (left) {
      case Undefined undefined -> right instanceof Undefined;
      case List<?> list -> right instanceof List<?> other && equalItems(list, other);
      case Tuple tuple -> right instanceof Tuple other && equalItems(tuple.items(), other.items());
      case Dict dict -> right instanceof Dict other && equalDicts(dict, other);
      case DictView view ->
          right instanceof DictView other
              && view.name().equals(other.name())
              && !view.name().equals("dict_values")
              && view.items().size() == other.items().size()
              && view.items().stream().allMatch(item -> contains(other, item));
      case Range range ->
          right instanceof Range other && Types.toList(range).equals(Types.toList(other));
      default -> left == right;
    };
  }

  private static boolean isNan(Object value) {
    return value instanceof Double number && number.isNaN();
  }

  private static boolean equalItems(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (left.get(i) != right.get(i) && !equal(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalDicts(Dict left, Dict right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Object key : left.keys()) {
      Object mine = left.get(key);
      Object other = right.get(key);
      if (mine == null || other == null || !equal(mine, other)) {
        return false;
      }
    }
    return true;
  }

  /** Order of two numbers, exact also between large integers and floats. */
  static int compareNumbers(Object left, Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return Long.compare(a, b);
    }
    if (left instanceof Double a && (a.isInfinite() || right instanceof Double)) {
      double b = right instanceof Double number ? number : 0;
      return a < b ? -1 : a > b ? 1 : 0;
    }
    if (right instanceof Double b && b.isInfinite()) {
      return b > 0 ? -1 : 1;
    }
    return exact(left).compareTo(exact(right));
  }

  private static BigDecimal exact(Object value) {
    return value instanceof Double number
        ? new BigDecimal(number)
        : new BigDecimal(Numbers.big(value));
  }

  static boolean ordered(String operator, Object left, Object right) {
    if (left instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (right instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if ((isNan(left) && Numbers.isNumber(right)) || (isNan(right) && Numbers.isNumber(left))) {
      return false;
    }
    int order = order(operator, left, right);
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> throw new IllegalArgumentException("operator " + operator);
    };
  }

  private static int order(String operator, Object left, Object right) {
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      return compareNumbers(left, right);
    }
    if (Text.isString(left) && Text.isString(right)) {
      return compareText(left.toString(), right.toString());
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return orderItems(operator, a, b);
    }
    if (left instanceof Tuple a && right instanceof Tuple b) {
      return orderItems(operator, a.items(), b.items());
    }
    throw TemplateException.type(
        "'%s' not supported between instances of '%s' and '%s'"
            .formatted(operator, Types.name(left), Types.name(right)));
  }

  private static int orderItems(String operator, List<?> left, List<?> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (!equal(left.get(i), right.get(i))) {
        return order(operator, left.get(i), right.get(i));
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /** Order by code points, which differs from UTF-16 order above the surrogates. */
  static int compareText(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
        return surrogates ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** {@code item in container}. */
  static boolean contains(Object container, Object item) {
    return switch (container) {
      case String text -> text.contains(needle(item));
      case Markup markup -> markup.text().contains(needle(item));
      case Dict dict -> dict.contains(item);
      default -> {
        if (!Types.isIterable(container)) {
          throw TemplateException.type(
              "argument of type '" + Types.name(container) + "' is not iterable");
        }
        Iterator<Object> items = Types.iterate(container);
        boolean found = false;
        while (!found && items.hasNext()) {
          Object next = items.next();
          found = next == item || equal(next, item);
        }
        yield found;
      }
    };
  }

  private static String needle(Object item) {
    if (!Text.isString(item)) {
      throw TemplateException.type(
          "'in <string>' requires string as left operand, not " + Types.name(item));
    }
    return item.toString();
  }

  /** Order for sorting: {@code <}, as Python's sort uses it. */
  static int forSorting(Object left, Object right) {
    return ordered("<", left, right) ? -1 : ordered("<", right, left) ? 1 : 0;
  }
}
