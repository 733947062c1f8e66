package org.openr1.verify;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as an exact fraction in lowest terms with a positive denominator.
 *
 * @param percent whether it was written with a percent sign
 */
public record ExactNumber(BigInteger numerator, BigInteger denominator, boolean percent) {
  /** Longer texts are no numbers: this bounds time and memory on hostile input. */
  private static final int MAX_LENGTH = 200;

  private static final int MAX_EXPONENT = 400;
  private static final String PLAIN =
      "(?:\\d{1,3}(?:[,\\u00a0\\u202f ]\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+";
  private static final Pattern DECIMAL =
      Pattern.compile("([+-]?)(" + PLAIN + ")(?:[eE]([+-]?\\d{1,4}))?");
  private static final Pattern FRACTION = Pattern.compile("([+-]?)(?:(\\d+) +)?(\\d+) ?/ ?(\\d+)");
  private static final Pattern LATEX_FRACTION =
      Pattern.compile("\\\\[dt]?frac *\\{ *([+-]?\\d+) *\\} *\\{ *(\\d+) *\\}");
  private static final Pattern UNIT = Pattern.compile("(?<=[\\d.]) ?(\\p{L}+|°)\\.?$");
  private static final Pattern SCALE_WORD =
      Pattern.compile(
          "hundreds?|thousands?|millions?|billions?|dozens?|k|m|e|i|mil|millon(es)?|half");

  public ExactNumber {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("denominator must be positive but is " + denominator);
    }
    BigInteger divisor = numerator.gcd(denominator);
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  /** The number that {@code text} consists of, or empty when it is anything else. */
  public static Optional<ExactNumber> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String rest = text.strip().replace('\u2212', '-').replace("\\$", "$").replace("\\%", "%");
    rest = rest.replace("\\!", "").replace("$", "").replaceAll("[\u20ac\u00a3\u00a5]", "").strip();
    if (rest.startsWith("(") && rest.endsWith(")")) {
      rest = rest.substring(1, rest.length() - 1).strip();
    }
    rest = rest.replaceFirst("^([+-]) +", "$1");
    boolean percent = false;
    Matcher percentSign = Pattern.compile(" ?(%|percent|por ciento)\\.?$").matcher(rest);
    if (percentSign.find()) {
      percent = true;
      rest = rest.substring(0, percentSign.start());
    } else {
      Matcher unit = UNIT.matcher(rest);
      if (unit.find()) {
        if (SCALE_WORD.matcher(unit.group(1)).matches()) {
          return Optional.empty();
        }
        rest = rest.substring(0, unit.start());
      }
    }
    return number(rest.strip(), percent);
  }

  /** Equal values; a percentage also equals the bare number that stands before its sign. */
  public boolean equivalent(ExactNumber other) {
    if (percent == other.percent) {
      return sameValue(other, BigInteger.ONE);
    }
    ExactNumber percentage = percent ? this : other;
    ExactNumber bare = percent ? other : this;
    return percentage.sameValue(bare, BigInteger.ONE)
        || percentage.sameValue(bare, BigInteger.valueOf(100));
  }

  private boolean sameValue(ExactNumber other, BigInteger factor) {
    return numerator
        .multiply(other.denominator)
        .equals(other.numerator.multiply(factor).multiply(denominator));
  }

  private static Optional<ExactNumber> number(String text, boolean percent) {
    Matcher latex = LATEX_FRACTION.matcher(text.replaceFirst("^-", ""));
    if (latex.matches()) {
      BigInteger top = new BigInteger(latex.group(1));
      return ratio(
          text.startsWith("-") ? top.negate() : top, new BigInteger(latex.group(2)), percent);
    }
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      BigInteger bottom = new BigInteger(fraction.group(4));
      BigInteger top = new BigInteger(fraction.group(3));
      if (fraction.group(2) != null) {
        top = top.add(new BigInteger(fraction.group(2)).multiply(bottom));
      }
      return ratio(fraction.group(1).equals("-") ? top.negate() : top, bottom, percent);
    }
    Matcher decimal = DECIMAL.matcher(text);
    return decimal.matches() ? decimal(decimal, percent) : Optional.empty();
  }

  private static Optional<ExactNumber> decimal(Matcher match, boolean percent) {
    String digits = match.group(2).replaceAll("[,\\u00a0\\u202f ]", "");
    int point = digits.indexOf('.');
    int places = point < 0 ? 0 : digits.length() - point - 1;
    String written = digits.replace(".", "");
    int exponent = (match.group(3) == null ? 0 : Integer.parseInt(match.group(3))) - places;
    if (written.isEmpty() || Math.abs(exponent) > MAX_EXPONENT) {
      return Optional.empty();
    }
    BigInteger value = new BigInteger(written);
    BigInteger signed = match.group(1).equals("-") ? value.negate() : value;
    BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
    return exponent >= 0
        ? ratio(signed.multiply(power), BigInteger.ONE, percent)
        : ratio(signed, power, percent);
  }

  private static Optional<ExactNumber> ratio(BigInteger top, BigInteger bottom, boolean percent) {
    return bottom.signum() == 0
        ? Optional.empty()
        : Optional.of(new ExactNumber(top, bottom, percent));
  }
}
