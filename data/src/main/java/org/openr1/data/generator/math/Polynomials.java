package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.problem;
import static org.openr1.data.generator.math.MathGenerator.workedOut;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.verify.number.Rational;

/** Values, products and quotients of polynomials. */
final class Polynomials {
  private Polynomials() {}

  static GeneratedProblem value(RandomGenerator random, int level) {
    Polynomial polynomial = Polynomial.draw(random, level + 1, 6 + 3 * level);
    int x = Draws.nonZero(random, 4 + level);
    return workedOut(
        Draws.wording(
            random,
            List.of(
                "Let p(x) = %s. What is p(%s)?",
                "What is the value of %s at x = %s?",
                "A function is given by f(x) = %s. Find f(%s)."),
            polynomial.text(),
            x),
        polynomial.at(x));
  }

  /** One coefficient of a product: the product itself could be answered unexpanded. */
  static GeneratedProblem coefficient(RandomGenerator random, int level) {
    List<Polynomial> factors =
        IntStream.range(0, level < 4 ? 2 : 3)
            .mapToObj(i -> Polynomial.draw(random, i == 0 ? level : (level + 1) / 2, 5 + 2 * level))
            .toList();
    Polynomial product = factors.stream().reduce(Polynomial.of(1), Polynomial::times);
    int power = Draws.between(random, 1, product.degree() - 1);
    return problem(
        Draws.wording(
                random,
                List.of(
                    "Expand %s. What is the coefficient of x^%s?",
                    "Multiply out %s and collect like terms. Which factor stands before x^%s?",
                    "The product %s is written as a polynomial. What is its coefficient of x^%s?"),
                factors.stream().map(f -> "(" + f.text() + ")").collect(Collectors.joining()),
                power)
            + MathGenerator.WHOLE,
        product.coefficient(power));
  }

  /** A quotient whose numerator and denominator share a factor: the limit at its root. */
  static GeneratedProblem limit(RandomGenerator random, int level) {
    int root = Draws.nonZero(random, 5 + level);
    Polynomial above = Polynomial.draw(random, (level + 2) / 2, 4 + 2 * level);
    Polynomial below = Polynomial.draw(random, (level + 1) / 2, 4 + 2 * level);
    if (below.at(root) == 0) {
      return limit(random, level);
    }
    Polynomial shared = Polynomial.of(-root, 1);
    return workedOut(
        Draws.wording(
            random,
            List.of(
                "What is the limit of (%s)/(%s) as x goes to %s?",
                "The function (%s)/(%s) has a gap at x = %s. Which value closes it"
                    + " continuously?",
                "Simplify (%s)/(%s) by the common factor. Which value does the simplified form"
                    + " take at x = %s?"),
            above.times(shared).text(),
            below.times(shared).text(),
            root),
        Rational.of(above.at(root), below.at(root)));
  }
}
