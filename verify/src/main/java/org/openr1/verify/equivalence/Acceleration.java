package org.openr1.verify.equivalence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Limits of sequences from a few of their members, by extrapolation: numerical evidence, no proof.
 */
final class Acceleration {
  /** Digits that the members must be good to. */
  static final int DIGITS = 60;

  /** Two estimates must agree to so many places. */
  private static final int PLACES = 16;

  private static final MathContext MC = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
  private static final int TERMS = 26;
  private static final int DOUBLINGS = 14;

  private Acceleration() {}

  /**
   * The sum of infinitely many terms by Levin's u-transform (Weniger 1989, equation 7.3-5), which
   * takes series that fall like powers, geometrically or with alternating signs; null when the
   * estimates do not settle.
   */
  static @Nullable BigDecimal sum(IntFunction<BigDecimal> term) {
    BigDecimal[] sums = new BigDecimal[TERMS];
    BigDecimal[] terms = new BigDecimal[TERMS];
    BigDecimal total = BigDecimal.ZERO;
    for (int i = 0; i < TERMS; i++) {
      terms[i] = term.apply(i);
      if (terms[i].signum() == 0) {
        return null;
      }
      total = total.add(terms[i], MC);
      sums[i] = total;
    }
    // Levin's transform also gives values to series that diverge.
    if (terms[TERMS - 1].abs().compareTo(terms[TERMS / 2].abs()) >= 0
        || terms[TERMS - 1].abs().compareTo(terms[TERMS / 4].abs()) >= 0) {
      return null;
    }
    return settled(levin(sums, terms, TERMS - 4), levin(sums, terms, TERMS - 1));
  }

  private static @Nullable BigDecimal levin(BigDecimal[] sums, BigDecimal[] terms, int order) {
    BigDecimal top = BigDecimal.ZERO;
    BigDecimal bottom = BigDecimal.ZERO;
    BigDecimal binomial = BigDecimal.ONE;
    for (int j = 0; j <= order; j++) {
      BigDecimal weight =
          BigDecimal.valueOf(j + 1L)
              .divide(BigDecimal.valueOf(order + 1L), MC)
              .pow(order - 1, MC)
              .multiply(binomial, MC)
              .divide(terms[j].multiply(BigDecimal.valueOf(j + 1L)), MC);
      weight = j % 2 == 0 ? weight : weight.negate();
      top = top.add(weight.multiply(sums[j], MC), MC);
      bottom = bottom.add(weight, MC);
      binomial =
          binomial.multiply(BigDecimal.valueOf(order - j)).divide(BigDecimal.valueOf(j + 1L), MC);
    }
    return bottom.signum() == 0 ? null : top.divide(bottom, MC);
  }

  /**
   * The limit of members taken at steps that halve, by Richardson's extrapolation in powers of the
   * step; null when the estimates do not settle.
   */
  static @Nullable BigDecimal limit(IntFunction<BigDecimal> member) {
    BigDecimal[] row = new BigDecimal[DOUBLINGS];
    for (int i = 0; i < DOUBLINGS; i++) {
      row[i] = member.apply(i);
    }
    BigDecimal before = row[DOUBLINGS - 1];
    for (int order = 1; order < DOUBLINGS; order++) {
      BigDecimal power = BigDecimal.TWO.pow(order);
      BigDecimal divisor = power.subtract(BigDecimal.ONE);
      before = row[DOUBLINGS - order];
      for (int i = 0; i < DOUBLINGS - order; i++) {
        row[i] = row[i + 1].multiply(power, MC).subtract(row[i], MC).divide(divisor, MC);
      }
    }
    return settled(before, row[0]);
  }

  static @Nullable BigDecimal settled(@Nullable BigDecimal first, @Nullable BigDecimal second) {
    if (first == null || second == null) {
      return null;
    }
    BigDecimal scale = second.abs().max(BigDecimal.ONE);
    BigDecimal distance = first.subtract(second, MC).abs();
    return distance.compareTo(scale.movePointLeft(PLACES)) <= 0 ? second : null;
  }
}
