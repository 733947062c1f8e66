package org.openr1.model.jinja;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Python dict in insertion order, in which 1, 1.0 and True are the same key. */
final class Dict {
  private record Entry(Object key, Object value) {}

  private final Map<Object, Entry> entries = new LinkedHashMap<>();

  void put(Object key, Object value) {
    entries.compute(hashable(key), (k, old) -> new Entry(old == null ? key : old.key(), value));
  }

  @Nullable Object get(Object key) {
    Entry entry = entries.get(hashable(key));
    return entry == null ? null : entry.value();
  }

  boolean contains(Object key) {
    return entries.containsKey(hashable(key));
  }

  int size() {
    return entries.size();
  }

  List<Object> keys() {
    return entries.values().stream().map(Entry::key).toList();
  }

  List<Object> values() {
    return entries.values().stream().map(Entry::value).toList();
  }

  List<Object> items() {
    return entries.values().stream()
        .<Object>map(entry -> Tuple.of(entry.key(), entry.value()))
        .toList();
  }

  Dict copy() {
    Dict copy = new Dict();
    copy.entries.putAll(entries);
    return copy;
  }

  /** A Java key that is equal where Python's keys are equal. */
  static Object hashable(Object key) {
    return switch (key) {
      case Boolean flag -> flag ? 1L : 0L;
      case Double number -> numeric(number);
      case Markup markup -> markup.text();
      case Tuple tuple -> new Tuple(tuple.items().stream().map(Dict::hashable).toList());
      case Undefined undefined -> Undefined.class;
      case List<?> list -> throw unhashable("list");
      case Dict dict -> throw unhashable("dict");
      default -> key;
    };
  }

  private static Object numeric(Double number) {
    if (Double.isInfinite(number) || Double.isNaN(number) || number != Math.rint(number)) {
      return number;
    }
    BigInteger whole = new BigDecimal(number).toBigInteger();
    return Numbers.integer(whole);
  }

  private static TemplateException unhashable(String type) {
    return TemplateException.type("unhashable type: '" + type + "'");
  }
}
