package org.openr1.model.jinja;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes JSON as Python's {@code json.dumps} does. */
final class JsonText {
  private static final int MAX_DEPTH = 200;

  private final boolean ascii;
  private final @Nullable String indent;
  private final String itemSeparator;
  private final String keySeparator;
  private final boolean sortKeys;
  private final StringBuilder out = new StringBuilder();

  private JsonText(
      boolean ascii,
      @Nullable String indent,
      String itemSeparator,
      String keySeparator,
      boolean sortKeys) {
    this.ascii = ascii;
    this.indent = indent;
    this.itemSeparator = itemSeparator;
    this.keySeparator = keySeparator;
    this.sortKeys = sortKeys;
  }

  /** The filter {@code tojson} of transformers. */
  static String filter(Arguments arguments, Budget budget) {
    Arguments.Bound bound =
        arguments.bind("tojson", "x", "ensure_ascii", "indent", "separators", "sort_keys");
    Object indentation = bound.get("indent", None.NONE);
    String indent = null;
    if (Text.isString(indentation)) {
      indent = indentation.toString();
    } else if (indentation != None.NONE) {
      long width = Math.max(0, Numbers.requireIndex(indentation));
      budget.charge(width);
      indent = " ".repeat((int) width);
    }
    String itemSeparator = indent == null ? ", " : ",";
    String keySeparator = ": ";
    Object separators = bound.get("separators", None.NONE);
    if (separators != None.NONE) {
      List<Object> pair = Types.toList(separators);
      if (pair.size() != 2) {
        throw TemplateException.value("separators must be a pair, got " + pair.size() + " items");
      }
      itemSeparator = Text.require(pair.get(0));
      keySeparator = Text.require(pair.get(1));
    }
    JsonText json =
        new JsonText(
            bound.truth("ensure_ascii", false),
            indent,
            itemSeparator,
            keySeparator,
            bound.truth("sort_keys", false));
    json.write(bound.required("x"), 0);
    budget.charge(json.out.length());
    return json.out.toString();
  }

  private void write(Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT, "a value nested more than " + MAX_DEPTH + " deep");
    }
    switch (value) {
      case None none -> out.append("null");
      case Boolean flag -> out.append(flag);
      case Long number -> out.append((long) number);
      case BigInteger number -> out.append(number);
      case Double number -> out.append(real(number));
      case String text -> quote(text);
      case Markup markup -> quote(markup.text());
      case List<?> list -> list(list, depth);
      case Tuple tuple -> list(tuple.items(), depth);
      case Dict dict -> dict(dict, depth);
      default ->
          throw TemplateException.type(
              "Object of type " + Types.name(value) + " is not JSON serializable");
    }
  }

  private static String real(double value) {
    return Double.isNaN(value)
        ? "NaN"
        : Double.isInfinite(value) ? (value > 0 ? "Infinity" : "-Infinity") : Printing.real(value);
  }

  private void list(List<?> items, int depth) {
    if (items.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    Iterator<?> iterator = items.iterator();
    while (iterator.hasNext()) {
      newline(depth + 1);
      write(iterator.next(), depth + 1);
      out.append(iterator.hasNext() ? itemSeparator : "");
    }
    newline(depth);
    out.append(']');
  }

  private void dict(Dict dict, int depth) {
    if (dict.size() == 0) {
      out.append("{}");
      return;
    }
    List<Object> items = new ArrayList<>(dict.items());
    if (sortKeys) {
      items.sort((a, b) -> Comparisons.forSorting(key(a), key(b)));
    }
    out.append('{');
    Iterator<Object> iterator = items.iterator();
    while (iterator.hasNext()) {
      Tuple item = (Tuple) iterator.next();
      newline(depth + 1);
      quote(keyText(item.items().get(0)));
      out.append(keySeparator);
      write(item.items().get(1), depth + 1);
      out.append(iterator.hasNext() ? itemSeparator : "");
    }
    newline(depth);
    out.append('}');
  }

  private static Object key(Object item) {
    return ((Tuple) item).items().get(0);
  }

  private static String keyText(Object key) {
    return switch (key) {
      case String text -> text;
      case Markup markup -> markup.text();
      case None none -> "null";
      case Boolean flag -> flag.toString();
      case Long number -> number.toString();
      case BigInteger number -> number.toString();
      case Double number -> real(number);
      default ->
          throw TemplateException.type(
              "keys must be str, int, float, bool or None, not " + Types.name(key));
    };
  }

  private void newline(int depth) {
    if (indent != null) {
      out.append('\n').append(indent.repeat(depth));
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\f' -> out.append("\\f");
        case '\b' -> out.append("\\b");
        default -> {
          if (c < 0x20 || (ascii && c > 0x7e)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
