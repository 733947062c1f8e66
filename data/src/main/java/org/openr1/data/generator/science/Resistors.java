package org.openr1.data.generator.science;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** The resistance of resistors in parallel and in series, as a fraction. */
record Resistors() implements ProblemGenerator {
  @Override
  public String name() {
    return "resistors";
  }

  @Override
  public String domain() {
    return "science";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    List<Integer> parallel = new ArrayList<>();
    for (int i = 0; i < 1 + (level + 1) / 2; i++) {
      parallel.add(Draws.between(random, 2, 10 * level + 20));
    }
    int series = Draws.between(random, 1, 50 * level);
    // Conductance first: numerator / denominator = sum of 1/r.
    long numerator = 0;
    long denominator = 1;
    for (int r : parallel) {
      numerator = numerator * r + denominator;
      denominator *= r;
    }
    long top = denominator + series * numerator;
    long shared = greatestCommonDivisor(top, numerator);
    String answer =
        numerator == shared ? Long.toString(top / shared) : top / shared + "/" + numerator / shared;
    return new GeneratedProblem(
        ("Resistors of %s ohms are connected in parallel; in series with them is a resistor of %d"
                + " ohms. What is the total resistance in ohms? Answer with a whole number or a"
                + " reduced fraction.")
            .formatted(
                parallel.stream().map(String::valueOf).collect(Collectors.joining(", ")), series),
        answer,
        Checker.MATH);
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
