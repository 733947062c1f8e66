package org.openr1.model.jinja;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.openr1.model.jinja.TemplateException.Kind;

/** Functions every chat template can call. */
final class Globals {
  private Globals() {}

  static Scope scope(Clock clock) {
    Scope scope = new Scope(null);
    define(scope, "range", Globals::range);
    define(scope, "dict", Globals::dict);
    define(scope, "namespace", Globals::namespace);
    define(scope, "cycler", arguments -> new Cycler(arguments.positional()));
    define(scope, "joiner", Globals::joiner);
    define(scope, "raise_exception", Globals::raise);
    define(scope, "lipsum", Globals::noRandomText);
    define(
        scope,
        "strftime_now",
        arguments -> {
          String format = arguments.bind("strftime_now", "format").string("format");
          return TimeFormat.format(format, LocalDateTime.now(clock));
        });
    return scope;
  }

  private static void define(Scope scope, String name, Function function) {
    scope.set(name, function);
  }

  private static Object range(Arguments arguments) {
    Arguments.Bound bound = arguments.bind("range", "start/", "stop/", "step/");
    long first = Numbers.requireIndex(bound.required("start"));
    return arguments.positional().size() == 1
        ? new Range(0, first, 1)
        : new Range(first, Numbers.requireIndex(bound.required("stop")), bound.integer("step", 1));
  }

  private static Object dict(Arguments arguments) {
    Dict dict = new Dict();
    if (arguments.positional().size() > 1) {
      throw TemplateException.type(
          "dict expected at most 1 argument, got " + arguments.positional().size());
    }
    for (Object source : arguments.positional()) {
      if (source instanceof Dict other) {
        other
            .keys()
            .forEach(key -> dict.put(key, java.util.Objects.requireNonNull(other.get(key))));
      } else {
        for (Object pair : Types.toList(source)) {
          List<Object> items = Types.toList(pair);
          if (items.size() != 2) {
            throw TemplateException.value(
                "dictionary update sequence element has length %d; 2 is required"
                    .formatted(items.size()));
          }
          dict.put(items.get(0), items.get(1));
        }
      }
    }
    arguments.named().forEach(dict::put);
    return dict;
  }

  static Object dictFromKeys(Arguments arguments) {
    Arguments.Bound bound = arguments.bind("fromkeys", "iterable/", "value/");
    Dict dict = new Dict();
    for (Object key : Types.toList(bound.required("iterable"))) {
      dict.put(key, bound.get("value", None.NONE));
    }
    return dict;
  }

  private static Object namespace(Arguments arguments) {
    Dict attributes = (Dict) dict(arguments);
    Namespace namespace = new Namespace();
    for (Object item : attributes.items()) {
      List<Object> pair = ((Tuple) item).items();
      namespace.set(Printing.str(pair.get(0)), pair.get(1));
    }
    return namespace;
  }

  private static Object joiner(Arguments arguments) {
    Object separator = arguments.bind("joiner", "sep").get("sep", ", ");
    List<Object> used = new ArrayList<>();
    return (Function)
        inner -> {
          if (used.isEmpty()) {
            used.add(separator);
            return "";
          }
          return separator;
        };
  }

  private static Object raise(Arguments arguments) {
    Object message = arguments.bind("raise_exception", "message").required("message");
    throw new TemplateException(Kind.RAISED, Printing.str(message));
  }

  private static Object noRandomText(Arguments arguments) {
    throw new TemplateException(Kind.RUNTIME, "lipsum() is random and is not supported");
  }
}
