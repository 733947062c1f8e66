package org.openr1.model.jinja;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Filters on single values: default, numbers, attributes. */
final class ValueFilters {
  private ValueFilters() {}

  static void addTo(Map<String, Filters.Filter> filters) {
    filters.put("default", ValueFilters::defaultValue);
    filters.put("d", ValueFilters::defaultValue);
    filters.put("abs", (a, e) -> abs(a.bind("abs", "x").required("x")));
    filters.put("int", ValueFilters::integer);
    filters.put("float", ValueFilters::real);
    filters.put("round", ValueFilters::round);
    filters.put("attr", ValueFilters::attribute);
  }

  private static Object defaultValue(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("default", "value", "default_value", "boolean");
    Object value = bound.required("value");
    boolean replaced =
        value instanceof Undefined || (bound.truth("boolean", false) && !Types.truth(value));
    return replaced ? bound.get("default_value", "") : value;
  }

  private static Object abs(Object value) {
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (value instanceof Double number) {
      return Math.abs(number);
    }
    if (!Numbers.isInteger(value)) {
      throw TemplateException.type("bad operand type for abs(): '" + Types.name(value) + "'");
    }
    return Numbers.integer(Numbers.big(value).abs());
  }

  private static Object integer(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("int", "value", "default", "base");
    Object value = bound.required("value");
    Object otherwise = bound.get("default", 0L);
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (Numbers.isInteger(value)) {
      return Numbers.integer(Numbers.big(value));
    }
    if (value instanceof Double number) {
      return Double.isInfinite(number) || Double.isNaN(number)
          ? otherwise
          : Numbers.truncate(number);
    }
    if (!Text.isString(value)) {
      return otherwise;
    }
    Object whole = Numbers.parseInteger(value.toString(), (int) bound.integer("base", 10));
    if (whole != null) {
      return whole;
    }
    Double number = Numbers.parseReal(value.toString());
    return number == null || number.isNaN() || number.isInfinite()
        ? otherwise
        : Numbers.truncate(number);
  }

  private static Object real(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("float", "value", "default");
    Object value = bound.required("value");
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (Numbers.isNumber(value)) {
      return Numbers.real(value);
    }
    Double number = Text.isString(value) ? Numbers.parseReal(value.toString()) : null;
    return number == null ? bound.get("default", 0.0) : number;
  }

  /** Python's {@code float(value)}. */
  static double toReal(Object value) {
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (Numbers.isNumber(value)) {
      return Numbers.real(value);
    }
    if (!Text.isString(value)) {
      throw TemplateException.type(
          "float() argument must be a string or a real number, not '" + Types.name(value) + "'");
    }
    Double number = Numbers.parseReal(value.toString());
    if (number == null) {
      throw TemplateException.value("could not convert string to float: " + Printing.repr(value));
    }
    return number;
  }

  private static Object round(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("round", "value", "precision", "method");
    Object value = bound.required("value");
    long precision = Math.clamp(bound.integer("precision", 0), -400, 400);
    Object method = bound.get("method", "common");
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (!Numbers.isNumber(value)) {
      throw TemplateException.type(
          "type " + Types.name(value) + " doesn't define __round__ method");
    }
    return switch (Printing.str(method)) {
      case "common" -> {
        if (Numbers.isInteger(value)) {
          yield Numbers.integer(
              new BigDecimal(Numbers.big(value))
                  .setScale((int) Math.min(precision, 0), RoundingMode.HALF_EVEN)
                  .toBigInteger());
        }
        yield Numbers.round(Numbers.real(value), (int) precision);
      }
      case "ceil", "floor" -> {
        double scale = Math.pow(10, (double) precision);
        double scaled = Numbers.real(value) * scale;
        yield (method.equals("ceil") ? Math.ceil(scaled) : Math.floor(scaled)) / scale;
      }
      default ->
          throw new TemplateException(
              TemplateException.Kind.FILTER_ARGUMENT, "method must be common, ceil or floor");
    };
  }

  private static Object attribute(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("attr", "obj", "name");
    Object object = bound.required("obj");
    String name = bound.string("name");
    Object found = Members.find(object, name, evaluator);
    return found == null ? Undefined.member(object, name) : found;
  }
}
