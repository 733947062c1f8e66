package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.problem;
import static org.openr1.data.generator.math.MathGenerator.workedOut;

import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.verify.number.Rational;

/** Derivatives and integrals of polynomials. */
final class Calculus {
  private record Function(String text, Polynomial polynomial) {}

  private Calculus() {}

  /** At a point: of polynomials, at level 4 of products, at level 5 of powers. */
  static GeneratedProblem derivative(RandomGenerator random, int level) {
    Function function = function(random, level);
    int x = Draws.nonZero(random, 3 + level);
    return problem(
        Draws.wording(
                random,
                List.of(
                    "Let f(x) = %s. What is f'(%s)?",
                    "What is the derivative of %s at x = %s?",
                    "Find the slope of the graph of y = %s at x = %s."),
                function.text(),
                x)
            + MathGenerator.WHOLE,
        function.polynomial().derivative().at(x));
  }

  private static Function function(RandomGenerator random, int level) {
    if (level <= 3) {
      Polynomial polynomial = Polynomial.draw(random, level + 1, 5 + 5 * level);
      return new Function(polynomial.text(), polynomial);
    }
    Polynomial inner = Polynomial.draw(random, 2, 5 + 2 * level);
    if (level == 4) {
      Polynomial other = Polynomial.draw(random, 3, 5 + 2 * level);
      return new Function("(%s)(%s)".formatted(inner.text(), other.text()), inner.times(other));
    }
    int power = Draws.between(random, 2, 3);
    Polynomial product = Polynomial.draw(random, 2, 5 + 2 * level);
    String text = "(%s)(%s)^%s".formatted(product.text(), inner.text(), power);
    for (int i = 0; i < power; i++) {
      product = product.times(inner);
    }
    return new Function(text, product);
  }

  static GeneratedProblem integral(RandomGenerator random, int level) {
    Polynomial polynomial = Polynomial.draw(random, level, 8 + 4 * level);
    int from = Draws.between(random, -2 - level, 1 + level);
    int to = from + Draws.between(random, 1, 3 + level);
    Rational area = Rational.ZERO;
    for (int power = 0; power <= polynomial.degree(); power++) {
      Rational difference =
          Rational.of(to).power(power + 1).minus(Rational.of(from).power(power + 1));
      area = area.plus(difference.times(Rational.of(polynomial.coefficient(power), power + 1)));
    }
    return workedOut(
        Draws.wording(
            random,
            List.of(
                "What is the integral of %s over x from %s to %s?",
                "Integrate f(x) = %s with respect to x between %s and %s. What is the value?",
                "Find the definite integral of the function %s with lower limit %s and upper"
                    + " limit %s."),
            polynomial.text(),
            from,
            to),
        area);
  }
}
