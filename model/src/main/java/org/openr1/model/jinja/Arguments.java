package org.openr1.model.jinja;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluated arguments of a call.
 *
 * @param positional in order
 * @param named by name, in order
 */
record Arguments(List<Object> positional, Map<String, Object> named) {
  static Arguments of(Object... positional) {
    return new Arguments(List.of(positional), Map.of());
  }

  /** The same arguments with one more in front, as filters and tests receive them. */
  Arguments withFirst(Object first) {
    List<Object> all = new java.util.ArrayList<>(positional.size() + 1);
    all.add(first);
    all.addAll(positional);
    return new Arguments(all, named);
  }

  Arguments withoutFirst(int count) {
    return new Arguments(positional.subList(count, positional.size()), named);
  }

  /** Binds to parameter names; a name ending in {@code /} can only be given by position. */
  Bound bind(String function, String... parameters) {
    if (positional.size() > parameters.length) {
      throw TemplateException.type(
          "%s() takes at most %d arguments (%d given)"
              .formatted(function, parameters.length, positional.size() + named.size()));
    }
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < positional.size(); i++) {
      values.put(plain(parameters[i]), positional.get(i));
    }
    for (Map.Entry<String, Object> argument : named.entrySet()) {
      if (!List.of(parameters).contains(argument.getKey())) {
        throw TemplateException.type(
            "%s() got an unexpected keyword argument '%s'".formatted(function, argument.getKey()));
      }
      if (values.put(argument.getKey(), argument.getValue()) != null) {
        throw TemplateException.type(
            "%s() got multiple values for argument '%s'".formatted(function, argument.getKey()));
      }
    }
    return new Bound(function, values);
  }

  private static String plain(String parameter) {
    return parameter.endsWith("/") ? parameter.substring(0, parameter.length() - 1) : parameter;
  }

  /** A new mutable copy of the named arguments. */
  LinkedHashMap<String, Object> namedCopy() {
    return new LinkedHashMap<>(named);
  }

  /** Arguments by parameter name. */
  record Bound(String function, Map<String, Object> values) {
    Object required(String name) {
      Object value = values.get(name);
      if (value == null) {
        throw TemplateException.type(
            "%s() missing required argument: '%s'".formatted(function, name));
      }
      return value;
    }

    @Nullable Object optional(String name) {
      return values.get(name);
    }

    Object get(String name, Object otherwise) {
      Object value = values.get(name);
      return value == null ? otherwise : value;
    }

    String string(String name) {
      return Text.require(required(name));
    }

    /** Text, or null where it is missing or None. */
    @Nullable String stringOrNone(String name) {
      Object value = values.get(name);
      return value == null || value == None.NONE ? null : Text.require(value);
    }

    long integer(String name, long otherwise) {
      Object value = values.get(name);
      return value == null ? otherwise : Numbers.requireIndex(value);
    }

    boolean truth(String name, boolean otherwise) {
      Object value = values.get(name);
      return value == null ? otherwise : Types.truth(value);
    }
  }
}
