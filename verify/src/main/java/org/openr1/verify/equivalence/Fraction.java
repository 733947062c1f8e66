package org.openr1.verify.equivalence;

import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Undefined;
import org.openr1.verify.number.Work;

/** A quotient of polynomials; the denominator is not the zero polynomial. Not in lowest terms. */
record Fraction(Polynomial top, Polynomial bottom) {
  static final Fraction ONE = new Fraction(Polynomial.ONE, Polynomial.ONE);

  static Fraction of(Rational value) {
    return new Fraction(Polynomial.constant(value), Polynomial.ONE);
  }

  static Fraction atom(int atom) {
    return new Fraction(Polynomial.atom(atom), Polynomial.ONE);
  }

  boolean isConstant() {
    return top.isConstant() && bottom.isConstant();
  }

  Rational constant() {
    return top.constantTerm().over(bottom.constantTerm());
  }

  Fraction plus(Fraction other, Atoms atoms, Work work) {
    if (bottom.equals(other.bottom)) {
      return new Fraction(top.plus(other.top, work), bottom);
    }
    return new Fraction(
        top.times(other.bottom, atoms, work).plus(other.top.times(bottom, atoms, work), work),
        bottom.times(other.bottom, atoms, work));
  }

  Fraction times(Fraction other, Atoms atoms, Work work) {
    return new Fraction(top.times(other.top, atoms, work), bottom.times(other.bottom, atoms, work));
  }

  Fraction negated() {
    return new Fraction(top.negated(), bottom);
  }

  Fraction inverse() {
    if (top.isZero()) {
      throw new Undefined("division by 0");
    }
    return top.isConstant()
        ? new Fraction(bottom.scaled(Rational.ONE.over(top.constantTerm())), Polynomial.ONE)
        : new Fraction(bottom, top);
  }

  Fraction power(int exponent, Atoms atoms, Work work) {
    if (exponent < 0) {
      return inverse().power(-exponent, atoms, work);
    }
    Fraction result = ONE;
    Fraction square = this;
    for (int rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result = result.times(square, atoms, work);
      }
      if (rest > 1) {
        square = square.times(square, atoms, work);
      }
    }
    return result;
  }

  /** The numerator of the difference: the zero polynomial exactly if both are the same. */
  Polynomial differenceTop(Fraction other, Atoms atoms, Work work) {
    if (bottom.equals(other.bottom)) {
      return top.plus(other.top.negated(), work);
    }
    return top.times(other.bottom, atoms, work)
        .plus(other.top.times(bottom, atoms, work).negated(), work);
  }
}
