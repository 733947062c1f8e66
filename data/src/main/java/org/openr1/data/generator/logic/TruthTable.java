package org.openr1.data.generator.logic;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** How many assignments make a formula true. */
record TruthTable() implements ProblemGenerator {
  private static final String VARIABLES = "pqrst";

  private record Formula(String text, IntPredicate holds) {}

  @Override
  public String name() {
    return "truth_table";
  }

  @Override
  public String domain() {
    return "logic";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    int variables = Math.min(5, 2 + level);
    Formula formula = formula(random, variables, 3 + level);
    long models = IntStream.range(0, 1 << variables).filter(formula.holds()).count();
    return new GeneratedProblem(
        ("How many of the %d assignments of true and false to %s make this formula true: %s ?"
                + " Answer with a number.")
            .formatted(
                1 << variables,
                String.join(", ", List.of("p", "q", "r", "s", "t").subList(0, variables)),
                formula.text()),
        Long.toString(models),
        Checker.MATH);
  }

  private static Formula formula(RandomGenerator random, int variables, int leaves) {
    if (leaves == 1) {
      int variable = random.nextInt(variables);
      Formula plain =
          new Formula(
              VARIABLES.substring(variable, variable + 1), bits -> (bits >> variable & 1) == 1);
      return random.nextInt(3) == 0
          ? new Formula("not " + plain.text(), plain.holds().negate())
          : plain;
    }
    int left = 1 + random.nextInt(leaves - 1);
    Formula one = formula(random, variables, left);
    Formula other = formula(random, variables, leaves - left);
    return switch (random.nextInt(3)) {
      case 0 -> join(one, "and", other, one.holds().and(other.holds()));
      case 1 -> join(one, "or", other, one.holds().or(other.holds()));
      default -> join(one, "implies", other, one.holds().negate().or(other.holds()));
    };
  }

  private static Formula join(Formula one, String word, Formula other, IntPredicate holds) {
    return new Formula("(%s %s %s)".formatted(one.text(), word, other.text()), holds);
  }
}
