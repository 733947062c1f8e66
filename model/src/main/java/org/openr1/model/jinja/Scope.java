package org.openr1.model.jinja;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables visible at a place of the template; what an inner scope sets ends with it. */
final class Scope {
  private final Map<String, Object> variables = new HashMap<>();
  private final @Nullable Scope outer;

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  void set(String name, Object value) {
    variables.put(name, value);
  }

  Object get(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Object value = scope.variables.get(name);
      if (value != null) {
        return value;
      }
    }
    return Undefined.variable(name);
  }
}
