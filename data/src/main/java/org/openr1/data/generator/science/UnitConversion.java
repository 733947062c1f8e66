package org.openr1.data.generator.science;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** A quantity in another unit, exactly. */
record UnitConversion() implements ProblemGenerator {
  /** How many of the small unit make one of the large. */
  private record Pair(String large, String small, String factor) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("kilometres", "metres", "1000"),
          new Pair("metres", "centimetres", "100"),
          new Pair("inches", "centimetres", "2.54"),
          new Pair("feet", "inches", "12"),
          new Pair("miles", "kilometres", "1.609344"),
          new Pair("pounds", "kilograms", "0.45359237"),
          new Pair("kilograms", "grams", "1000"),
          new Pair("hours", "seconds", "3600"),
          new Pair("days", "minutes", "1440"),
          new Pair("square metres", "square centimetres", "10000"),
          new Pair("cubic metres", "litres", "1000"),
          new Pair("hectares", "square metres", "10000"));

  @Override
  public String name() {
    return "unit_conversion";
  }

  @Override
  public String domain() {
    return "science";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    Pair pair = Draws.one(random, PAIRS);
    int bound = 1;
    for (int digit = 0; digit < 2 + level; digit++) {
      bound *= 10;
    }
    BigDecimal amount =
        BigDecimal.valueOf(Draws.between(random, 1, bound), Draws.between(random, 0, level));
    BigDecimal result = amount.multiply(new BigDecimal(pair.factor())).stripTrailingZeros();
    return new GeneratedProblem(
        "Convert %s %s to %s (1 of the first is %s of the second). Answer with the exact number."
            .formatted(amount.toPlainString(), pair.large(), pair.small(), pair.factor()),
        result.toPlainString(),
        Checker.MATH);
  }
}
