package org.openr1.data.generator.science;

import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** Diluting a stock solution: C1 V1 = C2 V2. */
record Dilution() implements ProblemGenerator {
  @Override
  public String name() {
    return "dilution";
  }

  @Override
  public String domain() {
    return "science";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    int wanted = Draws.between(random, 1, 20 * level);
    int times = Draws.between(random, 2, 8 + 4 * level);
    int stockMillilitres = Draws.between(random, 1, 60 * level);
    long stock = (long) wanted * times;
    long volume = (long) stockMillilitres * times;
    boolean water = level > 2;
    return new GeneratedProblem(
        ("From a stock solution of %d mmol/L you need %d mL of a solution of %d mmol/L. How many mL"
                + " of %s do you take? Answer with a number.")
            .formatted(stock, volume, wanted, water ? "water" : "the stock solution"),
        Long.toString(water ? volume - stockMillilitres : stockMillilitres),
        Checker.MATH);
  }
}
