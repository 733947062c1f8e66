package org.openr1.model.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openr1.model.jinja.Statement.MacroCode;

/** A macro, or the block given to one by {@code call}: a function of the scope it stands in. */
final class Macro implements Function {
  private final @Nullable String name;
  private final MacroCode code;
  private final Scope definedIn;
  private final Renderer renderer;

  Macro(@Nullable String name, MacroCode code, Scope definedIn, Renderer renderer) {
    this.name = name;
    this.code = code;
    this.definedIn = definedIn;
    this.renderer = renderer;
  }

  Object name() {
    return name == null ? None.NONE : name;
  }

  @Nullable Object member(String attribute) {
    return switch (attribute) {
      case "name" -> name();
      case "arguments" -> new Tuple(List.copyOf(code.parameters()));
      case "catch_kwargs" -> code.usesKwargs();
      case "catch_varargs" -> code.usesVarargs();
      case "caller" -> code.usesCaller();
      default -> null;
    };
  }

  @Override
  public Object call(Arguments arguments) {
    Scope scope = new Scope(definedIn);
    Map<String, Object> named = new LinkedHashMap<>(arguments.named());
    List<String> parameters = code.parameters();
    int given = Math.min(arguments.positional().size(), parameters.size());
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      String parameter = parameters.get(i);
      Object value = i < given ? arguments.positional().get(i) : named.remove(parameter);
      if (value == null) {
        missing.add(parameter);
      } else {
        scope.set(parameter, value);
      }
    }
    if (code.usesCaller()) {
      Object caller = named.remove("caller");
      scope.set(
          "caller",
          caller == null || caller == None.NONE ? Undefined.hint("No caller defined") : caller);
    }
    bindRest(arguments, named, scope);
    defaults(missing, scope);
    return renderer.macroBody(code.body(), scope);
  }

  private void bindRest(Arguments arguments, Map<String, Object> named, Scope scope) {
    if (code.usesKwargs()) {
      Dict kwargs = new Dict();
      named.forEach(kwargs::put);
      scope.set("kwargs", kwargs);
    } else if (!named.isEmpty()) {
      if (named.containsKey("caller")) {
        throw TemplateException.type(
            "macro "
                + Printing.repr(name())
                + " was invoked with two values for the special caller argument. This is most"
                + " likely a bug.");
      }
      throw TemplateException.type(
          "macro %s takes no keyword argument %s"
              .formatted(Printing.repr(name()), Printing.repr(named.keySet().iterator().next())));
    }
    int count = code.parameters().size();
    int positional = arguments.positional().size();
    if (code.usesVarargs()) {
      scope.set(
          "varargs",
          positional > count
              ? new Tuple(List.copyOf(arguments.positional().subList(count, positional)))
              : new Tuple(List.of()));
    } else if (positional > count) {
      throw TemplateException.type(
          "macro %s takes not more than %d argument(s)".formatted(Printing.repr(name()), count));
    }
  }

  /** Evaluates defaults in order, so that one can use the parameters before it. */
  private void defaults(List<String> missing, Scope scope) {
    int firstDefault = code.parameters().size() - code.defaults().size();
    for (String parameter : missing) {
      int index = code.parameters().indexOf(parameter) - firstDefault;
      scope.set(
          parameter,
          index >= 0
              ? renderer.evaluator().evaluate(code.defaults().get(index), scope)
              : Undefined.hint("parameter " + Printing.repr(parameter) + " was not provided"));
    }
  }
}
