package org.openr1.model.jinja;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's format specification: {@code [[fill]align][sign][#][0][width][,][.precision][type]}. */
final class FormatSpec {
  private static final Pattern SPEC =
      Pattern.compile(
          "(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\\d+)?([,_])?(?:\\.(\\d+))?([a-zA-Z%])?",
          Pattern.DOTALL);

  private FormatSpec() {}

  static String apply(Object value, String spec, Budget budget) {
    if (spec.isEmpty()) {
      return Printing.str(value);
    }
    Matcher parts = SPEC.matcher(spec);
    if (!parts.matches()) {
      throw TemplateException.value(
          "Invalid format specifier '%s' for object of type '%s'"
              .formatted(spec, Types.name(value)));
    }
    char type = parts.group(10) == null ? ' ' : parts.group(10).charAt(0);
    int precision = count(parts.group(9), -1);
    int width = count(parts.group(7), 0);
    budget.charge(width);
    boolean zero = parts.group(6) != null;
    String fill = parts.group(1) != null ? parts.group(1) : zero ? "0" : " ";
    String align = parts.group(2);
    boolean number = Numbers.isNumber(value);
    if (!number && !Text.isString(value)) {
      throw TemplateException.type(
          "unsupported format string passed to " + Types.name(value) + ".__format__");
    }
    if (align == null) {
      align = zero && number ? "=" : number ? ">" : "<";
    }
    String sign = "";
    String body;
    if (number) {
      boolean negative =
          value instanceof Double real ? real < 0 || 1 / real < 0 : Numbers.real(value) < 0;
      sign =
          negative
              ? "-"
              : parts.group(3) == null || parts.group(3).equals("-") ? "" : parts.group(3);
      body = digits(value, type, precision, parts.group(5) != null);
      body = grouped(body, parts.group(8), type);
      if (parts.group(5) != null && "boxX".indexOf(type) >= 0) {
        sign += "0" + type;
      }
      if (zero && fill.equals("0") && align.equals("=") && parts.group(8) != null) {
        while (sign.length() + body.length() < width) {
          body = grouped("0" + body.replace(parts.group(8), ""), parts.group(8), type);
        }
      }
    } else {
      if ((type != 's' && type != ' ') || align.equals("=")) {
        throw TemplateException.value(
            "Unknown format code '%c' for object of type '%s'".formatted(type, Types.name(value)));
      }
      body = Printing.str(value);
      body =
          precision >= 0 && precision < Text.length(body) ? Text.slice(body, 0, precision) : body;
    }
    return padded(sign, body, width, fill, align);
  }

  private static int count(@Nullable String digits, int otherwise) {
    if (digits == null) {
      return otherwise;
    }
    if (digits.length() > 8) {
      throw TemplateException.value("Too many decimal digits in format string");
    }
    return Integer.parseInt(digits);
  }

  private static String digits(Object value, char type, int precision, boolean alternate) {
    if (value instanceof Double number) {
      double magnitude = Math.abs(number);
      if (type == ' ') {
        return precision < 0
            ? Printing.real(magnitude)
            : withPoint(NumberFormat.real(magnitude, 'g', precision, false));
      }
      if ("eEfFgGn%".indexOf(type) < 0) {
        throw TemplateException.value(
            "Unknown format code '%c' for object of type 'float'".formatted(type));
      }
      String text = NumberFormat.real(magnitude, type, precision < 0 ? 6 : precision, alternate);
      return type == '%' ? text + "%" : text;
    }
    if ("eEfFgG%".indexOf(type) >= 0) {
      return digits(Numbers.real(value), type, precision, alternate);
    }
    BigInteger magnitude = Numbers.big(value).abs();
    if (type == 'c') {
      return Character.toString(magnitude.intValueExact());
    }
    if ("bdoxXn ".indexOf(type) < 0) {
      throw TemplateException.value(
          "Unknown format code '%c' for object of type 'int'".formatted(type));
    }
    if (precision >= 0) {
      throw TemplateException.value("Precision not allowed in integer format specifier");
    }
    return NumberFormat.integer(magnitude, type);
  }

  private static String withPoint(String text) {
    return text.matches("\\d+") ? text + ".0" : text;
  }

  private static String grouped(String digits, @Nullable String separator, char type) {
    if (separator == null) {
      return digits;
    }
    int size = "boxX".indexOf(type) >= 0 ? 4 : 3;
    int whole = 0;
    while (whole < digits.length() && Character.isLetterOrDigit(digits.charAt(whole))) {
      whole++;
    }
    StringBuilder out = new StringBuilder(digits);
    for (int i = whole - size; i > 0; i -= size) {
      out.insert(i, separator);
    }
    return out.toString();
  }

  private static String padded(String sign, String body, int width, String fill, String align) {
    int missing = Math.max(0, width - sign.length() - Text.length(body));
    return switch (align) {
      case "<" -> sign + body + fill.repeat(missing);
      case "^" -> fill.repeat(missing / 2) + sign + body + fill.repeat(missing - missing / 2);
      case "=" -> sign + fill.repeat(missing) + body;
      default -> fill.repeat(missing) + sign + body;
    };
  }
}
