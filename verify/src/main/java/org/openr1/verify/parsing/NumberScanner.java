package org.openr1.verify.parsing;

import java.math.BigInteger;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.number.Rational;

/**
 * Reads numbers: digits with thousands separators in any style, decimals, repeating decimals,
 * exponents.
 */
final class NumberScanner {
  private static final int MAX_EXPONENT = 20_000;

  /** Longer ones first, so that a longer separator is not taken for a shorter. */
  private static final String[] SEPARATORS = {
    "{,}", ",\\!", ",\\,", "\\,", "\\;", "\\:", "\\!", "\\ ", "~", " ", ","
  };

  private final String text;
  private final int maxDigits;
  private int end;
  private boolean separatedByComma;

  NumberScanner(String text, int maxDigits) {
    this.text = text;
    this.maxDigits = maxDigits;
  }

  /** Behind the number read last. */
  int end() {
    return end;
  }

  /** Whether the number read last might also be a list: its groups are parted by bare commas. */
  boolean separatedByComma() {
    return separatedByComma;
  }

  /**
   * The number at {@code start}.
   *
   * @param commas whether a bare comma may part groups of three digits
   * @param spaces whether white space may
   */
  Num scan(int start, boolean commas, boolean spaces) {
    separatedByComma = false;
    int i = digitsEnd(start);
    StringBuilder digits = new StringBuilder().append(text, start, i);
    if (i > start && i - start <= 3) {
      i = groups(i, digits, commas, spaces);
    }
    int decimals = 0;
    Rational repeating = Rational.ZERO;
    int point = decimalPoint(i, digits, commas);
    if (point > i) {
      int fraction = digitsEnd(point);
      digits.append(text, point, fraction);
      decimals = fraction - point;
      i = fraction;
      int close = repeatingEnd(i);
      if (close > 0) {
        String cycle = text.substring(text.indexOf('{', i) + 1, close);
        checkLength(cycle.length(), start);
        repeating =
            new Rational(
                new BigInteger(cycle),
                BigInteger.TEN
                    .pow(cycle.length())
                    .subtract(BigInteger.ONE)
                    .multiply(BigInteger.TEN.pow(decimals)));
        i = close + 1;
      }
    }
    checkLength(digits.length(), start);
    int exponent = 0;
    int behind = exponentEnd(i);
    if (behind > 0) {
      exponent = exponent(i + 1, behind, start);
      i = behind;
    }
    end = i;
    BigInteger written = digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits.toString());
    return new Num(
        value(written, exponent - decimals).plus(repeating),
        repeating.isZero() && decimals > 0 && exponent == 0 ? decimals : -1);
  }

  private static Rational value(BigInteger written, int tens) {
    return tens == 0
        ? Rational.of(written)
        : tens > 0
            ? Rational.of(written.multiply(BigInteger.TEN.pow(tens)))
            : new Rational(written, BigInteger.TEN.pow(-tens));
  }

  private void checkLength(int digits, int start) {
    if (digits > maxDigits) {
      throw new ParseFailure(start, "number of " + digits + " digits, the limit is " + maxDigits);
    }
  }

  private int groups(int from, StringBuilder digits, boolean commas, boolean spaces) {
    int i = from;
    String style = "";
    while (true) {
      String separator = separator(i, commas);
      boolean space = separator.isBlank() || separator.equals("~") || separator.equals("\\ ");
      if (separator.isEmpty()
          || (space && !spaces)
          || !(style.isEmpty() || style.equals(separator))) {
        return i;
      }
      int group = i + separator.length();
      while (separator.endsWith("!") && group < text.length() && text.charAt(group) == ' ') {
        group++;
      }
      int close = digitsEnd(group);
      if (close - group != 3
          || (separator.equals(" ") && fractionFollows(close))
          || (text.charAt(from - 1) == '0' && digits.length() == 1)) {
        return i;
      }
      style = separator;
      separatedByComma |= separator.equals(",");
      digits.append(text, group, close);
      i = close;
    }
  }

  /** 5 121/144 is a mixed number. */
  private boolean fractionFollows(int i) {
    int at = i;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() && text.charAt(at) == '/';
  }

  /**
   * The endless decimal whose written digits end in a cycle: three times one digit, or twice
   * several.
   */
  Num repeating(String written, Num number) {
    int point = written.indexOf('.');
    String digits = written.substring(point + 1);
    for (int cycle = 1; cycle <= digits.length() / 2; cycle++) {
      String last = digits.substring(digits.length() - cycle);
      int times = cycle == 1 ? 3 : 2;
      if (digits.endsWith(last.repeat(times)) && !last.chars().allMatch(c -> c == '0')) {
        Rational tail =
            new Rational(
                new BigInteger(last),
                BigInteger.TEN
                    .pow(cycle)
                    .subtract(BigInteger.ONE)
                    .multiply(BigInteger.TEN.pow(digits.length())));
        return new Num(number.value().plus(tail), -1);
      }
    }
    return number;
  }

  private String separator(int i, boolean commas) {
    for (String separator : SEPARATORS) {
      if (text.startsWith(separator, i) && (commas || !separator.equals(","))) {
        return separator;
      }
    }
    return "";
  }

  /** Behind the decimal point at {@code i}, or {@code i} when there is none. */
  private int decimalPoint(int i, StringBuilder digits, boolean commas) {
    if (i < text.length() && text.charAt(i) == '.' && (isDigit(i + 1) || repeatingEnd(i + 1) > 0)) {
      return i + 1;
    }
    if (text.startsWith("{,}", i) && isDigit(i + 3)) {
      return i + 3;
    }
    boolean zero = digits.length() == 1 && digits.charAt(0) == '0';
    boolean comma = commas && zero && i < text.length() && text.charAt(i) == ',';
    // 0,111 is a decimal, 0,1 a list of two.
    return comma && digitsEnd(i + 1) - i > 3 ? i + 1 : i;
  }

  private int repeatingEnd(int i) {
    if (!text.startsWith("\\overline{", i)
        && !text.startsWith("\\bar{", i)
        && !text.startsWith("\\dot{", i)) {
      return -1;
    }
    int open = text.indexOf('{', i) + 1;
    int close = digitsEnd(open);
    return close > open && close < text.length() && text.charAt(close) == '}' ? close : -1;
  }

  /** Behind an exponent such as e-8 at {@code i}, or -1. */
  private int exponentEnd(int i) {
    if (i >= text.length() || (text.charAt(i) != 'e' && text.charAt(i) != 'E')) {
      return -1;
    }
    int sign = i + 1;
    if (sign < text.length() && (text.charAt(sign) == '-' || text.charAt(sign) == '+')) {
      sign++;
    }
    int close = digitsEnd(sign);
    boolean letterFollows = close < text.length() && Character.isLetter(text.charAt(close));
    return close > sign && !letterFollows ? close : -1;
  }

  private int exponent(int from, int to, int start) {
    int value = 0;
    boolean negative = text.charAt(from) == '-';
    for (int i = from; i < to; i++) {
      if (isDigit(i)) {
        value = value * 10 + text.charAt(i) - '0';
        if (value > MAX_EXPONENT) {
          throw new ParseFailure(start, "exponent beyond " + MAX_EXPONENT);
        }
      }
    }
    return negative ? -value : value;
  }

  private boolean isDigit(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private int digitsEnd(int from) {
    int i = from;
    while (isDigit(i)) {
      i++;
    }
    return i;
  }
}
