package org.openr1.model.jinja;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openr1.model.jinja.TemplateException.Kind;

/** Attributes and methods of values other than strings, as the immutable sandbox shows them. */
final class Members {
  private static final Set<String> INTERNAL =
      Set.of(
          "__class__",
          "__delattr__",
          "__dir__",
          "__doc__",
          "__eq__",
          "__format__",
          "__ge__",
          "__getattribute__",
          "__gt__",
          "__hash__",
          "__init__",
          "__init_subclass__",
          "__le__",
          "__lt__",
          "__ne__",
          "__new__",
          "__reduce__",
          "__reduce_ex__",
          "__repr__",
          "__setattr__",
          "__sizeof__",
          "__str__",
          "__subclasshook__");
  private static final Set<String> DICT_CHANGES =
      Set.of("clear", "pop", "popitem", "setdefault", "update");
  private static final Set<String> LIST_CHANGES =
      Set.of("append", "clear", "pop", "reverse", "insert", "sort", "extend", "remove");

  private Members() {}

  /** The attribute, an undefined where the sandbox hides it, or null where there is none. */
  static @Nullable Object find(Object object, String name, Evaluator evaluator) {
    if (object instanceof Undefined undefined) {
      if (name.startsWith("__") && name.endsWith("__")) {
        return INTERNAL.contains(name) ? Undefined.unsafe(object, name) : null;
      }
      throw undefined.failure();
    }
    if (INTERNAL.contains(name)) {
      return Undefined.unsafe(object, name);
    }
    return switch (object) {
      case String text -> StringMethods.find(object, name, evaluator);
      case Markup markup -> StringMethods.find(object, name, evaluator);
      case Dict dict ->
          DICT_CHANGES.contains(name) ? Undefined.unsafe(dict, name) : dictMethod(dict, name);
      case List<?> list ->
          LIST_CHANGES.contains(name)
              ? Undefined.unsafe(list, name)
              : name.equals("copy")
                  ? (Function) arguments -> List.copyOf(Types.objects(list))
                  : sequenceMethod(list, Types.objects(list), name);
      case Tuple tuple ->
          tuple.group() && (name.equals("grouper") || name.equals("list"))
              ? tuple.items().get(name.equals("grouper") ? 0 : 1)
              : sequenceMethod(tuple, tuple.items(), name);
      case Range range ->
          switch (name) {
            case "start" -> range.start();
            case "stop" -> range.stop();
            case "step" -> range.step();
            default -> sequenceMethod(range, Types.toList(range), name);
          };
      case Namespace namespace -> namespace.attributes().get(name);
      case LoopContext loop -> loop.member(name);
      case Macro macro -> macro.member(name);
      case Cycler cycler -> cycler.member(name);
      case Double number ->
          name.equals("is_integer")
              ? (Function) a -> number == Math.rint(number) && !Double.isInfinite(number)
              : numberMember(number, name);
      default -> Numbers.isNumber(object) ? numberMember(object, name) : null;
    };
  }

  private static @Nullable Object numberMember(Object number, String name) {
    return switch (name) {
      case "real" ->
          number instanceof Boolean ? (Object) (Numbers.real(number) != 0 ? 1L : 0L) : number;
      case "imag" -> number instanceof Double ? (Object) 0.0 : (Object) 0L;
      case "bit_length" ->
          Numbers.isInteger(number)
              ? (Function) a -> (long) Numbers.big(number).abs().bitLength()
              : null;
      default -> null;
    };
  }

  private static @Nullable Object dictMethod(Dict dict, String name) {
    return switch (name) {
      case "get" ->
          (Function)
              arguments -> {
                Arguments.Bound bound = arguments.bind("get", "key/", "default/");
                Object value = dict.get(bound.required("key"));
                return value == null ? bound.get("default", None.NONE) : value;
              };
      case "keys" -> (Function) arguments -> view("keys", arguments, dict.keys());
      case "values" -> (Function) arguments -> view("values", arguments, dict.values());
      case "items" -> (Function) arguments -> view("items", arguments, dict.items());
      case "copy" -> (Function) arguments -> dict.copy();
      case "fromkeys" -> (Function) Globals::dictFromKeys;
      default -> null;
    };
  }

  private static Object view(String name, Arguments arguments, List<Object> items) {
    arguments.bind(name);
    return new DictView("dict_" + name, items);
  }

  private static @Nullable Object sequenceMethod(Object self, List<Object> items, String name) {
    return switch (name) {
      case "count" ->
          (Function)
              arguments -> {
                Object value = arguments.bind("count", "value/").required("value");
                return items.stream().filter(item -> Comparisons.equal(item, value)).count();
              };
      case "index" ->
          (Function)
              arguments -> {
                Arguments.Bound bound = arguments.bind("index", "value/", "start/", "stop/");
                Object value = bound.required("value");
                long start = bound.integer("start", 0);
                long stop = Math.min(bound.integer("stop", items.size()), items.size());
                long from = Math.max(0, start < 0 ? start + items.size() : start);
                for (long i = from; i < (stop < 0 ? stop + items.size() : stop); i++) {
                  if (Comparisons.equal(items.get((int) i), value)) {
                    return i;
                  }
                }
                throw new TemplateException(
                    Kind.VALUE,
                    self instanceof Tuple
                        ? "tuple.index(x): x not in tuple"
                        : Printing.repr(value) + " is not in " + Types.name(self));
              };
      default -> null;
    };
  }
}
