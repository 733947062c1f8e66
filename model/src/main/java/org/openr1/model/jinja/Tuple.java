package org.openr1.model.jinja;

import java.util.List;

/**
 * A Python tuple.
 *
 * @param items its elements
 * @param group whether it is a pair of {@code groupby}, whose elements also have names
 */
record Tuple(List<Object> items, boolean group) {
  Tuple(List<Object> items) {
    this(items, false);
  }

  static Tuple of(Object... items) {
    return new Tuple(List.of(items));
  }
}
