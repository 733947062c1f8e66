package org.openr1.pipeline.recipe;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes {@link Node}s as YAML that {@link YamlReader} reads back to the same values. */
public final class YamlText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+-][A-Za-z0-9_./+ -]*");

  private YamlText() {}

  /** The YAML text of a mapping. */
  public static String of(Node.Mapping mapping) {
    StringBuilder out = new StringBuilder();
    block(mapping, 0, out);
    return out.toString();
  }

  private static void block(Node.Mapping mapping, int indent, StringBuilder out) {
    for (Map.Entry<String, Node.Entry> each : mapping.entries().entrySet()) {
      out.append(" ".repeat(indent)).append(scalar(each.getKey())).append(':');
      Node value = each.getValue().value();
      if (value instanceof Node.Mapping inner && !inner.entries().isEmpty()) {
        out.append('\n');
        block(inner, indent + 2, out);
      } else {
        out.append(' ').append(flow(value)).append('\n');
      }
    }
  }

  private static String flow(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar(scalar.text());
      case Node.Sequence sequence -> {
        List<String> parts = sequence.items().stream().map(YamlText::flow).toList();
        yield "[" + String.join(", ", parts) + "]";
      }
      case Node.Mapping mapping -> {
        List<String> parts =
            mapping.entries().entrySet().stream()
                .map(e -> scalar(e.getKey()) + ": " + flow(e.getValue().value()))
                .toList();
        yield "{" + String.join(", ", parts) + "}";
      }
    };
  }

  private static String scalar(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    boolean plain =
        PLAIN.matcher(text).matches()
            && !text.endsWith(" ")
            && !text.equals("null")
            && !text.startsWith("-")
            && !text.startsWith("- ");
    if (plain || text.matches("-[0-9][0-9.eE+-]*")) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
