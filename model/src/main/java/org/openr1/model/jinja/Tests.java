package org.openr1.model.jinja;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Jinja's tests by name: what stands after {@code is}. */
final class Tests {
  /** A test: the tested value is the first argument. */
  @FunctionalInterface
  interface Test {
    Object apply(Arguments arguments);
  }

  private static final Map<String, Test> ALL = all();

  private Tests() {}

  static @Nullable Test find(String name) {
    return ALL.get(name);
  }

  private static Map<String, Test> all() {
    Map<String, Test> tests = new HashMap<>();
    one(tests, "defined", value -> !(value instanceof Undefined));
    one(tests, "undefined", value -> value instanceof Undefined);
    one(tests, "none", value -> value == None.NONE);
    one(tests, "boolean", value -> value instanceof Boolean);
    one(tests, "true", value -> value.equals(true));
    one(tests, "false", value -> value.equals(false));
    one(tests, "integer", value -> Numbers.isInteger(value) && !(value instanceof Boolean));
    one(tests, "float", value -> value instanceof Double);
    one(tests, "number", Numbers::isNumber);
    one(tests, "string", Text::isString);
    one(tests, "mapping", value -> value instanceof Dict);
    one(tests, "iterable", Types::isIterable);
    one(tests, "sequence", Tests::isSequence);
    one(tests, "callable", value -> value instanceof Function || value instanceof Undefined);
    one(tests, "escaped", value -> value instanceof Markup);
    one(tests, "lower", value -> CaseMapping.is(Printing.str(value), "islower"));
    one(tests, "upper", value -> CaseMapping.is(Printing.str(value), "isupper"));
    one(tests, "odd", value -> Comparisons.equal(rest(value, 2L), 1L));
    one(tests, "even", value -> Comparisons.equal(rest(value, 2L), 0L));
    one(tests, "filter", value -> Text.isString(value) && Filters.find(value.toString()) != null);
    one(tests, "test", value -> Text.isString(value) && find(value.toString()) != null);
    tests.put(
        "divisibleby",
        arguments -> {
          Arguments.Bound bound = arguments.bind("divisibleby", "value", "num");
          return Comparisons.equal(rest(bound.required("value"), bound.required("num")), 0L);
        });
    tests.put("sameas", Tests::sameAs);
    compare(tests, "==", "eq", "equalto", "==");
    compare(tests, "!=", "ne", "!=");
    compare(tests, "<", "lt", "lessthan", "<");
    compare(tests, "<=", "le", "<=");
    compare(tests, ">", "gt", "greaterthan", ">");
    compare(tests, ">=", "ge", ">=");
    compare(tests, "in", "in");
    return Map.copyOf(tests);
  }

  private static void one(Map<String, Test> tests, String name, Predicate<Object> test) {
    tests.put(name, arguments -> test.test(arguments.bind(name, "value").required("value")));
  }

  private static void compare(Map<String, Test> tests, String operator, String... names) {
    for (String name : names) {
      tests.put(
          name,
          arguments -> {
            Arguments.Bound bound = arguments.bind(name, "a", "b");
            return Comparisons.compare(operator, bound.required("a"), bound.required("b"));
          });
    }
  }

  private static boolean isSequence(Object value) {
    return Text.isString(value)
        || value instanceof List
        || value instanceof Tuple
        || value instanceof Dict
        || value instanceof Range
        || value instanceof Undefined;
  }

  private static Object rest(Object value, Object divisor) {
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (Numbers.isNumber(value) && Numbers.isNumber(divisor)) {
      return Numbers.arithmetic("%", value, divisor);
    }
    if (Text.isString(value)) {
      throw TemplateException.type("not all arguments converted during string formatting");
    }
    throw TemplateException.type(
        "unsupported operand type(s) for %%: '%s' and '%s'"
            .formatted(Types.name(value), Types.name(divisor)));
  }

  @SuppressWarnings("ReferenceEquality") // identity is what the test asks for
  private static Object sameAs(Arguments arguments) {
    Arguments.Bound bound = arguments.bind("sameas", "value", "other");
    Object value = bound.required("value");
    Object other = bound.required("other");
    // Equal small integers and equal strings of one template are one object in Python too.
    boolean shared =
        value.getClass() == other.getClass()
            && (value instanceof Long || value instanceof Boolean || value instanceof String);
    return value == other || (shared && value.equals(other));
  }
}
