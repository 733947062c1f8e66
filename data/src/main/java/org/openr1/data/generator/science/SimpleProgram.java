package org.openr1.data.generator.science;

import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** What a short program prints. */
record SimpleProgram() implements ProblemGenerator {
  @Override
  public String name() {
    return "simple_program";
  }

  @Override
  public String domain() {
    return "code";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    int start = Draws.between(random, 0, 20);
    int rounds = Draws.between(random, 2, 3 + 2 * level);
    int divisor = Draws.between(random, 2, 4);
    int added = Draws.between(random, 1, 9);
    int factor = Draws.between(random, 2, 3);
    int modulus = Draws.between(random, 50, 999);
    long x = start;
    for (int i = 1; i <= rounds; i++) {
      x = i % divisor == 0 ? x * factor % modulus : x + i * (long) added;
    }
    return new GeneratedProblem(
        """
        What does this Python program print? Answer with the number.
        x = %d
        for i in range(1, %d):
            if i %% %d == 0:
                x = x * %d %% %d
            else:
                x = x + i * %d
        print(x)\
        """
            .formatted(start, rounds + 1, divisor, factor, modulus, added),
        Long.toString(x),
        Checker.MATH);
  }
}
