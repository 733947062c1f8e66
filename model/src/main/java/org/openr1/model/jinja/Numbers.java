package org.openr1.model.jinja;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Python's integers without bound (Long, BigInteger beyond it) and floats. */
final class Numbers {
  private static final int MAX_BITS = 65_536;

  private Numbers() {}

  /** The value as a Long where it fits. */
  static Object integer(BigInteger value) {
    if (value.bitLength() > MAX_BITS) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT, "an integer of " + value.bitLength() + " bits");
    }
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  /** Bool, int and float are numbers. */
  static boolean isNumber(Object value) {
    return isInteger(value) || value instanceof Double;
  }

  static boolean isInteger(Object value) {
    return value instanceof Long || value instanceof BigInteger || value instanceof Boolean;
  }

  static BigInteger big(Object value) {
    return switch (value) {
      case Boolean flag -> flag ? BigInteger.ONE : BigInteger.ZERO;
      case Long number -> BigInteger.valueOf(number);
      case BigInteger number -> number;
      default -> throw new IllegalArgumentException("not an integer: " + value);
    };
  }

  static double real(Object value) {
    if (value instanceof Double number) {
      return number;
    }
    double result = big(value).doubleValue();
    if (Double.isInfinite(result)) {
      throw overflow("int too large to convert to float");
    }
    return result;
  }

  /** An integer used as an index or a count, clamped to 64 bits. */
  static long requireIndex(Object value) {
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (!isInteger(value)) {
      throw TemplateException.type(
          "'" + Types.name(value) + "' object cannot be interpreted as an integer");
    }
    BigInteger number = big(value);
    return number.bitLength() < 64
        ? number.longValue()
        : number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** The result of an arithmetic operator on two numbers. */
  static Object arithmetic(String operator, Object left, Object right) {
    boolean real = left instanceof Double || right instanceof Double;
    return switch (operator) {
      case "+" -> real ? (Object) (real(left) + real(right)) : integer(big(left).add(big(right)));
      case "-" ->
          real ? (Object) (real(left) - real(right)) : integer(big(left).subtract(big(right)));
      case "*" ->
          real ? (Object) (real(left) * real(right)) : integer(big(left).multiply(big(right)));
      case "/" -> divide(left, right);
      case "//" -> real ? (Object) floorDivide(real(left), real(right)) : floorDivide(left, right);
      case "%" -> real ? (Object) modulo(real(left), real(right)) : modulo(left, right);
      case "**" -> power(left, right, real);
      default -> throw new IllegalArgumentException("operator " + operator);
    };
  }

  private static double divide(Object left, Object right) {
    if (real(right) == 0) {
      throw zeroDivision(
          left instanceof Double || right instanceof Double
              ? "float division by zero"
              : "division by zero");
    }
    return real(left) / real(right);
  }

  private static double floorDivide(double left, double right) {
    if (right == 0) {
      throw zeroDivision("float floor division by zero");
    }
    return Math.rint((left - modulo(left, right)) / right);
  }

  private static Object floorDivide(Object left, Object right) {
    if (big(right).signum() == 0) {
      throw zeroDivision("integer division or modulo by zero");
    }
    BigInteger[] parts = big(left).divideAndRemainder(big(right));
    boolean down = parts[1].signum() != 0 && parts[1].signum() != big(right).signum();
    return integer(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
  }

  private static double modulo(double left, double right) {
    if (right == 0) {
      throw zeroDivision("float modulo");
    }
    double rest = left % right;
    if (rest != 0 && (rest < 0) != (right < 0)) {
      rest += right;
    }
    return rest == 0 ? Math.copySign(0.0, right) : rest;
  }

  private static Object modulo(Object left, Object right) {
    if (big(right).signum() == 0) {
      throw zeroDivision("integer modulo by zero");
    }
    BigInteger rest = big(left).remainder(big(right));
    boolean other = rest.signum() != 0 && rest.signum() != big(right).signum();
    return integer(other ? rest.add(big(right)) : rest);
  }

  private static Object power(Object left, Object right, boolean real) {
    if (!real && big(right).signum() >= 0) {
      BigInteger base = big(left);
      if (base.bitLength() > 1
          && (big(right).bitLength() > 31 || base.bitLength() * real(right) > MAX_BITS)) {
        throw new TemplateException(
            TemplateException.Kind.LIMIT, "a power of more than " + MAX_BITS + " bits");
      }
      boolean odd = big(right).testBit(0);
      return base.bitLength() > 1
          ? integer(base.pow(big(right).intValueExact()))
          : integer(big(right).signum() == 0 ? BigInteger.ONE : odd ? base : base.multiply(base));
    }
    double base = real(left);
    double exponent = real(right);
    if (base == 0 && exponent < 0) {
      throw zeroDivision("0.0 cannot be raised to a negative power");
    }
    double result = Math.pow(base, exponent);
    if (Double.isInfinite(result) && !Double.isInfinite(base) && !Double.isInfinite(exponent)) {
      throw overflow("(34, 'Numerical result out of range')");
    }
    return result;
  }

  /** Rounds half to even at the decimal digit, on the exact binary value as Python does. */
  static double round(double value, int digits) {
    if (Double.isNaN(value) || Double.isInfinite(value) || digits > 350) {
      return value;
    }
    return new BigDecimal(value)
        .setScale(Math.max(digits, -350), java.math.RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  /** Truncates towards zero. */
  static Object truncate(double value) {
    if (Double.isNaN(value)) {
      throw TemplateException.value("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(value)) {
      throw overflow("cannot convert float infinity to integer");
    }
    return integer(new BigDecimal(value).toBigInteger());
  }

  /** Python's {@code int(text, base)}, or null where the text is no integer. */
  static @Nullable Object parseInteger(String text, int base) {
    String digits = Text.strip(text, null).toLowerCase(java.util.Locale.ROOT);
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    int prefix = digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : 2;
    boolean prefixed = prefix != 2 || digits.startsWith("0b");
    if (prefixed && (base == prefix || base == 0)) {
      digits = digits.substring(digits.startsWith("_", 2) ? 3 : 2);
      base = prefix;
    }
    if (!digits.matches("[\\p{Nd}a-z]+(_[\\p{Nd}a-z]+)*") || digits.length() > 4300) {
      return null;
    }
    try {
      BigInteger value = new BigInteger(digits.replace("_", ""), base == 0 ? 10 : base);
      return integer(negative ? value.negate() : value);
    } catch (NumberFormatException e) {
      return null; // a digit outside the base: not an integer
    }
  }

  /** Python's {@code float(text)}, or null where the text is no number. */
  static @Nullable Double parseReal(String text) {
    String number = Text.strip(text, null).toLowerCase(java.util.Locale.ROOT);
    if (number.matches("[+-]?(inf|infinity)")) {
      return number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (number.matches("[+-]?nan")) {
      return Double.NaN;
    }
    String digits = "\\d+(_\\d+)*";
    if (!number.matches(
        "[+-]?(" + digits + "(\\.(" + digits + ")?)?|\\." + digits + ")(e[+-]?" + digits + ")?")) {
      return null;
    }
    return Double.parseDouble(number.replace("_", ""));
  }

  private static TemplateException zeroDivision(String message) {
    return new TemplateException(TemplateException.Kind.ZERO_DIVISION, message);
  }

  private static TemplateException overflow(String message) {
    return new TemplateException(TemplateException.Kind.OVERFLOW, message);
  }
}
