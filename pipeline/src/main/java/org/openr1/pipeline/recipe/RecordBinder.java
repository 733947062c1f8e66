package org.openr1.pipeline.recipe;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Binds a mapping to a record by the components' names in snake_case. Every key must be known and
 * every value of the component's type; components that may be absent are {@code Optional...} or
 * {@code @Nullable}.
 */
public final class RecordBinder {
  private RecordBinder() {}

  /**
   * The record described by the mapping.
   *
   * @throws RecipeException naming file, line and key
   */
  public static <T extends Record> T bind(Node.Mapping mapping, Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    List<String> names = Arrays.stream(components).map(c -> key(c.getName())).toList();
    for (Map.Entry<String, Node.Entry> each : mapping.entries().entrySet()) {
      if (!names.contains(each.getKey())) {
        throw new RecipeException(
            each.getValue().keyOrigin(),
            "unknown key '" + each.getKey() + "'; " + NearestName.hint(each.getKey(), names));
      }
    }
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = component(mapping, components[i], names.get(i));
    }
    return construct(mapping, type, components, values);
  }

  /** The key of a component: {@code maxSteps} is {@code max_steps}. */
  public static String key(String component) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < component.length(); i++) {
      char c = component.charAt(i);
      if (Character.isUpperCase(c)) {
        out.append('_').append(Character.toLowerCase(c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static @Nullable Object component(
      Node.Mapping mapping, RecordComponent component, String key) {
    Node node = mapping.get(key);
    if (node == null || (node instanceof Node.Scalar scalar && scalar.text() == null)) {
      Optional<Object> absent = absent(component.getType());
      if (absent.isPresent()) {
        return absent.get();
      }
      if (isNullable(component)) {
        return null;
      }
      Origin origin = node == null ? mapping.origin() : node.origin();
      throw new RecipeException(origin, "the key '" + key + "' is missing");
    }
    return value(node, component.getGenericType(), key);
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Optional<Object> absent(Class<?> type) {
    if (type == Optional.class) {
      return Optional.of(Optional.empty());
    }
    if (type == OptionalInt.class) {
      return Optional.of(OptionalInt.empty());
    }
    if (type == OptionalLong.class) {
      return Optional.of(OptionalLong.empty());
    }
    return type == OptionalDouble.class ? Optional.of(OptionalDouble.empty()) : Optional.empty();
  }

  private static Object value(Node node, Type type, String key) {
    if (type instanceof ParameterizedType generic) {
      return genericValue(node, generic, key);
    }
    Class<?> raw = (Class<?>) type;
    if (Node.class.isAssignableFrom(raw)) {
      if (!raw.isInstance(node)) {
        throw wrongType(node, key, "a mapping");
      }
      return node;
    }
    if (Reference.class.isAssignableFrom(raw)) {
      return reference(new Origin(node.origin().source(), node.origin().line()), node, raw, key);
    }
    if (raw.isRecord()) {
      if (node instanceof Node.Mapping inner) {
        return bind(inner, raw.asSubclass(Record.class));
      }
      throw wrongType(node, key, "a mapping");
    }
    if (!(node instanceof Node.Scalar scalar) || scalar.text() == null) {
      throw wrongType(node, key, words(raw));
    }
    return scalar(scalar, scalar.text(), raw, key);
  }

  private static Object genericValue(Node node, ParameterizedType type, String key) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return Optional.of(value(node, arguments[0], key));
    }
    if (type.getRawType() == List.class) {
      if (!(node instanceof Node.Sequence sequence)) {
        throw wrongType(node, key, "a list");
      }
      List<Object> items = new ArrayList<>();
      for (Node item : sequence.items()) {
        items.add(value(item, arguments[0], key));
      }
      return List.copyOf(items);
    }
    if (type.getRawType() == Map.class) {
      if (!(node instanceof Node.Mapping inner)) {
        throw wrongType(node, key, "a mapping");
      }
      Map<String, Object> map = new LinkedHashMap<>();
      inner.entries().forEach((k, entry) -> map.put(k, value(entry.value(), arguments[1], k)));
      return map;
    }
    throw new IllegalArgumentException("Components of type " + type + " cannot be bound");
  }

  private static Object scalar(Node.Scalar node, String text, Class<?> type, String key) {
    String number = text.replace("_", "");
    try {
      if (type == String.class) {
        return text;
      }
      if (type == Object.class) {
        return untyped(text, number);
      }
      if (type == int.class || type == Integer.class || type == OptionalInt.class) {
        int value = Integer.parseInt(number);
        return type == OptionalInt.class ? OptionalInt.of(value) : (Object) value;
      }
      if (type == long.class || type == Long.class || type == OptionalLong.class) {
        long value = Long.parseLong(number);
        return type == OptionalLong.class ? OptionalLong.of(value) : (Object) value;
      }
      if (type == double.class || type == Double.class || type == OptionalDouble.class) {
        double value = number(number);
        return type == OptionalDouble.class ? OptionalDouble.of(value) : (Object) value;
      }
    } catch (NumberFormatException e) {
      throw wrongType(node, key, words(type));
    }
    if (type == boolean.class || type == Boolean.class) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw wrongType(node, key, words(type));
      };
    }
    if (type.isEnum()) {
      return constant(node, text, type, key);
    }
    throw new IllegalArgumentException("Components of type " + type + " cannot be bound");
  }

  /** A number or a truth value where the text is one, else the text. */
  private static Object untyped(String text, String number) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    try {
      return number(number);
    } catch (NumberFormatException e) {
      return text; // Not a number, which is no error here.
    }
  }

  private static double number(String text) {
    return switch (text) {
      case ".inf", "inf", "Infinity" -> Double.POSITIVE_INFINITY;
      case "-.inf", "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> {
        // Java also reads suffixes such as 1d, which are no YAML numbers.
        if (!text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
          throw new NumberFormatException(text);
        }
        yield Double.parseDouble(text);
      }
    };
  }

  private static Object constant(Node.Scalar node, String text, Class<?> type, String key) {
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
      if (name.equals(text) || constant.toString().equals(text)) {
        return constant;
      }
      names.add(name);
    }
    throw new RecipeException(
        node.origin(),
        "'" + key + "' cannot be '" + text + "'; one of " + String.join(", ", names));
  }

  private static Object reference(Origin origin, Node node, Class<?> type, String key) {
    if (!(node instanceof Node.Scalar scalar) || scalar.text() == null) {
      throw wrongType(node, key, "the name of a stage or model");
    }
    try {
      return type.getDeclaredConstructor(String.class, Origin.class)
          .newInstance(scalar.text(), origin);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type.getName(), e);
    }
  }

  private static <T extends Record> T construct(
      Node.Mapping mapping,
      Class<T> type,
      RecordComponent[] components,
      @Nullable Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      // The record's own range checks speak about components; the file and line are added here.
      Throwable cause = e.getCause();
      if (cause instanceof RecipeException already) {
        throw already;
      }
      if (cause instanceof IllegalArgumentException || cause instanceof NullPointerException) {
        throw new RecipeException(
            blame(mapping, components, cause), String.valueOf(cause.getMessage()));
      }
      throw new IllegalStateException("Cannot make a " + type.getName(), cause);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type.getName(), e);
    }
  }

  /** The line of the key that a range check's message names, else of the mapping. */
  private static Origin blame(Node.Mapping mapping, RecordComponent[] components, Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    for (RecordComponent component : components) {
      Node.Entry entry = mapping.entries().get(key(component.getName()));
      if (entry != null
          && (message.contains(component.getName())
              || message.contains(key(component.getName())))) {
        return entry.keyOrigin();
      }
    }
    return mapping.origin();
  }

  private static RecipeException wrongType(Node node, String key, String wanted) {
    return new RecipeException(
        node.origin(), "'" + key + "' must be " + wanted + ", found " + node.describe());
  }

  private static String words(Class<?> type) {
    if (type == int.class
        || type == long.class
        || type == Integer.class
        || type == Long.class
        || type == OptionalInt.class
        || type == OptionalLong.class) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class || type == OptionalDouble.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    return type == String.class ? "text" : "one value";
  }
}
