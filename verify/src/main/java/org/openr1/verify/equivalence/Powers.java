package org.openr1.verify.equivalence;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Undefined;
import org.openr1.verify.number.Work;

/** Powers and roots of fractions that are fractions again. */
final class Powers {
  private static final int MAX_INDEX = 64;

  private Powers() {}

  /** The power, or null when it is no fraction. */
  static @Nullable Rational exact(Rational base, Rational exponent, Work work) {
    if (exponent.isInteger()) {
      return integerPower(base, exponent, work);
    }
    if (base.signum() < 0
        || !exponent.denominator().equals(BigInteger.valueOf(exponent.denominator().intValue()))) {
      return null;
    }
    int index = exponent.denominator().intValue();
    Rational root = root(base, index, work);
    return root == null ? null : integerPower(root, Rational.of(exponent.numerator()), work);
  }

  private static @Nullable Rational integerPower(Rational base, Rational exponent, Work work) {
    if (base.isZero()) {
      if (exponent.signum() < 0) {
        throw new Undefined("division by 0");
      }
      return exponent.isZero() ? Rational.ONE : Rational.ZERO;
    }
    if (base.abs().isOne()) {
      return base.signum() > 0 || !exponent.numerator().testBit(0)
          ? Rational.ONE
          : Rational.MINUS_ONE;
    }
    if (!exponent.isInt()) {
      work.allowBits(Long.MAX_VALUE / 2);
    }
    int power = exponent.numerator().intValueExact();
    work.allowBits((long) base.bits() * Math.abs((long) power));
    return base.power(power);
  }

  /** The real root, or null when it is no fraction or not real. */
  static @Nullable Rational root(Rational radicand, int index, Work work) {
    if (index < 1 || index > MAX_INDEX || (radicand.signum() < 0 && index % 2 == 0)) {
      return null;
    }
    work.allowBits(radicand.bits());
    BigInteger top = root(radicand.numerator().abs(), index);
    BigInteger bottom = root(radicand.denominator(), index);
    if (top == null || bottom == null) {
      return null;
    }
    return new Rational(radicand.signum() < 0 ? top.negate() : top, bottom);
  }

  /** The integer root of a number that is 0 or more, or null when it has none. */
  static @Nullable BigInteger root(BigInteger value, int index) {
    if (value.signum() == 0 || value.equals(BigInteger.ONE) || index == 1) {
      return value;
    }
    BigInteger guess;
    if (index == 2) {
      guess = value.sqrt();
    } else {
      guess = BigInteger.ONE.shiftLeft(value.bitLength() / index + 1);
      while (true) {
        BigInteger next =
            guess
                .multiply(BigInteger.valueOf(index - 1L))
                .add(value.divide(guess.pow(index - 1)))
                .divide(BigInteger.valueOf(index));
        if (next.compareTo(guess) >= 0) {
          break;
        }
        guess = next;
      }
    }
    return guess.pow(index).equals(value) ? guess : null;
  }
}
