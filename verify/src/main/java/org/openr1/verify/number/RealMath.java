package org.openr1.verify.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Elementary functions of decimal numbers, to a relative error below 10^-digits (absolute for sine
 * and cosine). Power series after argument reduction, with guard digits.
 */
final class RealMath {
  private static final int GUARD = 12;
  private static final int MAX_REDUCTION = 1_000;

  /** Machin's formula, once: enough for every precision that is allowed. */
  private static final BigDecimal PI = machin(2_100);

  private final int digits;
  private final MathContext mc;
  private final Work work;
  private @Nullable BigDecimal ln10;

  RealMath(int digits, Work work) {
    this.digits = digits;
    this.mc = new MathContext(digits + GUARD, RoundingMode.HALF_EVEN);
    this.work = work;
  }

  BigDecimal pi() {
    return PI.round(mc);
  }

  BigDecimal sqrt(BigDecimal x) {
    work.spend(3 + digits / 20);
    return x.sqrt(mc);
  }

  BigDecimal exp(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.valueOf(40_000)) > 0) {
      throw new Undefined("exponential of " + x.round(new MathContext(3)));
    }
    work.spend(4 + digits / 5);
    int halvings = Math.max(0, x.precision() - x.scale()) * 10 / 3 + 8;
    MathContext inner = new MathContext(mc.getPrecision() + halvings / 3 + 4);
    BigDecimal small = x.divide(new BigDecimal(BigInteger.ONE.shiftLeft(halvings)), inner);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal limit = BigDecimal.ONE.movePointLeft(inner.getPrecision() + 2);
    for (int k = 1; term.abs().compareTo(limit) > 0; k++) {
      term = term.multiply(small, inner).divide(BigDecimal.valueOf(k), inner);
      sum = sum.add(term, inner);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, inner);
    }
    return sum.round(mc);
  }

  /** Natural logarithm of a positive number. */
  BigDecimal ln(BigDecimal x) {
    work.spend(4 + digits / 3);
    int tens = x.precision() - x.scale() - 1;
    BigDecimal mantissa = x.movePointLeft(tens);
    BigDecimal y = lnOfMantissa(mantissa);
    return tens == 0 ? y : y.add(ln10().multiply(BigDecimal.valueOf(tens)), mc);
  }

  private BigDecimal ln10() {
    BigDecimal known = ln10;
    if (known == null) {
      known = lnOfMantissa(BigDecimal.TEN);
      ln10 = known;
    }
    return known;
  }

  /** Halley's iteration from the logarithm in double precision; it triples the digits. */
  private BigDecimal lnOfMantissa(BigDecimal x) {
    if (x.compareTo(BigDecimal.ONE) == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal y = BigDecimal.valueOf(Math.log(x.doubleValue()));
    for (int right = 14; right < mc.getPrecision() + 2; right *= 3) {
      BigDecimal power = exp(y);
      BigDecimal step = x.subtract(power, mc).multiply(BigDecimal.TWO).divide(x.add(power, mc), mc);
      y = y.add(step, mc);
    }
    return y;
  }

  BigDecimal sin(BigDecimal x) {
    return sine(reduced(x));
  }

  BigDecimal cos(BigDecimal x) {
    MathContext wide = new MathContext(mc.getPrecision() + sizeOf(x) + 2);
    return sine(reduced(PI.round(wide).divide(BigDecimal.TWO, wide).subtract(x, wide)));
  }

  /** Into [-pi, pi]. */
  private BigDecimal reduced(BigDecimal x) {
    int size = sizeOf(x);
    MathContext wide = new MathContext(mc.getPrecision() + size + 2);
    BigDecimal turn = PI.round(wide).multiply(BigDecimal.TWO);
    BigDecimal turns = x.divide(turn, wide).setScale(0, RoundingMode.HALF_EVEN);
    return turns.signum() == 0 ? x : x.subtract(turns.multiply(turn), wide);
  }

  /** Digits before the decimal point. */
  private static int sizeOf(BigDecimal x) {
    int size = Math.max(0, x.precision() - x.scale());
    if (size > MAX_REDUCTION) {
      throw new Undefined("sine of a number of " + size + " digits");
    }
    return size;
  }

  private BigDecimal sine(BigDecimal x) {
    work.spend(4 + digits / 4);
    MathContext inner = new MathContext(mc.getPrecision() + 4);
    BigDecimal small = x.divide(BigDecimal.valueOf(9), inner);
    BigDecimal square = small.multiply(small, inner);
    BigDecimal term = small;
    BigDecimal sum = small;
    BigDecimal limit = BigDecimal.ONE.movePointLeft(inner.getPrecision() + 2);
    for (int k = 2; term.abs().compareTo(limit) > 0; k += 2) {
      term = term.multiply(square, inner).divide(BigDecimal.valueOf(-(long) k * (k + 1)), inner);
      sum = sum.add(term, inner);
    }
    return triple(triple(sum, inner), inner).round(mc);
  }

  /** sin 3x = 3 sin x - 4 sin^3 x. */
  private static BigDecimal triple(BigDecimal sine, MathContext inner) {
    BigDecimal cube = sine.multiply(sine, inner).multiply(sine, inner);
    return sine.multiply(BigDecimal.valueOf(3))
        .subtract(cube.multiply(BigDecimal.valueOf(4)), inner);
  }

  BigDecimal atan(BigDecimal x) {
    work.spend(4 + digits / 3);
    if (x.abs().compareTo(BigDecimal.ONE) > 0) {
      BigDecimal quarter = pi().divide(BigDecimal.TWO, mc);
      BigDecimal rest = atan(BigDecimal.ONE.divide(x, mc));
      return (x.signum() > 0 ? quarter : quarter.negate()).subtract(rest, mc);
    }
    BigDecimal small = x;
    for (int i = 0; i < 3; i++) {
      BigDecimal hypotenuse = BigDecimal.ONE.add(small.multiply(small, mc), mc).sqrt(mc);
      small = small.divide(BigDecimal.ONE.add(hypotenuse, mc), mc);
    }
    BigDecimal square = small.multiply(small, mc).negate();
    BigDecimal power = small;
    BigDecimal sum = small;
    BigDecimal limit = BigDecimal.ONE.movePointLeft(mc.getPrecision() + 2);
    for (int k = 3; power.abs().compareTo(limit) > 0; k += 2) {
      power = power.multiply(square, mc);
      sum = sum.add(power.divide(BigDecimal.valueOf(k), mc), mc);
    }
    return sum.multiply(BigDecimal.valueOf(8), mc);
  }

  private static BigDecimal machin(int digits) {
    BigInteger one = BigInteger.TEN.pow(digits + 10);
    BigInteger quarter =
        inverseTangent(5, one).multiply(BigInteger.valueOf(4)).subtract(inverseTangent(239, one));
    return new BigDecimal(quarter.multiply(BigInteger.valueOf(4)), digits + 10)
        .round(new MathContext(digits));
  }

  private static BigInteger inverseTangent(int x, BigInteger one) {
    BigInteger square = BigInteger.valueOf((long) x * x).negate();
    BigInteger power = one.divide(BigInteger.valueOf(x));
    BigInteger sum = power;
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.divide(square);
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
    }
    return sum;
  }
}
