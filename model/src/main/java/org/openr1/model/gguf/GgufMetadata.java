package org.openr1.model.gguf;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.openr1.model.ModelFileException;

/**
 * The key-value pairs of a GGUF file. Values are Long, Double, Boolean, String or a List of these.
 */
final class GgufMetadata {
  private final Path path;
  private final Map<String, Object> values;

  GgufMetadata(Path path, Map<String, Object> values) {
    this.path = path;
    this.values = Collections.unmodifiableMap(values);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  String string(String key) {
    return required(key, String.class, "text");
  }

  @Nullable String stringOrNull(String key) {
    return has(key) ? string(key) : null;
  }

  boolean bool(String key, boolean fallback) {
    return has(key) ? required(key, Boolean.class, "a truth value") : fallback;
  }

  /** A whole number that fits an int and is not negative. */
  int integer(String key) {
    long value = required(key, Long.class, "a whole number");
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new ModelFileException(path, "metadata " + key + " is " + value + ", out of range");
    }
    return (int) value;
  }

  OptionalLong integerIfPresent(String key) {
    return has(key) ? OptionalLong.of(integer(key)) : OptionalLong.empty();
  }

  int integer(String key, int fallback) {
    return has(key) ? integer(key) : fallback;
  }

  /** A finite number. */
  double real(String key) {
    double value =
        values.get(key) instanceof Long whole
            ? (double) whole
            : required(key, Double.class, "a number");
    if (!Double.isFinite(value)) {
      throw new ModelFileException(path, "metadata " + key + " is " + value);
    }
    return value;
  }

  double real(String key, double fallback) {
    return has(key) ? real(key) : fallback;
  }

  List<String> strings(String key) {
    return list(key, String.class, "text");
  }

  List<Long> integers(String key) {
    return list(key, Long.class, "whole numbers");
  }

  List<Double> reals(String key) {
    return list(key, Double.class, "numbers");
  }

  private <T> List<T> list(String key, Class<T> type, String what) {
    List<?> list = required(key, List.class, "a list");
    if (!list.stream().allMatch(type::isInstance)) {
      throw new ModelFileException(path, "metadata " + key + " is not a list of " + what);
    }
    return list.stream().map(type::cast).toList();
  }

  private <T> T required(String key, Class<T> type, String what) {
    @Nullable Object value = values.get(key);
    if (value == null) {
      throw new ModelFileException(path, "metadata " + key + " is missing");
    }
    if (!type.isInstance(value)) {
      throw new ModelFileException(
          path, "metadata %s is not %s: %s".formatted(key, what, shortened(value)));
    }
    return type.cast(value);
  }

  private static String shortened(Object value) {
    String text = value.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
