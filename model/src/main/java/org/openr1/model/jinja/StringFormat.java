package org.openr1.model.jinja;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openr1.model.jinja.TemplateException.Kind;

/** Python's {@code text.format(...)}, whose fields reach attributes only through the sandbox. */
final class StringFormat {
  private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\[([^\\]]+)\\]");

  private final Evaluator evaluator;
  private final Arguments arguments;
  private int nextIndex;
  private boolean manual;

  StringFormat(Evaluator evaluator, Arguments arguments) {
    this.evaluator = evaluator;
    this.arguments = arguments;
  }

  String format(String text) {
    return format(text, 2);
  }

  private String format(String text, int depth) {
    if (depth < 0) {
      throw TemplateException.value("Max string recursion exceeded");
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
      if ((c == '{' || c == '}') && doubled) {
        out.append(c);
        i += 2;
      } else if (c == '}') {
        throw TemplateException.value("Single '}' encountered in format string");
      } else if (c == '{') {
        int end = fieldEnd(text, i + 1);
        out.append(field(text.substring(i + 1, end), depth));
        i = end + 1;
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  private static int fieldEnd(String text, int start) {
    int open = 1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    throw TemplateException.value(
        start >= text.length()
            ? "Single '{' encountered in format string"
            : "expected '}' before end of string");
  }

  private String field(String field, int depth) {
    int end = 0;
    int brackets = 0;
    while (end < field.length()) {
      char c = field.charAt(end);
      brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (brackets == 0 && (c == ':' || c == '!')) {
        break;
      }
      end++;
    }
    String conversion = "";
    int specStart = end;
    if (end < field.length() && field.charAt(end) == '!') {
      if (end + 1 >= field.length()) {
        throw TemplateException.value("end of string while looking for conversion specifier");
      }
      conversion = field.substring(end + 1, end + 2);
      specStart = end + 2;
      if (specStart < field.length() && field.charAt(specStart) != ':') {
        throw TemplateException.value("expected ':' after conversion specifier");
      }
    }
    String spec = specStart < field.length() ? field.substring(specStart + 1) : "";
    Object value = converted(lookup(field.substring(0, end)), conversion);
    return FormatSpec.apply(value, format(spec, depth - 1), evaluator.budget());
  }

  private static Object converted(Object value, String conversion) {
    return switch (conversion) {
      case "" -> value;
      case "s" -> Printing.str(value);
      case "r" -> Printing.repr(value);
      case "a" -> ascii(Printing.repr(value));
      default -> throw TemplateException.value("Unknown conversion specifier " + conversion);
    };
  }

  /** Replaces what is not ASCII by escapes. */
  static String ascii(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                out.append(
                    c < 128
                        ? Character.toString(c)
                        : String.format(
                            c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c)));
    return out.toString();
  }

  private Object lookup(String path) {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    Object value = first(path.substring(0, end));
    Matcher step = STEP.matcher(path);
    while (end < path.length()) {
      if (!step.find(end) || step.start() != end) {
        throw TemplateException.value("Empty attribute in format string");
      }
      if (step.group(1) != null) {
        value = evaluator.attribute(value, step.group(1));
      } else {
        String key = step.group(2);
        value = evaluator.item(value, key.matches("[0-9]{1,9}") ? Long.valueOf(key) : key);
      }
      end = step.end();
    }
    return value;
  }

  private Object first(String name) {
    if (name.isEmpty()) {
      if (manual) {
        throw TemplateException.value(
            "cannot switch from manual field specification to automatic field numbering");
      }
      return positional(nextIndex++);
    }
    if (name.matches("[0-9]{1,9}")) {
      if (nextIndex > 0) {
        throw TemplateException.value(
            "cannot switch from automatic field numbering to manual field specification");
      }
      manual = true;
      return positional(Integer.parseInt(name));
    }
    Object value = arguments.named().get(name);
    if (value == null) {
      throw new TemplateException(Kind.KEY, Printing.repr(name));
    }
    return value;
  }

  private Object positional(int index) {
    if (index >= arguments.positional().size()) {
      throw new TemplateException(
          Kind.INDEX, "Replacement index " + index + " out of range for positional args tuple");
    }
    return arguments.positional().get(index);
  }
}
