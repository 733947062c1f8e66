package org.openr1.model.jinja;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code text % values}. */
final class PercentFormat {
  private final Evaluator evaluator;
  private final String format;
  private final Object values;
  private final List<Object> items;
  private final StringBuilder out = new StringBuilder();
  private int nextItem;
  private int at;

  PercentFormat(Evaluator evaluator, String format, Object values) {
    this.evaluator = evaluator;
    this.format = format;
    this.values = values;
    this.items = values instanceof Tuple tuple ? tuple.items() : List.of(values);
  }

  String format() {
    boolean usedMapping = false;
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c != '%') {
        out.append(c);
        continue;
      }
      Object mapped = key();
      usedMapping |= mapped != null;
      conversion(mapped);
    }
    boolean mapping = values instanceof Dict || values instanceof List;
    if (nextItem < items.size() && !usedMapping && !mapping) {
      throw TemplateException.type("not all arguments converted during string formatting");
    }
    return out.toString();
  }

  private @Nullable Object key() {
    if (at >= format.length() || format.charAt(at) != '(') {
      return null;
    }
    int end = format.indexOf(')', at);
    if (end < 0) {
      throw TemplateException.value("incomplete format key");
    }
    String name = format.substring(at + 1, end);
    at = end + 1;
    if (!(values instanceof Dict dict)) {
      throw TemplateException.type("format requires a mapping");
    }
    Object value = dict.get(name);
    if (value == null) {
      throw new TemplateException(TemplateException.Kind.KEY, Printing.repr(name));
    }
    return value;
  }

  private void conversion(@Nullable Object mapped) {
    StringBuilder flags = new StringBuilder();
    while (at < format.length() && "-+ 0#".indexOf(format.charAt(at)) >= 0) {
      flags.append(format.charAt(at++));
    }
    long width = number();
    if (width < 0) {
      flags.append('-');
      width = -width;
    }
    int precision = -1;
    if (at < format.length() && format.charAt(at) == '.') {
      at++;
      long digits = number();
      precision = Math.clamp(digits, 0, Integer.MAX_VALUE);
    }
    while (at < format.length() && "hlL".indexOf(format.charAt(at)) >= 0) {
      at++;
    }
    if (at >= format.length()) {
      throw TemplateException.value("incomplete format");
    }
    char code = format.charAt(at++);
    if (code == '%') {
      out.append('%');
      return;
    }
    append(code, mapped != null ? mapped : next(), flags.toString(), width, precision);
  }

  private long number() {
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      return Math.clamp(Numbers.requireIndex(next()), -Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
    int start = at;
    while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
      at++;
    }
    if (start == at) {
      return 0;
    }
    return at - start > 9 ? Integer.MAX_VALUE : Long.parseLong(format.substring(start, at));
  }

  private Object next() {
    if (nextItem >= items.size()) {
      throw TemplateException.type("not enough arguments for format string");
    }
    return items.get(nextItem++);
  }

  private void append(char code, Object value, String flags, long width, int precision) {
    String sign = "";
    String body;
    boolean number = "diuoxXeEfFgG".indexOf(code) >= 0;
    if (number) {
      boolean alternate = flags.contains("#");
      boolean negative;
      if ("eEfFgG".indexOf(code) >= 0) {
        double real = requireReal(value);
        negative = real < 0 || (real == 0 && 1 / real < 0);
        body = NumberFormat.real(Math.abs(real), code, precision < 0 ? 6 : precision, alternate);
      } else {
        BigInteger whole = requireInteger(value, code);
        negative = whole.signum() < 0;
        body = NumberFormat.integer(whole.abs(), code);
        body = "0".repeat(Math.max(0, Math.min(precision, 1000) - body.length())) + body;
        body = (alternate && "oxX".indexOf(code) >= 0 ? "0" + code : "") + body;
      }
      sign = negative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    } else {
      body =
          switch (code) {
            case 's' -> Printing.str(value);
            case 'r' -> Printing.repr(value);
            case 'a' -> StringFormat.ascii(Printing.repr(value));
            case 'c' -> character(value);
            default ->
                throw TemplateException.value(
                    "unsupported format character '%c' (0x%x) at index %d"
                        .formatted(code, (int) code, at - 1));
          };
      if (precision >= 0 && code != 'c' && Text.length(body) > precision) {
        body = Text.slice(body, 0, precision);
      }
    }
    pad(sign, body, flags, width, number);
  }

  private void pad(String sign, String body, String flags, long width, boolean number) {
    long missing = Math.max(0, width - Text.length(body) - sign.length());
    evaluator.budget().charge(missing + body.length());
    if (flags.contains("-")) {
      out.append(sign).append(body).append(" ".repeat((int) missing));
    } else if (number && flags.contains("0")) {
      out.append(sign).append("0".repeat((int) missing)).append(body);
    } else {
      out.append(" ".repeat((int) missing)).append(sign).append(body);
    }
  }

  private static double requireReal(Object value) {
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (!Numbers.isNumber(value)) {
      throw TemplateException.type("must be real number, not " + Types.name(value));
    }
    return Numbers.real(value);
  }

  private static BigInteger requireInteger(Object value, char code) {
    if (value instanceof Double number && "diu".indexOf(code) >= 0) {
      return Numbers.big(Numbers.truncate(number));
    }
    if (!Numbers.isInteger(value)) {
      throw TemplateException.type(
          "%%%c format: %s is required, not %s"
              .formatted(
                  code,
                  "diu".indexOf(code) >= 0 ? "a real number" : "an integer",
                  Types.name(value)));
    }
    return Numbers.big(value);
  }

  private static String character(Object value) {
    if (Text.isString(value) && Text.length(value.toString()) == 1) {
      return value.toString();
    }
    if (!Numbers.isInteger(value)) {
      throw TemplateException.type("%c requires int or char");
    }
    long codePoint = Numbers.requireIndex(value);
    if (codePoint < 0 || codePoint > Character.MAX_CODE_POINT) {
      throw new TemplateException(
          TemplateException.Kind.OVERFLOW, "character " + codePoint + " is not in range(0x110000)");
    }
    return Character.toString((int) codePoint);
  }
}
