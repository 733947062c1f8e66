package org.openr1.verify.equivalence;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Function;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Undefined;
import org.openr1.verify.number.Work;

/** Functions of fractions whose values are fractions. */
final class ExactFunctions {
  private static final int MAX_FACTORIAL = 10_000;

  private ExactFunctions() {}

  /** The value, or null when it is no fraction. */
  static @Nullable Rational value(Function function, Rational[] arguments, Work work) {
    Rational x = arguments[0];
    return switch (function) {
      case ABS -> x.abs();
      case SIGN -> Rational.of(x.signum());
      case FLOOR -> Rational.of(x.floor());
      case CEILING -> Rational.of(x.negated().floor().negate());
      case REAL_PART, CONJUGATE -> x;
      case IMAGINARY_PART -> Rational.ZERO;
      case FACTORIAL -> factorial(x, 1, work);
      case DOUBLE_FACTORIAL -> factorial(x, 2, work);
      case BINOMIAL -> binomial(x, arguments[1], work);
      case GCD -> common(arguments, true, work);
      case LCM -> common(arguments, false, work);
      case MIN -> extreme(arguments, -1);
      case MAX -> extreme(arguments, 1);
      case MOD -> modulo(x, arguments[1]);
      case ROOT ->
          arguments[1].isInt() ? Powers.root(x, arguments[1].numerator().intValue(), work) : null;
      case LOG -> logarithm(x, arguments[1], work);
      case SIN, TAN, ARCSIN, ARCTAN, SINH, TANH, ARSINH, ARTANH ->
          x.isZero() ? Rational.ZERO : null;
      case COS, COSH, SEC, SECH -> x.isZero() ? Rational.ONE : null;
      case COT, CSC, ARCCOS, ARCCOT, ARCSEC, ARCCSC, COTH, CSCH, ARCOSH, DET -> null;
    };
  }

  private static Rational modulo(Rational x, Rational modulus) {
    if (modulus.isZero()) {
      throw new Undefined("modulo 0");
    }
    return x.minus(modulus.times(Rational.of(x.over(modulus).floor())));
  }

  private static Rational extreme(Rational[] arguments, int sign) {
    Rational best = arguments[0];
    for (Rational argument : arguments) {
      best = argument.compareTo(best) > 0 == (sign > 0) ? argument : best;
    }
    return best;
  }

  private static @Nullable Rational common(Rational[] arguments, boolean divisor, Work work) {
    BigInteger result = null;
    for (Rational argument : arguments) {
      if (!argument.isInteger()) {
        return null;
      }
      BigInteger value = argument.numerator().abs();
      if (result == null) {
        result = value;
      } else if (divisor) {
        result = result.gcd(value);
      } else {
        BigInteger shared = result.gcd(value);
        result = shared.signum() == 0 ? BigInteger.ZERO : result.divide(shared).multiply(value);
      }
      work.allowBits(result.bitLength());
    }
    return result == null ? null : Rational.of(result);
  }

  private static @Nullable Rational factorial(Rational x, int step, Work work) {
    if (!x.isInteger()) {
      return null;
    }
    if (x.signum() < 0) {
      throw new Undefined("factorial of a negative integer");
    }
    if (!x.isInt() || x.numerator().intValue() > MAX_FACTORIAL) {
      work.allowBits(Long.MAX_VALUE / 2);
    }
    int n = x.numerator().intValue();
    work.allowBits((long) (n * (Math.log(Math.max(n, 1)) / Math.log(2)) / step));
    return Rational.of(n < 2 ? BigInteger.ONE : product(n % step == 0 ? step : 1, n, step));
  }

  /** low (low + step) ... high, by halves: long numbers are multiplied by long ones. */
  private static BigInteger product(int low, int high, int step) {
    int count = (high - low) / step + 1;
    if (count <= 8) {
      BigInteger product = BigInteger.valueOf(low);
      for (int factor = low + step; factor <= high; factor += step) {
        product = product.multiply(BigInteger.valueOf(factor));
      }
      return product;
    }
    int middle = low + (count / 2 - 1) * step;
    return product(low, middle, step).multiply(product(middle + step, high, step));
  }

  private static @Nullable Rational binomial(Rational n, Rational k, Work work) {
    if (!k.isInteger()) {
      return null;
    }
    BigInteger chosen = k.numerator();
    if (n.isInteger() && n.signum() >= 0 && n.numerator().subtract(chosen).compareTo(chosen) < 0) {
      chosen = n.numerator().subtract(chosen);
    }
    if (chosen.signum() < 0) {
      return Rational.ZERO;
    }
    if (chosen.bitLength() > 14) {
      work.allowBits(Long.MAX_VALUE / 2);
    }
    Rational product = Rational.ONE;
    for (int i = 0; i < chosen.intValue(); i++) {
      product = product.times(n.minus(Rational.of(i))).over(Rational.of(i + 1L));
      work.allowBits(product.bits());
    }
    return product;
  }

  /** Exact when both are powers of one number: log_8 4 = 2/3. */
  private static @Nullable Rational logarithm(Rational x, Rational base, Work work) {
    if (x.signum() <= 0 || base.signum() <= 0 || base.isOne()) {
      throw new Undefined("logarithm of " + x + " to the base " + base);
    }
    if (x.isOne()) {
      return Rational.ZERO;
    }
    work.allowBits(x.bits() + base.bits());
    double estimate = log(x) / log(base);
    for (int bottom = 1; bottom <= 6; bottom++) {
      long top = Math.round(estimate * bottom);
      if (top != 0 && Math.abs(top - estimate * bottom) < 1e-9 && Math.abs(top) < 20_000) {
        work.allowBits(Math.abs(top) * base.bits() + (long) bottom * x.bits());
        if (base.power((int) top).equals(x.power(bottom))) {
          return Rational.of(top, bottom);
        }
      }
    }
    return null;
  }

  private static double log(Rational x) {
    return log(x.numerator()) - log(x.denominator());
  }

  private static double log(BigInteger x) {
    int shift = Math.max(0, x.bitLength() - 60);
    return Math.log(x.shiftRight(shift).doubleValue()) + shift * Math.log(2);
  }
}
