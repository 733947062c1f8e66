package org.openr1.verify.equivalence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Work;

/** A polynomial in atoms with rational coefficients; no coefficient is zero. */
record Polynomial(Map<Monomial, Rational> terms) {
  static final Polynomial ZERO = new Polynomial(Map.of());
  static final Polynomial ONE = constant(Rational.ONE);
  private static final int MAX_TERMS = 3_000;

  static Polynomial constant(Rational value) {
    return value.isZero() ? new Polynomial(Map.of()) : new Polynomial(Map.of(Monomial.ONE, value));
  }

  static Polynomial atom(int atom) {
    return new Polynomial(Map.of(Monomial.of(atom, 1), Rational.ONE));
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  /** Whether it is a number, and so has at most the constant term. */
  boolean isConstant() {
    return terms.isEmpty() || (terms.size() == 1 && terms.containsKey(Monomial.ONE));
  }

  Rational constantTerm() {
    return terms.getOrDefault(Monomial.ONE, Rational.ZERO);
  }

  Polynomial plus(Polynomial other, Work work) {
    if (isZero()) {
      return other;
    }
    if (other.isZero()) {
      return this;
    }
    Map<Monomial, Rational> sum = new LinkedHashMap<>(terms);
    other.terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
    work.spend(1 + other.terms.size() / 4);
    return new Polynomial(sum);
  }

  Polynomial negated() {
    return scaled(Rational.MINUS_ONE);
  }

  Polynomial scaled(Rational factor) {
    if (factor.isOne()) {
      return this;
    }
    if (factor.isZero()) {
      return ZERO;
    }
    Map<Monomial, Rational> scaled = new LinkedHashMap<>();
    terms.forEach((monomial, coefficient) -> scaled.put(monomial, coefficient.times(factor)));
    return new Polynomial(scaled);
  }

  /** The product, with powers of roots brought down by what the table knows of them. */
  Polynomial times(Polynomial other, Atoms atoms, Work work) {
    if (isConstant()) {
      return other.scaled(constantTerm());
    }
    if (other.isConstant()) {
      return scaled(other.constantTerm());
    }
    long products = (long) terms.size() * other.terms.size();
    work.spend(1 + products / 2);
    Map<Monomial, Rational> sum = new LinkedHashMap<>();
    for (Map.Entry<Monomial, Rational> left : terms.entrySet()) {
      for (Map.Entry<Monomial, Rational> right : other.terms.entrySet()) {
        Rational coefficient = left.getValue().times(right.getValue());
        work.allowBits(coefficient.bits());
        add(sum, left.getKey().times(right.getKey()), coefficient);
      }
      if (sum.size() > MAX_TERMS) {
        throw new TooManyTerms();
      }
    }
    return atoms.reduced(new Polynomial(sum), work);
  }

  static void add(Map<Monomial, Rational> sum, Monomial monomial, Rational coefficient) {
    Rational before = sum.get(monomial);
    if (before == null) {
      sum.put(monomial, coefficient);
      return;
    }
    Rational total = before.plus(coefficient);
    if (total.isZero()) {
      sum.remove(monomial);
    } else {
      sum.put(monomial, total);
    }
  }

  /** Ends an expansion that would be too long; another rule decides then. */
  static final class TooManyTerms extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyTerms() {
      super("too many terms", null, false, false);
    }
  }
}
