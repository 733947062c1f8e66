package org.openr1.verify.equivalence;

/**
 * What counts as equal where opinions differ.
 *
 * @param floatRounding decimals to which a decimal number and another number are compared, 0 to 50
 *     (Math-Verify's float_rounding)
 * @param numericDigits significant digits to which two constants must agree before they count as
 *     equal where no exact rule decides, 15 to 1,000 (Math-Verify's numeric_precision)
 * @param setAgainstRelation whether a set may equal a relation: {@code [1,2)} and {@code 1 <= x <
 *     2}
 * @param stringFallback whether texts that cannot be parsed are compared as texts
 */
public record Strictness(
    int floatRounding, int numericDigits, boolean setAgainstRelation, boolean stringFallback) {

  public static final Strictness DEFAULT = new Strictness(6, 50, true, true);

  public Strictness {
    if (floatRounding < 0 || floatRounding > 50) {
      throw new IllegalArgumentException("floatRounding must be 0 to 50 but is " + floatRounding);
    }
    if (numericDigits < 15 || numericDigits > 1_000) {
      throw new IllegalArgumentException(
          "numericDigits must be 15 to 1000 but is " + numericDigits);
    }
  }
}
