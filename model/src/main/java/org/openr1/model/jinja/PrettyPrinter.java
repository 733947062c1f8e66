package org.openr1.model.jinja;

import java.util.ArrayList;
import java.util.List;

/**
 * Python's {@code pprint.pformat} at its default width: sorted keys, one element a line if long.
 */
final class PrettyPrinter {
  private static final int WIDTH = 80;

  String print(Object value) {
    return print(value, 0, 0);
  }

  private String print(Object value, int indent, int after) {
    String line = oneLine(value);
    if (Text.length(line) <= WIDTH - indent - after) {
      return line;
    }
    return switch (value) {
      case Dict dict -> {
        List<String> parts = new ArrayList<>();
        for (Object item : sortedItems(dict)) {
          List<Object> pair = ((Tuple) item).items();
          String key = oneLine(pair.get(0)) + ": ";
          parts.add(key + print(pair.get(1), indent + 1 + Text.length(key), after + 1));
        }
        yield "{" + String.join(",\n" + " ".repeat(indent + 1), parts) + "}";
      }
      case List<?> list -> "[" + lines(list, indent, after) + "]";
      case Tuple tuple ->
          "(" + lines(tuple.items(), indent, after) + (tuple.items().size() == 1 ? ",)" : ")");
      default -> line;
    };
  }

  private String lines(List<?> items, int indent, int after) {
    List<String> parts = new ArrayList<>();
    items.forEach(item -> parts.add(print(item, indent + 1, after + 1)));
    return String.join(",\n" + " ".repeat(indent + 1), parts);
  }

  private static List<Object> sortedItems(Dict dict) {
    List<Object> items = new ArrayList<>(dict.items());
    items.sort((a, b) -> compareKeys(((Tuple) a).items().get(0), ((Tuple) b).items().get(0)));
    return items;
  }

  /** Keys of types without a common order are ordered by the name of the type. */
  private static int compareKeys(Object a, Object b) {
    boolean comparable =
        (Text.isString(a) && Text.isString(b)) || (Numbers.isNumber(a) && Numbers.isNumber(b));
    return comparable
        ? Comparisons.forSorting(a, b)
        : Comparisons.compareText(Types.name(a), Types.name(b));
  }

  private static String oneLine(Object value) {
    return Printing.repr(sortedCopy(value));
  }

  private static Object sortedCopy(Object value) {
    return switch (value) {
      case Dict dict -> {
        Dict sorted = new Dict();
        for (Object item : sortedItems(dict)) {
          List<Object> pair = ((Tuple) item).items();
          sorted.put(pair.get(0), sortedCopy(pair.get(1)));
        }
        yield sorted;
      }
      case List<?> list -> Types.objects(list).stream().map(PrettyPrinter::sortedCopy).toList();
      case Tuple tuple -> new Tuple(tuple.items().stream().map(PrettyPrinter::sortedCopy).toList());
      default -> value;
    };
  }
}
