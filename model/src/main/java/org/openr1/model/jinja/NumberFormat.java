package org.openr1.model.jinja;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Digits of numbers as Python's format codes write them, without sign, width or grouping. */
final class NumberFormat {
  private static final int MAX_PRECISION = 1000;

  private NumberFormat() {}

  /** The digits of a magnitude for the codes e, f, g, their capitals, n and %. */
  static String real(double magnitude, char code, int precision, boolean alternate) {
    if (precision > MAX_PRECISION) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT, "a number with " + precision + " digits");
    }
    String text;
    if (Double.isNaN(magnitude)) {
      text = "nan";
    } else if (Double.isInfinite(magnitude)) {
      text = "inf";
    } else {
      BigDecimal exact = new BigDecimal(magnitude);
      text =
          switch (Character.toLowerCase(code)) {
            case 'e' -> scientific(exact, precision);
            case 'f' -> exact.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
            case '%' ->
                exact
                    .multiply(BigDecimal.valueOf(100))
                    .setScale(precision, RoundingMode.HALF_EVEN)
                    .toPlainString();
            default -> general(exact, Math.max(precision, 1), alternate);
          };
    }
    return Character.isUpperCase(code) ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String scientific(BigDecimal value, int precision) {
    if (value.signum() == 0) {
      return (precision > 0 ? "0." + "0".repeat(precision) : "0") + "e+00";
    }
    BigDecimal rounded = value.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    String digits = rounded.unscaledValue().toString();
    int exponent = digits.length() - 1 - rounded.scale();
    digits += "0".repeat(Math.max(0, precision + 1 - digits.length()));
    String fraction = precision > 0 ? "." + digits.substring(1, precision + 1) : "";
    return digits.charAt(0) + fraction + exponent(exponent);
  }

  private static String exponent(int exponent) {
    return "e%s%02d".formatted(exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private static String general(BigDecimal value, int precision, boolean alternate) {
    if (value.signum() == 0) {
      return alternate && precision > 1 ? "0." + "0".repeat(precision - 1) : "0";
    }
    BigDecimal rounded = value.round(new MathContext(precision, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - 1 - rounded.scale();
    boolean plain = exponent >= -4 && exponent < precision;
    String text =
        plain
            ? rounded.setScale(precision - 1 - exponent, RoundingMode.HALF_EVEN).toPlainString()
            : scientific(value, precision - 1);
    int mark = text.indexOf('e');
    String digits = mark < 0 ? text : text.substring(0, mark);
    if (!alternate && digits.contains(".")) {
      digits = digits.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
    return digits + (mark < 0 ? "" : text.substring(mark));
  }

  /** The digits of a magnitude in the base of the code: b, o, x, X or d. */
  static String integer(BigInteger magnitude, char code) {
    return switch (code) {
      case 'b' -> magnitude.toString(2);
      case 'o' -> magnitude.toString(8);
      case 'x' -> magnitude.toString(16);
      case 'X' -> magnitude.toString(16).toUpperCase(Locale.ROOT);
      default -> magnitude.toString();
    };
  }
}
