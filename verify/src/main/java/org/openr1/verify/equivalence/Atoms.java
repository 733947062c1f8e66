package org.openr1.verify.equivalence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Work;

/**
 * The things that polynomials are in: symbols, constants, roots, and whatever cannot be taken apart
 * further. One table serves both sides of a comparison. Used by one thread.
 */
final class Atoms {
  private static final int MAX_ATOMS = 200;

  /**
   * What is known of an atom.
   *
   * @param key its normal name: equal names are equal atoms
   * @param index for a root the power that is known, else 0
   * @param power the atom to the {@code index}, null when unknown
   * @param free whether no polynomial relation holds between this atom and all other free ones but
   *     the known powers: then a polynomial that is not zero has a value that is not zero
   */
  record Atom(String key, int index, @Nullable Polynomial power, boolean free) {}

  private final List<Atom> atoms = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  int symbol(String name) {
    return number("symbol " + name, 0, null, true);
  }

  /** A constant such as pi. Pi and e together are not known to be free of each other. */
  int constant(String name) {
    String other = name.equals("pi") ? "e" : "pi";
    return number(name, 0, null, !numbers.containsKey(other));
  }

  int imaginaryUnit() {
    return number("i", 2, Polynomial.constant(Rational.MINUS_ONE), true);
  }

  /** The real root of a prime. Square roots of different primes are free of each other. */
  int rootOfPrime(BigInteger prime, int index, boolean surelyPrime) {
    return number(
        "root " + index + " of " + prime,
        index,
        Polynomial.constant(Rational.of(prime)),
        index == 2 && surelyPrime);
  }

  int root(Polynomial radicand, int index) {
    return number("root " + index + " of " + print(radicand), index, radicand, false);
  }

  int opaque(String key) {
    return number(key, 0, null, false);
  }

  private int number(String key, int index, @Nullable Polynomial power, boolean free) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    if (atoms.size() >= MAX_ATOMS) {
      throw new Polynomial.TooManyTerms();
    }
    atoms.add(new Atom(key, index, power, free));
    numbers.put(key, atoms.size() - 1);
    return atoms.size() - 1;
  }

  /** Whether all atoms in the polynomial are free, so that it is zero only if it has no terms. */
  boolean allFree(Polynomial polynomial) {
    for (Monomial monomial : polynomial.terms().keySet()) {
      for (int i = 0; i < monomial.length(); i++) {
        if (monomial.exponent(i) != 0 && !atoms.get(i).free()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether there is nothing in the polynomial but symbols. */
  boolean onlySymbols(Polynomial polynomial) {
    for (Monomial monomial : polynomial.terms().keySet()) {
      for (int i = 0; i < monomial.length(); i++) {
        if (monomial.exponent(i) != 0 && !atoms.get(i).key().startsWith("symbol ")) {
          return false;
        }
      }
    }
    return true;
  }

  /** The same with no root at or above its known power. */
  Polynomial reduced(Polynomial polynomial, Work work) {
    Polynomial result = polynomial;
    for (int atom = 0; atom < atoms.size(); atom++) {
      if (atoms.get(atom).power() != null) {
        result = reduced(result, atom, work);
      }
    }
    return result;
  }

  private Polynomial reduced(Polynomial polynomial, int atom, Work work) {
    int index = atoms.get(atom).index();
    Polynomial power = atoms.get(atom).power();
    boolean high = false;
    for (Monomial monomial : polynomial.terms().keySet()) {
      high |= monomial.exponent(atom) >= index;
    }
    if (!high || power == null) {
      return polynomial;
    }
    Map<Monomial, Rational> low = new LinkedHashMap<>();
    Polynomial raised = Polynomial.ZERO;
    for (Map.Entry<Monomial, Rational> term : polynomial.terms().entrySet()) {
      int exponent = term.getKey().exponent(atom);
      if (exponent < index) {
        Polynomial.add(low, term.getKey(), term.getValue());
        continue;
      }
      Monomial rest = term.getKey().with(atom, exponent % index);
      if (power.isConstant()) {
        work.allowBits((long) power.constantTerm().bits() * (exponent / index));
        Rational factor = power.constantTerm().power(exponent / index);
        Polynomial.add(low, rest, term.getValue().times(factor));
      } else {
        Polynomial product = new Polynomial(Map.of(rest, term.getValue()));
        for (int i = 0; i < exponent / index; i++) {
          product = product.times(power, this, work);
        }
        raised = raised.plus(product, work);
      }
    }
    return new Polynomial(low).plus(raised, work);
  }

  /** A normal name of a polynomial: equal polynomials have equal names. */
  String print(Polynomial polynomial) {
    TreeMap<String, Rational> sorted = new TreeMap<>();
    polynomial.terms().forEach((monomial, value) -> sorted.put(print(monomial), value));
    return sorted.toString();
  }

  private String print(Monomial monomial) {
    TreeMap<String, Integer> powers = new TreeMap<>();
    for (int i = 0; i < monomial.length(); i++) {
      if (monomial.exponent(i) != 0) {
        powers.put(atoms.get(i).key(), monomial.exponent(i));
      }
    }
    return powers.toString();
  }

  /** A normal name of a fraction, scaled so that its denominator's first coefficient is 1. */
  String print(Fraction fraction) {
    if (fraction.bottom().isConstant()) {
      return print(fraction.top().scaled(Rational.ONE.over(fraction.bottom().constantTerm())));
    }
    TreeMap<String, Rational> sorted = new TreeMap<>();
    fraction.bottom().terms().forEach((monomial, value) -> sorted.put(print(monomial), value));
    Rational scale = Rational.ONE.over(sorted.firstEntry().getValue());
    return print(fraction.top().scaled(scale)) + "/" + print(fraction.bottom().scaled(scale));
  }
}
