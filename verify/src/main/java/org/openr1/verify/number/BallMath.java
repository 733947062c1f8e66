package org.openr1.verify.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Arithmetic and elementary functions of complex balls at one precision. */
public final class BallMath {
  private static final MathContext UP = new MathContext(4, RoundingMode.UP);
  private static final MathContext DOWN = new MathContext(4, RoundingMode.FLOOR);
  private static final BigDecimal TWO = BigDecimal.TWO;
  private final MathContext mc;
  private final Work work;
  private final RealMath real;

  /** Relative error of one rounding, with the errors of the elementary functions. */
  private final BigDecimal unit;

  /**
   * @param digits significant digits, 15 to 2,000
   */
  public BallMath(int digits, Work work) {
    this.mc = new MathContext(digits + 8, RoundingMode.HALF_EVEN);
    this.work = work;
    this.real = new RealMath(digits + 8, work);
    this.unit = BigDecimal.ONE.movePointLeft(digits + 5);
  }

  /** A fraction; an integer that fits the precision is known exactly. */
  public Ball of(Rational value) {
    work.spend(1);
    BigDecimal decimal = value.decimal(mc);
    boolean exact = value.isInteger() && value.numerator().bitLength() < 3 * mc.getPrecision();
    return exact
        ? new Ball(decimal, BigDecimal.ZERO, BigDecimal.ZERO)
        : real(decimal, BigDecimal.ZERO);
  }

  public Ball pi() {
    return real(real.pi(), BigDecimal.ZERO);
  }

  public Ball e() {
    return real(real.exp(BigDecimal.ONE), BigDecimal.ZERO);
  }

  public Ball i() {
    return new Ball(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO);
  }

  private Ball real(BigDecimal value, BigDecimal radius) {
    return ball(value, BigDecimal.ZERO, radius);
  }

  /** Adds what the rounding of the two parts may be wrong by. */
  private Ball ball(BigDecimal re, BigDecimal im, BigDecimal radius) {
    BigDecimal rounding = re.abs().add(im.abs(), UP).multiply(unit, UP);
    return new Ball(re, im, radius.add(rounding, UP));
  }

  /** At least the distance from 0, at most 1.42 times it. */
  private static BigDecimal size(Ball a) {
    return a.re().abs().add(a.im().abs(), UP);
  }

  /** At most the distance of any point of the ball from 0. */
  private static BigDecimal least(Ball a) {
    return a.re().abs().max(a.im().abs()).subtract(a.radius(), DOWN);
  }

  public Ball plus(Ball a, Ball b) {
    work.spend(1);
    return ball(a.re().add(b.re(), mc), a.im().add(b.im(), mc), a.radius().add(b.radius(), UP));
  }

  public Ball negative(Ball a) {
    return new Ball(a.re().negate(), a.im().negate(), a.radius());
  }

  public Ball times(Ball a, Ball b) {
    work.spend(1);
    BigDecimal radius =
        size(a)
            .multiply(b.radius(), UP)
            .add(size(b).multiply(a.radius(), UP), UP)
            .add(a.radius().multiply(b.radius(), UP), UP);
    if (a.isReal() && b.isReal()) {
      return real(a.re().multiply(b.re(), mc), radius);
    }
    BigDecimal re = a.re().multiply(b.re(), mc).subtract(a.im().multiply(b.im(), mc), mc);
    BigDecimal im = a.re().multiply(b.im(), mc).add(a.im().multiply(b.re(), mc), mc);
    BigDecimal cancellation = size(a).multiply(size(b), UP).multiply(unit, UP);
    return ball(re, im, radius.add(cancellation, UP));
  }

  public Ball inverse(Ball a) {
    work.spend(2);
    BigDecimal least = least(a);
    if (least.signum() <= 0) {
      throw new Undefined("division by what may be 0");
    }
    BigDecimal radius = a.radius().divide(least, UP).divide(least, UP);
    if (a.isReal()) {
      return real(BigDecimal.ONE.divide(a.re(), mc), radius);
    }
    BigDecimal norm = a.re().multiply(a.re(), mc).add(a.im().multiply(a.im(), mc), mc);
    return ball(a.re().divide(norm, mc), a.im().negate().divide(norm, mc), radius);
  }

  /** An integer power. */
  public Ball power(Ball base, int exponent) {
    if (exponent < 0) {
      return inverse(power(base, -exponent));
    }
    Ball result = real(BigDecimal.ONE, BigDecimal.ZERO);
    Ball square = base;
    for (int rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result = times(result, square);
      }
      if (rest > 1) {
        square = times(square, square);
      }
    }
    return result;
  }

  public Ball exp(Ball a) {
    if (a.radius().compareTo(BigDecimal.ONE) > 0) {
      throw new Undefined("exponential of a number that is not known well enough");
    }
    BigDecimal growth = real.exp(a.re());
    BigDecimal radius = growth.multiply(a.radius(), UP).multiply(TWO);
    if (a.isReal()) {
      return real(growth, radius);
    }
    BigDecimal re = growth.multiply(real.cos(a.im()), mc);
    BigDecimal im = growth.multiply(real.sin(a.im()), mc);
    return ball(re, im, radius.add(growth.multiply(unit, UP).multiply(TWO), UP));
  }

  /** The principal logarithm. */
  public Ball log(Ball a) {
    BigDecimal least = least(a);
    if (least.signum() <= 0) {
      throw new Undefined("logarithm of what may be 0");
    }
    BigDecimal radius = a.radius().divide(least, UP).multiply(TWO);
    if (a.isReal() && a.re().signum() > 0) {
      return ball(real.ln(a.re()), BigDecimal.ZERO, radius.add(unit, UP));
    }
    BigDecimal norm = a.re().multiply(a.re(), mc).add(a.im().multiply(a.im(), mc), mc);
    BigDecimal re = real.ln(norm).divide(TWO, mc);
    return ball(re, angle(a), radius.add(unit, UP));
  }

  private BigDecimal angle(Ball a) {
    BigDecimal quarter = real.pi().divide(TWO, mc);
    if (a.re().signum() == 0) {
      return a.im().signum() > 0 ? quarter : quarter.negate();
    }
    BigDecimal angle = real.atan(a.im().divide(a.re(), mc));
    if (a.re().signum() > 0) {
      return angle;
    }
    return a.im().signum() >= 0 ? angle.add(real.pi(), mc) : angle.subtract(real.pi(), mc);
  }

  /** The principal square root. */
  public Ball sqrt(Ball a) {
    BigDecimal least = least(a);
    BigDecimal radius =
        a.radius().signum() == 0
            ? BigDecimal.ZERO
            : least.signum() > 0
                ? a.radius().divide(least.sqrt(UP), UP)
                : a.radius().multiply(TWO).sqrt(UP).multiply(TWO);
    if (a.isReal()) {
      BigDecimal root = real.sqrt(a.re().abs());
      return a.re().signum() >= 0 ? real(root, radius) : ball(BigDecimal.ZERO, root, radius);
    }
    BigDecimal modulus =
        real.sqrt(a.re().multiply(a.re(), mc).add(a.im().multiply(a.im(), mc), mc));
    // The larger part comes from the root, the smaller from the larger: nothing cancels.
    BigDecimal large = real.sqrt(modulus.add(a.re().abs(), mc).divide(TWO, mc));
    BigDecimal small = a.im().abs().divide(large.multiply(TWO), mc);
    BigDecimal re = a.re().signum() >= 0 ? large : small;
    BigDecimal im = a.re().signum() >= 0 ? small : large;
    return ball(re, a.im().signum() < 0 ? im.negate() : im, radius);
  }

  public Ball sin(Ball a) {
    BigDecimal radius = circularRadius(a);
    if (a.isReal()) {
      return ball(real.sin(a.re()), BigDecimal.ZERO, radius);
    }
    BigDecimal cosh = hyperbolic(a.im(), 1);
    BigDecimal sinh = hyperbolic(a.im(), -1);
    return ball(
        real.sin(a.re()).multiply(cosh, mc),
        real.cos(a.re()).multiply(sinh, mc),
        radius.add(cosh.multiply(unit, UP), UP));
  }

  public Ball cos(Ball a) {
    BigDecimal radius = circularRadius(a);
    if (a.isReal()) {
      return ball(real.cos(a.re()), BigDecimal.ZERO, radius);
    }
    BigDecimal cosh = hyperbolic(a.im(), 1);
    BigDecimal sinh = hyperbolic(a.im(), -1);
    return ball(
        real.cos(a.re()).multiply(cosh, mc),
        real.sin(a.re()).multiply(sinh, mc).negate(),
        radius.add(cosh.multiply(unit, UP), UP));
  }

  /** The hyperbolic cosine for sign 1, the sine for -1. */
  private BigDecimal hyperbolic(BigDecimal x, int sign) {
    BigDecimal grown = real.exp(x);
    BigDecimal shrunk = BigDecimal.ONE.divide(grown, mc);
    return grown.add(sign > 0 ? shrunk : shrunk.negate(), mc).divide(TWO, mc);
  }

  private BigDecimal circularRadius(Ball a) {
    if (a.radius().compareTo(BigDecimal.ONE) > 0) {
      throw new Undefined("sine of a number that is not known well enough");
    }
    BigDecimal growth = a.isReal() ? TWO : real.exp(a.im().abs().add(BigDecimal.ONE, UP)).round(UP);
    return a.radius().multiply(growth, UP).add(unit, UP);
  }

  /** Inverse tangent of a real number. */
  public Ball atan(Ball a) {
    return ball(real.atan(realPart(a)), BigDecimal.ZERO, a.radius().add(unit, UP));
  }

  /** Inverse sine of a real number in [-1, 1]. */
  public Ball asin(Ball a) {
    BigDecimal x = realPart(a);
    // Near 1 the difference keeps few digits: it is taken with all of them.
    MathContext exactly = new MathContext(3 * mc.getPrecision());
    BigDecimal rest = BigDecimal.ONE.subtract(x.multiply(x), exactly);
    if (rest.signum() < 0 && rest.negate().compareTo(a.radius().multiply(TWO)) > 0) {
      throw new Undefined("inverse sine of a number beyond 1");
    }
    BigDecimal quarter = real.pi().divide(TWO, mc);
    if (rest.signum() <= 0) {
      return ball(
          x.signum() > 0 ? quarter : quarter.negate(),
          BigDecimal.ZERO,
          a.radius().sqrt(UP).multiply(TWO));
    }
    BigDecimal root = real.sqrt(rest.round(mc));
    BigDecimal radius =
        a.radius().signum() == 0
            ? BigDecimal.ZERO
            : a.radius().divide(root, UP).multiply(TWO).min(a.radius().sqrt(UP).multiply(TWO));
    return ball(real.atan(x.divide(root, mc)), BigDecimal.ZERO, radius.add(unit, UP));
  }

  private static BigDecimal realPart(Ball a) {
    if (!a.isReal()) {
      throw new Undefined("inverse circular function of a complex number");
    }
    return a.re();
  }

  /** The distance from 0. */
  public Ball abs(Ball a) {
    if (a.isReal()) {
      return new Ball(a.re().abs(), BigDecimal.ZERO, a.radius());
    }
    BigDecimal norm = a.re().multiply(a.re(), mc).add(a.im().multiply(a.im(), mc), mc);
    return real(real.sqrt(norm), a.radius());
  }
}
