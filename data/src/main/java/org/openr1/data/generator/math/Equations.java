package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.verify.Checker;
import org.openr1.verify.number.Rational;

/** Linear equations, one or several. */
final class Equations {
  private static final List<String> UNKNOWNS = List.of("x", "y", "z", "w");
  private static final int ALWAYS_WHOLE_UP_TO = 3;

  private Equations() {}

  /** One side: factors of brackets or plain terms, and their sum multiplied out. */
  private record Side(List<Long> factors, List<String> brackets, Polynomial sum) {
    String text(long constant) {
      List<Long> all = new ArrayList<>(factors);
      List<String> things = new ArrayList<>(brackets);
      all.add(constant);
      things.add("");
      return Terms.sum(all, things);
    }
  }

  /** With brackets from level 3 on; from level 4 on x may be a fraction. */
  static GeneratedProblem linear(RandomGenerator random, int level) {
    Side left = side(random, level, (level + 1) / 2);
    Side right = side(random, level, level / 2);
    long slope = left.sum().coefficient(1) - right.sum().coefficient(1);
    if (slope == 0) {
      return linear(random, level);
    }
    long offset = left.sum().coefficient(0) - right.sum().coefficient(0);
    long added = Draws.nonZero(random, 10 * level);
    boolean whole = level <= ALWAYS_WHOLE_UP_TO;
    long constant =
        whole
            ? slope * Draws.between(random, -10, 10 + 5 * level) + offset + added
            : Draws.between(random, -20 * level, 20 * level);
    Rational x = Rational.of(constant - offset - added, slope);
    return problem(
        Draws.wording(
                random,
                List.of("Solve %s for x.", "Which x satisfies %s?", "Find x so that %s."),
                left.text(added) + " = " + right.text(constant))
            + (whole ? MathGenerator.WHOLE : MathGenerator.FRACTION),
        x);
  }

  private static Side side(RandomGenerator random, int level, int parts) {
    List<Long> factors = new ArrayList<>();
    List<String> things = new ArrayList<>();
    Polynomial sum = Polynomial.of(0, 0);
    for (int i = 0; i < parts; i++) {
      long factor = Draws.nonZero(random, 7 + level);
      Polynomial inner =
          level < 3
              ? Polynomial.of(0, 1)
              : Polynomial.of(Draws.nonZero(random, 9), Draws.nonZero(random, 5));
      factors.add(factor);
      things.add(level < 3 ? "x" : "(" + inner.text() + ")");
      sum = sum.plus(inner.times(Polynomial.of(factor)));
    }
    return new Side(factors, things, sum);
  }

  /** Two to four equations with one solution, which is whole. */
  static GeneratedProblem system(RandomGenerator random, int level) {
    int size = (level + 3) / 2;
    List<List<Long>> matrix = Matrices.draw(random, size, size, 3 + 2 * level);
    if (Matrices.determinant(matrix) == 0) {
      return system(random, level);
    }
    List<Long> solution =
        IntStream.range(0, size).mapToObj(_ -> (long) Draws.between(random, -9, 9)).toList();
    List<String> unknowns = UNKNOWNS.subList(0, size);
    String equations =
        matrix.stream()
            .map(row -> Terms.sum(row, unknowns) + " = " + dot(row, solution))
            .collect(Collectors.joining("; "));
    return new GeneratedProblem(
        Draws.wording(
            random,
            List.of(
                "Solve the system %s. Answer in the form (%s), such as %s.",
                "Which numbers satisfy all of %s? Answer in the form (%s), such as %s.",
                "Find the only solution of the equations %s. Answer in the form (%s), such as %s."),
            equations,
            String.join(", ", unknowns),
            tuple(List.of(4L, -1L, 0L, 7L).subList(0, size))),
        tuple(solution),
        // As text: compared by meaning, the equations themselves would be right.
        Checker.EXACT);
  }

  private static String tuple(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }

  private static long dot(List<Long> row, List<Long> column) {
    return IntStream.range(0, row.size()).mapToLong(i -> row.get(i) * column.get(i)).sum();
  }
}
