package org.openr1.data.generator.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/**
 * Numbers to be joined to a target.
 *
 * @param twentyFour whether the target is always 24, of four small numbers
 */
record Countdown(boolean twentyFour) implements ProblemGenerator {
  private record Part(String text, long value) {}

  @Override
  public String name() {
    return twentyFour ? "twenty_four" : "countdown";
  }

  @Override
  public String domain() {
    return "logic";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    while (true) {
      int most = twentyFour ? 9 + 4 * level : 20 * level;
      List<Integer> numbers = new ArrayList<>();
      for (int i = 0; i < (twentyFour ? 4 : 2 + level); i++) {
        numbers.add(Draws.between(random, 1, most));
      }
      Part solution = joined(random, numbers);
      boolean fits =
          twentyFour ? solution.value() == 24 : solution.value() > 0 && solution.value() < 10_000;
      if (fits) {
        List<Integer> shown = Draws.several(random, numbers, numbers.size());
        return new GeneratedProblem(
            ("Use each of the numbers %s exactly once, with + - * / and parentheses, to make %d."
                    + " Answer with the expression only.")
                .formatted(
                    shown.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    solution.value()),
            solution.text(),
            Checker.EXPRESSION);
      }
    }
  }

  /** Joins two parts at random until one is left. */
  private static Part joined(RandomGenerator random, List<Integer> numbers) {
    List<Part> parts =
        new ArrayList<>(numbers.stream().map(n -> new Part(n.toString(), n)).toList());
    while (parts.size() > 1) {
      Part a = parts.remove(random.nextInt(parts.size()));
      Part b = parts.remove(random.nextInt(parts.size()));
      boolean divides = b.value() != 0 && a.value() % b.value() == 0;
      parts.add(
          switch (random.nextInt(4)) {
            case 0 -> new Part("(" + a.text() + " + " + b.text() + ")", a.value() + b.value());
            case 1 -> new Part("(" + a.text() + " - " + b.text() + ")", a.value() - b.value());
            case 2 ->
                divides
                    ? new Part("(" + a.text() + " / " + b.text() + ")", a.value() / b.value())
                    : new Part("(" + a.text() + " - " + b.text() + ")", a.value() - b.value());
            default -> new Part("(" + a.text() + " * " + b.text() + ")", a.value() * b.value());
          });
    }
    return parts.getFirst();
  }
}
