package org.openr1.pipeline.recipe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Writes records as recipe trees: the other direction of {@link RecordBinder}. */
public final class RecordNodes {
  private RecordNodes() {}

  /** The record's components under their snake_case keys; all values carry {@code origin}. */
  public static Node.Mapping of(Record record, Origin origin) {
    SequencedMap<String, Node.Entry> entries = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Node value = node(read(record, component.getAccessor()), origin);
      entries.put(RecordBinder.key(component.getName()), new Node.Entry(value, origin));
    }
    return new Node.Mapping(entries, origin);
  }

  private static @Nullable Object read(Record record, Method accessor) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + accessor, e);
    }
  }

  private static Node node(@Nullable Object value, Origin origin) {
    return switch (value) {
      case null -> new Node.Scalar(null, origin);
      case Optional<?> optional -> node(optional.orElse(null), origin);
      case OptionalInt optional ->
          node(optional.isPresent() ? (Object) optional.getAsInt() : null, origin);
      case OptionalLong optional ->
          node(optional.isPresent() ? (Object) optional.getAsLong() : null, origin);
      case OptionalDouble optional ->
          node(optional.isPresent() ? (Object) optional.getAsDouble() : null, origin);
      case Record record -> of(record, origin);
      case Enum<?> constant -> new Node.Scalar(constant.name().toLowerCase(Locale.ROOT), origin);
      case List<?> list ->
          new Node.Sequence(list.stream().map(item -> node(item, origin)).toList(), origin);
      case Map<?, ?> map -> {
        SequencedMap<String, Node.Entry> entries = new LinkedHashMap<>();
        map.forEach(
            (key, item) ->
                entries.put(String.valueOf(key), new Node.Entry(node(item, origin), origin)));
        yield new Node.Mapping(entries, origin);
      }
      default -> new Node.Scalar(String.valueOf(value), origin);
    };
  }
}
