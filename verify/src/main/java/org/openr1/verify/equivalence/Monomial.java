package org.openr1.verify.equivalence;

import java.util.Arrays;

/** A product of powers of atoms, by the atoms' numbers in their table. */
final class Monomial {
  static final Monomial ONE = new Monomial(new int[0]);
  private final int[] exponents;
  private final int hash;

  private Monomial(int[] exponents) {
    this.exponents = exponents;
    this.hash = Arrays.hashCode(exponents);
  }

  static Monomial of(int atom, int exponent) {
    int[] exponents = new int[atom + 1];
    exponents[atom] = exponent;
    return new Monomial(exponents);
  }

  int exponent(int atom) {
    return atom < exponents.length ? exponents[atom] : 0;
  }

  int length() {
    return exponents.length;
  }

  Monomial times(Monomial other) {
    if (exponents.length == 0) {
      return other;
    }
    if (other.exponents.length == 0) {
      return this;
    }
    int[] sum = new int[Math.max(exponents.length, other.exponents.length)];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.addExact(exponent(i), other.exponent(i));
    }
    return new Monomial(sum);
  }

  /** The same with another exponent of one atom, without zeros at the end. */
  Monomial with(int atom, int exponent) {
    int[] changed = exponents.clone();
    changed[atom] = exponent;
    int length = changed.length;
    while (length > 0 && changed[length - 1] == 0) {
      length--;
    }
    return new Monomial(Arrays.copyOf(changed, length));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Monomial that && Arrays.equals(exponents, that.exponents);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
