package org.openr1.data.generator.math;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.openr1.data.generator.Draws;

/**
 * A polynomial in x with whole coefficients.
 *
 * @param coefficients lowest power first, at least one
 */
record Polynomial(List<Long> coefficients) {
  Polynomial {
    coefficients = List.copyOf(coefficients);
  }

  static Polynomial of(long... lowestFirst) {
    return new Polynomial(
        IntStream.range(0, lowestFirst.length).mapToObj(i -> lowestFirst[i]).toList());
  }

  /** Of exactly that degree, with coefficients up to a bound in size. */
  static Polynomial draw(RandomGenerator random, int degree, int bound) {
    List<Long> coefficients = new ArrayList<>();
    for (int power = 0; power < degree; power++) {
      coefficients.add((long) Draws.between(random, -bound, bound));
    }
    coefficients.add((long) Draws.nonZero(random, bound));
    return new Polynomial(coefficients);
  }

  int degree() {
    return coefficients.size() - 1;
  }

  Polynomial plus(Polynomial other) {
    List<Long> sum = new ArrayList<>();
    for (int power = 0; power <= Math.max(degree(), other.degree()); power++) {
      sum.add(coefficient(power) + other.coefficient(power));
    }
    return new Polynomial(sum);
  }

  Polynomial times(Polynomial other) {
    List<Long> product = new ArrayList<>(Collections.nCopies(degree() + other.degree() + 1, 0L));
    for (int i = 0; i <= degree(); i++) {
      for (int j = 0; j <= other.degree(); j++) {
        product.set(i + j, product.get(i + j) + coefficient(i) * other.coefficient(j));
      }
    }
    return new Polynomial(product);
  }

  Polynomial derivative() {
    return new Polynomial(
        IntStream.rangeClosed(1, Math.max(1, degree()))
            .mapToObj(power -> power * coefficient(power))
            .toList());
  }

  /** The coefficient of a power, 0 above the degree. */
  long coefficient(int power) {
    return power <= degree() ? coefficients.get(power) : 0;
  }

  long at(long x) {
    long value = 0;
    for (long coefficient : coefficients.reversed()) {
      value = Math.addExact(Math.multiplyExact(value, x), coefficient);
    }
    return value;
  }

  /** As it is written, highest power first. */
  String text() {
    List<String> powers =
        IntStream.rangeClosed(0, degree())
            .mapToObj(power -> power == 0 ? "" : power == 1 ? "x" : "x^" + power)
            .toList();
    return Terms.sum(coefficients.reversed(), powers.reversed());
  }
}
