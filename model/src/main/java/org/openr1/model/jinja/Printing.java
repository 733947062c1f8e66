package org.openr1.model.jinja;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Iterator;
import java.util.List;

/** Python's {@code str} and {@code repr}. */
final class Printing {
  private static final int MAX_DEPTH = 200;

  private Printing() {}

  static String str(Object value) {
    return switch (value) {
      case String text -> text;
      case Markup markup -> markup.text();
      case Undefined undefined -> "";
      default -> repr(value);
    };
  }

  static String repr(Object value) {
    StringBuilder out = new StringBuilder();
    repr(value, out, 0);
    return out.toString();
  }

  private static void repr(Object value, StringBuilder out, int depth) {
    if (depth > MAX_DEPTH) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT, "a value nested more than " + MAX_DEPTH + " deep");
    }
    switch (value) {
      case None none -> out.append("None");
      case Boolean flag -> out.append(flag ? "True" : "False");
      case Double number -> out.append(real(number));
      case String text -> quote(text, out);
      case Markup markup -> {
        out.append("Markup(");
        quote(markup.text(), out);
        out.append(')');
      }
      case Undefined undefined -> out.append("Undefined");
      case Tuple tuple -> {
        items(tuple.items(), "(", tuple.items().size() == 1 ? ",)" : ")", out, depth);
      }
      case List<?> list -> items(list, "[", "]", out, depth);
      case Dict dict -> dict(dict.items(), out, depth);
      case DictView view -> items(view.items(), view.name() + "([", "])", out, depth);
      case Range range -> {
        out.append("range(").append(range.start()).append(", ").append(range.stop());
        out.append(range.step() == 1 ? ")" : ", " + range.step() + ")");
      }
      case Namespace namespace -> {
        out.append("<Namespace ");
        List<Object> pairs =
            namespace.attributes().entrySet().stream()
                .<Object>map(entry -> Tuple.of(entry.getKey(), entry.getValue()))
                .toList();
        dict(pairs, out, depth);
        out.append('>');
      }
      case LoopContext loop ->
          out.append("<LoopContext %d/%d>".formatted(loop.index(), loop.length()));
      case Macro macro -> out.append("<Macro ").append(repr(macro.name())).append('>');
      case Generator generator -> out.append("<").append(generator.typeName()).append(" object>");
      case Function function -> out.append("<function>");
      default -> out.append(value);
    }
  }

  private static void items(
      List<?> items, String open, String close, StringBuilder out, int depth) {
    out.append(open);
    String separator = "";
    for (Object item : items) {
      out.append(separator);
      repr(item, out, depth + 1);
      separator = ", ";
    }
    out.append(close);
  }

  private static void dict(List<Object> pairs, StringBuilder out, int depth) {
    out.append('{');
    Iterator<Object> entries = pairs.iterator();
    while (entries.hasNext()) {
      Tuple pair = (Tuple) entries.next();
      repr(pair.items().get(0), out, depth + 1);
      out.append(": ");
      repr(pair.items().get(1), out, depth + 1);
      out.append(entries.hasNext() ? ", " : "");
    }
    out.append('}');
  }

  /** The shortest digits that read back as the same number, in Python's layout. */
  static String real(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    String sign = value < 0 ? "-" : "";
    if (exponent < -4 || exponent >= 16) {
      String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
      String size = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
      return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + size;
    }
    String plain = shortest.toPlainString();
    return sign + plain + (plain.contains(".") ? "" : ".0");
  }

  private static BigDecimal shortest(double magnitude) {
    BigDecimal digits = new BigDecimal(Double.toString(magnitude)).stripTrailingZeros();
    // Java always writes two digits at least, and so misses 5e-324.
    BigDecimal single = digits.round(new MathContext(1));
    return single.doubleValue() == magnitude ? single.stripTrailingZeros() : digits;
  }

  private static void quote(String text, StringBuilder out) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                  if (c == quote) {
                    out.append('\\').append(quote);
                  } else if (isPrintable(c)) {
                    out.appendCodePoint(c);
                  } else {
                    String format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
                    out.append(String.format(format, c));
                  }
                }
              }
            });
    out.append(quote);
  }

  static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
