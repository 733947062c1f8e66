package org.openr1.model.jinja;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jinja's filters by name. */
final class Filters {
  /** A filter: the filtered value is the first argument. */
  @FunctionalInterface
  interface Filter {
    Object apply(Arguments arguments, Evaluator evaluator);
  }

  private static final Map<String, Filter> ALL = all();

  private Filters() {}

  static @Nullable Filter find(String name) {
    return ALL.get(name);
  }

  private static Map<String, Filter> all() {
    Map<String, Filter> filters = new HashMap<>();
    TextFilters.addTo(filters);
    LayoutFilters.addTo(filters);
    SequenceFilters.addTo(filters);
    SelectionFilters.addTo(filters);
    ValueFilters.addTo(filters);
    return Map.copyOf(filters);
  }
}
