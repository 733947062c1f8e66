package org.openr1.data.generator.math;

import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.verify.Checker;

/** Numbers in other bases. */
final class Bases {
  private static final int DECIMAL = 10;
  private static final int HEXADECIMAL = 16;

  private Bases() {}

  /** From or to decimal; from level 3 on between any two bases. */
  static GeneratedProblem conversion(RandomGenerator random, int level) {
    int from = level >= 3 || random.nextBoolean() ? base(random) : DECIMAL;
    int to = level >= 3 || from == DECIMAL ? base(random) : DECIMAL;
    if (from == to) {
      return conversion(random, level);
    }
    long least = 100;
    for (int i = 1; i < level; i++) {
      least *= 8;
    }
    long number = random.nextLong(least, 32 * least);
    String question =
        Draws.wording(
            random,
            List.of(
                "The number %s is written in base %s. Write it in base %s.",
                "Convert %s from base %s to base %s.",
                "What is %s, a number in base %s, in base %s?"),
            Long.toString(number, from),
            from,
            to);
    // Digits of another base are not compared by meaning: read as a decimal number they lose it.
    return to == DECIMAL
        ? MathGenerator.problem(question + MathGenerator.WHOLE, number)
        : new GeneratedProblem(
            question + " Answer with the digits only, those above 9 as lower-case letters.",
            Long.toString(number, to),
            Checker.EXACT);
  }

  private static int base(RandomGenerator random) {
    int base = Draws.between(random, 2, 12);
    return base == DECIMAL ? HEXADECIMAL : base;
  }
}
