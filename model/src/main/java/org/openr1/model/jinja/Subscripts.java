package org.openr1.model.jinja;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code object[key]} and slices. */
final class Subscripts {
  private Subscripts() {}

  /** A slice's bounds; null stands for a bound left out. */
  record SliceKey(@Nullable Object start, @Nullable Object stop, @Nullable Object step) {}

  /** The element, or null where the object has none at that key or takes no keys. */
  static @Nullable Object find(Object object, Object key) {
    if (object instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (object instanceof Dict dict) {
      return key instanceof SliceKey || key instanceof List || key instanceof Dict
          ? null
          : dict.get(key);
    }
    if (key instanceof SliceKey slice) {
      return slice(object, slice);
    }
    Integer length = sequenceLength(object);
    if (length == null || !Numbers.isInteger(key)) {
      return null;
    }
    long index = Numbers.requireIndex(key);
    long at = index < 0 ? index + length : index;
    return at < 0 || at >= length ? null : element(object, (int) at);
  }

  private static @Nullable Integer sequenceLength(Object object) {
    return switch (object) {
      case String text -> Text.length(text);
      case Markup markup -> Text.length(markup.text());
      case List<?> list -> list.size();
      case Tuple tuple -> tuple.items().size();
      case Range range -> range.length();
      default -> null;
    };
  }

  private static Object element(Object object, int at) {
    return switch (object) {
      case String text -> Text.slice(text, at, at + 1);
      case Markup markup -> new Markup(Text.slice(markup.text(), at, at + 1));
      case List<?> list -> Types.objects(list).get(at);
      case Tuple tuple -> tuple.items().get(at);
      case Range range -> range.get(at);
      default -> throw new IllegalArgumentException("not a sequence: " + Types.name(object));
    };
  }

  private static @Nullable Object slice(Object object, SliceKey key) {
    Integer size = sequenceLength(object);
    if (size == null) {
      return null;
    }
    long step = key.step() == null ? 1 : bound(key.step());
    if (step == 0) {
      throw TemplateException.value("slice step cannot be zero");
    }
    long low = step > 0 ? 0 : -1;
    long high = step > 0 ? size : size - 1;
    long start =
        key.start() == null ? (step > 0 ? low : high) : clamp(key.start(), size, low, high);
    long stop = key.stop() == null ? (step > 0 ? high : low) : clamp(key.stop(), size, low, high);
    if (step == 1 && object instanceof String text) {
      return start < stop ? Text.slice(text, (int) start, (int) stop) : "";
    }
    boolean isText = Text.isString(object);
    int[] codePoints = isText ? object.toString().codePoints().toArray() : new int[0];
    StringBuilder characters = new StringBuilder();
    List<Object> items = new ArrayList<>();
    for (long i = start; step > 0 ? i < stop : i > stop; i += step) {
      if (isText) {
        characters.appendCodePoint(codePoints[(int) i]);
      } else {
        items.add(element(object, (int) i));
      }
      if (Math.abs(step) > size) {
        break; // one element at most, and no overflow of the counter
      }
    }
    return switch (object) {
      case String text -> characters.toString();
      case Markup markup -> new Markup(characters.toString());
      case Tuple tuple -> new Tuple(items);
      case Range range -> {
        long first = range.start() + start * range.step();
        long next = first + (long) items.size() * step * range.step();
        yield new Range(first, next, step * range.step());
      }
      default -> items;
    };
  }

  private static long clamp(Object value, int size, long low, long high) {
    if (value == None.NONE) {
      throw new IllegalArgumentException("None is a bound left out");
    }
    long index = bound(value);
    return Math.clamp(index < 0 ? index + size : index, low, high);
  }

  private static long bound(Object value) {
    if (value instanceof Undefined || !Numbers.isInteger(value)) {
      throw TemplateException.type(
          "slice indices must be integers or None or have an __index__ method");
    }
    return Numbers.requireIndex(value);
  }
}
