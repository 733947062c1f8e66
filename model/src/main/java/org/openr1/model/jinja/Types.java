package org.openr1.model.jinja;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Python's type system says about values: names, truth, length, iteration, conversion. */
final class Types {
  private Types() {}

  /** Python's name of the value's type. */
  static String name(Object value) {
    return switch (value) {
      case None none -> "NoneType";
      case Boolean flag -> "bool";
      case Long number -> "int";
      case BigInteger number -> "int";
      case Double number -> "float";
      case String text -> "str";
      case Markup markup -> "Markup";
      case List<?> list -> "list";
      case Tuple tuple -> "tuple";
      case Dict dict -> "dict";
      case DictView view -> view.name();
      case Generator generator -> generator.typeName();
      case Range range -> "range";
      case Undefined undefined -> "Undefined";
      case Namespace namespace -> "TemplateNamespace";
      case LoopContext loop -> "LoopContext";
      case Macro macro -> "Macro";
      default -> "function";
    };
  }

  /** The name in messages about missing attributes, such as {@code str object}. */
  static String qualifiedName(Object value) {
    return switch (value) {
      case LoopContext loop -> "jinja2.runtime.LoopContext object";
      case Macro macro -> "jinja2.runtime.Macro object";
      case Undefined undefined -> "jinja2.runtime.Undefined object";
      case Markup markup -> "markupsafe.Markup object";
      default -> name(value) + " object";
    };
  }

  static boolean truth(Object value) {
    return switch (value) {
      case None none -> false;
      case Boolean flag -> flag;
      case Long number -> number != 0;
      case Double number -> number != 0;
      case Undefined undefined -> false;
      case Generator generator -> true;
      default -> {
        Integer length = lengthOrNull(value);
        yield length == null || length > 0;
      }
    };
  }

  static int length(Object value) {
    Integer length = lengthOrNull(value);
    if (length == null) {
      throw TemplateException.type("object of type '" + name(value) + "' has no len()");
    }
    return length;
  }

  static @Nullable Integer lengthOrNull(Object value) {
    return switch (value) {
      case String text -> Text.length(text);
      case Markup markup -> Text.length(markup.text());
      case List<?> list -> list.size();
      case Tuple tuple -> tuple.items().size();
      case Dict dict -> dict.size();
      case DictView view -> view.items().size();
      case Range range -> range.length();
      case Undefined undefined -> 0;
      case LoopContext loop -> loop.length();
      default -> null;
    };
  }

  static boolean isIterable(Object value) {
    return iteratorOrNull(value) != null;
  }

  static Iterator<Object> iterate(Object value) {
    Iterator<Object> items = iteratorOrNull(value);
    if (items == null) {
      throw TemplateException.type("'" + name(value) + "' object is not iterable");
    }
    return items;
  }

  private static @Nullable Iterator<Object> iteratorOrNull(Object value) {
    return switch (value) {
      case String text -> Text.characters(text);
      case Markup markup -> Text.characters(markup.text());
      case Tuple tuple -> tuple.items().iterator();
      case Dict dict -> dict.keys().iterator();
      case DictView view -> view.items().iterator();
      case Generator generator -> generator;
      case Range range -> range.iterator();
      case Undefined undefined -> List.<Object>of().iterator();
      case LoopContext loop -> loop.pairs();
      case List<?> list -> objects(list).iterator();
      default -> null;
    };
  }

  static List<Object> toList(Object value) {
    List<Object> items = new ArrayList<>();
    iterate(value).forEachRemaining(items::add);
    return items;
  }

  /** A list whose elements are all template values, as every list in here is. */
  @SuppressWarnings("unchecked")
  static List<Object> objects(List<?> list) {
    return (List<Object>) list;
  }

  /** Rebuilds a Java value out of plain template values; anything unknown becomes its name. */
  static Object fromJava(@Nullable Object value) {
    return switch (value) {
      case null -> None.NONE;
      case Boolean flag -> flag;
      case Byte number -> number.longValue();
      case Short number -> number.longValue();
      case Integer number -> number.longValue();
      case Long number -> number;
      case BigInteger number -> Numbers.integer(number);
      case Number number -> number.doubleValue();
      case CharSequence text -> text.toString();
      case Map<?, ?> map -> {
        Dict dict = new Dict();
        map.forEach((key, item) -> dict.put(fromJava(key), fromJava(item)));
        yield dict;
      }
      case Collection<?> items -> {
        List<Object> list = new ArrayList<>(items.size());
        items.forEach(item -> list.add(fromJava(item)));
        yield list;
      }
      default -> "<" + value.getClass().getSimpleName() + ">";
    };
  }
}
