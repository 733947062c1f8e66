package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.problem;

import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.verify.number.Rational;

/** Quadratic equations with two real roots: whole, fractions, then with square roots. */
final class Quadratics {
  private record Roots(Polynomial polynomial, String text) {}

  private Quadratics() {}

  static GeneratedProblem equation(RandomGenerator random, int level) {
    Roots roots = level <= 3 ? rational(random, level) : irrational(random, level);
    Polynomial right =
        level == 1
            ? Polynomial.of(Draws.between(random, -20, 20))
            : Polynomial.draw(random, 1, 10 * level);
    return problem(
        Draws.wording(
                random,
                List.of(
                    "Find both solutions of %s = %s.",
                    "For which two numbers x is %s = %s?",
                    "Solve %s = %s for x; there are two solutions."),
                roots.polynomial().plus(right).text(),
                right.text())
            + " Answer with the two, separated by a comma, exactly.",
        roots.text());
  }

  private static Roots rational(RandomGenerator random, int level) {
    int bound = 12 + 4 * level;
    long p = level < 3 ? 1 : Draws.between(random, 2, 7);
    Rational one = Rational.of(Draws.between(random, -bound, bound), p);
    Rational other = Rational.of(Draws.between(random, -bound, bound));
    if (one.equals(other)) {
      return rational(random, level);
    }
    long factor = level == 2 ? Draws.between(random, 2, 9) : 1;
    Polynomial polynomial = factor(one).times(factor(other)).times(Polynomial.of(factor));
    return new Roots(
        polynomial, one.compareTo(other) < 0 ? one + ", " + other : other + ", " + one);
  }

  private static Polynomial factor(Rational root) {
    return Polynomial.of(-root.numerator().longValueExact(), root.denominator().longValueExact());
  }

  /** The roots (p ± sqrt(q)) / r of (r x - p)^2 = q. */
  private static Roots irrational(RandomGenerator random, int level) {
    long p = Draws.nonZero(random, 12);
    SquareRoot root = SquareRoot.of(Draws.between(random, 2, 40 * (level - 3)));
    if (root.radicand() == 1) {
      return irrational(random, level);
    }
    long r = level == 4 ? 1 : Draws.between(random, 2, 7);
    BigInteger shared = BigInteger.valueOf(p).gcd(BigInteger.valueOf(root.factor()));
    if (!shared.gcd(BigInteger.valueOf(r)).equals(BigInteger.ONE)) {
      return irrational(random, level);
    }
    Polynomial inner = Polynomial.of(-p, r);
    Polynomial polynomial = inner.times(inner).plus(Polynomial.of(-root.square()));
    String form = r == 1 ? "%s %s %s" : "\\frac{%s %s %s}{" + r + "}";
    return new Roots(
        polynomial,
        form.formatted(p, "-", root.text()) + ", " + form.formatted(p, "+", root.text()));
  }
}
